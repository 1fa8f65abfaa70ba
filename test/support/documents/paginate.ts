import type { Block, Pairs, Sheet } from './blocks.js';
import { Canvas, linesOf, type Mark, type Measure } from './canvas.js';
import { TableLayout } from './table-layout.js';

/** Lays a sheet's blocks out over pages. */
export function paginate(sheet: Sheet, measure: Measure): Mark[][] {
  const flow = new Flow(sheet, measure);
  flow.blocks(sheet.blocks, sheet.margin.left, sheet.size[0] - sheet.margin.left - sheet.margin.right);
  return flow.finish();
}

class Flow {
  readonly #canvas: Canvas;
  readonly #tables: TableLayout;
  #count = 0;

  constructor(sheet: Sheet, measure: Measure) {
    this.#canvas = new Canvas(sheet, measure, () => {
      const first = this.#canvas.pages.length === 1;
      if (sheet.head && !(first && sheet.headFromSecond)) this.#running(sheet.head);
    });
    this.#tables = new TableLayout(this.#canvas);
    this.#canvas.turn();
  }

  #running(blocks: readonly Block[]): void {
    const { left, right } = this.#canvas.sheet.margin;
    const pinned = this.#canvas.pinned;
    this.#canvas.pinned = true;
    this.blocks(blocks, left, this.#canvas.sheet.size[0] - left - right);
    this.#canvas.pinned = pinned;
  }

  blocks(blocks: readonly Block[], x: number, width: number): void {
    for (const block of blocks) this.#block(block, x, width);
  }

  #block(block: Block, x: number, width: number): void {
    switch (block.type) {
      case 'gap':
        this.#canvas.y += block.height;
        return;
      case 'page':
        this.#canvas.turn();
        return;
      case 'rule':
        this.#canvas.line(
          x,
          this.#canvas.y,
          x + width,
          this.#canvas.y,
          block.color ?? '#000000',
          block.thickness ?? 0.7,
        );
        this.#canvas.y += 4;
        return;
      case 'pin':
        this.#canvas.mark({
          type: 'text',
          text: block.text,
          x: block.x,
          y: block.y,
          style: { ...this.#canvas.sheet.style, ...block.style },
          ...(block.angle ? { angle: block.angle } : {}),
        });
        return;
      case 'text': {
        const style = { ...this.#canvas.sheet.style, ...block.style };
        const left = x + (block.indent ?? 0);
        const room = block.width ?? width - (block.indent ?? 0);
        const lines = linesOf(block.text).flatMap((line) =>
          block.wrap ? this.#canvas.wrap(line, style, room) : [line],
        );
        for (const line of lines) {
          const leading = (style.size ?? 9) * 1.3;
          this.#canvas.room(leading);
          this.#canvas.text(
            line,
            left,
            room,
            this.#canvas.y + (style.size ?? 9),
            block.align ?? 'left',
            style,
          );
          this.#canvas.y += leading;
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
        this.#tables.lay(block, x, ++this.#count);
    }
  }

  #side(parts: readonly { width: number; blocks: readonly Block[] }[], x: number): void {
    const top = this.#canvas.y;
    const pinned = this.#canvas.pinned;
    this.#canvas.pinned = true;
    let lowest = top;
    let left = x;
    for (const part of parts) {
      this.#canvas.y = top;
      this.blocks(part.blocks, left, part.width);
      lowest = Math.max(lowest, this.#canvas.y);
      left += part.width;
    }
    this.#canvas.pinned = pinned;
    this.#canvas.y = lowest;
  }

  #pairs(block: Pairs, x: number): void {
    const style = { ...this.#canvas.sheet.style, ...block.style };
    const size = style.size ?? 9;
    const leading = size * 1.45;
    const pad = block.boxed || block.fill ? 5 : 0;
    const left = x + (block.indent ?? 0);
    this.#canvas.room(leading * block.rows.length + 2 * pad);
    const box = {
      type: 'box' as const,
      x: left,
      y: this.#canvas.y,
      width: block.width,
      height: leading * block.rows.length + 2 * pad,
    };
    if (block.fill) this.#canvas.mark({ ...box, fill: block.fill });
    if (block.boxed) this.#canvas.mark({ ...box, stroke: '#555555' });
    this.#canvas.y += pad;
    for (const [index, [label, value]] of block.rows.entries()) {
      const last = index === block.rows.length - 1;
      const own = block.boldLast && last ? { ...style, bold: true } : style;
      const baseline = this.#canvas.y + size;
      const inner = block.width - 2 * pad;
      if (block.valueAt !== undefined) {
        this.#canvas.text(label, left + pad, inner, baseline, 'left', own);
        this.#canvas.text(value, left + pad + block.valueAt, inner, baseline, 'left', own);
      } else {
        const dots = block.dots ? this.#canvas.dots(label, value, inner, own) : '';
        this.#canvas.text(label + dots, left + pad, inner, baseline, 'left', own);
        this.#canvas.text(value, left + pad, inner, baseline, 'right', own);
      }
      this.#canvas.y += leading;
    }
    this.#canvas.y += pad;
  }

  finish(): Mark[][] {
    const pages = this.#canvas.pages.length;
    if (this.#canvas.sheet.foot) {
      const kept = [...this.#canvas.pages];
      for (const marks of kept) {
        this.#canvas.pages.splice(0, this.#canvas.pages.length, marks);
        this.#canvas.y = this.#canvas.bottom + 8;
        this.#running(this.#canvas.sheet.foot);
      }
      this.#canvas.pages.splice(0, this.#canvas.pages.length, ...kept);
    }
    return this.#canvas.pages.map((marks, index) =>
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
