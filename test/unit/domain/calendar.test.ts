import { describe, expect, it } from '@jest/globals';
import {
  addDays,
  addMonths,
  dateIn,
  dateOfDay,
  dayNumber,
  daysBetween,
  isIsoDate,
  isoDate,
  isWithin,
  monthSpan,
  spanDays,
} from '../../../src/domain/calendar.js';
import { fc } from '../../support/properties.js';

const day = fc.integer({ min: -20_000, max: 40_000 });

describe('the calendar', () => {
  it('has no 30 February and no month 13', () => {
    expect(isoDate(2026, 2, 30)).toBeNull();
    expect(isoDate(2026, 13, 1)).toBeNull();
    expect(isoDate(2024, 2, 29)).toBe('2024-02-29');
    expect(['2026-02-29', '2026-2-1', '20260201', '2026-02-28'].map(isIsoDate)).toEqual([
      false,
      false,
      false,
      true,
    ]);
  });

  it('counts days as numbers and back', () => {
    fc.assert(fc.property(day, (number) => expect(dayNumber(dateOfDay(number))).toBe(number)));
    expect(dayNumber('1970-01-01')).toBe(0);
  });

  it('adds days as the difference says', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -800, max: 800 }), (start, days) => {
        const from = dateOfDay(start);
        expect(daysBetween(from, addDays(from, days))).toBe(days);
      }),
    );
  });

  it('keeps to the end of shorter months', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2026-01-31', 2)).toBe('2026-03-31');
    expect(addMonths('2026-03-31', -1)).toBe('2026-02-28');
  });

  it('knows a month from its first to its last day', () => {
    const february = monthSpan('2024-02');
    expect(february).toEqual({ start: '2024-02-01', end: '2024-02-29' });
    expect(spanDays(february)).toBe(29);
    expect([isWithin('2024-02-29', february), isWithin('2024-03-01', february)]).toEqual([true, false]);
  });

  it('asks for the date where the person is', () => {
    const newYear = new Date('2026-12-31T23:30:00Z');
    expect(dateIn('UTC', newYear)).toBe('2026-12-31');
    expect(dateIn('Pacific/Auckland', newYear)).toBe('2027-01-01');
  });
});
