import nlp from 'compromise';
import dates from 'compromise-dates';
import { addDays, addMonths, type DateSpan, type IsoDate } from '../../../domain/calendar.js';
import { readDayOfMonth, readFeast, readPartOfMonth } from './named-days.js';
import { remembering } from './remembering.js';
import { findTimePhrases } from './time-phrases.js';

nlp.plugin(dates);

/** A time that was named: the words, and the days they mean. */
export interface TimeMention {
  readonly text: string;
  readonly span: DateSpan;
}

interface FoundDate {
  readonly text: string;
  readonly dates: { readonly start: string | null; readonly end: string | null };
}

/**
 * The times that a normalised text names, without its amounts.
 * @param tense `past` for spends: a month that is still to come is last year's
 */
export function findTimes(text: string, today: IsoDate, tense: 'past' | 'future'): TimeMention[] {
  const feast = readFeast(text, today, tense);
  const rest = feast ? text.replace(feast.text, ' ') : text;
  const others = findTimePhrases(rest).flatMap((phrase): TimeMention[] => {
    const named = readDayOfMonth(phrase, today, tense) ?? readPartOfMonth(phrase, today, tense);
    if (named) return [{ text: phrase, span: named }];
    return readDates(phrase, today).flatMap(({ text: words, dates: span }) => {
      const start = span.start?.slice(0, 10);
      const end = span.end?.slice(0, 10);
      if (!start || !end) return [];
      return [{ text: words, span: inTense({ start, end: later(start, end) }, today, tense, words) }];
    });
  });
  return feast ? [feast, ...others] : others;
}

/** The library takes milliseconds even for "tonight", and people say the same few phrases: those are kept. */
const readDates = remembering(
  256,
  (today: IsoDate) => today,
  (phrase, today): readonly FoundDate[] => {
    const view: unknown = nlp(phrase);
    return hasDates(view) ? view.dates({ today, timezone: 'UTC' }).json() : [];
  },
);

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
