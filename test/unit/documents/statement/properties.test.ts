import { describe, expect, it } from '@jest/globals';
import { addDays } from '../../../../src/domain/calendar.js';
import { fc } from '../../../support/properties.js';
import { readTyped } from './read-typed.js';

interface Movement {
  readonly day: number;
  readonly amount: number;
  readonly name: string;
}

interface Layout {
  readonly columns: 'signed' | 'trailing' | 'pair' | 'pair-credit-first';
  readonly balance: 'row' | 'day' | 'none';
  readonly comma: boolean;
  readonly newestFirst: boolean;
  readonly width: number;
  readonly header: boolean;
}

const neutral = ['CINEMA', 'BOOK SHOP', 'BOARD GAMES', 'PIZZA HOUSE', 'CAFE LUNA'];

/** Movements whose names, where they say which way money went, say what is so. */
function movementsNamed(into: readonly string[], out: readonly string[]) {
  const movement = (sign: 1 | -1, names: readonly string[]) =>
    fc.record({
      day: fc.integer({ min: 0, max: 27 }),
      amount: fc.integer({ min: 100, max: 400_000 }).map((size) => sign * size),
      name: fc.constantFrom(...names, ...neutral),
    });
  return fc.array(fc.oneof(movement(1, into), movement(-1, out)), { minLength: 4, maxLength: 14 });
}

const movements = movementsNamed(['WAGES', 'REFUND 4471'], ['RENT']);

const layouts: fc.Arbitrary<Layout> = fc.record({
  columns: fc.constantFrom('signed', 'trailing', 'pair', 'pair-credit-first'),
  balance: fc.constantFrom('row', 'day', 'none'),
  comma: fc.boolean(),
  newestFirst: fc.boolean(),
  width: fc.integer({ min: 14, max: 20 }),
  header: fc.boolean(),
});

function figure(minor: number, comma: boolean): string {
  const digits = String(Math.abs(minor)).padStart(3, '0');
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, comma ? '.' : ',');
  return `${minor < 0 ? '-' : ''}${whole}${comma ? ',' : '.'}${digits.slice(-2)}`;
}

function moneyCells(amount: number, layout: Layout): string[] {
  const size = figure(Math.abs(amount), layout.comma);
  if (layout.columns === 'signed') return [figure(amount, layout.comma)];
  if (layout.columns === 'trailing') return [amount < 0 ? `${size}-` : `${size} `];
  const cells = amount < 0 ? [size, ''] : ['', size];
  return layout.columns === 'pair' ? cells : cells.reverse();
}

const headings: Record<Layout['columns'], string[]> = {
  signed: ['Amount'],
  trailing: ['Amount'],
  pair: ['Paid out', 'Paid in'],
  'pair-credit-first': ['Paid in', 'Paid out'],
};

/** Prints a ledger as a statement; `spoil` may change one printed figure. */
function print(
  ledger: readonly Movement[],
  opening: number,
  layout: Layout,
  spoil: (figures: string[]) => void = () => {},
) {
  const sorted = [...ledger].sort((a, b) => a.day - b.day);
  let running = opening;
  const rows = sorted.map((movement, index) => {
    running += movement.amount;
    const lastOfDay = sorted[index + 1]?.day !== movement.day;
    const shown = layout.balance === 'row' || (layout.balance === 'day' && lastOfDay);
    return { ...movement, balance: shown ? running : null };
  });
  const printed = layout.newestFirst ? [...rows].reverse() : rows;
  const lines = printed.map((row) => {
    const cells = [
      ...moneyCells(row.amount, layout),
      ...(layout.balance === 'none' ? [] : [row.balance === null ? '' : figure(row.balance, layout.comma)]),
    ];
    return { date: addDays('2026-03-01', row.day), name: row.name, cells };
  });
  const figures = lines.flatMap((line) => line.cells);
  spoil(figures);
  let next = 0;
  const body = lines.map((line) => {
    const cells = line.cells.map(() => (figures[next++] ?? '').padStart(layout.width)).join('');
    return `${line.date}    ${line.name.padEnd(24)}${cells}`;
  });
  const head = [...headings[layout.columns], ...(layout.balance === 'none' ? [] : ['Balance'])];
  const header = `${'Date'.padEnd(14)}${'Description'.padEnd(24)}${head.map((text) => text.padStart(layout.width)).join('')}`;
  const summary = `Opening balance   ${figure(opening, layout.comma)}      Closing balance   ${figure(running, layout.comma)}`;
  const text = [
    'Mill Bank   Current account   EUR',
    summary,
    ...(layout.header ? [header] : ['', '']),
    ...body,
  ].join('\n');
  const truth = printed.map((row) => ({
    date: addDays('2026-03-01', row.day),
    amount: row.amount,
    description: row.name,
  }));
  return { text, truth, figures };
}

