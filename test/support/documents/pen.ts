import { formatDate, type Language } from './dates.js';
import { formatAmount, type MoneyStyle } from './figures.js';
import type { Account, Movement } from './ledger.js';

/**
 * What a printed figure is. `info` proves nothing (a credit limit, a minimum due); `part` is one line of a summary that adds up.
 */
export type FigureRole =
  | 'row'
  | 'row-balance'
  | 'opening'
  | 'closing'
  | 'total-in'
  | 'total-out'
  | 'section-total'
  | 'daily-balance'
  | 'carried'
  | 'part'
  | 'info'
  | 'gross'
  | 'net'
  | 'deduction'
  | 'earning'
  | 'item'
  | 'subtotal'
  | 'tax'
  | 'total'
  | 'tip'
  | 'discount'
  | 'tendered'
  | 'change'
  | 'due';

/** One figure as it stands on paper. */
export interface Figure {
  /** Stable for a seed and layout: the place of the figure among those printed. */
  readonly id: string;
  readonly role: FigureRole;
  readonly account: number;
  readonly row: number | null;
  /** Minor units before and after a deliberate corruption. */
  readonly minor: number;
  readonly printed: number;
  readonly text: string;
}

/** A date as it stands on paper. */
export interface PrintedDate {
  readonly iso: string;
  readonly format: string;
  readonly role: 'row' | 'period' | 'other';
  readonly account: number;
}

/** Prints figures and dates, and remembers each. Overrides, by figure id, replace what is printed: that is how a document is corrupted. */
export class Pen {
  readonly figures: Figure[] = [];
  readonly dates: PrintedDate[] = [];
  readonly #overrides: ReadonlyMap<string, number>;
  readonly #counts = new Map<string, number>();
  readonly #language: Language;

  constructor(language: Language, overrides: ReadonlyMap<string, number> = new Map()) {
    this.#language = language;
    this.#overrides = overrides;
  }

  money(minor: number, style: MoneyStyle, role: FigureRole, account = 0, row: number | null = null): string {
    const stem = `${account}.${role}${row === null ? '' : `.${row}`}`;
    const count = this.#counts.get(stem) ?? 0;
    this.#counts.set(stem, count + 1);
    const id = `${stem}#${count}`;
    const printed = this.#overrides.get(id) ?? minor;
    const text = formatAmount(printed, style);
    this.figures.push({ id, role, account, row, minor, printed, text });
    return text;
  }

  date(
    iso: string,
    format: string,
    role: PrintedDate['role'] = 'other',
    account = 0,
    language: Language = this.#language,
  ): string {
    this.dates.push({ iso, format, role, account });
    return formatDate(iso, format, language);
  }
}

/** A movement with its place and the balance after it. */
export interface Entry {
  readonly index: number;
  readonly movement: Movement;
  readonly balance: number;
}

/** One account's pen: every figure is printed through it, so that truth knows what the paper proves. */
export class Book {
  readonly account: Account;
  readonly entries: readonly Entry[];
  readonly pen: Pen;
  readonly #index: number;

  constructor(account: Account, index: number, pen: Pen) {
    this.account = account;
    this.pen = pen;
    this.#index = index;
    let balance = account.opening;
    this.entries = account.movements.map((movement, row) => {
      balance += account.owed ? -movement.amount : movement.amount;
      return { index: row, movement, balance };
    });
  }

  get incoming(): readonly Entry[] {
    return this.entries.filter((entry) => entry.movement.amount > 0);
  }

  get outgoing(): readonly Entry[] {
    return this.entries.filter((entry) => entry.movement.amount < 0);
  }

  #print(minor: number, style: MoneyStyle, role: FigureRole, row: number | null = null): string {
    return this.pen.money(minor, style, role, this.#index, row);
  }

  /** The signed amount. `flip` prints money out as positive, as cards do. */
  amount(entry: Entry, style: MoneyStyle, flip = false): string {
    return this.#print(flip ? -entry.movement.amount : entry.movement.amount, style, 'row', entry.index);
  }

  /** The amount without its sign. */
  size(entry: Entry, style: MoneyStyle): string {
    return this.#print(Math.abs(entry.movement.amount), style, 'row', entry.index);
  }

  /** The size where it is money out, else nothing. */
  debit(entry: Entry, style: MoneyStyle): string {
    return entry.movement.amount < 0 ? this.size(entry, style) : '';
  }

  /** The size where it is money in, else nothing. */
  credit(entry: Entry, style: MoneyStyle): string {
    return entry.movement.amount > 0 ? this.size(entry, style) : '';
  }

  balance(entry: Entry, style: MoneyStyle): string {
    return this.#print(entry.balance, style, 'row-balance', entry.index);
  }

  opening(style: MoneyStyle): string {
    return this.#print(this.account.opening, style, 'opening');
  }

  closing(style: MoneyStyle): string {
    return this.#print(this.account.closing, style, 'closing');
  }

  totalIn(style: MoneyStyle): string {
    return this.#print(sum(this.incoming), style, 'total-in');
  }

  /** Without a sign, unless `signed`. */
  totalOut(style: MoneyStyle, signed = false): string {
    const total = sum(this.outgoing);
    return this.#print(signed ? total : -total, style, 'total-out');
  }

  /** The size of the sum of some entries, as a section's or a category's total. */
  sectionTotal(entries: readonly Entry[], style: MoneyStyle): string {
    return this.#print(Math.abs(sum(entries)), style, 'section-total');
  }

  /** One line of a summary that leads from opening to closing. */
  part(minor: number, style: MoneyStyle): string {
    return this.#print(minor, style, 'part');
  }

  /** The balance carried over at a page's end. */
  carried(minor: number, style: MoneyStyle): string {
    return this.#print(minor, style, 'carried');
  }

  daily(minor: number, style: MoneyStyle): string {
    return this.#print(minor, style, 'daily-balance');
  }

  /** A figure that proves nothing about the rows. */
  info(minor: number, style: MoneyStyle): string {
    return this.#print(minor, style, 'info');
  }

  /** An entry's date. */
  date(entry: Entry, format: string): string {
    return this.pen.date(entry.movement.date, format, 'row', this.#index);
  }

  /** A date of the entry that isn't its own: value date, date of purchase. */
  valueDate(entry: Entry, format: string): string {
    return this.pen.date(entry.movement.valueDate, format, 'other', this.#index);
  }

  from(format: string): string {
    return this.pen.date(this.account.from, format, 'period', this.#index);
  }

  to(format: string): string {
    return this.pen.date(this.account.to, format, 'period', this.#index);
  }

  /** Any other date: of payment, of printing. */
  other(iso: string, format: string): string {
    return this.pen.date(iso, format, 'other', this.#index);
  }

  /** The last entry of each day, in order. */
  dayEnds(): readonly Entry[] {
    return this.entries.filter(
      (entry, index) => this.entries[index + 1]?.movement.date !== entry.movement.date,
    );
  }

  /** True where an entry is its day's first. */
  startsDay(entry: Entry): boolean {
    return this.entries[entry.index - 1]?.movement.date !== entry.movement.date;
  }

  /** True where an entry is its day's last. */
  endsDay(entry: Entry): boolean {
    return this.entries[entry.index + 1]?.movement.date !== entry.movement.date;
  }
}

/** The sum of entries, money out negative. */
export function sum(entries: readonly Entry[]): number {
  return entries.reduce((total, entry) => total + entry.movement.amount, 0);
}
