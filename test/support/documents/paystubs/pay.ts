import type { Sheet } from '../blocks.js';
import type { Built, Overrides } from '../build.js';
import { addDays, isoDate } from '../dates.js';
import { type MoneyStyle, toMajor } from '../figures.js';
import { type Figure, type FigureRole, Pen } from '../pen.js';
import type { Place } from '../places/place.js';
import { createRandom, type Random } from '../random.js';
import type { Making, Verdict } from '../truth.js';

export type Frequency = 'weekly' | 'fortnightly' | 'semi-monthly' | 'four-weekly' | 'monthly';

/** One line of earnings or deductions, this period and since the year began, in minor units. */
export interface PayLine {
  readonly name: string;
  readonly amount: number;
  readonly toDate: number;
  /** Hundredths of hours, and minor units an hour, where paid by the hour. */
  readonly hours?: number;
  readonly rate?: number;
}

/** What somebody earned in a period. net = gross − Σ deductions. */
export interface Pay {
  readonly employer: string;
  readonly employee: string;
  readonly city: string;
  readonly from: string;
  readonly to: string;
  readonly paid: string;
  readonly frequency: Frequency;
  readonly earnings: readonly PayLine[];
  readonly deductions: readonly PayLine[];
  /** Paid by the employer on top: no part of gross or net. */
  readonly contributions: readonly PayLine[];
  readonly gross: number;
  readonly grossToDate: number;
  readonly net: number;
  readonly netToDate: number;
}

/** A deduction's name and its share of gross, in thousandths. */
export type Share = readonly [name: string, thousandths: number];

export interface PayWish {
  readonly frequency: Frequency;
  readonly hourly?: boolean;
  readonly base: string;
  readonly extras: readonly string[];
  readonly deductions: readonly Share[];
  readonly contributions?: readonly Share[];
}

export interface StubLayout {
  readonly name: string;
  readonly family: 'pay stub';
  readonly era: 'before' | 'after';
  readonly place: Place;
  readonly traits: readonly string[];
  readonly wish: PayWish;
  /** An unfilled form: every label, no value. */
  readonly blank?: boolean;
  readonly sheet: (slip: Slip) => Sheet;
}

export interface StubTruth {
  readonly kind: 'pay_stub';
  readonly currency: string;
  readonly employer: string | null;
  readonly gross_pay: number | null;
  readonly net_pay: number | null;
  readonly pay_period_start: string | null;
  readonly pay_period_end: string | null;
  readonly pay_date: string | null;
  readonly frequency: Frequency | null;
  readonly deductions?: Readonly<Record<string, number>>;
  readonly derived_net_pay?: number;
  readonly ytd_gross?: number;
  readonly expected_verdict: Verdict;
  readonly also_acceptable: readonly Verdict[];
  readonly corrupted?: { readonly role: FigureRole; readonly was: number; readonly printed: number };
  readonly making: Making;
}

const LENGTH: Record<Frequency, number> = {
  weekly: 7,
  fortnightly: 14,
  'four-weekly': 28,
  'semi-monthly': 15,
  monthly: 30,
};
const PER_YEAR: Record<Frequency, number> = {
  weekly: 52,
  fortnightly: 26,
  'four-weekly': 13,
  'semi-monthly': 24,
  monthly: 12,
};

function payPeriod(random: Random, frequency: Frequency): { from: string; to: string; count: number } {
  const year = random.int(2022, 2026);
  if (frequency === 'monthly' || frequency === 'semi-monthly') {
    const month = random.int(1, 12);
    const half = frequency === 'semi-monthly' ? random.int(0, 1) : null;
    return {
      from: isoDate(year, month, half === 1 ? 16 : 1),
      to: isoDate(year, month, half === 0 ? 15 : 31),
      count: half === null ? month : (month - 1) * 2 + half + 1,
    };
  }
  const count = random.int(1, PER_YEAR[frequency] - 2);
  const from = addDays(isoDate(year, 1, 1), (count - 1) * LENGTH[frequency] + random.int(0, 3));
  return { from, to: addDays(from, LENGTH[frequency] - 1), count };
}

