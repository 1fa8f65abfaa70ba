import type { Cell } from '../layout/lines.js';
import type { MarkedLine, PlacedAmount, SummaryFigure } from './model.js';
import { isInParagraph, rewardBoxes } from './other-boxes.js';
import { balanceKindOf, isTotal, senseOf } from './vocabulary.js';

const LONGEST_LABEL = 90;

function kindOfLabel(label: string): SummaryFigure['kind'] | null {
  if (label.length > LONGEST_LABEL || label === '') return null;
  const balance = balanceKindOf(label);
  if (balance) return balance;
  const sense = senseOf(label);
  if (sense === null) return null;
  return sense === 'payments' ? 'total-payments' : `total-${sense}`;
}

function figure(
  line: MarkedLine,
  amount: PlacedAmount,
  label: string,
  strict: boolean,
): SummaryFigure | null {
  const kind = kindOfLabel(label);
  if (kind === null) return null;
  // Inside a table only a line that calls itself a total is one.
  if (strict && kind.startsWith('total') && !isTotal(label)) return null;
  return { kind, amount: amount.amount, line, label };
}

const clean = (text: string): string =>
  text
    .replace(/[\s:.…*]+$/u, '')
    .replace(/\s+/g, ' ')
    .trim();

/** Labels that stand on the line itself, before their figures or, at the line's start, after them. */
function inlineFigures(line: MarkedLine, amounts: readonly PlacedAmount[], strict: boolean): SummaryFigure[] {
  const figures: SummaryFigure[] = [];
  const dated = new Set(
    line.dates.flatMap((date) => Array.from({ length: date.to - date.from + 1 }, (_, at) => date.from + at)),
  );
  const texts = line.line.words.map((word, index) => (dated.has(index) ? '' : word.text));
  let from = 0;
  let label = '';
  for (const amount of amounts) {
    const own = clean(texts.slice(from, amount.from).join(' '));
    // Two figures in a row share the label before them; only the first counts.
    const after = from === 0 && own === '' ? clean(texts.slice(amount.to + 1, amount.to + 8).join(' ')) : '';
    const near = nearestText(line, amount, texts);
    const found =
      own !== '' || label === ''
        ? (figure(line, amount, own || after, strict) ??
          (near === own ? null : figure(line, amount, near, strict)))
        : null;
    if (found) figures.push(found);
    label = own || label;
    from = amount.to + 1;
  }
  return figures;
}

/** The sentence in front of a figure, within its cell. */
function nearestText(line: MarkedLine, amount: PlacedAmount, texts: readonly string[]): string {
  const before = line.line.words[amount.from - 1];
  const cell = before && line.line.cells.find(({ words }) => words.includes(before));
  if (!cell) return '';
  const { words } = line.line;
  const ended = words.slice(0, amount.from).findLastIndex((word) => /[.!?]$/.test(word.text));
  const kept = texts.filter((_, index) => {
    const word = words[index];
    return index > ended && index < amount.from && word !== undefined && cell.words.includes(word);
  });
  return clean(kept.join(' '));
}

function nearestAmount(amounts: readonly PlacedAmount[], cell: Cell): number {
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  amounts.forEach((amount, index) => {
    const shared = Math.min(amount.right, cell.right) - Math.max(amount.x, cell.x);
    const away = shared > 0 ? 0 : Math.abs(amount.x + amount.right - cell.x - cell.right) / 2;
    if (away < least) {
      least = away;
      best = index;
    }
  });
  return least < 90 ? best : -1;
}

/** What a line says in front of its first figure. */
const textBefore = ({ line, amounts }: MarkedLine): string =>
  line.words
    .slice(0, amounts[0]?.from ?? line.words.length)
    .map(({ text }) => text)
    .join(' ');

/** Labels that stand in up to three lines above their figures, as summary boxes and cards print them. */
function stackedFigures(lines: readonly MarkedLine[], at: number): SummaryFigure[] {
  const line = lines[at];
  if (!line) return [];
  const amounts = line.amounts;
  const labels = amounts.map(() => '');
  let below = line;
  for (let up = at - 1; up >= Math.max(0, at - 3); up -= 1) {
    const above = lines[up];
    if (!above || above.line.page !== line.line.page) break;
    const filled = above.amounts.filter((amount) => amount.strong).length;
    // The total of a box with a single account stands below that account's own figures.
    if (filled > 0 && up === at - 1 && filled === amounts.length && isTotal(clean(textBefore(line)))) {
      below = above;
      continue;
    }
    if (filled > 0) break;
    if (below.line.y - above.line.y > 3 * Math.max(line.line.height, above.line.height)) break;
    const { cells } = line.line;
    // A box of as many headings as values pairs them one by one, however far apart they stand.
    const paired = cells.length > 2 && cells.length === above.line.cells.length;
    for (const [place, cell] of above.line.cells.entries()) {
      const own = paired ? cells[place] : undefined;
      const index = own
        ? amounts.findIndex((amount) => amount.x < own.right && amount.right > own.x)
        : nearestAmount(amounts, cell);
      if (index >= 0) labels[index] = `${cell.text} ${labels[index] ?? ''}`.trim();
    }
    below = above;
  }
  return amounts.flatMap((amount, index) => {
    const found = amount.strong ? figure(line, amount, clean(labels[index] ?? ''), false) : null;
    return found ? [found] : [];
  });
}

/**
 * The balances and totals that a segment's lines name, each with its line: on the label's own line, or below it.
 * @param lines the segment's lines
 * @param rowLines lines that are transactions: their words label nothing
 * @param inTable lines between rows, where only what calls itself a total is one
 * @param daily lines that list balances by day
 */
export function findSummary(
  lines: readonly MarkedLine[],
  rowLines: ReadonlySet<MarkedLine>,
  inTable: ReadonlySet<MarkedLine>,
  daily: ReadonlySet<MarkedLine>,
): SummaryFigure[] {
  const rewards = rewardBoxes(lines);
  const markers = /^(?:credit|debet|debit|haben|soll)$/iu;
  return lines.flatMap((line, at) => {
    if (rowLines.has(line) || line.amounts.length === 0 || rewards.has(line)) return [];
    if (isInParagraph(line, lines)) return [];
    const amounts = line.amounts.filter((amount) => amount.strong || amount.apart);
    if (amounts.length === 0) return [];
    const inline = inlineFigures(line, amounts, inTable.has(line));
    // Below "Date | Ending balance" stand the balances of many days.
    if (inline.length > 0 || (daily.has(line) && line.dates.length > 0)) return inline;
    const named = line.line.words.filter((word) => /\p{L}{2}/u.test(word.text) && !markers.test(word.text));
    const letters = named.length;
    if (line.dates.length === 0) return letters <= 6 ? stackedFigures(lines, at) : [];
    // Beside a date only a label that says which end it is tells a box from a list of balances by day.
    return letters <= 2 ? stackedFigures(lines, at).filter(({ kind }) => kind !== 'dated') : [];
  });
}
