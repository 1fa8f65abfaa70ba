import { afterAll, describe, expect, it } from '@jest/globals';
import type { Reading } from '../../../src/documents/reading.js';
import { createDocumentReader } from '../../../src/infrastructure/pdf/document-reader.js';
import type { Built } from '../../support/documents/build.js';
import { drawPdf } from '../../support/documents/draw.js';
import { buildStub } from '../../support/documents/paystubs/pay.js';
import { buildSale } from '../../support/documents/receipts/sale.js';
import { saleLayouts, stubLayouts } from '../../support/documents/registry.js';

const reader = createDocumentReader({
  workers: 2,
  timeLimitMs: 30_000,
  memoryLimitMb: 512,
  maxPages: 20,
  maxBytes: 5 * 1024 * 1024,
});
afterAll(() => reader.close());

const seed = 3;
const read = async (built: Pick<Built, 'sheet'>): Promise<Reading> => reader.read(await drawPdf(built.sheet));
const minor = (major: number | null | undefined, exponent: number) =>
  major === null || major === undefined ? null : Math.round(major * 10 ** exponent);

describe.each(stubLayouts.map((layout) => [layout.name, layout] as const))(
  'the pay stub layout %s',
  (_, layout) => {
    const { exponent } = layout.place;

    it('is read as its generator knows it', async () => {
      const built = buildStub(layout, seed);
      const reading = await read(built);
      expect([built.truth.expected_verdict, ...built.truth.also_acceptable]).toContain(reading.verdict);
      if (reading.kind !== 'pay_stub' || reading.verdict === 'failed') return;
      expect(reading).toMatchObject({
        currency: built.truth.currency,
        grossPay: minor(built.truth.gross_pay, exponent),
        netPay: minor(built.truth.net_pay, exponent),
        payDate: built.truth.pay_date,
        periodStart: built.truth.pay_period_start,
        periodEnd: built.truth.pay_period_end,
      });
    });

    it('is not verified with another net pay', async () => {
      const net = buildStub(layout, seed).figures.find((figure) => figure.role === 'net');
      if (!net) return;
      const reading = await read(buildStub(layout, seed, new Map([[net.id, net.minor + 1]])));
      expect(reading.verdict).not.toBe('verified');
    });
  },
);

describe.each(saleLayouts.map((layout) => [layout.name, layout] as const))('the layout %s', (_, layout) => {
  const { exponent } = layout.place;

  it('is read as its generator knows it', async () => {
    const { truth, ...built } = buildSale(layout, seed);
    expect(await read(built)).toMatchObject({
      verdict: truth.expected_verdict,
      currency: truth.currency,
      date: truth.date,
      total: minor(truth.total, exponent),
      paid: truth.paid,
      items: truth.items.map((item) => ({ amount: minor(item.amount, exponent) })),
    });
  });

  it('is not verified with another total', async () => {
    const total = buildSale(layout, seed).figures.find((figure) => figure.role === 'total');
    if (!total) return;
    const reading = await read(buildSale(layout, seed, new Map([[total.id, total.minor + 13]])));
    expect(reading.verdict).not.toBe('verified');
  });
});
