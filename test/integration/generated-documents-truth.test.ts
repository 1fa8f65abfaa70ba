import { describe, expect, test } from '@jest/globals';
import { buildStatement } from '../support/documents/build.js';
import { recipes } from '../support/documents/catalogue.js';
import { corrupt } from '../support/documents/corrupt.js';
import { drawPdf } from '../support/documents/draw.js';
import { formatAmount, MONEY } from '../support/documents/figures.js';
import { TRAITS } from '../support/documents/layouts.js';
import { buildStub } from '../support/documents/paystubs/pay.js';
import { createRandom } from '../support/documents/random.js';
import { buildSale } from '../support/documents/receipts/sale.js';
import { saleLayouts, statementLayouts, stubLayouts } from '../support/documents/registry.js';
import { fc } from '../support/properties.js';

const seeds = fc.integer({ min: 1, max: 1_000_000 });
const runs = { numRuns: 8 };

describe('the generator of documents', () => {
  test('has enough layouts, at least half of them older than the reader', () => {
    expect(statementLayouts.length).toBeGreaterThanOrEqual(40);
    expect(stubLayouts.length).toBeGreaterThanOrEqual(12);
    expect(saleLayouts.length).toBeGreaterThanOrEqual(15);
    expect(recipes.filter(({ era }) => era === 'before').length * 2).toBeGreaterThanOrEqual(recipes.length);
    expect(new Set(recipes.map(({ name }) => name)).size).toBe(recipes.length);
  });

  test.each(TRAITS)('shows %s', (trait) => {
    expect(
      statementLayouts.filter(({ traits }) => traits.includes(trait)).map(({ name }) => name),
    ).not.toEqual([]);
  });

  test.each(statementLayouts.map((layout) => [layout.name, layout] as const))(
    '%s prints each row once, and its figures add up',
    (_, layout) => {
      fc.assert(
        fc.property(seeds, (seed) => {
          const { truth, figures } = buildStatement(layout, seed);
          const rows = figures
            .filter(({ role }) => role === 'row')
            .map(({ account, row }) => `${account}.${row}`);
          expect(rows).toHaveLength(truth.transaction_count);
          expect(new Set(rows).size).toBe(rows.length);
          for (const account of truth.accounts ?? [truth]) {
            if (account.opening_balance === null || account.closing_balance === null) continue;
            const sign = account.balance_meaning.startsWith('money held') ? 1 : -1;
            expect(account.opening_balance + sign * (account.total_in - account.total_out)).toBeCloseTo(
              account.closing_balance,
              2,
            );
          }
        }),
        runs,
      );
    },
  );

  test.each(stubLayouts.filter(({ blank }) => !blank).map((layout) => [layout.name, layout] as const))(
    '%s pays gross less deductions',
    (_, layout) => {
      fc.assert(
        fc.property(seeds, (seed) => {
          const { truth } = buildStub(layout, seed);
          const deducted = Object.values(truth.deductions ?? {}).reduce((sum, each) => sum + each, 0);
          expect((truth.gross_pay ?? 0) - deducted).toBeCloseTo(
            truth.net_pay ?? truth.derived_net_pay ?? 0,
            2,
          );
        }),
        runs,
      );
    },
  );

  test.each(saleLayouts.map((layout) => [layout.name, layout] as const))(
    '%s names every figure of its truth',
    (_, layout) => {
      fc.assert(
        fc.property(seeds, (seed) => {
          const { truth, figures } = buildSale(layout, seed);
          const total = figures.find(({ role }) => role === 'total');
          expect(total?.printed).toBeGreaterThan(0);
          expect(truth.total).not.toBeNull();
          expect(truth.items).toHaveLength(figures.filter(({ role }) => role === 'item').length);
        }),
        runs,
      );
    },
  );

  test('draws the same bytes for the same seed, and others for another', async () => {
    const [recipe] = recipes;
    if (!recipe) throw new Error('there are no layouts');
    const [first, again, other] = await Promise.all(
      [1, 1, 2].map((seed) => drawPdf(recipe.build(seed).sheet)),
    );
    expect(again).toEqual(first);
    expect(other).not.toEqual(first);
  });

  test('misprints one figure, and truth says which and what it proves', () => {
    fc.assert(
      fc.property(seeds, fc.constantFrom(...recipes), (seed, recipe) => {
        const misprinted = corrupt(recipe, seed, createRandom(seed, 'misprint'), [
          'row',
          'closing',
          'net',
          'total',
        ]);
        if (!misprinted) return;
        const altered = misprinted.built.figures.filter(({ minor, printed }) => minor !== printed);
        expect(altered.map(({ id }) => id)).toEqual([misprinted.figure.id]);
        expect(misprinted.built.truth.corrupted?.role).toBe(misprinted.figure.role);
        expect(misprinted.built.truth.expected_verdict).not.toBe('verified');
      }),
      { numRuns: 60 },
    );
  });

  test.each([
    [MONEY.point, 123_456_789, '1,234,567.89'],
    [MONEY.lakh, 123_456_789, '12,34,567.89'],
    [MONEY.comma, -123_456, '-1.234,56'],
    [MONEY.pointApostrophe, 123_456, "1'234.56"],
    [MONEY.commaSpace, 100_000, '1 000,00'],
    [MONEY.whole, 1_234_567, '1,234,567'],
    [MONEY.threeDecimals, 5, '0.005'],
    [{ ...MONEY.comma, negative: 'trailing' as const, plus: 'trailing' as const }, -99, '0,99-'],
    [{ ...MONEY.point, negative: 'parentheses' as const }, -100, '(1.00)'],
    [{ ...MONEY.point, negative: 'words' as const, words: ['', 'CR'] as const }, -100, '1.00 CR'],
  ])('prints figures as banks do: %#', (style, minor, printed) => {
    expect(formatAmount(minor, style)).toBe(printed);
  });
});
