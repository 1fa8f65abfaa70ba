import type { Header, MarkedLine } from './model.js';

const pageMark =
  /^(?:page|sheet|seite|página|pagina|pag\.?|blad|strona|side|sida|sivu|страница|頁|页)\s*:?\s*\d+|\bpage \d+ of \d+|^\d+ ?(?:\/|of) ?\d+$|^\(?continued/iu;

/** True for a line that only numbers the page or says that a table goes on. */
export function isPageMark(text: string): boolean {
  return text.length < 120 && pageMark.test(text.trim());
}

/**
 * Lines that pages repeat at their top or bottom, digits aside: letterheads, footers, page numbers. They interrupt
 * a table without ending it. Rows, which carry figures, and column headings are never among them.
 */
export function findFurniture(lines: readonly MarkedLine[], headers: readonly Header[]): ReadonlySet<number> {
  const headed = new Set(headers.flatMap((header) => range(header.from, header.to)));
  const places = new Map<string, MarkedLine[]>();
  const furniture = new Set<number>();
  for (const line of lines) {
    if (headed.has(line.index)) continue;
    if (isPageMark(line.line.text) && line.amounts.every((amount) => !amount.strong))
      furniture.add(line.index);
    if (line.amounts.some((amount) => amount.strong)) continue;
    const key = `${line.line.text.replace(/\d+/g, '#')}@${Math.round(line.line.y / 4)}`;
    const group = places.get(key);
    if (group) group.push(line);
    else places.set(key, [line]);
  }
  for (const group of places.values()) {
    const pages = new Set(group.map((line) => line.line.page));
    if (pages.size < 2) continue;
    for (const line of group) furniture.add(line.index);
  }
  return furniture;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, offset) => from + offset);
}
