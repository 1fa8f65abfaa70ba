import { addDays, daysBetween, formatDate, isoDate, isWeekend } from './dates.js';
import type { MovementKind, Place } from './places/place.js';
import { at, type Random } from './random.js';

/** One movement of an account. `amount` in minor units: negative is money out of the customer's pocket. */
export interface Movement {
  readonly date: string;
  readonly valueDate: string;
  /** What is printed, in lines; the first is the headline. */
  readonly lines: readonly string[];
  readonly amount: number;
  readonly kind: MovementKind;
  readonly reference: string;
  readonly cheque?: string;
  readonly category: string;
  readonly original?: { readonly currency: string; readonly amount: number };
  /** Which cardholder, on a card with several. */
  readonly holder: number;
}

/** One account over one period, closing = opening + Σ amounts (held) or opening − Σ amounts (owed). */
export interface Account {
  readonly holder: string;
  readonly city: string;
  readonly number: string;
  readonly currency: string;
  readonly exponent: number;
  readonly owed: boolean;
  readonly from: string;
  readonly to: string;
  readonly opening: number;
  readonly closing: number;
  readonly movements: readonly Movement[];
}

/** What a layout asks of its ledger. */
export interface LedgerWish {
  readonly owed?: boolean;
  /** Fewest and most movements. */
  readonly count?: readonly [number, number];
  /** Whole calendar months rather than a cycle from mid-month. */
  readonly wholeMonth?: boolean;
  readonly overNewYear?: boolean;
  /** A period wholly inside days 1–12, so that numeric dates can be read two ways. */
  readonly firstDaysOnly?: boolean;
  /** Kinds that don't occur. */
  readonly without?: readonly MovementKind[];
  /** Kinds that must occur, once each at least. */
  readonly must?: readonly MovementKind[];
  /** Chance of a movement repeating exactly on its day. */
  readonly twins?: number;
  /** How many movements fall on one day on average, for date-once layouts. */
  readonly crowded?: boolean;
  readonly overdrawn?: boolean;
  readonly large?: boolean;
}

const PRICES: Record<MovementKind, readonly [number, number]> = {
  salary: [1400, 5200],
  rent: [650, 2100],
  utility: [18, 190],
  subscription: [4.99, 22.99],
  groceries: [6, 165],
  eating: [3.2, 88],
  fuel: [22, 92],
  shopping: [8, 340],
  cash: [20, 300],
  transferOut: [10, 600],
  transferIn: [10, 450],
  fee: [1.5, 35],
  interest: [0.02, 14],
  refund: [6, 120],
  cheque: [25, 900],
  foreign: [7, 260],
  payment: [60, 1400],
};

const INCOME = new Set<MovementKind>(['salary', 'transferIn', 'interest', 'refund', 'payment']);
const CATEGORY: Record<MovementKind, string> = {
  salary: 'Income',
  rent: 'Housing',
  utility: 'Bills',
  subscription: 'Entertainment',
  groceries: 'Groceries',
  eating: 'Dining',
  fuel: 'Transport',
  shopping: 'Shopping',
  cash: 'Cash',
  transferOut: 'Transfers',
  transferIn: 'Transfers',
  fee: 'Fees',
  interest: 'Interest',
  refund: 'Refund',
  cheque: 'Cheque',
  foreign: 'Travel',
  payment: 'Payment',
};
const ABROAD: readonly (readonly [string, number])[] = [
  ['EUR', 1.08],
  ['USD', 1],
  ['GBP', 1.27],
  ['CHF', 1.12],
  ['SEK', 0.095],
  ['AUD', 0.66],
];

/** The statement's period for a seed and a wish. */
function period(random: Random, wish: LedgerWish): readonly [string, string] {
  const year = random.int(2022, 2026);
  if (wish.overNewYear) {
    const from = isoDate(year, 12, random.int(5, 20));
    return [from, addDays(from, random.int(28, 33))];
  }
  const month = random.int(1, 11);
  if (wish.firstDaysOnly) return [isoDate(year, month, 1), isoDate(year, month, 12)];
  if (wish.wholeMonth ?? random.chance(0.6)) return [isoDate(year, month, 1), isoDate(year, month, 31)];
  const from = isoDate(year, month, random.int(3, 27));
  return [from, addDays(isoDate(year, month + 1, Number(from.slice(8))), -1)];
}

