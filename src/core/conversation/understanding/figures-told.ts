import { fromMajor } from '../../../domain/money.js';
import { cadenceOf, findAmounts } from './amounts.js';
import { isSaid } from './figure-said.js';
import type { Intent, ReadingWorld, StatedFigureName } from './intents.js';
import { looseAmounts } from './loose-amounts.js';
import { parseNumberWords } from './numbers.js';

const INCOME =
  /\b(?:i (?:make|earn|get paid|bring home|take home|net|am (?:paid|making|earning|on))|my (?:monthly |take[- ]home |net |annual |yearly |weekly )?(?:income|salary|pay|wage|earnings|pay ?che(?:ck|que)|take[- ]home)(?: pay)? (?:is|are|comes? to|=|of)|i have an? (?:income|salary) of|^income:?)\b/;

const STATED: readonly (readonly [StatedFigureName, RegExp])[] = [
  [
    'entertainment_budget',
    /\b(?:(?:set|change|make|put|raise|lower|increase|reduce|cap) (?:my )?(?:(?:monthly )?(?:entertainment|fun|going out) )?(?:monthly )?budget(?: for fun)?(?: (?:to|at|of))?|(?:my )?(?:entertainment|fun|monthly fun|going[- ]out|play|spending) (?:budget|money|allowance|cash) (?:is|should be|to|of|=)|budget (?:me|myself)|i (?:want to|can|would like to|will|only want to) (?:spend|budget)(?: (?:about|around|only|at most|max|up to))? .{1,18} (?:(?:a|per|each|every) (?:month|week)|on fun|for fun|on entertainment)|my budget is .{1,20}(?:a|per|each) month)\b/,
  ],
  [
    'debt_minimums',
    /\b(?:(?:loan|debt|credit card|card) (?:repayments?|payments?|minimums?)(?: (?:is|are|of|come to))?|i (?:pay off|repay))\b/,
  ],
  [
    'savings',
    /\b(?:(?:i|we) (?:(?:want|would like|am going|plan|have|need) to |will |also |now )*(?:save|put|set|move)(?: (?:away|aside))?(?=.{0,24}\b(?:sav\w+|away|aside|a month|per month|monthly|each month|every month)\b|\s[$€£]?\d)|i (?:save|put (?:away|aside)|am saving|set aside)|(?:my )?savings? (?:goal|target|rate)(?: (?:is|of|to))?|set (?:my )?savings?|^(?:(?:please|ok|and|let us|lets)\s)*(?:save|put away|put aside|set aside|put|stash) (?=\d{1,2}(?:\.\d+)? ?(?:%|per ?cent) of (?:my|our) (?:pay|income|salary|wages?|earnings|pay ?che(?:ck|que)s?)\b)|^(?:(?:please|ok|and|let us|lets)\s)*(?:save|put away|put aside|set aside) (?=[$€£]?\d[\d.,]* (?:(?:bucks|dollars|quid|pounds|euros?) )?(?:a|per|each|every) (?:month|week)))/,
  ],
  [
    'fixed_expenses',
    /\b(?:my (?:rent|mortgage|bills|fixed (?:costs|expenses)|needs|essentials|monthly (?:costs|expenses|bills)) (?:is|are|come to|comes to|cost|costs|=)|(?:rent|mortgage|bills|fixed (?:costs|expenses)) (?:is|are|like|about|around|come to) |i pay .{1,20} (?:in|for) (?:rent|bills))\b/,
  ],
];

const RAISE = /\b(?:raise|pay rise|promotion|promoted|new job|new salary|got hired)\b/;

const BY =
  /\b(bump|raise|increase|up|lower|cut|reduce|drop|decrease|trim)\b.{0,12}?\b(?:budget|fun money|allowance)\b.{0,8}?\bby (?:[$€£]\s?)?(\d{1,5}(?:\.\d{1,2})?)/;