function createPay(random: Random, place: Place, wish: PayWish): Pay {
  const { from, to, count } = payPeriod(random, wish.frequency);
  const unit = 10 ** place.exponent;
  const yearly = (32_000 + random.int(0, 78_000)) * place.scale * unit;
  const line = (name: string, amount: number): PayLine => ({
    name,
    amount,
    toDate: amount * count + random.int(0, count > 1 ? 9 : 0) * (count > 1 ? 111 : 0),
  });
  const earnings: PayLine[] = [];
  if (wish.hourly) {
    const rate = Math.round(yearly / 2080);
    const hours = Math.round(((2080 / PER_YEAR[wish.frequency]) * 100) / 50) * 50;
    earnings.push({ ...line(wish.base, Math.round((rate * hours) / 100)), hours, rate });
    if (random.chance(0.7)) {
      const extra = random.int(2, 30) * 25;
      const higher = Math.round(rate * 1.5);
      earnings.push({ ...line('Overtime', Math.round((higher * extra) / 100)), hours: extra, rate: higher });
    }
  } else earnings.push(line(wish.base, Math.round(yearly / PER_YEAR[wish.frequency])));
  for (const extra of wish.extras)
    if (random.chance(0.6))
      earnings.push(line(extra, Math.round((0.02 + random.next() * 0.09) * (earnings[0]?.amount ?? 0))));
  const total = (lines: readonly PayLine[], of: 'amount' | 'toDate') =>
    lines.reduce((sum, each) => sum + each[of], 0);
  const gross = total(earnings, 'amount');
  const share = ([name, thousandths]: Share) =>
    line(name, Math.round((gross * thousandths * (0.85 + random.next() * 0.3)) / 1000));
  const deductions = wish.deductions.map(share);
  return {
    employer: random.pick(place.employers),
    employee: random.pick(place.people),
    city: random.pick(place.cities),
    from,
    to,
    paid: addDays(to, random.int(0, 6)),
    frequency: wish.frequency,
    earnings,
    deductions,
    contributions: (wish.contributions ?? []).map(share),
    gross,
    grossToDate: total(earnings, 'toDate'),
    net: gross - total(deductions, 'amount'),
    netToDate: total(earnings, 'toDate') - total(deductions, 'toDate'),
  };
}

/** Prints a pay's figures and remembers them. */
export class Slip {
  readonly pay: Pay;
  readonly pen: Pen;
  readonly random: Random;

  constructor(pay: Pay, pen: Pen, random: Random) {
    this.pay = pay;
    this.pen = pen;
    this.random = random;
  }

  gross(style: MoneyStyle): string {
    return this.pen.money(this.pay.gross, style, 'gross');
  }

  net(style: MoneyStyle): string {
    return this.pen.money(this.pay.net, style, 'net');
  }

  earning(line: PayLine, style: MoneyStyle): string {
    return this.pen.money(line.amount, style, 'earning', 0, this.pay.earnings.indexOf(line));
  }

  deduction(line: PayLine, style: MoneyStyle): string {
    return this.pen.money(line.amount, style, 'deduction', 0, this.pay.deductions.indexOf(line));
  }

  /** The sum of all deductions. */
  deducted(style: MoneyStyle): string {
    return this.pen.money(this.pay.gross - this.pay.net, style, 'section-total');
  }

  info(minor: number, style: MoneyStyle): string {
    return this.pen.money(minor, style, 'info');
  }

  grossToDate(style: MoneyStyle): string {
    return this.pen.money(this.pay.grossToDate, style, 'info', 0, -1);
  }

  from(format: string): string {
    return this.pen.date(this.pay.from, format, 'period');
  }

  to(format: string): string {
    return this.pen.date(this.pay.to, format, 'period');
  }

