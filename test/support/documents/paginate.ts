import type { Align, Block, Cell, Column, Pairs, Sheet, Table, TableRow, TextStyle } from './blocks.js';
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

const linesOf = (cell: Cell): readonly string[] => (typeof cell === 'string' ? [cell] : cell);

/** Lays a sheet's blocks out over pages. */
export function paginate(sheet: Sheet, measure: Measure): Mark[][] {
  const flow = new Flow(sheet, measure);
  flow.blocks(sheet.blocks, sheet.margin.left, sheet.size[0] - sheet.margin.left - sheet.margin.right);
  return flow.finish();
}

class Flow {
  readonly #sheet: Sheet;
  readonly #measure: Measure;
  readonly #pages: Mark[][] = [];
  #y = 0;
  #tables = 0;
  /** Inside side-by-side parts nothing moves to another page. */
  #pinned = false;

  constructor(sheet: Sheet, measure: Measure) {
    this.#sheet = sheet;
    this.#measure = measure;
    this.#turn();
  }

  get #bottom(): number {
    return this.#sheet.size[1] - this.#sheet.margin.bottom;
  }

  get #marks(): Mark[] {
    return at(this.#pages, this.#pages.length - 1);
  }

  #turn(): void {
    this.#pages.push([]);
    this.#y = this.#sheet.margin.top;
    const first = this.#pages.length === 1;
    if (this.#sheet.head && !(first && this.#sheet.headFromSecond)) this.#running(this.#sheet.head);
  }

  #running(blocks: readonly Block[]): void {
    const { left, right } = this.#sheet.margin;
    const pinned = this.#pinned;
    this.#pinned = true;
    this.blocks(blocks, left, this.#sheet.size[0] - left - right);
    this.#pinned = pinned;
  }

  #room(height: number): void {
    if (!this.#pinned && this.#y + height > this.#bottom) this.#turn();
  }

  blocks(blocks: readonly Block[], x: number, width: number): void {
    for (const block of blocks) this.#block(block, x, width);
  }

  #block(block: Block, x: number, width: number): void {
    switch (block.type) {
      case 'gap':
        this.#y += block.height;
        return;
      case 'page':
        this.#turn();
        return;
      case 'rule':
        this.#line(x, this.#y, x + width, this.#y, block.color ?? '#000000', block.thickness ?? 0.7);
        this.#y += 4;
        return;
      case 'pin':
        this.#marks.push({
          type: 'text',
          text: block.text,
          x: block.x,
          y: block.y,
          style: { ...this.#sheet.style, ...block.style },
          ...(block.angle ? { angle: block.angle } : {}),
        });
        return;
      case 'text': {
        const style = { ...this.#sheet.style, ...block.style };
        const left = x + (block.indent ?? 0);
        const room = block.width ?? width - (block.indent ?? 0);
        const lines = linesOf(block.text).flatMap((line) =>
          block.wrap ? this.#wrap(line, style, room) : [line],
        );
        for (const line of lines) {
          const leading = (style.size ?? 9) * 1.3;
          this.#room(leading);
          this.#text(line, left, room, this.#y + (style.size ?? 9), block.align ?? 'left', style);
          this.#y += leading;
        }
        return;
      }
      case 'side':
        this.#side(block.parts, x);
        return;
      case 'pairs':
        this.#pairs(block, x);
        return;
      case 'table':
        this.#table(block, x);
    }
  }

  #side(parts: readonly { width: number; blocks: readonly Block[] }[], x: number): void {
    const top = this.#y;
    const pinned = this.#pinned;
    this.#pinned = true;
    let lowest = top;
    let left = x;
    for (const part of parts) {
      this.#y = top;
      this.blocks(part.blocks, left, part.width);
      lowest = Math.max(lowest, this.#y);
      left += part.width;
    }
    this.#pinned = pinned;
    this.#y = lowest;
  }

  #pairs(block: Pairs, x: number): void {
    const style = { ...this.#sheet.style, ...block.style };
    const size = style.size ?? 9;
    const leading = size * 1.45;
    const pad = block.boxed || block.fill ? 5 : 0;
    const left = x + (block.indent ?? 0);
    this.#room(leading * block.rows.length + 2 * pad);
    const box = {
      type: 'box' as const,
      x: left,
      y: this.#y,
      width: block.width,
      height: leading * block.rows.length + 2 * pad,
    };
    if (block.fill) this.#marks.push({ ...box, fill: block.fill });
    if (block.boxed) this.#marks.push({ ...box, stroke: '#555555' });
    this.#y += pad;
    for (const [index, [label, value]] of block.rows.entries()) {
      const last = index === block.rows.length - 1;
      const own = block.boldLast && last ? { ...style, bold: true } : style;
      const baseline = this.#y + size;
      const inner = block.width - 2 * pad;
      if (block.valueAt !== undefined) {
        this.#text(label, left + pad, inner, baseline, 'left', own);
        this.#text(value, left + pad + block.valueAt, inner, baseline, 'left', own);
      } else {
        const dots = block.dots ? this.#dots(label, value, inner, own) : '';
        this.#text(label + dots, left + pad, inner, baseline, 'left', own);
        this.#text(value, left + pad, inner, baseline, 'right', own);
      }
      this.#y += leading;
    }
    this.#y += pad;
  }

  #dots(label: string, value: string, width: number, style: TextStyle): string {
    const room = width - this.#measure(label, style) - this.#measure(value, style) - 8;
    return ` ${'.'.repeat(Math.max(0, Math.floor(room / this.#measure('.', style))))}`;
  }

  #table(table: Table, x: number): void {
    const left = x + (table.indent ?? 0);
    const number = ++this.#tables;
    const padding = table.padding ?? 2;
    const head = () => this.#head(table, left, number);
    if (table.header !== 'none') {
      this.#room(50);
      head();
    }
    for (const [index, row] of table.rows.entries()) {
      const style = { ...this.#sheet.style, ...table.style, ...row.style };
      const leading = table.leading ?? (style.size ?? 9) * 1.25;
      const cells = table.columns.map((column) =>
        this.#cell(row.cells[column.key] ?? '', column, { ...style, ...column.style }),
      );
      const count = Math.max(1, ...cells.map((lines) => lines.length));
      const height = count * leading + 2 * padding;
      this.#y += row.gap ?? 0;
      if (!this.#pinned && this.#y + (table.tearable ? leading + padding : height) > this.#bottom) {
        this.#turn();
        if (table.header === 'each-page') head();
      }
      const fill = row.fill ?? (table.stripe && index % 2 === 1 ? table.stripe : undefined);
      if (fill)
        this.#marks.push({ type: 'box', x: left, y: this.#y, width: tableWidth(table), height, fill });
      this.#row(table, row, cells, { left, count, leading, padding, style, number, head });
      this.#rules(table, left, height);
    }
  }

  #cell(cell: Cell, column: Column, style: TextStyle): readonly string[] {
    return linesOf(cell).flatMap((line) =>
      column.wrap ? this.#wrap(line, style, column.width - 6) : [line],
    );
  }

  #row(table: Table, row: TableRow, cells: readonly (readonly string[])[], how: RowManner): void {
    const { left, count, leading, padding, style, number, head } = how;
    this.#y += padding;
    for (let line = 0; line < count; line++) {
      if (line > 0 && table.tearable && !this.#pinned && this.#y + leading > this.#bottom) {
        this.#turn();
        if (table.header === 'each-page') head();
      }
      let columnLeft = left;
      for (const [index, column] of table.columns.entries()) {
        const own = at(cells, index);
        const content = own[line - (column.top ? 0 : offset(row, own.length, count))] ?? '';
        const columnStyle = { ...style, ...column.style, ...row.style };
        if (content !== '')
          this.#text(
            column.dots ? content + this.#dots(content, '', column.width, columnStyle) : content,
            columnLeft + 3,
            column.width - 6,
            this.#y + (style.size ?? 9),
            column.align ?? 'left',
            columnStyle,
            { column: index, table: number },
          );
        columnLeft += column.width;
      }
      this.#y += leading;
    }
    this.#y += padding;
  }

  #head(table: Table, left: number, number: number): void {
    const style: TextStyle = { ...this.#sheet.style, bold: true, ...table.style, ...table.headStyle };
    const leading = (style.size ?? 9) * 1.2;
    const titles = table.columns.map((column) => linesOf(column.title));
    const count = Math.max(...titles.map((lines) => lines.length));
    const height = count * leading + 6;
    if (table.headFill)
      this.#marks.push({
        type: 'box',
        x: left,
        y: this.#y,
        width: tableWidth(table),
        height,
        fill: table.headFill,
      });
    let columnLeft = left;
    for (const [index, column] of table.columns.entries()) {
      const lines = at(titles, index);
      for (const [line, content] of lines.entries()) {
        const baseline = this.#y + 3 + (line + count - lines.length) * leading + (style.size ?? 9);
        if (content)
          this.#text(
            content,
            columnLeft + 3,
            column.width - 6,
            baseline,
            column.titleAlign ?? column.align ?? 'left',
            style,
            { column: index, table: number },
          );
      }
      columnLeft += column.width;
    }
    this.#y += height;
    if (table.rules && table.rules !== 'none')
      this.#line(left, this.#y, left + tableWidth(table), this.#y, '#333333', 0.8);
    if (table.rules === 'grid') this.#rules(table, left, height);
  }

  #rules(table: Table, left: number, height: number): void {
    const right = left + tableWidth(table);
    if (table.rules === 'rows' || table.rules === 'grid')
      this.#line(left, this.#y, right, this.#y, '#999999', 0.4);
    if (table.rules !== 'grid' && table.rules !== 'columns') return;
    let edge = left;
    for (const width of [0, ...table.columns.map((column) => column.width)]) {
      edge += width;
      this.#line(edge, Math.max(this.#sheet.margin.top, this.#y - height), edge, this.#y, '#999999', 0.4);
    }
  }

  #line(x1: number, y1: number, x2: number, y2: number, color: string, thickness: number): void {
    this.#marks.push({ type: 'line', x1, y1, x2, y2, color, thickness });
  }

  #text(
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
    this.#marks.push({ type: 'text', text: content, x: left, y, style, ...place });
  }

  #wrap(line: string, style: TextStyle, width: number): string[] {
    const lines: string[] = [];
    let current = '';
    for (const word of line.split(' ')) {
      const longer = current === '' ? word : `${current} ${word}`;
      if (current !== '' && this.#measure(longer, style) > width) {
        lines.push(current);
        current = word;
      } else current = longer;
    }
    return [...lines, current];
  }

  /** Adds the running foot and fills in the page numbers. */
  finish(): Mark[][] {
    const pages = this.#pages.length;
    if (this.#sheet.foot) {
      const kept = [...this.#pages];
      for (const marks of kept) {
        this.#pages.splice(0, this.#pages.length, marks);
        this.#y = this.#bottom + 8;
        this.#running(this.#sheet.foot);
      }
      this.#pages.splice(0, this.#pages.length, ...kept);
    }
    return this.#pages.map((marks, index) =>
      marks.map((mark) =>
        mark.type === 'text'
          ? {
              ...mark,
              text: mark.text.replace('{page}', String(index + 1)).replace('{pages}', String(pages)),
            }
          : mark,
      ),
    );
  }
}

interface RowManner {
  readonly left: number;
  readonly count: number;
  readonly leading: number;
  readonly padding: number;
  readonly style: TextStyle;
  readonly number: number;
  readonly head: () => void;
}

const tableWidth = (table: Table) => table.columns.reduce((width, column) => width + column.width, 0);

/** The line at which a shorter cell begins beside a taller one. */
function offset(row: TableRow, own: number, count: number): number {
  if (row.anchor === 'middle') return Math.floor((count - own) / 2);
  return row.anchor === 'bottom' ? count - own : 0;
}