const MAKE_IT =
  /^(?:(?:no|oops|wait|sorry|actually|ok(?:ay)?)[,\s]+)*(?:let us )?(?:make|set|change) (?:it|that) (?:to )?(?:[$€£]\s?)?(.{1,24}?)(?: (?:a|per) month)?[\s.!]*$/;

/** "bump my budget up by 30"; "make it ninety", where nothing else is on the table. */
export function readBudgetChange(text: string, world: ReadingWorld): Intent | null {
  const [, verb = '', step] = BY.exec(text) ?? [];
  const figure = 'entertainment_budget' as const;
  if (step) {
    const down = /^(?:lower|cut|reduce|drop|decrease|trim)$/.test(verb);
    const by = fromMajor(step, world.currency);
    return { kind: 'figure', figure, amount: by, percent: null, per: null, change: down ? 'less' : 'more' };
  }
  if (world.offered.length > 0 || world.done === 'spend') return null;
  const words = MAKE_IT.exec(text)?.[1];
  const value =
    words === undefined ? null : /^\d+(?:\.\d{1,2})?$/.test(words) ? Number(words) : parseNumberWords(words);
  if (value === null || value <= 0) return null;
  return {
    kind: 'figure',
    figure,
    amount: fromMajor(String(value), world.currency),
    percent: null,
    per: null,
  };
}

/** A figure with its amount, or its share of the income; null where neither is said. */
export function statedFigure(text: string, world: ReadingWorld, figure: StatedFigureName): Intent | null {
  const percent = /(\d{1,2}(?:\.\d+)?)\s?(?:%|per ?cent)/.exec(text)?.[1];
  if (figure === 'savings' && percent)
    return { kind: 'figure', figure, amount: null, percent: Number(percent), per: null };
  const [marked] = findAmounts(text, world.currency);
  const loose = marked ?? looseAmounts(text, world.currency)[0];
  if (!loose) return null;
  if (!marked?.per && !isSaid(text, figure)) return null;
  const per =
    marked?.per ??
    cadenceOf(text.slice(loose.end)) ??
    cadenceOf(text.replace(/^.*?\b(?=(?:every|each|per|monthly|weekly|yearly|fortnightly)\b)/, ''));
  return { kind: 'figure', figure, amount: loose.amount, percent: null, per };
}

/** "My rent is 900", "I make 3200 a month": a figure in its own words; null where none is stated. */
export function readStatedFigure(text: string, world: ReadingWorld): Intent | null {
  const [amount] = findAmounts(text, world.currency);
  const percent = /(\d{1,2}(?:\.\d+)?)\s?(?:%|per ?cent)/.exec(text)?.[1];
  if (!amount && !percent) return null;
  if (/\?\s*$/.test(text)) return null;
  // What an assistant is told to say is no statement of the user's.
  if (/\b(?:ignore|pretend|say that|say my|act as)\b/.test(text)) return null;
  // A sum to save up to is no sum a month.
  if (/\b(?:save up|saving up|saving for|save for)\b/.test(text) && !amount?.per) return null;
  const raised = RAISE.test(text) && amount?.per;
  const figure =
    INCOME.test(text) || raised ? 'monthly_income' : STATED.find(([, pattern]) => pattern.test(text))?.[0];
  if (!figure) return null;
  // "I made 20 dollars disappear" and "I make dinner for 4" are no income: an income has a rhythm or its own word.
  if (
    figure === 'monthly_income' &&
    !amount?.per &&
    !raised &&
    !/\b(?:income|salary|pay|wage|earn|paid|earnings|take[- ]home|bring home|make|making)\b/.test(text)
  )
    return null;
  if (figure === 'savings' && !amount && percent)
    return { kind: 'figure', figure, amount: null, percent: Number(percent), per: null };
  if (!amount || (!amount.per && !isSaid(text, figure))) return null;
  return { kind: 'figure', figure, amount: amount.amount, percent: null, per: amount.per };
}
