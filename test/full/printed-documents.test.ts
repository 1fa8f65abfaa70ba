import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createDocumentReader } from '../../src/infrastructure/pdf/document-reader.js';
import { recipes } from '../support/documents/catalogue.js';
import { openPress, type Press } from '../support/documents/chromium.js';
import { scanned } from '../support/documents/scan.js';

const reader = createDocumentReader({
  workers: 2,
  timeLimitMs: 20_000,
  memoryLimitMb: 512,
  maxPages: 50,
  maxBytes: 10_000_000,
});
const SEED = 1;

describe('documents printed by a browser', () => {
  let press: Press;

  beforeAll(async () => {
    press = await openPress(process.env.CHROMIUM_PATH ?? '/usr/bin/chromium');
  }, 60_000);

  afterAll(async () => {
    await press.close();
    await reader.close();
  });

  test.each(recipes.map((recipe) => [recipe.name, recipe] as const))(
    '%s is not verified with rows that are not on it',
    async (_, recipe) => {
      const { sheet, truth } = recipe.build(SEED);
      const reading = await reader.read(await press.print(sheet));
      if (reading.verdict !== 'verified' || !('accounts' in reading) || !('transactions' in truth)) return;
      const unit = 10 ** ({ JPY: 0, KRW: 0, CLP: 0, KWD: 3 }[truth.currency] ?? 2);
      const amounts = (rows: readonly { amount: number }[]) =>
        rows.map(({ amount }) => amount).sort((a, b) => a - b);
      expect(amounts(reading.accounts.flatMap(({ rows }) => rows))).toEqual(
        amounts(truth.transactions.map(({ amount }) => ({ amount: Math.round(amount * unit) }))),
      );
    },
  );

  test('a scan of a statement is read by OCR or says what is unproved', async () => {
    const recipe = recipes.find(({ name }) => name === 'gb_dales_society');
    if (!recipe) throw new Error('the layout is gone');
    const { sheet, truth } = recipe.build(SEED);
    const reading = await reader.read(await scanned(await press.print(sheet), { skew: 0.4 }));
    expect(reading.verdict).not.toBe('failed');
    if (reading.verdict !== 'verified' || !('accounts' in reading) || !('transactions' in truth)) return;
    expect(reading.accounts.flatMap(({ rows }) => rows.map(({ amount }) => amount))).toEqual(
      truth.transactions.map(({ amount }) => Math.round(amount * 100)),
    );
  });
});
