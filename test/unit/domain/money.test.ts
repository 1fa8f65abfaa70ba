import { describe, expect, it } from '@jest/globals';
import {
  add,
  allocate,
  CurrencyMismatchError,
  compare,
  exponentOf,
  formatMoney,
  fromMajor,
  InvalidAmountError,
  money,
  multiply,
  negate,
  roundMinor,
  subtract,
  sum,
  toDecimal,
  toMajor,
  usualDecimals,
} from '../../../src/domain/money.js';
import { fc } from '../../support/properties.js';

const minor = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });
const currency = fc.constantFrom('USD', 'JPY', 'KWD', 'EUR');

describe('money', () => {
  it('knows the decimals of a currency', () => {
    expect(['USD', 'JPY', 'KWD', 'XXX'].map(exponentOf)).toEqual([2, 0, 3, 2]);
    // ISO 4217 gives them cents that nobody prints; the runtime's own data says none.
    expect(['HUF', 'IDR', 'PKR', 'COP'].map(exponentOf)).toEqual([2, 2, 2, 2]);
    expect(['HUF', 'USD', 'JPY', 'KWD', 'XXX'].map(usualDecimals)).toEqual([0, 2, 0, 3, 2]);
  });

  it('refuses what is no whole number of minor units', () => {
    expect(() => money(0.5, 'USD')).toThrow(InvalidAmountError);
    expect(() => money(Number.NaN, 'USD')).toThrow(InvalidAmountError);
    expect(() => money(2 ** 60, 'USD')).toThrow(InvalidAmountError);
  });

  it('never mixes currencies', () => {
    const [dollars, euros] = [money(100, 'USD'), money(100, 'EUR')];
    expect(() => add(dollars, euros)).toThrow(CurrencyMismatchError);
    expect(() => subtract(dollars, euros)).toThrow(CurrencyMismatchError);
    expect(() => compare(dollars, euros)).toThrow(CurrencyMismatchError);
    expect(() => sum([euros], 'USD')).toThrow(CurrencyMismatchError);
  });

  it('adds and takes away without loss', () => {
    fc.assert(
      fc.property(minor, minor, currency, (a, b, code) => {
        const [left, right] = [money(a, code), money(b, code)];
        expect(subtract(add(left, right), right)).toEqual(left);
        expect(add(left, negate(left)).minor).toBe(0);
      }),
    );
  });

  it('hands out the whole amount, whatever the shares', () => {
    const shares = fc
      .array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 12 })
      .filter((list) => list.some((share) => share > 0));
    fc.assert(
      fc.property(minor, shares, currency, (amount, ratios, code) => {
        const parts = allocate(money(amount, code), ratios);
        expect(parts).toHaveLength(ratios.length);
        expect(sum(parts, code).minor).toBe(amount === 0 ? 0 : amount);
      }),
    );
  });

  it('reads back the decimal that it writes', () => {
    fc.assert(
      fc.property(minor, currency, (amount, code) => {
        expect(fromMajor(toDecimal(money(amount, code)), code)).toEqual(money(amount, code));
        expect(fromMajor(toMajor(money(amount, code)), code)).toEqual(money(amount, code));
      }),
    );
  });

  it.each([
    ['12.5', 'USD', 1250],
    ['-0.05', 'USD', -5],
    ['1200', 'JPY', 1200],
    ['1.234', 'KWD', 1234],
    ['7.00', 'JPY', 7],
  ])('reads %s %s', (text, code, expected) => {
    expect(fromMajor(text, code).minor).toBe(expected);
  });

  it.each(['', '1,5', '12.345', '1e3', 'ten', '--1', '.5'])('refuses %j instead of making it 0', (text) => {
    expect(() => fromMajor(text, 'USD')).toThrow(InvalidAmountError);
  });

  it('rounds as it is told', () => {
    expect([roundMinor(2.5, 'half-up'), roundMinor(-2.5, 'half-up'), roundMinor(2.4, 'half-up')]).toEqual([
      3, -3, 2,
    ]);
    expect([roundMinor(2.9, 'down'), roundMinor(-2.9, 'down')]).toEqual([2, -2]);
    expect([roundMinor(2.1, 'up'), roundMinor(-2.1, 'up')]).toEqual([3, -3]);
  });

  it('rounds a half that binary fractions hide as it is written', () => {
    expect(multiply(money(100, 'USD'), 1.005, 'half-up').minor).toBe(101);
    expect(multiply(money(2850, 'USD'), 0.01, 'half-up').minor).toBe(29);
  });

  it('writes amounts as people of the locale do, exact beyond what a float holds', () => {
    expect(formatMoney(money(123_450, 'USD'))).toBe('$1,234.50');
    expect(formatMoney(money(-995, 'USD'))).toBe('-$9.95');
    expect(formatMoney(money(1234, 'JPY'), 'en-US')).toBe('¥1,234');
    expect(formatMoney(money(9_007_199_254_740_991, 'USD'))).toBe('$90,071,992,547,409.91');
    expect(formatMoney(money(500, 'XXX'))).toBe('5.00');
    expect(formatMoney(money(1_234_500, 'HUF'))).toMatch(/^HUF\s12,345$/);
    expect(formatMoney(money(1_234_550, 'HUF'))).toMatch(/^HUF\s12,345\.50$/);
  });
});