interface Nameless {
  readonly ledger: readonly Movement[];
  readonly balance: number;
  readonly owed: boolean;
  readonly unmarked: 'in' | 'out';
  readonly trailing: boolean;
  readonly running: boolean;
}

const nameless = (ledger: fc.Arbitrary<Movement[]>): fc.Arbitrary<Nameless> =>
  fc.record({
    ledger,
    balance: fc.integer({ min: 500_000, max: 900_000 }),
    owed: fc.boolean(),
    unmarked: fc.constantFrom('in', 'out'),
    trailing: fc.boolean(),
    running: fc.boolean(),
  });

/** A statement in one signed column that says neither "account" nor "card", nor what its signs mean. */
function printNameless({ ledger, balance, owed, unmarked, trailing, running }: Nameless) {
  const sorted = [...ledger].sort((a, b) => a.day - b.day);
  const figureOf = (minor: number) => {
    const size = figure(Math.abs(minor), false);
    if (trailing) return minor < 0 ? `${size}-` : `${size} `;
    return figure(minor, false);
  };
  let now = balance;
  const lines = sorted.map(({ day, amount, name }) => {
    now += owed ? -amount : amount;
    const cells = [figureOf(unmarked === 'in' ? amount : -amount), ...(running ? [figureOf(now)] : [])];
    const figures = cells.map((cell) => cell.padStart(18)).join('');
    return `${addDays('2026-03-01', day)}    ${name.padEnd(24)}${figures}`;
  });
  const text = [
    'Mill Lane   EUR',
    `Previous balance   ${figureOf(balance)}      New balance   ${figureOf(now)}`,
    '',
    ...lines,
  ].join('\n');
  return { text, amounts: sorted.map(({ amount }) => amount) };
}

const amountsOf = (reading: ReturnType<typeof readTyped>) =>
  reading.verdict === 'failed'
    ? []
    : reading.accounts.flatMap(({ rows }) => rows.map(({ amount }) => amount));

describe('a ledger that does not say whether it is held or owed', () => {
  it('is never proved by arithmetic alone, which its mirror image satisfies as well', () => {
    fc.assert(
      fc.property(nameless(movementsNamed([], [])), (statement) => {
        expect(readTyped(printNameless(statement).text).verdict).not.toBe('verified');
      }),
      { numRuns: 60 },
    );
  });

  it('is read by what its rows say, and proved with its signs the right way round or not at all', () => {
    let proved = 0;
    fc.assert(
      fc.property(nameless(movementsNamed(['WAGES', 'REFUND 4471'], ['RENT'])), (statement) => {
        const { text, amounts } = printNameless(statement);
        const reading = readTyped(text);
        if (reading.verdict !== 'verified') return;
        proved += 1;
        expect(amountsOf(reading)).toEqual(amounts);
      }),
      { numRuns: 60 },
    );
    expect(proved).toBeGreaterThan(0);
  });
});

describe('any ledger in any columns', () => {
  it('is read back exactly and proved', () => {
    fc.assert(
      fc.property(movements, fc.integer({ min: 1_000, max: 900_000 }), layouts, (ledger, opening, layout) => {
        // Two unnamed columns tell in from out only where a balance follows them.
        fc.pre(layout.header || !layout.columns.startsWith('pair'));
        const { text, truth } = print(ledger, opening, layout);
        const reading = readTyped(text);
        if (reading.verdict === 'failed') throw new Error(JSON.stringify(reading.problems));
        const rows = reading.accounts.flatMap((account) =>
          account.rows.map(({ date, amount, description }) => ({ date, amount, description })),
        );
        expect(rows).toEqual(truth);
        expect(reading.verdict).toBe('verified');
      }),
      { numRuns: 40 },
    );
  });

  it('is never called verified when one figure is misprinted', () => {
    fc.assert(
      fc.property(
        movements,
        fc.integer({ min: 1_000, max: 900_000 }),
        layouts,
        fc.nat(),
        fc.integer({ min: 1, max: 9 }),
        (ledger, opening, layout, at, by) => {
          let changed = false;
          const { text } = print(ledger, opening, layout, (figures) => {
            const filled = figures.flatMap((each, index) => (/\d/.test(each) ? [index] : []));
            const index = filled[at % filled.length] ?? 0;
            const before = figures[index] ?? '';
            figures[index] = before.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + by) % 10));
            changed = figures[index] !== before;
          });
          fc.pre(changed);
          expect(readTyped(text).verdict).not.toBe('verified');
        },
      ),
      { numRuns: 40 },
    );
  });
});
