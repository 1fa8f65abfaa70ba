import { add, type Money } from '../../../domain/money.js';
import { corrected } from './corrected.js';
import { readStatedFigure } from './figures-told.js';
import { readIncomeBesides } from './income-told.js';
import type { Intent, ReadingWorld } from './intents.js';
import { readNeed } from './needs-told.js';
import { monthlyOf } from './rhythms.js';
import { isSupposed } from './supposed.js';

const FIGURE_NAME =
  '(?:my |our |the )?(?:rent|mortgage|bills|savings?|loan|emi|income|salary|wages?|needs|take home|in[- ]hand)';
/** What belongs to the clause before it: "18 an hour, 40 hours a week", "2,900, 3 times a year", "1,450 each". */
const GOES_ON =
  '(?!(?:about |around |usually |work |working |i work )*(?:\\S*\\d\\S*|twice|three|two|once) ?(?:hours?|hrs?|h\\b|days?|times|shifts)|\\S*\\d\\S* each\\b|(?:the )?\\d+(?:st|th)\\b|half\\b|[$€£]?\\d[\\d.,]*[\\s.!]*$)';
const CLAUSES = new RegExp(
  `[,;:]\\s(?:and |but |plus |so |then |also )*${GOES_ON}|\\s(?:and|but|plus|while|\\+|&)\\s${GOES_ON}|(?<=\\d.*)\\s(?=${FIGURE_NAME}(?: (?:is|are|comes? to|like|about|around|=)|:)* [$€£]?\\d)`,
);

/** "I make 3200 a month, rent is 1400 and bills like 300" states three figures, each in its own clause. */
export function readStatedFigures(text: string, world: ReadingWorld): readonly Intent[] {
  if (/\?\s*$/.test(text) || isSupposed(text)) return [];
  const clauses = clausesOf(text);
  const found: Intent[] = [];
  for (const clause of clauses) {
    const among = found.length > 0;
    const figure =
      readNeed(clause, world, among) ??
      readStatedFigure(clause, world) ??
      (among ? readIncomeBesides(clause, world.currency, found) : null);
    if (figure) found.push(figure);
  }
  if (found.length > 0 || clauses.length === 1) return withOneIncome(found);
  const whole = readStatedFigure(text, world);
  return whole ? [whole] : [];
}

/** The clauses of a sentence that tell of figures, in the words that stand. */
export function clausesOf(text: string): readonly string[] {
  return corrected(text).split(CLAUSES);
}

/** Pay and a pension are one income: their sum a month. What is said before tax counts only where nothing else is. */
function withOneIncome(found: readonly Intent[]): readonly Intent[] {
  const incomes = found.filter(
    (intent) => intent.kind === 'figure' && intent.figure === 'monthly_income' && intent.amount !== null,
  );
  const [first, second] = incomes;
  if (!first || !second || first.kind !== 'figure') return found;
  const sum = incomes.reduce<Money | null>((all, intent) => {
    if (intent.kind !== 'figure' || !intent.amount) return all;
    const amount = monthlyOf(intent.amount, intent.per);
    return all === null || all.currency !== amount.currency ? (all ?? amount) : add(all, amount);
  }, null);
  const one: Intent = { ...first, amount: sum, per: 'monthly' };
  return found.flatMap((intent) => (intent === first ? [one] : incomes.includes(intent) ? [] : [intent]));
}
