import { categoryLabel, isCategory } from '../../domain/categories/categories.js';
import { multiply, toMajor } from '../../domain/money.js';
import { amountFact } from '../conversation/claims/facts.js';
import type { Pending } from '../conversation/memory.js';
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
  { what, amount, figure, change, part }: Omit<AskedFigure, 'kind'>,
  voice: Voice,
): string {
  const sum = voice.money(amount);
  switch (what) {
    case 'hours':
      return `${sum} an hour: how many hours a week do you work?`;
    case 'days':
      return `${sum} a day: how many days a week do you work?`;
    case 'how-often':
      return `${sum}: how often does that come? Every week, every two weeks, or once a month?`;
    case 'on-top': {
      const name = part && isCategory(part) ? categoryLabel(part).toLowerCase() : 'that';
      return `Is ${name} of ${sum} part of the needs you told me, or on top of them?`;
    }
    case 'by-or-to':
      return figure === 'monthly_income'
        ? `Does that ${sum} come on top of what I count already, or is it all of your income?`
        : `${change === 'less' ? 'Down' : 'Up'} by ${sum}, or to ${sum}?`;
  }
}

/** A figure as the tool that keeps it takes it. */
interface Stated {
  readonly figure: AskedFigure['figure'];
  readonly amount: number;
  readonly currency: string;
  readonly per?: AmountCadence;
  readonly change?: 'more' | 'less';
}

/** What the answer makes of the figure, as the tool takes it; null where the answer says nothing of it, `kept` where nothing changes. */
export function settledFigure(asked: AskedFigure, plain: string): Stated | 'kept' | null {
  const { what, figure, amount, change } = asked;
  const base = { figure, currency: amount.currency };
  switch (what) {
    case 'hours':
    case 'days': {
      const count = numberIn(plain);
      const most = what === 'hours' ? 168 : 7;
      if (count === null || count <= 0 || count > most) return null;
      return { ...base, amount: toMajor(multiply(amount, count, 'half-up')), per: 'weekly' };
    }
    case 'how-often': {
      const { per, times } = rhythmOf(RHYTHMS[plain.replace(/[.!]+$/, '')] ?? plain);
      if (per === null) return null;
      return { ...base, amount: toMajor(times === 1 ? amount : multiply(amount, times, 'half-up')), per };
    }
    case 'on-top':
      if (ON_TOP.test(plain)) return { ...base, amount: toMajor(amount), change: 'more' };
      return INSIDE.test(plain) ? 'kept' : null;
    case 'by-or-to':
      if (ON_TOP.test(plain)) return { ...base, amount: toMajor(amount), change: change ?? 'more' };
      return ALL.test(plain) ? { ...base, amount: toMajor(amount) } : null;
  }
}

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
