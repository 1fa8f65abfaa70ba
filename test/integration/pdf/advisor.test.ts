import { afterAll, describe, expect, it } from '@jest/globals';
import type { LayoutAdvice, LayoutAdvisor } from '../../../src/documents/ports.js';
import { createDocumentReader } from '../../../src/infrastructure/pdf/document-reader.js';
import { drawPayStub, drawPdf } from './pdf-files.js';

/** An advisor that answers as told and remembers what it was shown. */
function advisorSaying(advice: LayoutAdvice | null): LayoutAdvisor & { shown: (readonly string[])[] } {
  const shown: (readonly string[])[] = [];
  return {
    shown,
    async adviseLayout(lines) {
      shown.push(lines);
      return advice;
    },
  };
}

const nothing = {
  transactionLines: [],
  openingBalanceLine: null,
  closingBalanceLine: null,
  amountColumn: null,
};
const readers: { close(): Promise<void> }[] = [];

function readerWith(layoutAdvisor: LayoutAdvisor) {
  const reader = createDocumentReader({
    workers: 1,
    timeLimitMs: 20_000,
    memoryLimitMb: 512,
    maxPages: 5,
    maxBytes: 1_000_000,
    layoutAdvisor,
  });
  readers.push(reader);
  return reader;
}

afterAll(async () => {
  await Promise.all(readers.map((reader) => reader.close()));
});

/** Words that no list of ours knows, around a payment that adds up. */
const unnamed = drawPdf((doc) => {
  const rows = [
    ['Harbour Lights', ''],
    ['Rope and lamp oil', '£12.50'],
    ['Brass bell', '£30.00'],
    ['Altogether', '£42.50'],
  ] as const;
  rows.forEach(([label, amount], index) => {
    doc.text(label, 40, 60 + index * 20, { lineBreak: false });
    if (amount) doc.text(amount, 300, 60 + index * 20, { lineBreak: false });
  });
});

describe('a layout that the rules cannot settle', () => {
  it('is shown to the advisor as numbered lines', async () => {
    const advisor = advisorSaying(null);
    const reading = await readerWith(advisor).read(await unnamed);
    expect(reading).toMatchObject({ verdict: 'failed', problems: [{ code: 'UNKNOWN_KIND' }] });
    expect(advisor.shown).toEqual([
      ['Harbour Lights', 'Rope and lamp oil  £12.50', 'Brass bell  £30.00', 'Altogether  £42.50'],
    ]);
  });

  it('stays unread when the advice leads nowhere', async () => {
    const advisor = advisorSaying({ ...nothing, kind: 'pay_stub' });
    const reading = await readerWith(advisor).read(await unnamed);
    expect(reading.verdict).toBe('failed');
  });

  it('never becomes what the document does not say', async () => {
    const advisor = advisorSaying({
      ...nothing,
      kind: 'bank_statement',
      transactionLines: [1, 2],
      closingBalanceLine: 3,
    });
    const reading = await readerWith(advisor).read(await unnamed);
    expect(reading.verdict).not.toBe('verified');
  });

  it('is never asked about when the figures prove themselves', async () => {
    const advisor = advisorSaying({ ...nothing, kind: 'receipt' });
    const reading = await readerWith(advisor).read(await drawPdf(drawPayStub));
    expect(reading.verdict).toBe('verified');
    expect(advisor.shown).toEqual([]);
  });
});
