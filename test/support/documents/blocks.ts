/** A document as blocks that flow down pages. Both ways of drawing (directly, and through a browser) start from these. Lengths in points. */

/** `japanese` and `unembedded` name fonts that the file doesn't carry, as many banks' files do. */
export type Face = 'sans' | 'serif' | 'mono' | 'inter' | 'japanese' | 'unembedded';

export interface TextStyle {
  readonly face?: Face;
  readonly size?: number;
  readonly bold?: boolean;
  readonly color?: string;
  /** Extra space after each letter. */
  readonly spacing?: number;
}

export type Align = 'left' | 'right' | 'center';

/** One line, or several. */
export type Cell = string | readonly string[];

export interface Column {
  readonly key: string;
  readonly title: Cell;
  readonly width: number;
  readonly align?: Align;
  readonly titleAlign?: Align;
  readonly style?: TextStyle;
  /** Break long lines at spaces to fit the width. */
  readonly wrap?: boolean;
  /** Stands on a row's first line whatever the row's anchor. */
  readonly top?: boolean;
  /** Filled up with dots to its right edge. */
  readonly dots?: boolean;
}

export interface TableRow {
  readonly cells: Readonly<Record<string, Cell>>;
  readonly style?: TextStyle;
  readonly fill?: string;
  /** Where one-line cells stand beside a cell of several lines. */
  readonly anchor?: 'top' | 'middle' | 'bottom';
  /** Extra space above. */
  readonly gap?: number;
}

export interface Table {
  readonly type: 'table';
  readonly columns: readonly Column[];
  readonly rows: readonly TableRow[];
  /** Where the column titles stand. */
  readonly header: 'each-page' | 'once' | 'none';
  readonly rules?: 'none' | 'rows' | 'grid' | 'head' | 'columns';
  readonly stripe?: string;
  readonly headFill?: string;
  readonly headStyle?: TextStyle;
  readonly style?: TextStyle;
  readonly leading?: number;
  readonly padding?: number;
  /** A row of several lines may be torn by the end of a page. */
  readonly tearable?: boolean;
  readonly indent?: number;
}

export interface Pairs {
  readonly type: 'pairs';
  readonly rows: readonly (readonly [label: string, value: string])[];
  readonly width: number;
  readonly style?: TextStyle;
  /** Values stand at the right edge, or this far from the left. */
  readonly valueAt?: number;
  readonly dots?: boolean;
  readonly boxed?: boolean;
  readonly fill?: string;
  readonly indent?: number;
  readonly boldLast?: boolean;
}

export type Block =
  | {
      readonly type: 'text';
      readonly text: Cell;
      readonly align?: Align;
      readonly style?: TextStyle;
      readonly indent?: number;
      readonly width?: number;
      readonly wrap?: boolean;
    }
  | { readonly type: 'gap'; readonly height: number }
  | { readonly type: 'page' }
  | { readonly type: 'rule'; readonly color?: string; readonly thickness?: number }
  | {
      readonly type: 'side';
      readonly parts: readonly { readonly width: number; readonly blocks: readonly Block[] }[];
    }
  /** Text at a place of its own on the page where the flow has arrived. */
  | {
      readonly type: 'pin';
      readonly x: number;
      readonly y: number;
      readonly text: string;
      readonly style?: TextStyle;
      readonly angle?: number;
    }
  | Pairs
  | Table;

/** How the direct way puts text onto the page. None of it changes what a reader sees. */
export interface Manner {
  /** One operation for each cell, word or letter, or one for a whole line padded with spaces (mono only). */
  readonly grain?: 'cell' | 'word' | 'letter' | 'line';
  readonly order?: 'natural' | 'columns' | 'shuffled' | 'reversed';
  /** The page is stored turned and carries /Rotate. */
  readonly rotate?: 90 | 180 | 270;
  readonly watermark?: string;
  /** Bold text is drawn twice with a slight shift. */
  readonly doubled?: boolean;
  /** Cells of one line stand up to this many points higher or lower. */
  readonly wobble?: number;
}

export interface Sheet {
  readonly size: readonly [width: number, height: number];
  readonly margin: {
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
    readonly left: number;
  };
  readonly style: TextStyle;
  readonly blocks: readonly Block[];
  /** Repeated on each page; `{page}` and `{pages}` are filled in. */
  readonly head?: readonly Block[];
  readonly foot?: readonly Block[];
  /** The running head isn't on the first page. */
  readonly headFromSecond?: boolean;
  readonly manner?: Manner;
}

export const A4 = [595.28, 841.89] as const;
export const LETTER = [612, 792] as const;

export const text = (content: Cell, style: TextStyle = {}, align: Align = 'left'): Block => ({
  type: 'text',
  text: content,
  style,
  align,
});
/** Text that is broken at spaces to fill the width. */
export const prose = (content: string, style: TextStyle = {}): Block => ({
  type: 'text',
  text: content,
  style,
  wrap: true,
});
export const gap = (height: number): Block => ({ type: 'gap', height });
export const rule = (color = '#000000', thickness = 0.7): Block => ({ type: 'rule', color, thickness });
export const side = (...parts: readonly (readonly [width: number, blocks: readonly Block[]])[]): Block => ({
  type: 'side',
  parts: parts.map(([width, blocks]) => ({ width, blocks })),
});
export const margins = (top: number, sideways: number, bottom = top) => ({
  top,
  right: sideways,
  bottom,
  left: sideways,
});
