import { categoryLabel, isCategory } from '../../domain/categories/categories.js';
import { multiply, toMajor } from '../../domain/money.js';
import { amountFact } from '../conversation/claims/facts.js';
import type { Pending } from '../conversation/memory.js';
import { looseAmounts } from '../conversation/understanding/loose-amounts.js';
import { parseNumberWords } from '../conversation/understanding/numbers.js';
import { type AmountCadence, rhythmOf } from '../conversation/understanding/rhythms.js';
import type { Voice } from '../conversation/voice.js';
import type { ToolResult, ToolTurn } from './tool.js';

/** A figure of which something is missing before it can be kept. */
export type AskedFigure = Extract<Pending, { kind: 'ask-figure' }>;

/** Asks for what is missing of a figure, and keeps the question. */
export function askFigure(turn: ToolTurn, asked: Omit<AskedFigure, 'kind'>): ToolResult {
  return {
    text: questionFor(asked, turn.voice),
    facts: [amountFact('asked', 'amount', asked.amount)],
    memory: { pending: { kind: 'ask-figure', ...asked } },
  };
}

function questionFor(
  { what, amount, figure, change, part, per }: Omit<AskedFigure, 'kind'>,
  voice: Voice,
): string {
  const sum = voice.money(amount);
  const name = part && isCategory(part) ? categoryLabel(part).toLowerCase() : (part ?? 'that');
  switch (what) {
    case 'hours':
      return `${sum} an hour: how many hours a week do you work?`;
    case 'days':
      return `${sum} a day: how many days a week do you work?`;
    case 'how-often':
      return figure === 'savings'
        ? `${sum} put aside: every month, or just this once?`
        : `${sum}: how often does that come? Every week, every two weeks, or once a month?`;
    case 'on-top':
      return `Is ${name} of ${sum} part of the ${figure === 'debt_minimums' ? 'debt payments' : 'needs'} you told me, or on top of them?`;
    case 'whose':
      return `${sum}${EVERY[per ?? 'monthly']} is the ${name}: should I count it with yours (you share one budget), or leave it out?`;
    case 'in-or-out':
      return `${name.charAt(0).toUpperCase()}${name.slice(1)} of ${sum}${EVERY[per ?? 'monthly']}: do you get that, or do you pay it?`;
    case 'net':
      return `${sum} a month is before tax, so I haven’t counted it: what arrives in your account is what you can spend. How much is that a month?`;
    case 'by-or-to':
      return figure === 'monthly_income'
        ? `Does that ${sum} come on top of what I count already, or is it all of your income?`
        : change === null
          ? `Does that ${sum} come on top of what you told me before, or is it all of it together?`
          : `${change === 'less' ? 'Down' : 'Up'} by ${sum}, or to ${sum}?`;
  }
}

const EVERY: Readonly<Record<AmountCadence, string>> = {
  weekly: ' a week',
  fortnightly: ' every two weeks',
  'four-weekly': ' every four weeks',
  monthly: ' a month',
  quarterly: ' a quarter',
  annual: ' a year',
  daily: ' a day',
};

/** A figure as the tool that keeps it takes it. */
interface Stated {
  readonly figure: AskedFigure['figure'];
  readonly amount: number;
  readonly currency: string;
  readonly per?: AmountCadence;
  readonly change?: 'more' | 'less';
  readonly part?: string;
  readonly by?: true;
  readonly settled?: 'among' | 'on-top' | 'whole';
}

