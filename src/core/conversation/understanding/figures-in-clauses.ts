import { add, type Money, multiply } from '../../../domain/money.js';
import { readStatedFigure } from './figures-told.js';
import { readIncomeBesides } from './income-told.js';
import type { Intent, ReadingWorld } from './intents.js';
import { readNeed } from './needs-told.js';
import type { AmountCadence } from './rhythms.js';
import { isSupposed } from './supposed.js';

const FIGURE_NAME =
  '(?:my |our |the )?(?:rent|mortgage|bills|savings?|loan|emi|income|salary|wages?|needs|take home|in[- ]hand)';
/** What belongs to the clause before it: "18 an hour, 40 hours a week", "2,900, 3 times a year", "1,450 each". */
const GOES_ON =
  '(?!(?:about |around |usually |work |working |i work )*(?:\\S*\\d\\S*|twice|three|two|once) ?(?:hours?|hrs?|h\\b|days?|times|shifts)|\\S*\\d\\S* each\\b|(?:the )?\\d+(?:st|th)\\b|half\\b|[$€£]?\\d[\\d.,]*[\\s.!]*$)';
const CLAUSES = new RegExp(
  `[,;:]\\s(?:and |but |plus |so |then |also )*${GOES_ON}|\\s(?:and|but|plus|while|\\+|&)\\s${GOES_ON}|(?<=\\d.*)\\s(?=${FIGURE_NAME}(?: (?:is|are|comes? to|like|about|around|=)|:)* [$€£]?\\d)`,
);

/** "My rent is going from 950 to 1020 in january": what holds now. */
const RISING =
  / (?:is |are |has |have )?(?:going|went|goes|gone|rising|rose|rises|moving|moved|changing|changed|dropping|dropped|jumping|jumped)(?: up| down)? from ([$€£]?\d[\d.,]*) to ([$€£]?\d[\d.,]*\d)(.*)$/;
const TO_COME = /^ (?:a month |per month )?(?:in|from|next|starting|as of|after|on|soon)\b/;
/** "My rent is not 900, it's 950", "rent is 1,150, not 1,500" */
const CORRECTED =
  /\b(is|are) not [$€£]?\d[\d.,]*k?\b,? (?:but |it is |its |they are |it was |now )+(?=[$€£]?\d)/g;
const NOT_BEFORE = /([$€£]?\d[\d.,]*\d|[$€£]?\d),? (?:and )?not [$€£]?\d[\d.,]*\d\b/g;

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
  return text
    .replace(/\bhalf and half\b/g, 'half-half')
    .replace(
      RISING,
      (_whole, was: string, will: string, rest: string) =>
        ` is ${TO_COME.test(rest) ? was : `${will}${rest}`}`,
    )
    .replace(CORRECTED, (_whole, is: string) => `${is} `)
    .replace(NOT_BEFORE, '$1')
    .split(CLAUSES);
}

const A_MONTH: Readonly<Record<AmountCadence, number>> = {
  weekly: 52 / 12,
  fortnightly: 26 / 12,
  'four-weekly': 13 / 12,
  monthly: 1,
  quarterly: 1 / 3,
  annual: 1 / 12,
  daily: 365.25 / 12,
};

/** Pay and a pension are one income: their sum a month. What is said before tax counts only where nothing else is. */
function withOneIncome(found: readonly Intent[]): readonly Intent[] {
  const incomes = found.filter(
    (intent) => intent.kind === 'figure' && intent.figure === 'monthly_income' && intent.amount !== null,
  );
  const [first, second] = incomes;
  if (!first || !second || first.kind !== 'figure') return found;
  const sum = incomes.reduce<Money | null>((all, intent) => {
    if (intent.kind !== 'figure' || !intent.amount) return all;
    const amount = multiply(intent.amount, A_MONTH[intent.per ?? 'monthly'], 'half-up');
    return all === null || all.currency !== amount.currency ? (all ?? amount) : add(all, amount);
  }, null);
  const one: Intent = { ...first, amount: sum, per: 'monthly' };
  return found.flatMap((intent) => (intent === first ? [one] : incomes.includes(intent) ? [] : [intent]));
}