  paid(format: string): string {
    return this.pen.date(this.pay.paid, format, 'other');
  }

  hours(line: PayLine): string {
    return line.hours === undefined ? '' : (line.hours / 100).toFixed(2);
  }

  rate(line: PayLine, style: MoneyStyle): string {
    return line.rate === undefined ? '' : this.info(line.rate, style);
  }
}

/** Builds the pay stub of a layout and a seed. */
export function buildStub(
  layout: StubLayout,
  seed: number,
  overrides: Overrides = new Map(),
): Built<StubTruth> {
  const random = createRandom(seed, layout.name);
  const pen = new Pen(layout.place.language, overrides);
  const pay = createPay(random, layout.place, layout.wish);
  const sheet = layout.sheet(new Slip(pay, pen, random));
  const making = { layout: layout.name, family: layout.family, era: layout.era, seed, traits: layout.traits };
  return {
    name: `${layout.name}_${seed}`,
    sheet,
    figures: pen.figures,
    truth: stubTruth(layout, pay, pen, making),
  };
}

function stubTruth(layout: StubLayout, pay: Pay, pen: Pen, making: Making): StubTruth {
  const { exponent, currency } = layout.place;
  const nothing = {
    employer: null,
    gross_pay: null,
    net_pay: null,
    pay_period_start: null,
    pay_period_end: null,
    pay_date: null,
    frequency: null,
  };
  if (layout.blank)
    return {
      kind: 'pay_stub',
      currency,
      ...nothing,
      expected_verdict: 'failed',
      also_acceptable: ['unverifiable'],
      making,
    };
  const find = (role: FigureRole, row: number | null = null): Figure | undefined =>
    pen.figures.find((figure) => figure.role === role && figure.row === row);
  const major = (figure: Figure | undefined) => (figure ? toMajor(figure.printed, exponent) : null);
  const net = major(find('net'));
  const toDate = major(find('info', -1));
  const altered = pen.figures.find((figure) => figure.printed !== figure.minor);
  const checked: readonly FigureRole[] = ['gross', 'net', 'deduction', 'section-total', 'earning'];
  const contradicts =
    altered !== undefined && checked.includes(altered.role) && (net !== null || altered.role === 'earning');
  const printed = (role: FigureRole, row: number | null, own: number) => find(role, row)?.printed ?? own;
  const derived = pay.deductions.reduce(
    (left, line, index) => left - printed('deduction', index, line.amount),
    printed('gross', null, pay.gross),
  );
  const proved = net !== null && find('gross') !== undefined;
  const dated = (role: 'period' | 'other') => pen.dates.some((date) => date.role === role);
  const starts = pen.dates.some((date) => date.role === 'period' && date.iso === pay.from);
  return {
    kind: 'pay_stub',
    currency,
    employer: pay.employer,
    gross_pay: major(find('gross')),
    net_pay: net,
    pay_period_start: starts ? pay.from : null,
    pay_period_end: dated('period') ? pay.to : null,
    pay_date: dated('other') ? pay.paid : null,
    frequency: pay.frequency,
    deductions: Object.fromEntries(
      pay.deductions.map((line, index) => [line.name, major(find('deduction', index)) ?? 0]),
    ),
    ...(net === null ? { derived_net_pay: toMajor(derived, exponent) } : {}),
    ...(toDate === null ? {} : { ytd_gross: toDate }),
    expected_verdict: contradicts ? 'discrepancy' : proved ? 'verified' : 'unverifiable',
    // A sum that the listed deductions don't give may mean a line that wasn't read: to say so is honest too.
    also_acceptable:
      altered && contradicts && ['deduction', 'section-total'].includes(altered.role) ? ['unverifiable'] : [],
    ...(altered
      ? {
          corrupted: {
            role: altered.role,
            was: toMajor(altered.minor, exponent),
            printed: toMajor(altered.printed, exponent),
          },
        }
      : {}),
    making,
  };
}
