import type { Parsed } from './parse-line.js';
import { standsInText, type TextSide } from './row-places.js';
import type { Block } from './tables.js';
import { balanceKindOf } from './vocabulary.js';

/** Rows that must print their figures below their first line before the table is taken to do so. */
const FEWEST = 3;
/** Share of them that rows with text below their figures may be. */
const MOST_AGAINST = 0.1;

/**
 * Whether a table prints a row's figures in its last line, so that a text between two rows begins the second: dated
 * texts whose figures follow in a line below, and hardly a text that ends a day without figures after it.
 * @param lines each block's lines
 */
export function printsFiguresLast(lines: ReadonlyMap<Block, readonly Parsed[]>, height: number): boolean {
  let [below, above] = [0, 0];
  for (const [{ textX }, block] of lines) {
    block.forEach((line, index) => {
      const [before, next] = [block[index - 1], block[index + 1]];
      if (!next || next.line.line.page !== line.line.line.page) return;
      if (line.date && !line.hasMoney && line.text !== '') {
        const follows = block.slice(index + 1).find((other) => other.hasMoney || other.date);
        if (follows?.hasMoney && !follows.date && balanceKindOf(follows.text) === null) below += 1;
      }
      const bare =
        !line.date && !line.hasMoney && standsInText(line, textX ?? Number.NEGATIVE_INFINITY, height);
      const ends = next.date !== null || (next.hasMoney && balanceKindOf(next.text) !== null);
      if (bare && ends && before && (before.hasMoney || before.date)) above += 1;
    });
  }
  return below >= FEWEST && above <= below * MOST_AGAINST;
}

/** Share of the texts between two rows that must stand nearer to the row above. */
const NEARLY_ALL = 0.9;
/** A gap is smaller than another below this share of it. */
const NEARER = 0.96;

/** Where the texts between two rows belong: they stand nearer to it, page after page, if only by a little. */
export function sideOfTexts(lines: ReadonlyMap<Block, readonly Parsed[]>, height: number): TextSide {
  let [above, below, others] = [0, 0, 0];
  for (const [{ textX }, block] of lines) {
    block.forEach((line, index) => {
      const [before, next] = [block[index - 1], block[index + 1]];
      if (!before || !next || line.date || line.hasMoney) return;
      const { page, y } = line.line.line;
      if (before.line.line.page !== page || next.line.line.page !== page || !next.hasMoney) return;
      if (!standsInText(line, textX ?? Number.NEGATIVE_INFINITY, height)) return;
      const [over, under] = [y - before.line.line.y, next.line.line.y - y];
      if (over < under * NEARER) above += 1;
      else if (under < over * NEARER) below += 1;
      else others += 1;
    });
  }
  const most = (above + below + others) * NEARLY_ALL;
  if (above >= FEWEST && above >= most) return 'above';
  return below > 0 && below >= most ? 'below' : null;
}
