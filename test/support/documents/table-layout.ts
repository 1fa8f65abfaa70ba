import type { Cell, Column, Table, TableRow, TextStyle } from './blocks.js';
import { type Canvas, linesOf } from './canvas.js';
import { at } from './random.js';

/** Rows, titles and rulings of tables on a canvas. */
export class TableLayout {
  readonly #canvas: Canvas;

  constructor(canvas: Canvas) {
    this.#canvas = canvas;
  }

  /** Lays a table out from where the flow has arrived. */
  lay(table: Table, x: number, number: number): void {
    const left = x + (table.indent ?? 0);
    const padding = table.padding ?? 2;
    const head = () => this.#head(table, left, number);
    if (table.header !== 'none') {
      this.#canvas.room(50);
      head();
    }
    for (const [index, row] of table.rows.entries()) {
      const style = { ...this.#canvas.sheet.style, ...table.style, ...row.style };
      const leading = table.leading ?? (style.size ?? 9) * 1.25;
      const cells = table.columns.map((column) =>
        this.#cell(row.cells[column.key] ?? '', column, { ...style, ...column.style }),
      );
      const count = Math.max(1, ...cells.map((lines) => lines.length));
      const height = count * leading + 2 * padding;
      this.#canvas.y += row.gap ?? 0;
      if (
        !this.#canvas.pinned &&
        this.#canvas.y + (table.tearable ? leading + padding : height) > this.#canvas.bottom
      ) {
        this.#canvas.turn();
        if (table.header === 'each-page') head();
      }
      const fill = row.fill ?? (table.stripe && index % 2 === 1 ? table.stripe : undefined);
      if (fill)
        this.#canvas.mark({
          type: 'box',
          x: left,
          y: this.#canvas.y,
          width: tableWidth(table),
          height,
          fill,
        });
      this.#row(table, row, cells, { left, count, leading, padding, style, number, head });
      this.#rules(table, left, height);
    }
  }

  #cell(cell: Cell, column: Column, style: TextStyle): readonly string[] {
    // No program prints a text over its neighbour.
    const wraps = column.wrap || (!column.dots && (column.align ?? 'left') === 'left');
    const room = column.wrap ? column.width - 6 : column.width;
    return linesOf(cell).flatMap((line) => (wraps ? this.#canvas.wrap(line, style, room) : [line]));
  }

  #row(table: Table, row: TableRow, cells: readonly (readonly string[])[], how: RowManner): void {
    const { left, count, leading, padding, style, number, head } = how;
    this.#canvas.y += padding;
    for (let line = 0; line < count; line++) {
      if (
        line > 0 &&
        table.tearable &&
        !this.#canvas.pinned &&
        this.#canvas.y + leading > this.#canvas.bottom
      ) {
        this.#canvas.turn();
        if (table.header === 'each-page') head();
      }
      let columnLeft = left;
      for (const [index, column] of table.columns.entries()) {
        const own = at(cells, index);
        const content = own[line - (column.top ? 0 : offset(row, own.length, count))] ?? '';
        const columnStyle = { ...style, ...column.style, ...row.style };
        if (content !== '')
          this.#canvas.text(
            column.dots ? content + this.#canvas.dots(content, '', column.width, columnStyle) : content,
            columnLeft + 3,
            column.width - 6,
            this.#canvas.y + (style.size ?? 9),
            column.align ?? 'left',
            columnStyle,
            { column: index, table: number },
          );
        columnLeft += column.width;
      }
      this.#canvas.y += leading;
    }
    this.#canvas.y += padding;
  }

  #head(table: Table, left: number, number: number): void {
    const style: TextStyle = { ...this.#canvas.sheet.style, bold: true, ...table.style, ...table.headStyle };
    const leading = (style.size ?? 9) * 1.2;
    const titles = table.columns.map((column) =>
      linesOf(column.title).flatMap((line) => this.#canvas.wrap(line, style, column.width - 3)),
    );
    const count = Math.max(...titles.map((lines) => lines.length));
    const height = count * leading + 6;
    if (table.headFill)
      this.#canvas.mark({
        type: 'box',
        x: left,
        y: this.#canvas.y,
        width: tableWidth(table),
        height,
        fill: table.headFill,
      });
    let columnLeft = left;
    for (const [index, column] of table.columns.entries()) {
      const lines = at(titles, index);
      for (const [line, content] of lines.entries()) {
        const baseline = this.#canvas.y + 3 + (line + count - lines.length) * leading + (style.size ?? 9);
        if (content)
          this.#canvas.text(
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
    this.#canvas.y += height;
    if (table.rules && table.rules !== 'none')
      this.#canvas.line(left, this.#canvas.y, left + tableWidth(table), this.#canvas.y, '#333333', 0.8);
    if (table.rules === 'grid') this.#rules(table, left, height);
  }

  #rules(table: Table, left: number, height: number): void {
    const right = left + tableWidth(table);
    if (table.rules === 'rows' || table.rules === 'grid')
      this.#canvas.line(left, this.#canvas.y, right, this.#canvas.y, '#999999', 0.4);
    if (table.rules !== 'grid' && table.rules !== 'columns') return;
    let edge = left;
    for (const width of [0, ...table.columns.map((column) => column.width)]) {
      edge += width;
      this.#canvas.line(
        edge,
        Math.max(this.#canvas.sheet.margin.top, this.#canvas.y - height),
        edge,
        this.#canvas.y,
        '#999999',
        0.4,
      );
    }
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
