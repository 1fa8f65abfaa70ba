import type { Sheet } from './blocks.js';
import { addDays, isoDate } from './dates.js';
import type { StatementLayout } from './layouts.js';
import { type Account, createAccount } from './ledger.js';
import { Book, type Figure, Pen } from './pen.js';
import { createRandom, type Random } from './random.js';
import { type StatementTruth, statementTruth } from './truth.js';

/** A document before it is drawn: its sheet for either way of drawing, its truth, and every figure printed on it. */
export interface Built<Truth = StatementTruth> {
  readonly name: string;
  readonly sheet: Sheet;
  readonly truth: Truth;
  readonly figures: readonly Figure[];
}

/** What is printed instead of a figure's own value, by figure id. */
export type Overrides = ReadonlyMap<string, number>;

/** Builds the statement of a layout and a seed. The same two give the same document, but for the overrides. */
export function buildStatement(
  layout: StatementLayout,
  seed: number,
  overrides: Overrides = new Map(),
): Built {
  const random = createRandom(seed, layout.name);
  const pen = new Pen(layout.place.language, overrides);
  const books = accountsOf(layout, random).map((account, index) => new Book(account, index, pen));
  const [book] = books;
  if (!book) throw new Error(`${layout.name} asks for no account`);
  const sheet = layout.sheet({ books, book, pen, random });
  const making = { layout: layout.name, family: layout.family, era: layout.era, seed, traits: layout.traits };
  const truth = statementTruth(books, pen, making, {
    card: layout.card ?? false,
    consecutive: layout.consecutive ?? false,
    currencyShown: layout.currencyShown ?? true,
    described: layout.described ?? ((lines) => lines.join(' ')),
  });
  return { name: `${layout.name}_${seed}`, sheet, truth, figures: pen.figures };
}

function accountsOf(layout: StatementLayout, random: Random): Account[] {
  const accounts: Account[] = [];
  for (const wish of layout.accounts) {
    const before = accounts.at(-1);
    if (!before) accounts.push(createAccount(random, layout.place, wish));
    else if (layout.consecutive) {
      const from = addDays(before.to, 1);
      const to = addDays(
        isoDate(Number(from.slice(0, 4)), Number(from.slice(5, 7)) + 1, Number(from.slice(8))),
        -1,
      );
      const next = createAccount(random, layout.place, wish, { from, to, opening: before.closing });
      accounts.push({ ...next, holder: before.holder, number: before.number, city: before.city });
    } else {
      const alone = createAccount(random, layout.place, wish);
      const again = createAccount(random, layout.place, wish, {
        from: before.from,
        to: before.to,
        opening: Math.max(alone.opening, 0),
      });
      accounts.push({ ...again, holder: before.holder, city: before.city });
    }
  }
  return accounts;
}
