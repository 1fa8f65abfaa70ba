import { anyPhrase, foldText } from '../layout/fold.js';
import type { DocumentLine } from '../layout/lines.js';
import { hasStrong } from './dating.js';
import type { MarkedLine } from './model.js';

const rewardWords = anyPhrase(
  'cash ?back|rewards?|bonus|points?|miles|loyalty|bonuspunkte|puntos|pontos|fidelite',
);
const LONGEST_TITLE = 45;
/** Points by which the lines of a box may begin apart. */
const EDGE = 16;
/** Line heights between two lines of a box. */
const FARTHEST = 2.4;

const follows = (above: DocumentLine, below: DocumentLine): boolean =>
  below.page === above.page &&
  below.y > above.y &&
  below.y - above.y <= Math.max(above.height, below.height) * FARTHEST;

/**
 * The lines of boxes under a title that speaks of rewards: what is opened, added and left there is no money of the
 * account's, though it is called a balance.
 */
export function rewardBoxes(lines: readonly MarkedLine[]): Set<MarkedLine> {
  const found = new Set<MarkedLine>();
  lines.forEach((title, at) => {
    const { line } = title;
    if (hasStrong(title) || title.dates.length > 0 || line.cells.length !== 1) return;
    if (line.text.length > LONGEST_TITLE || !rewardWords.test(foldText(line.text))) return;
    let above = line;
    for (const each of lines.slice(at + 1)) {
      const near = Math.abs((each.line.words[0]?.x ?? 0) - (line.words[0]?.x ?? 0)) <= EDGE;
      if (!follows(above, each.line) || !near || each.line.cells.length > 2) return;
      found.add(each);
      above = each.line;
    }
  });
  return found;
}

/** Words that the lines of one paragraph have together. */
const FEWEST_WORDS = 10;
const MOST_LINES = 4;

/**
 * Whether the text that a figure begins goes on from lines above: sentences in a narrow column name amounts and dates as
 * well, and no line of theirs is long.
 */
export function isInParagraph(line: MarkedLine, lines: readonly MarkedLine[]): boolean {
  const at = lines.indexOf(line);
  const figure = line.amounts.find((amount) => amount.strong);
  const cell = line.line.cells.find(
    ({ x, right }) => figure && figure.x >= x - 1 && figure.right <= right + 1,
  );
  if (!cell || !figure || figure.x > cell.x + 1 || !/\p{L}{2}.*\p{L}{2}/u.test(cell.text)) return false;
  let words = cell.words.length;
  let { y } = line.line;
  let steps = 0;
  for (let index = at - 1; index >= 0 && steps < MOST_LINES; index -= 1) {
    const above = lines[index];
    if (!above || above.line.page !== line.line.page || y - above.line.y > above.line.height * FARTHEST)
      break;
    const beside = above.line.cells.find((other) => Math.abs(other.x - cell.x) <= EDGE / 4);
    if (!beside || beside.words.length < 4) continue;
    words += beside.words.length;
    y = above.line.y;
    steps += 1;
  }
  return steps > 0 && words >= FEWEST_WORDS && /[.;]$/u.test(cell.text);
}
