import { describe, expect, it } from '@jest/globals';
import {
  type AmountConvention,
  findDecimalMark,
  parseAmount,
  signedMinor,
} from '../../../../src/documents/layout/amounts.js';
import { fc } from '../../../support/properties.js';

const read = (text: string, convention?: Partial<AmountConvention>) =>
  parseAmount(text, convention).map(signedMinor);

describe('amounts', () => {
  it.each([
    ['1,234.56', 123456],
    ['1.234,56', 123456],
    ['1 234,56', 123456],
    ["1'234.56", 123456],
    ['1\u202f234,56', 123456],
    ['12,34,567.00', 123456700],
    ['1000', 100000],
    ['.50', 50],
    ['12,-', 1200],
    ['*2,865.00', 286500],
    ['n15,450.00', 1545000],
  ])('%s', (text, minor) => {
    expect(read(text)).toEqual([minor]);
  });

  it.each([
    '-12.50',
    '12.50-',
    '12.50-.',
    '12.50(Dr)',
    '(12.50)',
    '−12.50',
    '12.50 DR',
    'DR 12.50',
    '-$12.50',
    '$-12.50',
    '($12.50)',
    '$12.50-',
    '12.50DR',
    'EUR -12,50',
    '-12,50 €',
    '12,50 S',
  ])('%s is money out', (text) => {
    expect(read(text)).toEqual([-1250]);
  });

  it.each(['12.50', '+12.50', '12.50 CR', 'CR 12.50', '$12.50', '12.50 USD', '12,50 H', '12.50+'])(
    '%s is not',
    (text) => {
      expect(read(text)).toEqual([1250]);
    },
  );

  it.each([
    '',
    '-',
    'USD',
    '1,23.45',
    '12.345.67',
    '00.12',
    '(12.50',
    '12:30',
    '1-2',
    '3?.00',
    '50%',
    '01/02',
    'abc',
  ])('says nothing of "%s", and never 0', (text) => {
    expect(parseAmount(text)).toEqual([]);
  });

  it('keeps both readings of three digits where the currency has three decimals', () => {
    expect(read('1.234', { exponent: 3 })).toEqual([1234, 1234000]);
    expect(read('1.234', { exponent: 3, decimalMark: '.' })).toEqual([1234]);
    expect(read('24.000', { exponent: 0 })).toEqual([24000]);
    expect(read('1,234.00', { exponent: 0, decimalMark: '.' })).toEqual([1234]);
  });

  it('finds the decimal mark by the figures that show one', () => {
    expect(findDecimalMark(['1.234,56', 'Ref 12.34.56', '7,00'])).toBe(',');
    expect(findDecimalMark(['1,234 and 500'])).toBeNull();
  });

  it('reads back every figure that a convention writes', () => {
    const groups = fc.constantFrom(
      ...([
        ['.', ','],
        ['.', "'"],
        ['.', ' '],
        [',', '.'],
        [',', ' '],
        ['.', ''],
      ] as const),
    );
    const dress = fc.constantFrom(
      (text: string) => [text, 1] as const,
      (text: string) => [`-${text}`, -1] as const,
      (text: string) => [`${text}-`, -1] as const,
      (text: string) => [`(${text})`, -1] as const,
      (text: string) => [`€ ${text}`, 1] as const,
      (text: string) => [`${text} CR`, 1] as const,
    );
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 99_999_999_999 }),
        groups,
        dress,
        (minor, [mark, group], wrap) => {
          const digits = String(minor).padStart(3, '0');
          const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, group);
          const [text, sign] = wrap(`${whole}${mark}${digits.slice(-2)}`);
          expect(read(text, { decimalMark: mark, exponent: 2 })).toEqual([minor === 0 ? 0 : sign * minor]);
        },
      ),
    );
  });
});
