import { describe, expect, it } from '@jest/globals';
import { assembleLines } from '../../../../src/documents/layout/lines.js';
import type { PageText, TextSpan } from '../../../../src/documents/ports.js';

const span = (text: string, x: number, y: number, width = text.length * 5, height = 10): TextSpan => ({
  text,
  x,
  y,
  width,
  height,
});
const page = (...spans: TextSpan[]): PageText => ({
  page: 1,
  width: 600,
  height: 800,
  spans,
  origin: 'text-layer',
});
const lines = (...spans: TextSpan[]) =>
  assembleLines([page(...spans)]).map((line) => line.cells.map((cell) => cell.text));

describe('lines', () => {
  it('orders what the file does not, and parts cells by their gaps', () => {
    expect(
      lines(span('12.50', 300, 50), span('Date', 10, 20), span('Coffee', 80, 50), span('03 Feb', 10, 50.8)),
    ).toEqual([['Date'], ['03 Feb', 'Coffee', '12.50']]);
  });

  it('keeps lines apart that stand close', () => {
    expect(lines(span('one', 10, 50, 20, 6), span('two', 10, 57, 20, 6))).toEqual([['one'], ['two']]);
  });

  it('joins a figure set in pieces, and glyphs set one by one', () => {
    expect(lines(span('1.58', 300, 50, 20), span('7,94', 320, 50, 20))).toEqual([['1.587,94']]);
    expect(lines(...[...'Total'].map((glyph, index) => span(glyph, 10 + index * 5, 50, 5)))).toEqual([
      ['Total'],
    ]);
  });

  it('reads letter-spaced headings as words', () => {
    expect(lines(span('F A L C O N', 10, 50, 60), span('B A N K', 100, 50, 40))).toEqual([
      ['FALCON', 'BANK'],
    ]);
    const spaced = [...'BALANCE'].map((glyph, index) => span(glyph, 10 + index * 9, 50, 6));
    expect(lines(...spaced)).toEqual([['BALANCE']]);
  });

  it('counts text printed twice for boldness once, and twins at their own places twice', () => {
    expect(
      lines(span('Date', 10, 50), span('Date', 10.4, 50), span('5.00', 100, 50), span('5.00', 200, 50)),
    ).toEqual([['Date', '5.00', '5.00']]);
  });

  it('does not let a watermark draw lines together', () => {
    const rows = Array.from({ length: 6 }, (_, index) => span(`row ${index}`, 10, 40 + index * 14));
    expect(lines(...rows, span('COPY', 200, 75, 200, 90))).toHaveLength(7);
  });

  it('places the words inside a run, and numbers lines by page', () => {
    const [line] = assembleLines([page(span('12/31     27.00', 100, 50, 150))]);
    expect(line).toMatchObject({ page: 1, line: 1, text: '12/31  27.00' });
    expect(line?.words[1]?.x).toBeGreaterThan(180);
    expect(line?.words[1]?.right).toBeCloseTo(250);
  });

  it('takes full-width and Arabic digits for digits, and drops invisible marks', () => {
    expect(lines(span('１２.５０', 10, 50), span('٣٤', 100, 50), span('1\u200b2', 200, 50))).toEqual([
      ['12.50', '34', '12'],
    ]);
  });
});
