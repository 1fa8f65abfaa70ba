import nlp from 'compromise';
import dates from 'compromise-dates';
import { addDays, addMonths, type DateSpan, type IsoDate } from '../../../domain/calendar.js';

nlp.plugin(dates);

/** A time that was named: the words, and the days they mean. */
export interface TimeMention {
  readonly text: string;
  readonly span: DateSpan;
}

const COARSE =
  /\b(?:today|tonight|tomorrow|yesterday|weekend|week|month|year|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|tues|wed|thu|thurs|fri|sat|sun|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|ago|last|next|morning|evening|afternoon|night|\d{4}-\d{2}-\d{2}|\d{1,2}(?:st|nd|rd|th))\b/;

interface FoundDate {
  readonly text: string;
  readonly dates: { readonly start: string | null; readonly end: string | null };
}

/**
 * The times that a normalised text names, without its amounts.
 * @param tense `past` for spends: a month that is still to come is last year's
 */
export function findTimes(text: string, today: IsoDate, tense: 'past' | 'future'): TimeMention[] {
  if (!COARSE.test(text)) return [];
  const found: FoundDate[] = readDates(text, today);
  return found.flatMap(({ text: words, dates: span }) => {
    const start = span.start?.slice(0, 10);
    const end = span.end?.slice(0, 10);
    if (!start || !end) return [];
    return [{ text: words, span: inTense({ start, end: later(start, end) }, today, tense, words) }];
  });
}

/** One message is read for its dates by several rules: what was read last is kept, a few texts at most. */
const KEPT = 32;
const kept = new Map<string, FoundDate[]>();

function readDates(text: string, today: IsoDate): FoundDate[] {
  const key = `${today} ${text}`;
  const known = kept.get(key);
  if (known) return known;
  const found = datesIn(text, today);
  if (kept.size >= KEPT) for (const oldest of [...kept.keys()].slice(0, KEPT / 2)) kept.delete(oldest);
  kept.set(key, found);
  return found;
}

function datesIn(text: string, today: IsoDate): FoundDate[] {
  const view: unknown = nlp(text);
  if (!hasDates(view)) return [];
  return view.dates({ today, timezone: 'UTC' }).json();
}

function hasDates(view: unknown): view is {
  dates(options: { today: string; timezone: string }): { json(): FoundDate[] };
} {
  return typeof view === 'object' && view !== null && 'dates' in view;
}

function inTense(span: DateSpan, today: IsoDate, tense: 'past' | 'future', words: string): DateSpan {
  if (tense === 'future' || span.start <= today) return span;
  // "friday" of somebody who tells what they spent is the one that was.
  if (/day\b|\b(?:mon|tue|wed|thu|fri|sat|sun)/.test(words)) {
    let { start, end } = span;
    while (start > today) {
      start = addDays(start, -7);
      end = addDays(end, -7);
    }
    return { start, end };
  }
  return { start: addMonths(span.start, -12), end: addMonths(span.end, -12) };
}

function later(left: IsoDate, right: IsoDate): IsoDate {
  return right < left ? left : right;
}
