import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import type { ReadingProgress } from '../../../src/documents/ports.js';
import { createDocumentReader } from '../../../src/infrastructure/pdf/document-reader.js';
import { drawPdf } from './pdf-files.js';

const reader = createDocumentReader({
  workers: 1,
  timeLimitMs: 30_000,
  memoryLimitMb: 512,
  maxPages: 20,
  maxBytes: 5 * 1024 * 1024,
});
afterAll(() => reader.close());

const font = join(
  import.meta.dirname,
  '../../../node_modules/@fontsource/inter/files/inter-latin-400-normal.woff2',
);
GlobalFonts.registerFromPath(font, 'Inter');

/** A till receipt as a scanner sees it: a picture, a degree off level. */
function scannedReceipt(): Buffer {
  const canvas = createCanvas(1240, 1754);
  const context = canvas.getContext('2d');
  context.fillStyle = '#fbfaf6';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.rotate((1 * Math.PI) / 180);
  context.fillStyle = '#1a1a1a';
  context.font = '30px Inter';
  const rows = [
    ['Marigold Bookshop Ltd', ''],
    ['Receipt 2026-05-09', ''],
    ['The Left Hand of Darkness', '£9.99'],
    ['Map of the Lake District', '£12.50'],
    ['Notebook A5', '£4.25'],
    ['Subtotal', '£26.74'],
    ['VAT', '£2.79'],
    ['Total', '£29.53'],
    ['Card payment', '£29.53'],
  ] as const;
  rows.forEach(([label, amount], index) => {
    context.fillText(label, 140, 160 + index * 70);
    context.fillText(amount, 820, 160 + index * 70);
  });
  return canvas.toBuffer('image/png');
}

describe('a scanned page', () => {
  it('is read by OCR beside a page with text, and proves itself all the same', async () => {
    const bytes = await drawPdf((doc) => {
      doc.image(scannedReceipt(), 0, 0, { width: 595 });
      doc.addPage().text('Return within thirty days with this receipt. '.repeat(4));
    });
    const seen: ReadingProgress[] = [];
    const reading = await reader.read(bytes, { onProgress: (progress) => seen.push(progress) });
    expect(reading).toMatchObject({
      kind: 'receipt',
      verdict: 'verified',
      currency: 'GBP',
      merchant: 'Marigold Bookshop Ltd',
      date: '2026-05-09',
      total: 2953,
      tax: 279,
    });
    expect(seen.filter(({ stage }) => stage === 'ocr')).toEqual([{ stage: 'ocr', page: 1, pages: 2 }]);
  });
});
