import type { Sheet } from '../blocks.js';
import type { Built, Overrides } from '../build.js';
import { addDays, isoDate } from '../dates.js';
import { type MoneyStyle, toMajor } from '../figures.js';
import { type FigureRole, Pen } from '../pen.js';
import type { Place } from '../places/place.js';
import { createRandom, type Random } from '../random.js';
import type { Making, Verdict } from '../truth.js';

export interface Item {
  readonly name: string;
  readonly quantity: number;
  readonly unit: number;
  readonly amount: number;
  /** Days after the sale's first day, for a hotel's nights. */
  readonly day: number;
}

/** A sale in minor units. total = Σ items − discount + tax on top (none where prices include it) + tip + rounding. */
export interface Sale {
  readonly merchant: string;
  readonly city: string;
  readonly customer: string;
  readonly number: string;
  readonly date: string;
  readonly due: string;
  readonly items: readonly Item[];
  readonly sum: number;
  readonly discount: number;
  readonly shipping: number;
  /** After discount and shipping, before tax on top. */
  readonly net: number;
  readonly tax: number;
  readonly tip: number;
  readonly rounding: number;
  readonly total: number;
  readonly paidAlready: number;
}

export interface SaleWish {
  readonly merchants: readonly string[];
  readonly goods: readonly (readonly [name: string, low: number, high: number])[];
  readonly items?: readonly [number, number];
  /** In tenths of a percent; on top of the prices unless `included`. */
  readonly tax: number;
  readonly included?: boolean;
  readonly discount?: boolean;
  readonly shipping?: boolean;
  readonly tip?: boolean;
  readonly partlyPaid?: boolean;
  /** The total is rounded to this many minor units. */
  readonly roundTo?: number;
}

export interface SaleLayout {
  readonly name: string;
  readonly family: 'receipt' | 'invoice';
  readonly era: 'before' | 'after';
  readonly place: Place;
  readonly traits: readonly string[];
  readonly wish: SaleWish;
  /** Whether the paper says that it is paid; null where it doesn't say. */
  readonly paid: boolean | null;
  readonly sheet: (till: Till) => Sheet;
}

export interface SaleTruth {
  readonly kind: 'receipt' | 'invoice';
  readonly merchant: string | null;
  readonly date: string | null;
  readonly total: number | null;
  readonly currency: string;
  readonly subtotal?: number;
  readonly tax?: number;
  readonly discount?: number;
  readonly tip?: number;
  readonly tendered?: number;
  readonly amount_due?: number;
  readonly paid: boolean | null;
  readonly items: readonly { readonly description: string; readonly amount: number }[];
  readonly expected_verdict: Verdict;
  readonly also_acceptable: readonly Verdict[];
  readonly corrupted?: { readonly role: FigureRole; readonly was: number; readonly printed: number };
  readonly making: Making;
}

function createSale(random: Random, place: Place, wish: SaleWish): Sale {
  const unit = 10 ** place.exponent;
  const count = random.int(...(wish.items ?? [2, 8]));
  const goods = random.shuffle(wish.goods).slice(0, count);
  const items = goods.map(([name, low, high], index) => {
    const price = Math.max(1, Math.round((low + (high - low) * random.next()) * place.scale * unit));
    const quantity = random.chance(0.25) ? random.int(2, 4) : 1;
    return { name, quantity, unit: price, amount: price * quantity, day: index };
  });
  const sum = items.reduce((total, item) => total + item.amount, 0);
  const discount = wish.discount ? Math.round(sum * (0.05 + random.next() * 0.1)) : 0;
  const shipping = wish.shipping ? Math.round((3 + random.next() * 6) * place.scale * unit) : 0;
  const net = sum - discount + shipping;
  const tax = wish.included
    ? Math.round((net * wish.tax) / (1000 + wish.tax))
    : Math.round((net * wish.tax) / 1000);
  const tip = wish.tip ? Math.round(net * random.pick([0.1, 0.15, 0.18, 0.2])) : 0;
  const exact = net + (wish.included ? 0 : tax) + tip;
  const rounded = wish.roundTo ? Math.round(exact / wish.roundTo) * wish.roundTo : exact;
  const date = addDays(isoDate(random.int(2022, 2026), 1, 1), random.int(0, 364));
  return {
    merchant: random.pick(wish.merchants),
    city: random.pick(place.cities),
    customer: random.pick(place.people),
    number: random.digits(6),
    date,
    due: addDays(date, random.pick([14, 30])),
    items,
    sum,
    discount,
    shipping,
    net,
    tax,
    tip,
    rounding: rounded - exact,
    total: rounded,
    paidAlready: wish.partlyPaid ? Math.round(rounded * random.pick([0.25, 0.5, 0.7])) : 0,
  };
}

/** Prints a sale's figures and remembers them. */
export class Till {
  readonly sale: Sale;
  readonly pen: Pen;
  readonly random: Random;

