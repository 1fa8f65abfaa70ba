import type { Align, Cell, Sheet, TextStyle } from './blocks.js';
import { at } from './random.js';

/** What is drawn: text by its baseline, lines and filled boxes, y down from the page's top. */
export type Mark =
  | {
      readonly type: 'text';
      readonly text: string;
      readonly x: number;
      readonly y: number;
      readonly style: TextStyle;
      readonly angle?: number;
      readonly column?: number;
      readonly table?: number;
    }
  | {
      readonly type: 'line';
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
      readonly color: string;
      readonly thickness: number;
    }
  | {
      readonly type: 'box';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly fill?: string;
      readonly stroke?: string;
    };

export type Measure = (text: string, style: TextStyle) => number;

export const linesOf = (cell: Cell): readonly string[] => (typeof cell === 'string' ? [cell] : cell);

/** Pages being filled from the top: where the flow has arrived, and what was put down. */
export class Canvas {
  readonly sheet: Sheet;
  readonly pages: Mark[][] = [];
  y = 0;
  /** Inside side-by-side parts and running heads nothing moves to another page. */
  pinned = false;
  readonly #measure: Measure;
  readonly #onTurn: () => void;

  /** `onTurn` is called when a page begins. */
  constructor(sheet: Sheet, measure: Measure, onTurn: () => void) {
    this.sheet = sheet;
    this.#measure = measure;
    this.#onTurn = onTurn;
  }

  get bottom(): number {
    return this.sheet.size[1] - this.sheet.margin.bottom;
  }

  mark(mark: Mark): void {
    at(this.pages, this.pages.length - 1).push(mark);
  }

  /** Begins a page. */
  turn(): void {
    this.pages.push([]);
    this.y = this.sheet.margin.top;
    this.#onTurn();
  }

  /** Begins a page unless so much room is left. */
  room(height: number): void {
    if (!this.pinned && this.y + height > this.bottom) this.turn();
  }

  line(x1: number, y1: number, x2: number, y2: number, color: string, thickness: number): void {
    this.mark({ type: 'line', x1, y1, x2, y2, color, thickness });
  }

  /** Puts a line of text into a box, its baseline at y. */
  text(
    content: string,
    x: number,
    width: number,
    y: number,
    align: Align,
    style: TextStyle,
    place: { column?: number; table?: number } = {},
  ): void {
    if (content === '') return;
    const own = align === 'left' ? 0 : this.#measure(content, style);
    const left = align === 'right' ? x + width - own : align === 'center' ? x + (width - own) / 2 : x;
    this.mark({ type: 'text', text: content, x: left, y, style, ...place });
  }

  /** Breaks a line at spaces so that it fits, and words that are too long by themselves. */
  wrap(line: string, style: TextStyle, width: number): string[] {
    const lines: string[] = [];
    let current = '';
    for (const word of line.split(' ').flatMap((each) => this.#fitting(each, style, width))) {
      const longer = current === '' ? word : `${current} ${word}`;
      if (current !== '' && this.#measure(longer, style) > width) {
        lines.push(current);
        current = word;
      } else current = longer;
    }
    return [...lines, current];
  }

  /** A word in pieces that fit. */
  #fitting(word: string, style: TextStyle, width: number): string[] {
    const pieces: string[] = [];
    let current = '';
    for (const letter of word) {
      if (current !== '' && this.#measure(current + letter, style) > width) {
        pieces.push(current);
        current = letter;
      } else current += letter;
    }
    return [...pieces, current];
  }

  /** The dots between a label and a value. */
  dots(label: string, value: string, width: number, style: TextStyle): string {
    const room = width - this.#measure(label, style) - this.#measure(value, style) - 8;
    return ` ${'.'.repeat(Math.max(0, Math.floor(room / this.#measure('.', style))))}`;
  }
}
