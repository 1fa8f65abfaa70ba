import { dinero, allocate as dineroAllocate, toSnapshot } from 'dinero.js';
import * as iso4217 from 'dinero.js/currencies';

/** An ISO 4217 code, upper case. `XXX` stands for "no currency is known". */
export type Currency = string;

/**
 * An amount of money: integer minor units (cents, pence, yen) and its currency. Plain data, so that it can be
 * stored, sent and compared; negative is money out of the user's pocket.
 */
export interface Money {
  readonly minor: number;
  readonly currency: Currency;
}

/** How a figure that falls between two minor units is settled. There is no default: each caller says which. */
export type Rounding = 'half-up' | 'down' | 'up';

/** Thrown when amounts of different currencies meet without a conversion. */
export class CurrencyMismatchError extends Error {
  readonly code = 'CURRENCY_MISMATCH';
  constructor(left: Currency, right: Currency) {
    super(`${left} and ${right} cannot be combined without a conversion.`);
    this.name = 'CurrencyMismatchError';
  }
}

/** Thrown when a text or number is not an exact amount of the currency. */
export class InvalidAmountError extends Error {
  readonly code = 'INVALID_AMOUNT';
  constructor(value: unknown) {
    super(`${String(value)} is not an amount of money.`);
    this.name = 'InvalidAmountError';
  }
}

const exponents: ReadonlyMap<Currency, number> = new Map(
  Object.values(iso4217)
    .filter(({ base }) => base === 10)
    .map(({ code, exponent }) => [code, exponent]),
);

/** Decimal places of a currency's minor unit by ISO 4217 (USD 2, JPY 0, KWD 3, HUF 2); 2 where it lists none. */
export function exponentOf(currency: Currency): number {
  return exponents.get(currency) ?? 2;
}

/** Decimals that people usually write, by the runtime's CLDR data: none of forints and rupiahs, which do have minor units. */
export function usualDecimals(currency: Currency): number {
  if (exponentOf(currency) === 0 || currency === 'XXX') return exponentOf(currency);
  return styledFormat('en', currency).resolvedOptions().maximumFractionDigits ?? 2;
}

function styledFormat(locale: string, currency: Currency, options: Intl.NumberFormatOptions = {}) {
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'symbol',
    ...options,
  });
}

/** @throws InvalidAmountError when `minor` is not a safe integer. */
export function money(minor: number, currency: Currency): Money {
  if (!Number.isSafeInteger(minor)) throw new InvalidAmountError(minor);
  return { minor: minor === 0 ? 0 : minor, currency };
}

export function zero(currency: Currency): Money {
  return { minor: 0, currency };
}

function sameCurrency(left: Money, right: Money): Currency {
  if (left.currency !== right.currency) throw new CurrencyMismatchError(left.currency, right.currency);
  return left.currency;
}

/** @throws CurrencyMismatchError */
export function add(left: Money, right: Money): Money {
  return money(left.minor + right.minor, sameCurrency(left, right));
}

/** @throws CurrencyMismatchError */
export function subtract(left: Money, right: Money): Money {
  return money(left.minor - right.minor, sameCurrency(left, right));
}

export function negate(amount: Money): Money {
  return money(-amount.minor, amount.currency);
}

/** The sum of the amounts, zero of `currency` for none. @throws CurrencyMismatchError */
export function sum(amounts: Iterable<Money>, currency: Currency): Money {
  let total = zero(currency);
  for (const amount of amounts) total = add(total, amount);
  return total;
}

/** Negative when `left` is the smaller, 0 when equal. @throws CurrencyMismatchError */
export function compare(left: Money, right: Money): number {
  sameCurrency(left, right);
  return left.minor - right.minor;
}

/** @throws CurrencyMismatchError */
export function min(first: Money, ...others: Money[]): Money {
  return others.reduce((least, amount) => (compare(amount, least) < 0 ? amount : least), first);
}

/** @throws CurrencyMismatchError */
export function max(first: Money, ...others: Money[]): Money {
  return others.reduce((most, amount) => (compare(amount, most) > 0 ? amount : most), first);
}

