import { describe, expect, it } from '@jest/globals';
import { linesForAdvisor, needsAdvice, readDocument } from '../../../src/documents/pipeline.js';
import { typedPage } from './typed-pages.js';

const stub = typedPage('Pay stub\nGross pay  £100.00\nPAYE  £20.00\nNet pay  £80.00');

describe('the way from pages to figures', () => {
  it('gives the same reading for the same pages', () => {
    expect(readDocument([stub])).toEqual(readDocument([stub]));
    expect(readDocument([stub])).toMatchObject({ kind: 'pay_stub', verdict: 'verified' });
  });

  it('says that it cannot tell what a letter is', () => {
    const reading = readDocument([typedPage('Dear neighbour,\nthe cat came home by itself.')]);
    expect(reading).toMatchObject({ verdict: 'failed', kind: null, problems: [{ code: 'UNKNOWN_KIND' }] });
    expect(needsAdvice(reading)).toBe(true);
  });

  it('asks no advice about what is proved', () => {
    expect(needsAdvice(readDocument([stub]))).toBe(false);
  });

  it('doubts a scan that is hard to read, proved or not', () => {
    const spans = stub.spans.map((span) => ({ ...span, confidence: 0.4 }));
    const reading = readDocument([{ ...stub, spans, origin: 'ocr' }]);
    expect(reading.problems.map((problem) => problem.code)).toContain('LOW_OCR_CONFIDENCE');
  });

  it('shows an advisor the lines by number, and not without end', () => {
    expect(linesForAdvisor([stub])[1]).toBe('Gross pay  £100.00');
    const long = typedPage(Array.from({ length: 900 }, (_, index) => `line ${index}`).join('\n'));
    expect(linesForAdvisor([long])).toHaveLength(400);
  });
});