/** What the answer makes of the figure, as the tool takes it; null where the answer says nothing of it, `kept` where nothing changes. */
export function settledFigure(asked: AskedFigure, plain: string): Stated | 'kept' | null {
  const { what, figure, amount, change, part } = asked;
  const base = { figure, currency: amount.currency, ...(part && { part }) };
  const rhythm = asked.per ? { per: asked.per } : {};
  switch (what) {
    case 'hours':
    case 'days': {
      const count = numberIn(plain);
      const most = what === 'hours' ? 168 : 7;
      if (count === null || count <= 0 || count > most) return null;
      return { ...base, amount: toMajor(multiply(amount, count, 'half-up')), per: 'weekly' };
    }
    case 'how-often': {
      if (ONCE.test(plain)) return 'kept';
      const { per, times } = rhythmOf(RHYTHMS[plain.replace(/[.!]+$/, '')] ?? plain);
      if (per === null) return null;
      return { ...base, amount: toMajor(times === 1 ? amount : multiply(amount, times, 'half-up')), per };
    }
    case 'on-top':
      if (ON_TOP.test(plain)) return { ...base, amount: toMajor(amount), change: 'more', settled: 'on-top' };
      return INSIDE.test(plain) ? { ...base, amount: toMajor(amount), settled: 'among' } : null;
    case 'by-or-to': {
      const by = part ? { by: true as const } : {};
      if (ON_TOP.test(plain)) {
        const bills =
          !part && figure === 'fixed_expenses' ? { part: 'bills', settled: 'on-top' as const } : {};
        return { ...base, amount: toMajor(amount), change: change ?? 'more', ...by, ...bills };
      }
      return ALL.test(plain) ? { ...base, amount: toMajor(amount), settled: 'whole' } : null;
    }
    case 'whose':
      if (LEFT_OUT.test(plain)) return 'kept';
      return COUNTED.test(plain) ? { ...base, ...rhythm, amount: toMajor(amount), change: 'more' } : null;
    case 'in-or-out':
      if (/^(?:i )?(?:get|receive)|^in\b|\b(?:get|receive) (?:it|that)\b/.test(plain))
        return { ...base, ...rhythm, amount: toMajor(amount), change: 'more' };
      if (!/\bpay\b|^out\b/.test(plain)) return null;
      return {
        ...base,
        ...rhythm,
        figure: 'fixed_expenses',
        amount: toMajor(amount),
        part: `${part ?? 'that'} you pay`,
        change: 'more',
      };
    case 'net':
      return netSaid(asked, plain);
  }
}

/** What arrives after tax, answered with a sum; a sum without a rhythm is a month's, as it was asked for. */
function netSaid({ figure, amount, part, change }: AskedFigure, plain: string): Stated | null {
  if (plain.split(' ').length > 12 || /\?|\b(?:before tax|gross|rent|bills?|spent)\b/.test(plain))
    return null;
  const [said, another] = looseAmounts(plain, amount.currency);
  if (!said || another) return null;
  const { per, times, unit } = rhythmOf(plain);
  if (unit) return null;
  return {
    figure,
    currency: said.amount.currency,
    amount: toMajor(times === 1 ? said.amount : multiply(said.amount, times, 'half-up')),
    per: per ?? 'monthly',
    ...(part && { part }),
    ...(change && { change }),
  };
}

const ONCE =
  /\b(?:once|one[- ]?(?:off|time)|this (?:once|time|month)|only (?:now|today))\b(?! (?:a|per|each|every) )/;
const COUNTED =
  /^(?:(?:yes|yeah|yep|ok(?:ay)?|sure|please|and|we|i)[,\s]+)*(?:$|[.!]|count|add|include|with (?:mine|it)|share|together|both|same|ours|shared|one budget|do (?:share|that)|please)/;
const LEFT_OUT =
  /^(?:(?:no|nope|nah|we|i|it is|that is|please|just)[,\s]+)*(?:$|[.!]|leave|do not|not|without|separate|(?:his|hers|theirs)\b|keep (?:it )?(?:apart|out|separate)|exclude|ignore|(?:his|her|their) own)/;
const ON_TOP =
  /^(?:(?:it is|that is|yes|yeah|no|oh),? )*(?:by|on top|besides|extra|more|plus|add(?:ed)?|another|also|additional(?:ly)?|in addition)\b/;
const INSIDE = /\b(?:part|in it|in that|includ(?:ed|es|ing)|inside|already|within|among)\b/;
const ALL =
  /^(?:(?:it is|that is|yes|yeah|no|oh),? )*(?:to|all|everything|the whole|in all|in total|instead|total)\b/;
/** Rhythms as one answers with them. */
const RHYTHMS: Readonly<Record<string, string>> = {
  'every week': 'weekly',
  'each week': 'weekly',
  'every two weeks': 'fortnightly',
  'two weeks': 'fortnightly',
  biweekly: 'fortnightly',
  'once a month': 'monthly',
  'every month': 'monthly',
  month: 'monthly',
  week: 'weekly',
};

function numberIn(plain: string): number | null {
  const digits = /\b(\d{1,3}(?:[.,]\d)?)\b/.exec(plain)?.[1];
  if (digits) return Number(digits.replace(',', '.'));
  return plain.split(' ').length <= 6
    ? parseNumberWords(
        plain.replace(/\b(?:about|around|hours?|days?|a week|per week|i work|usually)\b/g, '').trim(),
      )
    : null;
}
