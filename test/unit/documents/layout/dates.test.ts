import { describe, expect, it } from '@jest/globals';
import { dateAt, findDatesIn, withoutYearApart } from '../../../../src/documents/layout/dates.js';
import { findMonth, findPeriod } from '../../../../src/documents/layout/periods.js';

const readings = (text: string) =>
  dateAt(text.split(' '), 0)?.readings.map(({ year, month, day }) => [year, month, day]) ?? null;

describe('dates', () => {
  it.each([
    ['2026-02-03', [2026, 2, 3]],
    ['2026.02.03', [2026, 2, 3]],
    ['03 Feb', [null, 2, 3]],
    ['Apr 2', [null, 4, 2]],
    ['Apr 2, 2026', [2026, 4, 2]],
    ['01-Oct-2025', [2025, 10, 1]],
    ['3rd March 2026', [2026, 3, 3]],
    ['03FEB26', [2026, 2, 3]],
    ['MAY01', [null, 5, 1]],
    ['May 01/22', [2022, 5, 1]],
    ['4. März 2026', [2026, 3, 4]],
    ['1 avr. 2026', [2026, 4, 1]],
    ['3 de marzo de 2026', [2026, 3, 3]],
    ['15 października 2026', [2026, 10, 15]],
    ['07 AGO 2024', [2024, 8, 7]],
    ['2026年4月2日', [2026, 4, 2]],
    ['Mon 03 Feb', [null, 2, 3]],
    ['12/31', [null, 12, 31]],
    ['31.12.', [null, 12, 31]],
    ['05/05', [null, 5, 5]],
    ['20260402', [2026, 4, 2]],
  ])('%s', (text, reading) => {
    expect(readings(text)).toEqual([reading]);
  });

  it('keeps both orders until evidence decides', () => {
    expect(readings('04/02/2026')).toEqual([
      [2026, 2, 4],
      [2026, 4, 2],
    ]);
  });

  it('sees an impossible date and reads nothing into it', () => {
    expect(readings('31/02/2026')).toEqual([]);
    expect(readings('2026-02-30')).toEqual([]);
    expect(readings('29/02/2025')).toEqual([]);
    expect(readings('29/02/2024')).toEqual([[2024, 2, 29]]);
  });

  it.each(['hello', 'May', '12', '1,234.56', '800-555-0199', 'SUMMER 12 SALE'])('%s is no date', (text) => {
    expect(readings(text)).toBeNull();
  });

  it('can leave out a two-digit year that stands apart', () => {
    const token = dateAt(['03', 'Feb', '24', 'HOUR'], 0);
    expect(token).toMatchObject({ yearApart: true, length: 3 });
    expect(token && withoutYearApart(token)).toMatchObject({ length: 2, text: '03 Feb' });
  });

  it.each([
    ['Statement period from 1 Feb 2026 to 28 Feb 2026', '2026-2-1', '2026-2-28'],
    ['December 9, 2013 - January 9, 2014', '2013-12-9', '2014-1-9'],
    ['9 Dec - 8 Jan 2014', '2013-12-9', '2014-1-8'],
    ['February 1-28, 2026', '2026-2-1', '2026-2-28'],
    ['01.02.2026-28.02.2026', '2026-2-1', '2026-2-28'],
    ['16-9-2024 t/m 15-10-2024', '2024-9-16', '2024-10-15'],
    ['Van 2025-06-01 tot en met 2025-06-30.', '2025-6-1', '2025-6-30'],
    ['1 August 2025 [GMT] - 31 August 2025 [GMT]', '2025-8-1', '2025-8-31'],
    ['From Date: 01/01/2026 To Date: 31/01/2026', '2026-1-1', '2026-1-31'],
    ['за период с 01.01.26 по 31.01.26', '2026-1-1', '2026-1-31'],
    ['115/01/01 ~ 115/01/31', '2026-1-1', '2026-1-31'],
  ])('%s', (text, start, end) => {
    const period = findPeriod(text);
    const show = (token?: { readings: readonly { year: number | null; month: number; day: number }[] }) =>
      token?.readings.map(({ year, month, day }) => `${year}-${month}-${day}`);
    expect(show(period?.start)).toContain(start);
    expect(show(period?.end)).toContain(end);
  });

  it('finds dates inside a sentence, and a month in a title', () => {
    expect(findDatesIn('due on 3 March 2026 (or 04/05)').map((token) => token.text)).toEqual([
      '3 March 2026',
      '04/05',
    ]);
    expect(findMonth('Bank Statement - March 2024')).toEqual({ year: 2024, month: 3 });
    expect(findMonth('extrato mensal março/2024')).toEqual({ year: 2024, month: 3 });
    expect(findMonth('3 March 2024')).toBeNull();
    expect(findMonth('3/Mar/2024')).toBeNull();
  });
});