/** Rounds a number of minor units that may fall between two. Half-up rounds halves away from zero. */
export function roundMinor(value: number, rounding: Rounding): number {
  if (!Number.isFinite(value)) throw new InvalidAmountError(value);
  // Binary fractions put 0.285 * 100 a hair below 28.5; a relative hair of tolerance settles it as written.
  const settled = Math.abs(value) + Math.abs(value) * Number.EPSILON * 4;
  const magnitude =
    rounding === 'half-up'
      ? Math.round(settled)
      : rounding === 'up'
        ? Math.ceil(Math.abs(value))
        : Math.floor(settled);
  const rounded = Math.sign(value) * magnitude;
  return rounded === 0 ? 0 : rounded;
}

/** The amount times a factor, rounded as the caller says. */
export function multiply(amount: Money, factor: number, rounding: Rounding): Money {
  return money(roundMinor(amount.minor * factor, rounding), amount.currency);
}

/** Splits the amount by the ratios and hands out the remainder, so that the parts always sum to the whole. */
export function allocate(amount: Money, ratios: readonly number[]): Money[] {
  const whole = dinero({
    amount: amount.minor,
    currency: { code: amount.currency, base: 10, exponent: exponentOf(amount.currency) },
  });
  return dineroAllocate(whole, ratios).map((part) => money(toSnapshot(part).amount, amount.currency));
}

/** Major units as a JSON number (12.5 for 1250 cents): for output only, never for arithmetic. */
export function toMajor(amount: Money): number {
  return Number(toDecimal(amount));
}

/** Exact decimal text in major units with a point and no grouping: "-12.50". */
export function toDecimal(amount: Money): string {
  const exponent = exponentOf(amount.currency);
  const digits = String(Math.abs(amount.minor)).padStart(exponent + 1, '0');
  const whole = digits.slice(0, digits.length - exponent);
  const sign = amount.minor < 0 ? '-' : '';
  return exponent === 0 ? `${sign}${digits}` : `${sign}${whole}.${digits.slice(-exponent)}`;
}

/**
 * Reads a plain decimal ("12.5", -3, "1200") as an exact amount.
 * @throws InvalidAmountError when it is not a decimal, or finer than the currency's minor unit.
 */
export function fromMajor(value: string | number, currency: Currency): Money {
  const match = /^(-?)(\d{1,13})(?:\.(\d+))?$/.exec(String(value).trim());
  if (!match) throw new InvalidAmountError(value);
  const exponent = exponentOf(currency);
  const [, sign, whole, fraction = ''] = match;
  if (/[1-9]/.test(fraction.slice(exponent))) throw new InvalidAmountError(value);
  const minor = Number(`${whole}${fraction.slice(0, exponent).padEnd(exponent, '0')}`);
  return money(sign ? -minor : minor, currency);
}

const formats = new Map<string, Intl.NumberFormat>();

/**
 * The amount as people of the locale write it: "$1,234.50", "1.234,50 €". Whole amounts keep their decimals, save in a
 * currency that is usually written without: "HUF 1,234", and "HUF 1,234.50" where there are some.
 */
export function formatMoney(amount: Money, locale = 'en-US'): string {
  const key = `${locale} ${amount.currency}`;
  let format = formats.get(key);
  if (!format) {
    const digits = exponentOf(amount.currency);
    const decimals: Intl.NumberFormatOptions = {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
      ...(usualDecimals(amount.currency) === 0 && { trailingZeroDisplay: 'stripIfInteger' }),
    };
    format =
      amount.currency === 'XXX'
        ? new Intl.NumberFormat(locale, decimals)
        : styledFormat(locale, amount.currency, decimals);
    formats.set(key, format);
  }
  // The decimal text keeps the figure exact where a float would not.
  return format.format(toDecimal(amount) as Intl.StringNumericLiteral);
}

/** The amount as sentences write it: "$12.50" and "$30", whole amounts without their zeros. */
export function writeMoney(amount: Money, locale = 'en-US'): string {
  return formatMoney(amount, locale).replace(/[.,]00(?=\D*$)/, '');
}