function cents(random: Random, place: Place, kind: MovementKind, large: boolean): number {
  const [low, high] = PRICES[kind];
  const unit = 10 ** place.exponent;
  const price =
    (low + (high - low) * random.next() ** 2) * place.scale * (large && kind !== 'interest' ? 40 : 1);
  const exact = Math.max(1, Math.round(price * unit));
  if (kind === 'cash')
    return Math.max(1, Math.round(price / (10 * place.scale))) * Math.round(10 * place.scale) * unit;
  if (place.exponent === 0)
    return kind === 'interest'
      ? exact
      : Math.max(10, Math.round(exact / 10) * 10 + (random.chance(0.4) ? random.int(0, 9) : 0));
  const ending = random.int(0, 5);
  const whole = Math.max(1, Math.floor(price)) * unit;
  if (ending === 0) return whole;
  return ending === 1 ? whole + (99 * unit) / 100 : exact;
}

/** Fills a phrase's marks; the lines of the printed entry. */
function phrase(
  random: Random,
  place: Place,
  kind: MovementKind,
  date: string,
  names: Names,
  original: string,
): string[] {
  const merchants: Partial<Record<MovementKind, readonly string[]>> = {
    utility: place.utilities,
    subscription: place.subscriptions,
    groceries: place.groceries,
    eating: place.eating,
    fuel: place.fuel,
    shopping: place.shopping,
    refund: place.shopping,
    foreign: place.shopping,
  };
  const merchant = random.pick(merchants[kind] ?? place.shopping);
  const person = random.pick(place.people);
  const city = random.pick(place.cities);
  const [oc = '', oa = '', or = ''] = original.split(' ');
  const fill: Record<string, () => string> = {
    m: () => merchant,
    M: () => merchant.toUpperCase(),
    c: () => city,
    C: () => city.toUpperCase(),
    p: () => person,
    P: () => person.toUpperCase(),
    e: () => names.employer,
    E: () => names.employer.toUpperCase(),
    l: () => names.landlord,
    L: () => names.landlord.toUpperCase(),
    t: () => `${String(random.int(7, 22)).padStart(2, '0')}:${String(random.int(0, 59)).padStart(2, '0')}`,
    d: () => formatDate(date, place.code === 'US' ? 'MM/DD' : 'DD/MM'),
    y: () => date.slice(0, 4),
    oc: () => oc,
    oa: () => oa,
    or: () => or,
  };
  const filled = random.pick(place.phrases[kind]).replace(/\{(\w+)\}/g, (whole, mark: string) => {
    if (/^\d+$/.test(mark)) return random.digits(Number(mark));
    return fill[mark]?.() ?? whole;
  });
  return filled.split('|').map((line) => line.replace(/ {2,}/g, ' ').trim());
}

interface Names {
  readonly employer: string;
  readonly landlord: string;
}

function original(
  random: Random,
  place: Place,
  amount: number,
): { text: string; currency: string; amount: number } {
  const [currency, dollars] = random.pick(ABROAD.filter(([code]) => code !== place.currency));
  const rate = dollars * place.scale * (0.97 + random.next() * 0.06);
  const abroad = Math.max(1, Math.round((amount / 10 ** place.exponent / rate) * 100));
  return { text: `${currency} ${(abroad / 100).toFixed(2)} ${rate.toFixed(4)}`, currency, amount: abroad };
}

const REGULAR: readonly MovementKind[] = [
  'groceries',
  'eating',
  'eating',
  'shopping',
  'groceries',
  'fuel',
  'transferOut',
  'cash',
  'transferIn',
  'foreign',
  'cheque',
  'refund',
  'subscription',
];

function kinds(random: Random, wish: LedgerWish): MovementKind[] {
  const total = random.int(...(wish.count ?? [12, 32]));
  const once: MovementKind[] = wish.owed
    ? [
        'payment',
        'subscription',
        'subscription',
        ...(random.chance(0.4) ? (['interest', 'fee'] as const) : []),
      ]
    : [
        'salary',
        'rent',
        'utility',
        'subscription',
        ...(random.chance(0.5) ? (['fee'] as const) : []),
        ...(random.chance(0.4) ? (['interest'] as const) : []),
      ];
  const never = new Set<MovementKind>([
    ...(wish.without ?? []),
    ...(wish.owed ? (['transferOut', 'transferIn', 'cheque', 'cash'] as const) : []),
  ]);
  const allowed = REGULAR.filter((kind) => !never.has(kind));
  const chosen = [...(wish.must ?? []), ...once.filter((kind) => !never.has(kind))].slice(
    0,
    Math.max(total, wish.must?.length ?? 0),
  );
  while (chosen.length < total) chosen.push(random.pick(allowed));
  return chosen;
}

