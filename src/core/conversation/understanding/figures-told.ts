import { fromMajor } from '../../../domain/money.js';
import type { AmountMention } from './amounts.js';
import { amountBeside, amountSaid } from './figure-said.js';
import { readIncome } from './income-told.js';
import type { Intent, ReadingWorld, StatedFigureName } from './intents.js';
import { parseNumberWords } from './numbers.js';
import { cadenceOf, rhythmOf } from './rhythms.js';

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

const PERCENT = /(\d{1,2}(?:\.\d+)?)\s?(?:%|per ?cent)/;

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
  if (figure === 'monthly_income') return readIncome(text, world.currency);
  const percent = PERCENT.exec(text)?.[1];
  if (figure === 'savings' && percent)
    return { kind: 'figure', figure, amount: null, percent: Number(percent), per: null };
  return figureOf(figure, amountSaid(text, figure, world.currency), text);
}

function figureOf(figure: StatedFigureName, said: AmountMention | null, text: string): Intent | null {
  if (!said) return null;
  const per = said.per ?? cadenceOf(text.slice(said.end)) ?? rhythmOf(text).per;
  return { kind: 'figure', figure, amount: said.amount, percent: null, per };
}

/** "My rent is 900", "I make 3200 a month": a figure in its own words; null where none is stated. */
export function readStatedFigure(text: string, world: ReadingWorld): Intent | null {
  if (/\?\s*$/.test(text)) return null;
  // What an assistant is told to say is no statement of the user's, and what is only supposed none of what is.
  if (/\b(?:ignore|pretend|say that|say my|act as|what if|suppose|imagine)\b/.test(text)) return null;
  if (/^(?:(?:and|so|but|ok) )*if (?:i|we|my)\b/.test(text)) return null;
  const income = readIncome(text, world.currency);
  if (income) return income;
  for (const [figure, pattern] of STATED) {
    const found = pattern.exec(text);
    if (!found) continue;
    const percent = PERCENT.exec(text)?.[1];
    if (figure === 'savings' && percent)
      return { kind: 'figure', figure, amount: null, percent: Number(percent), per: null };
    const part = { start: found.index, end: found.index + found[0].length };
    const said = amountSaid(text, figure, world.currency) ?? amountBeside(text, part, world.currency);
    // A sum to save up to is no sum a month.
    if (said && !said.per && /\b(?:save up|saving up|saving for|save for)\b/.test(text)) return null;
    if (said) return figureOf(figure, said, text);
  }
  return null;
}
