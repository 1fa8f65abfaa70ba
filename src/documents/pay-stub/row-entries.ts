import type { Entry } from '../entries.js';
import type { DocumentLine } from '../layout/lines.js';

const longRate = /^\p{Sc} ?\d+[.,]\d{3,}$/u;

/** "2.50  $31.2075  $78.02": a rate with more decimals than money has parts no row in two. */
export function joinedAtRates(entries: readonly Entry[]): Entry[] {
  const joined: Entry[] = [];
  for (const entry of entries) {
    const last = joined.at(-1);
    if (last && last.figures.length > 0 && longRate.test(entry.label)) {
      joined[joined.length - 1] = { ...last, figures: [...last.figures, ...entry.figures] };
    } else joined.push(entry);
  }
  return joined;
}

/** The entries without bare whole numbers in front of amounts, or without amounts: codes, counts, "filing status S 0". */
export function pricedEntries(entries: readonly Entry[]): Entry[] {
  return entries.map((entry) => {
    const first = entry.figures.findIndex((figure) => !figure.plain);
    return { ...entry, figures: first < 0 ? [] : entry.figures.slice(first) };
  });
}

/** So many rows begin where a list of names does. */
const rowsOfList = 3;

/** Where the names of rows begin: the left edges of cells that figures follow in their line, as often as a list has rows. */
export function nameEdges(
  lines: readonly DocumentLine[],
  entries: readonly (readonly Entry[])[],
): Set<string> {
  const counts = new Map<string, number>();
  for (const [index, line] of lines.entries()) {
    if (!entries[index]?.some(({ figures }) => figures.length > 0)) continue;
    for (const cell of line.cells) {
      if (!/\p{L}{2}/u.test(cell.text)) continue;
      const key = edgeOf(line.page, cell.x);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return new Set([...counts].filter(([, count]) => count >= rowsOfList).map(([key]) => key));
}

const edgeOf = (page: number, x: number) => `${page}:${Math.round(x)}`;

/** Points of white between two texts that are no longer one label. */
const farApart = 60;

/** A label that begins where a list's names do has none of the texts of another list in front of it. */
export function fromNameEdge(entry: Entry, edges: ReadonlySet<string>): Entry {
  const { cells, page } = entry.line;
  const [firstFigure] = entry.figures;
  const own = cells.filter(({ x }) => x >= entry.x - 1 && (!firstFigure || x < firstFigure.x));
  for (let place = own.length - 1; place > 0; place -= 1) {
    const [cell, before] = [own[place], own[place - 1]];
    if (!cell || !before || !edges.has(edgeOf(page, cell.x)) || cell.x - before.right < farApart) continue;
    return {
      ...entry,
      label: own
        .slice(place)
        .map(({ text }) => text)
        .join(' '),
      x: cell.x,
    };
  }
  return entry;
}