  constructor(sale: Sale, pen: Pen, random: Random) {
    this.sale = sale;
    this.pen = pen;
    this.random = random;
  }

  item(item: Item, style: MoneyStyle): string {
    return this.pen.money(item.amount, style, 'item', 0, this.sale.items.indexOf(item));
  }

  /** The price of one. */
  unit(item: Item, style: MoneyStyle): string {
    return this.pen.money(item.unit, style, 'info');
  }

  /** The sum of the items, before discount, shipping and tax. */
  sum(style: MoneyStyle): string {
    return this.pen.money(this.sale.sum, style, 'subtotal');
  }

  /** A later subtotal, which truth doesn't name: after the discount, before tax. */
  later(minor: number, style: MoneyStyle): string {
    return this.pen.money(minor, style, 'part');
  }

  discount(style: MoneyStyle): string {
    return this.pen.money(this.sale.discount, style, 'discount');
  }

  shipping(style: MoneyStyle): string {
    return this.pen.money(this.sale.shipping, style, 'part', 0, 1);
  }

  tax(style: MoneyStyle): string {
    return this.pen.money(this.sale.tax, style, 'tax');
  }

  tip(style: MoneyStyle): string {
    return this.pen.money(this.sale.tip, style, 'tip');
  }

  total(style: MoneyStyle): string {
    return this.pen.money(this.sale.total, style, 'total');
  }

  tendered(minor: number, style: MoneyStyle): string {
    return this.pen.money(minor, style, 'tendered');
  }

  due(style: MoneyStyle): string {
    return this.pen.money(this.sale.total - this.sale.paidAlready, style, 'due');
  }

  info(minor: number, style: MoneyStyle): string {
    return this.pen.money(minor, style, 'info');
  }

  date(format: string): string {
    return this.pen.date(this.sale.date, format, 'row');
  }

  other(iso: string, format: string): string {
    return this.pen.date(iso, format, 'other');
  }
}

/** Builds the receipt or invoice of a layout and a seed. */
export function buildSale(
  layout: SaleLayout,
  seed: number,
  overrides: Overrides = new Map(),
): Built<SaleTruth> {
  const random = createRandom(seed, layout.name);
  const pen = new Pen(layout.place.language, overrides);
  const sale = createSale(random, layout.place, layout.wish);
  const sheet = layout.sheet(new Till(sale, pen, random));
  const making = { layout: layout.name, family: layout.family, era: layout.era, seed, traits: layout.traits };
  return {
    name: `${layout.name}_${seed}`,
    sheet,
    figures: pen.figures,
    truth: saleTruth(layout, sale, pen, making),
  };
}

/** Whether the total is still proved by the other figures: a single item beside a right subtotal, a tax that prices include. */
function provedWithout(role: FigureRole, layout: SaleLayout, sale: Sale, pen: Pen): boolean {
  if (role === 'tax') return layout.wish.included ?? false;
  const net = (minor: number) => minor === sale.total - sale.tax;
  return (
    role === 'item' &&
    pen.figures.some((figure) => ['subtotal', 'part', 'tendered'].includes(figure.role) || net(figure.minor))
  );
}

const CHECKED: readonly FigureRole[] = ['item', 'subtotal', 'tax', 'discount', 'total', 'tip', 'due', 'part'];

function saleTruth(layout: SaleLayout, sale: Sale, pen: Pen, making: Making): SaleTruth {
  const { exponent, currency } = layout.place;
  const figure = (role: FigureRole, row: number | null = null) =>
    pen.figures.find((each) => each.role === role && each.row === row);
  const optional = <Name extends string>(name: Name, role: FigureRole) => {
    const found = figure(role);
    return found ? { [name]: toMajor(Math.abs(found.printed), exponent) } : {};
  };
  const total = figure('total');
  const altered = pen.figures.find((each) => each.printed !== each.minor);
  const contradicts = altered !== undefined && CHECKED.includes(altered.role);
  return {
    kind: layout.family,
    merchant: sale.merchant,
    date: sale.date,
    total: total ? toMajor(total.printed, exponent) : null,
    currency,
    ...optional('subtotal', 'subtotal'),
    ...optional('tax', 'tax'),
    ...optional('discount', 'discount'),
    ...optional('tip', 'tip'),
    ...optional('tendered', 'tendered'),
    ...optional('amount_due', 'due'),
    paid: layout.paid,
    items: sale.items.map((item, index) => ({
      description: item.name,
      amount: toMajor(figure('item', index)?.printed ?? item.amount, exponent),
    })),
    expected_verdict: contradicts ? 'discrepancy' : 'verified',
    also_acceptable: contradicts
      ? provedWithout(altered.role, layout, sale, pen)
        ? ['verified']
        : []
      : ['unverifiable'],
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
