import type { Block, Cell, Column, Sheet, Table, TableRow, TextStyle } from './blocks.js';

/** A sheet as a web page, for a browser's own PDF printing: its tables, wrapping and page breaks, not ours. */
export function renderHtml(sheet: Sheet): string {
  const { top, right, bottom, left } = sheet.margin;
  return `<!doctype html><html><head><meta charset="utf-8"><style>
@page { size: ${sheet.size[0]}pt ${sheet.size[1]}pt; margin: ${top}pt ${right}pt ${bottom}pt ${left}pt; }
* { box-sizing: border-box; }
body { margin: 0; ${css(sheet.style)} }
table { border-collapse: collapse; table-layout: fixed; }
tr { break-inside: avoid; } .tearable tr { break-inside: auto; }
thead.once { display: table-row-group; }
td, th { vertical-align: top; text-align: left; font-weight: inherit; }
.middle td { vertical-align: middle; } .bottom td { vertical-align: bottom; } td.top { vertical-align: top !important; }
.rows td, .grid td, .grid th { border-bottom: .4pt solid #999; } .grid td, .grid th, .columns td, .columns th { border-left: .4pt solid #999; border-right: .4pt solid #999; }
.ruled thead th { border-bottom: .8pt solid #333; }
.side { display: flex; } .pair { display: flex; justify-content: space-between; }
.pin { position: absolute; }
</style></head><body>${watermark(sheet)}${[...(sheet.head ?? []), ...sheet.blocks, ...(sheet.foot ?? [])].map((block) => htmlOf(block)).join('\n')}</body></html>`;
}

const FACES = {
  sans: 'Arial, Helvetica, sans-serif',
  serif: '"Times New Roman", serif',
  mono: '"Courier New", monospace',
  inter: 'Verdana, sans-serif',
  japanese: 'sans-serif',
  unembedded: 'sans-serif',
} as const;

const escaped = (content: string) =>
  content
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace('{page}', '1')
    .replace('{pages}', '1');
const linesOf = (cell: Cell) => (typeof cell === 'string' ? [cell] : cell);
/** Spaces that keep columns apart inside one text are kept as printed. */
const htmlLines = (cell: Cell) =>
  linesOf(cell)
    .map((line) => escaped(line).replace(/ {2,}/g, (run) => '&nbsp;'.repeat(run.length)))
    .join('<br>');

function css(style: TextStyle): string {
  return [
    style.face ? `font-family: ${FACES[style.face].replaceAll('"', "'")}` : '',
    style.size ? `font-size: ${style.size}pt; line-height: 1.3` : '',
    style.bold === undefined ? '' : `font-weight: ${style.bold ? 700 : 400}`,
    style.color ? `color: ${style.color}` : '',
    style.spacing ? `letter-spacing: ${style.spacing}pt` : '',
  ]
    .filter((rule) => rule !== '')
    .join('; ');
}

function watermark(sheet: Sheet): string {
  const word = sheet.manner?.watermark;
  return word
    ? `<div style="position: fixed; top: 40%; left: 15%; transform: rotate(-40deg); font-size: 72pt; color: #eee; z-index: -1">${word}</div>`
    : '';
}

function htmlOf(block: Block): string {
  switch (block.type) {
    case 'gap':
      return `<div style="height: ${block.height}pt"></div>`;
    case 'page':
      return '<div style="break-before: page"></div>';
    case 'rule':
      return `<hr style="border: 0; border-top: ${block.thickness ?? 0.7}pt solid ${block.color ?? '#000'}; margin: 0 0 4pt">`;
    case 'pin':
      return `<div class="pin" style="left: ${block.x}pt; top: ${block.y}pt; transform: rotate(${block.angle ?? 0}deg); ${css(block.style ?? {})}">${escaped(block.text)}</div>`;
    case 'text':
      return `<div style="margin-left: ${block.indent ?? 0}pt; text-align: ${block.align ?? 'left'}; ${css(block.style ?? {})}">${htmlLines(block.text)}</div>`;
    case 'side':
      return `<div class="side">${block.parts.map((part) => `<div style="width: ${part.width}pt">${part.blocks.map(htmlOf).join('')}</div>`).join('')}</div>`;
    case 'pairs': {
      const box = `${block.boxed ? 'border: .6pt solid #555; padding: 5pt;' : ''}${block.fill ? `background: ${block.fill}; padding: 5pt;` : ''}`;
      const rows = block.rows.map(([label, value], index) => {
        const bold = block.boldLast && index === block.rows.length - 1 ? 'font-weight: 700;' : '';
        return block.valueAt === undefined
          ? `<div class="pair" style="${bold}"><span>${escaped(label)}</span><span>${escaped(value)}</span></div>`
          : `<div style="display: flex; ${bold}"><span style="width: ${block.valueAt}pt">${escaped(label)}</span><span>${escaped(value)}</span></div>`;
      });
      return `<div style="width: ${block.width}pt; margin-left: ${block.indent ?? 0}pt; ${box} ${css(block.style ?? {})}">${rows.join('')}</div>`;
    }
    case 'table':
      return htmlTable(block);
  }
}

function htmlTable(table: Table): string {
  const padding = `padding: ${table.padding ?? 2}pt 3pt`;
  const head =
    table.header === 'none'
      ? ''
      : `<thead class="${table.header === 'once' ? 'once' : ''}"><tr style="background: ${table.headFill ?? 'none'}; font-weight: 700; ${css(table.headStyle ?? {})}">${table.columns.map((column) => `<th style="${padding}; text-align: ${column.titleAlign ?? column.align ?? 'left'}">${htmlLines(column.title)}</th>`).join('')}</tr></thead>`;
  const rows = table.rows.map((row, index) => htmlRow(table, row, padding, index));
  const classes = `${table.rules ?? 'none'} ${table.rules && table.rules !== 'none' ? 'ruled' : ''} ${table.tearable ? 'tearable' : ''}`;
  const width = table.columns.reduce((sum, column) => sum + column.width, 0);
  return `<table class="${classes}" style="width: ${width}pt; margin-left: ${table.indent ?? 0}pt; ${css(table.style ?? {})}"><colgroup>${table.columns.map((column) => `<col style="width: ${column.width}pt">`).join('')}</colgroup>${head}<tbody>${rows.join('\n')}</tbody></table>`;
}

function htmlRow(table: Table, row: TableRow, padding: string, index: number): string {
  const fill = row.fill ?? (index % 2 === 1 ? table.stripe : undefined);
  const cell = (column: Column) =>
    `<td class="${column.top ? 'top' : ''}" style="${padding}; text-align: ${column.align ?? 'left'}; ${column.align === 'right' ? 'white-space: nowrap;' : 'overflow-wrap: anywhere;'} ${css(column.style ?? {})}">${htmlLines(row.cells[column.key] ?? '')}</td>`;
  return `<tr class="${row.anchor ?? ''}" style="${fill ? `background: ${fill};` : ''} ${css(row.style ?? {})}">${table.columns.map(cell).join('')}</tr>`;
}
