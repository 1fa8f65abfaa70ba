import { describe, expect, test } from '@jest/globals';
import { addDays } from '../../../../src/domain/calendar.js';
import { type CoveredRows, mergeLines } from '../../../../src/domain/transactions/merge-lines.js';
import { fc } from '../../../support/properties.js';

type Row = readonly [date: string, description: string, minor: number];

function statement(documentId: string, start: string, end: string, rows: readonly Row[]): CoveredRows {
  return {
    documentId,
    span: { start, end },
    rows: rows.map(([postedOn, description, minor], at) => ({
      id: `${documentId}:${at}`,
      documentId,
      postedOn,
      description,
      minor,
    })),
  };
}

const shown = (documents: readonly CoveredRows[]) =>
  mergeLines(documents).map(({ rows }) => rows[0].postedOn + rows[0].minor);

describe('joining statements of one account', () => {
  test('the same file again adds nothing', () => {
    const rows: Row[] = [
      ['2026-01-05', 'COFFEE', -450],
      ['2026-01-05', 'COFFEE', -450],
    ];
    const merged = mergeLines([
      statement('a', '2026-01-01', '2026-01-31', rows),
      statement('b', '2026-01-01', '2026-01-31', rows),
    ]);
    expect(merged.map(({ rows: lines }) => lines.length)).toEqual([2, 2]);
  });

  test('two identical coffees on one day stay two', () => {
    expect(
      shown([
        statement('a', '2026-01-01', '2026-01-31', [
          ['2026-01-05', 'COFFEE', -450],
          ['2026-01-05', 'COFFEE', -450],
        ]),
      ]),
    ).toHaveLength(2);
  });

  test('lines of the overlap are one, whatever text and day each statement prints', () => {
    const first = statement('a', '2026-01-01', '2026-01-31', [
      ['2026-01-20', 'CARD PURCHASE LUMORA 991', -1200],
      ['2026-01-22', 'QUORIX', -800],
    ]);
    const second = statement('b', '2026-01-15', '2026-02-14', [
      ['2026-01-22', 'LUMORA SEATTLE WA', -1200],
      ['2026-01-23', 'TRANSACTION 77', -800],
      ['2026-02-02', 'LUMORA', -1200],
    ]);
    expect(shown([first, second])).toEqual(['2026-01-20-1200', '2026-01-22-800', '2026-02-02-1200']);
  });

  test('statements that follow one another share nothing', () => {
    const first = statement('a', '2026-01-01', '2026-01-31', [['2026-01-30', 'COFFEE', -450]]);
    const second = statement('b', '2026-02-01', '2026-02-28', [['2026-02-02', 'COFFEE', -450]]);
    expect(shown([first, second])).toHaveLength(2);
  });

  test('of two twins one may be known already', () => {
    const first = statement('a', '2026-01-01', '2026-01-20', [['2026-01-20', 'COFFEE', -450]]);
    const second = statement('b', '2026-01-20', '2026-01-31', [
      ['2026-01-20', 'COFFEE', -450],
      ['2026-01-20', 'COFFEE', -450],
    ]);
    expect(shown([first, second])).toHaveLength(2);
  });
});

test('whatever statements cut an account’s lines, each movement is there once, in any order of import', () => {
  const lines = fc.array(
    fc.record({
      offset: fc.integer({ min: 0, max: 89 }),
      payee: fc.constantFrom('COFFEE', 'LUMORA', 'QUORIX'),
      minor: fc.constantFrom(-450, -999, -1200),
    }),
    { minLength: 1, maxLength: 40 },
  );
  const cuts = fc.array(
    fc.record({ start: fc.integer({ min: 0, max: 70 }), days: fc.integer({ min: 5, max: 45 }) }),
    { minLength: 1, maxLength: 5 },
  );
  fc.assert(
    fc.property(lines, cuts, fc.infiniteStream(fc.nat()), (account, windows, order) => {
      const day = (offset: number) => addDays('2026-01-01', offset);
      const inside = (offset: number) =>
        windows.some(({ start, days }) => offset >= start && offset < start + days);
      const documents = windows.map(({ start, days }, at) =>
        statement(
          `d${at}`,
          day(start),
          day(start + days - 1),
          account
            .filter(({ offset }) => offset >= start && offset < start + days)
            .map(({ offset, payee, minor }): Row => [day(offset), payee, minor]),
        ),
      );
      const expected = account
        .filter(({ offset }) => inside(offset))
        .map(({ offset, minor }) => day(offset) + minor)
        .sort();
      expect(shown(documents).sort()).toEqual(expected);
      const shuffled = documents
        .map((document) => ({ document, rank: order.next().value }))
        .sort((a, b) => a.rank - b.rank)
        .map(({ document }) => document);
      expect(shown(shuffled)).toEqual(shown(documents));
    }),
    { numRuns: 150 },
  );
});
