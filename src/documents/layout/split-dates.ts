import { type DocumentLine, lineOf, type Word } from './lines.js';
import { monthOfName } from './months.js';

/** Days with their month below them before a document is taken to print its dates so. */
const FEWEST = 3;
/** Line heights between a day and its month. */
const FARTHEST = 2.2;
/** Points by which the two may begin apart. */
const EDGE = 3;

const first = (line: DocumentLine): Word | undefined => line.words[0];

/** The first word stands apart from what follows it. */
function isApart({ words }: DocumentLine): boolean {
  const [word, next] = words;
  return word !== undefined && (!next || next.x - word.right > word.height * 0.5);
}

/** For each line that begins with a day, the line below that begins with its month: a narrow column broke the date. */
function monthsBelow(lines: readonly DocumentLine[]): Map<number, number> {
  const found = new Map<number, number>();
  lines.forEach((line, index) => {
    const day = first(line);
    if (!day || !isApart(line) || !/^(?:0?[1-9]|[12]\d|3[01])$/.test(day.text)) return;
    for (let below = index + 1; below < lines.length; below += 1) {
      const other = lines[below];
      const word = other && first(other);
      if (!other || !word || other.page !== line.page || word.y - day.y > day.height * FARTHEST) return;
      if (Math.abs(word.x - day.x) > EDGE) continue;
      if (isApart(other) && monthOfName(word.text) !== null) found.set(index, below);
      return;
    }
  });
  return found;
}

/**
 * Puts months back beside their days where a narrow column sets them below one another ("16" over "Dec"). Lines that hold
 * nothing else are dropped.
 */
export function joinSplitDates(lines: readonly DocumentLine[]): DocumentLine[] {
  const months = monthsBelow(lines);
  if (months.size < FEWEST) return [...lines];
  const lower = new Set(months.values());
  return lines.flatMap((line, index) => {
    const below = months.get(index);
    const month = below === undefined ? undefined : lines[below]?.words[0];
    const words = lower.has(index) ? line.words.slice(1) : line.words;
    const [day, ...rest] = words;
    if (!day) return [];
    if (!month) return [lineOf(line.page, line.line, words)];
    const x = day.right + day.height * 0.2;
    // What follows keeps its place: the date's column is as narrow as it was.
    const room = (rest[0]?.x ?? Number.POSITIVE_INFINITY) - day.height * 0.3;
    const right = Math.max(x + 1, Math.min(x + month.right - month.x, room));
    const beside = { ...month, x, right, y: day.y };
    return [lineOf(line.page, line.line, [day, beside, ...rest])];
  });
}
