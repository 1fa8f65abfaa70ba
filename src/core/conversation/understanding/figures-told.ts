import type { AmountMention } from './amounts.js';
import { amountBeside, amountSaid } from './figure-said.js';
import { readIncome } from './income-told.js';
import type { Intent, ReadingWorld, StatedFigureName } from './intents.js';
import { readNeed } from './needs-told.js';
import { cadenceOf, rhythmOf } from './rhythms.js';
import { isSupposed } from './supposed.js';

const BUDGET =
  /\b(?:(?:set|change|make|put|raise|lower|increase|reduce|cap|keep) (?:my )?(?:(?:monthly )?(?:entertainment|fun|going out) )?(?:monthly )?budget(?: for fun)?(?: (?:to|at|of))?|(?:my )?(?:entertainment|fun|monthly fun|going[- ]out|play|spending) (?:budget|money|allowance|cash) (?:is|should be|to|of|=)|budget (?:me|myself)|i (?:want to|can|would like to|will|only want to|do not want to) (?:spend|budget)(?: (?:about|around|only|at most|max|up to|more than|over))? .{1,18} (?:(?:a|per|each|every) (?:month|week)|on fun|for fun|on entertainment)|my budget is .{1,20}(?:a|per|each) month)\b|^(?:(?:so|ok|and|well|hi|hey|no|actually)[,\s]+)*(?:(?:my|our|the|new|total) )*budget(?: (?:is|of|now|about|around|only))*[\s:=]+(?=[$€£]?\d[\d.,]*k?(?: (?:bucks|dollars|quid|pounds|euros?|now|this month|for fun|max))*[\s.!]*$)/;
const SAVINGS =
  /\b(?:(?:i|we) (?:(?:want|would like|am going|plan|have|need) to |will |also |now )*(?:save|put|set|move)(?: (?:away|aside))?(?=.{0,24}\b(?:sav\w+|away|aside|a month|per month|monthly|each month|every month)\b|\s[$€£]?\d)|i (?:save|put (?:away|aside)|am saving|set aside)|(?:my )?savings? (?:goal|target|rate)(?: (?:is|of|to))?|set (?:my )?savings?|^(?:(?:please|ok|and|let us|lets)\s)*(?:save|put away|put aside|set aside|put|stash) (?=\d{1,2}(?:\.\d+)? ?(?:%|per ?cent) of (?:my|our) (?:pay|income|salary|wages?|earnings|pay ?che(?:ck|que)s?)\b)|^(?:(?:please|ok|and|let us|lets|i|we|want to|can you)\s)*(?:save|put(?: away| aside)?|set aside|move|stash) (?=[$€£]?\d[\d.,]*k? (?:(?:bucks|dollars|quid|pounds|euros?) )?(?:(?:(?:a|per|each|every) (?:month|week))|(?:a month |per month |monthly )?(?:in|into|to|towards) (?:my |our |the )?savings?\b))|^(?:and |plus |then )*(?=[$€£]?\d[\d.,]*k? (?:(?:bucks|dollars|quid|pounds|euros?|a month|per month|monthly) )*(?:goes )?(?:in|into|to|towards) (?:my |our |the )?savings?\b)|^sip(?: of| is)? (?=[$€£₹]?\d))/;
/** A payment on a debt; what is owed in all is none. */
const DEBT =
  /\b(?:(?:loan|debt|credit card|card|car) (?:repayments?|payments?|minimums?)(?: (?:is|are|of|come to))?|emis?(?: is| are| of)?(?= [$€£₹]?\d)|loan(?: is| of| costs?)?(?= [$€£₹]?\d.*(?:\b(?:a|per|each|every) (?:month|week)\b|monthly))|i (?:pay off|repay)|pay(?:ing)? (?:off |back )?(?=[$€£₹]?\d[\d.,]*k? (?:(?:bucks|dollars|quid|pounds|euros?|a month|per month|a week|monthly|each month|every month) )*(?:towards?|on|off|to|into) (?:it|them|that|(?:my |our |the )?(?:\w+ )?(?:cards?|loans?|debts?|overdraft))\b))/;
const OWED = /\bowe\b(?!.*\b(?:a|per|each|every) (?:month|week)\b)/;

const STATED: readonly (readonly [StatedFigureName, RegExp])[] = [
  ['debt_minimums', DEBT],
  ['savings', SAVINGS],
  ['entertainment_budget', BUDGET],
];

const SAVED_FOR =
  /\b(?:save up|saving up|saving for|save for)\b|\bfor (?!(?:savings?|now|me|us|good|a rainy day|emergenc\w+|retirement|the future|later)\b)/;

const PERCENT = /(\d{1,2}(?:\.\d+)?)\s?(?:%|per ?cent)/;

/** A figure with its amount, or its share of the income; null where neither is said. */
export function statedFigure(text: string, world: ReadingWorld, figure: StatedFigureName): Intent | null {
  if (isSupposed(text)) return null;
  if (figure === 'monthly_income') return readIncome(text, world.currency);
  if (figure === 'fixed_expenses') return readNeed(text, world, true);
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
  if (/\b(?:ignore|say that|say my|act as)\b/.test(text) || isSupposed(text)) return null;
  const income = readIncome(text, world.currency);
  if (income) return income;
  for (const [figure, pattern] of STATED) {
    const found = pattern.exec(text);
    if (!found || (figure === 'debt_minimums' && OWED.test(text))) continue;
    const percent = PERCENT.exec(text)?.[1];
    if (figure === 'savings' && percent)
      return { kind: 'figure', figure, amount: null, percent: Number(percent), per: null };
    const part = { start: found.index, end: found.index + found[0].length };
    const said = amountSaid(text, figure, world.currency) ?? amountBeside(text, part, world.currency);
    // A sum to save up to, or to keep for one thing, is no sum a month.
    if (said && !said.per && figure === 'savings' && SAVED_FOR.test(text)) return null;
    if (said) return figureOf(figure, said, text);
  }
  return null;
}
