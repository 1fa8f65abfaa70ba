import { type DocumentLine, lineOf, type Word } from './lines.js';

/** Points by which a figure and the mark below it may end apart. */
const EDGE = 6;
/** Line heights between a figure and the mark below it. */
const FARTHEST = 1.6;
const mark = /^(?:CR|DR)$/iu;
const figure = /\d[.,]\d{2}$/u;

/** The word of a line that a mark alone on the line below belongs to, or -1. */
function figureAbove(line: DocumentLine, below: Word): number {
  if (below.y - line.y > below.height * FARTHEST) return -1;
  return line.words.findIndex((word) => figure.test(word.text) && Math.abs(word.right - below.right) <= EDGE);
}

/** Puts CR and DR back beside their figures where a narrow column sets them below. Lines that hold nothing else are dropped. */
export function joinSplitMarks(lines: readonly DocumentLine[]): DocumentLine[] {
  const joined: DocumentLine[] = [];
  for (const line of lines) {
    const [only, more] = line.words;
    const above = joined.at(-1);
    const alone = only !== undefined && more === undefined && mark.test(only.text);
    const at = alone && above?.page === line.page ? figureAbove(above, only) : -1;
    const own = above?.words[at];
    if (!alone || !above || !own) {
      joined.push(line);
      continue;
    }
    const x = own.right + own.height * 0.25;
    const beside: Word = { ...only, x, right: x + only.right - only.x, y: own.y };
    const words = [...above.words.slice(0, at + 1), beside, ...above.words.slice(at + 1)];
    joined[joined.length - 1] = lineOf(above.page, above.line, words);
  }
  return joined;
}