/** Interest costs a card's holder and rewards a saver. */
const incoming = (kind: MovementKind, owed: boolean) => INCOME.has(kind) && !(owed && kind === 'interest');

/** A day of the period for a kind: salaries on working days, interest and fees at the end. */
function day(random: Random, kind: MovementKind, days: readonly string[]): string {
  const last = at(days, days.length - 1);
  if (kind === 'interest' || kind === 'fee') return random.chance(0.7) ? last : random.pick(days);
  const chosen = random.pick(days);
  if (kind === 'salary' && isWeekend(chosen))
    return days.includes(addDays(chosen, -2)) ? addDays(chosen, -2) : chosen;
  return chosen;
}

/** An account's movements over a period, in order of date, true twins included. */
export function createAccount(
  random: Random,
  place: Place,
  wish: LedgerWish,
  given?: { from: string; to: string; opening: number },
): Account {
  const [from, to] = given ? [given.from, given.to] : period(random, wish);
  const owed = wish.owed ?? false;
  const all = Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => addDays(from, index));
  const days = wish.crowded
    ? random
        .shuffle(all)
        .slice(0, Math.max(4, Math.floor(all.length / 4)))
        .sort()
    : all;
  const names: Names = { employer: random.pick(place.employers), landlord: random.pick(place.landlords) };
  const movements: Movement[] = kinds(random, wish).map((kind) => {
    const date = day(random, kind, days);
    const size = cents(random, place, kind, wish.large ?? false);
    const abroad = kind === 'foreign' ? original(random, place, size) : null;
    const lines = phrase(random, place, kind, date, names, abroad?.text ?? '');
    const cheque = kind === 'cheque' ? random.digits(6) : null;
    const lag = random.int(0, 2);
    return {
      date,
      valueDate: addDays(date, daysBetween(date, to) < lag ? 0 : lag),
      amount: incoming(kind, owed) ? size : -size,
      kind,
      reference: random.digits(random.int(8, 14)),
      category: CATEGORY[kind],
      holder: random.int(0, 1),
      lines: owed && kind === 'interest' ? ['INTEREST CHARGE ON PURCHASES'] : lines,
      ...(cheque ? { cheque } : {}),
      ...(abroad ? { original: { currency: abroad.currency, amount: abroad.amount } } : {}),
    };
  });
  const twins = movements.filter(
    (movement) =>
      ['eating', 'groceries', 'cash'].includes(movement.kind) && random.chance(wish.twins ?? 0.06),
  );
  const ordered = random.shuffle([...movements, ...twins]).sort((a, b) => a.date.localeCompare(b.date));
  const sum = ordered.reduce((total, movement) => total + movement.amount, 0);
  const opening = given?.opening ?? openingFor(random, place, wish, ordered);
  return {
    holder: random.pick(place.people),
    city: random.pick(place.cities),
    number: random.digits(random.int(8, 12)),
    currency: place.currency,
    exponent: place.exponent,
    owed,
    from,
    to,
    opening,
    closing: owed ? opening - sum : opening + sum,
    movements: ordered,
  };
}

/** An opening balance that keeps the account above zero, unless it is to be overdrawn. */
function openingFor(random: Random, place: Place, wish: LedgerWish, movements: readonly Movement[]): number {
  const unit = 10 ** place.exponent;
  const some = Math.round((150 + random.next() * 4000) * place.scale * unit * (wish.large ? 40 : 1));
  if (wish.owed) {
    const paid = movements
      .filter((movement) => movement.amount > 0)
      .reduce((total, movement) => total + movement.amount, 0);
    return paid + (random.chance(0.5) ? 0 : some);
  }
  if (wish.overdrawn) return Math.round(some / 6);
  let lowest = 0;
  let running = 0;
  for (const movement of movements) {
    running += movement.amount;
    lowest = Math.min(lowest, running);
  }
  return some - lowest;
}
