import { describe, expect, it } from '@jest/globals';
import type { TextSpan } from '../../../../src/documents/ports.js';
import { mendFigures } from '../../../../src/infrastructure/pdf/ocr-figures.js';

/** Figures of one column, their right ends at 500. */
const figure = (text: string, right = 500): TextSpan => ({
  text,
  x: right - text.length * 5,
  y: 100,
  width: text.length * 5,
  height: 10,
  confidence: 0.9,
});
const column = ['12.50', '1,204.00', '88.15', '6.00', '£40.20'].map((text) => figure(text));
const mended = (...spans: TextSpan[]) =>
  mendFigures([...column, ...spans])
    .slice(column.length)
    .map((span) => span.text);

describe('figures that OCR read without their decimal point', () => {
  it.each([
    ['£265400', '£2654.00'],
    ['2,67897', '2,678.97'],
    ['1840', '18.40'],
    ['-1840', '-18.40'],
  ])('%s becomes %s in a column of figures with theirs', (text, expected) => {
    expect(mended(figure(text))).toEqual([expected]);
  });

  it('are doubted from then on', () => {
    expect(mendFigures([...column, figure('1840')]).at(-1)?.confidence).toBe(0.5);
  });

  it('stay as they are outside of such a column: they may be years and references', () => {
    expect(mended(figure('732282587', 300))).toEqual(['732282587']);
    expect(mended(figure('2026'))).toEqual(['2026']);
  });

  it('stay as they are on a page that prints whole amounts', () => {
    const whole = ['400', '1200', '88', '6.00'].map((text) => figure(text));
    expect(mendFigures(whole)).toEqual(whole);
  });

  it('leaves figures in order alone', () => {
    expect(mendFigures(column)).toEqual(column);
  });
});
