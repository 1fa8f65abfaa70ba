import type { Header, MarkedLine } from './model.js';

const pageMark =
  /^(?:page|sheet|seite|página|pagina|pag\.?|blad|strona|side|sida|sivu|страница|頁|页)\s*:?\s*\d+|\bpage \d+ of \d+|^\d+ ?(?:\/|of) ?\d+$|^\(?continued/iu;

/** True for a line that only numbers the page or says that a table goes on. */
export function isPageMark(text: string): boolean {
  return text.length < 120 && pageMark.test(text.trim());
}

/** "*ECB rate from 7 Mar. Report a lost card: …": a sentence behind a footnote's mark. */
function isFootnote({ line, amounts }: MarkedLine): boolean {
  const words = line.words.filter(({ text }) => /\p{Ll}{2}/u.test(text));
  return /^[*†‡§]/u.test(line.text) && words.length >= 6 && amounts.every((amount) => !amount.strong);
}

/**
 * Lines that pages repeat at their top or bottom, digits aside: letterheads, footers, page numbers. They interrupt
 * a table without ending it. Rows, which carry figures, and column headings are never among them.
 */
export function findFurniture(lines: readonly MarkedLine[], headers: readonly Header[]): ReadonlySet<number> {
  const headed = new Set(headers.flatMap((header) => range(header.from, header.to)));
  const places = new Map<string, MarkedLine[]>();
  const furniture = new Set<number>();
  const among = amongRows(lines, headers);
  for (const line of lines) {
    if (headed.has(line.index)) continue;
    if (isFootnote(line)) furniture.add(line.index);
    if (isPageMark(line.line.text) && line.amounts.every((amount) => !amount.strong))
      furniture.add(line.index);
    if (line.amounts.some((amount) => amount.strong)) continue;
    const place = `@${Math.round(line.line.y / 4)}`;
    // Among the rows the same words may stand at the same height by chance.
    const key = among(line) ? `${line.line.text}${place}#` : `${line.line.text.replace(/\d+/g, '#')}${place}`;
    const group = places.get(key);
    if (group) group.push(line);
    else places.set(key, [line]);
  }
  for (const group of places.values()) {
    const pages = new Set(group.map((line) => line.line.page));
    const [first] = group;
    if (pages.size < (first && among(first) ? MANY_PAGES : 2)) continue;
    for (const line of group) furniture.add(line.index);
  }
  return furniture;
}

/** Pages on which a line among the rows must repeat itself to be no part of them. */
const MANY_PAGES = 3;

/** Whether a line stands between its page's first heading of columns, or first row without one, and its last row. */
function amongRows(lines: readonly MarkedLine[], headers: readonly Header[]): (line: MarkedLine) => boolean {
  const spans = new Map<number, { from: number; to: number }>();
  const starts = new Set(headers.map((header) => header.from));
  for (const line of lines) {
    const row = line.dates.length > 0 && line.amounts.some((amount) => amount.strong);
    if (!row && !starts.has(line.index)) continue;
    const span = spans.get(line.line.page);
    if (span) span.to = row ? line.index : span.to;
    else spans.set(line.line.page, { from: line.index, to: line.index });
  }
  return (line) => {
    const span = spans.get(line.line.page);
    return span !== undefined && line.index > span.from && line.index < span.to;
  };
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, offset) => from + offset);
}
