import { describe, expect, it } from '@jest/globals';
import { readDocumentAsked } from '../../../../../src/core/conversation/understanding/document-asked.js';

describe('a question about a document that just came in', () => {
  it.each([
    ['how much tax was on it', 'tax'],
    ['what was the total again', 'total'],
    ['which shop was that', 'issuer'],
    ['does it count against this month?', 'counts'],
    ['whats the gross on it', 'gross'],
    ['how much went to tax', 'tax'],
    ['what was left on the account at the end', 'closing'],
    ['how much do i owe on this card', 'closing'],
    ['what was the most expensive thing', 'largest'],
  ])('%s', (text, part) => {
    expect(readDocumentAsked(text, true)).toEqual({ part, words: [] });
  });

  it.each([
    ['whats my rent', ['rent']],
    ['what was the airline one', ['airline']],
    ['what did the airline cost', ['airline']],
  ])('names a row: %s', (text, words) => {
    expect(readDocumentAsked(text, true)).toEqual({ part: 'row', words });
  });

  it.each(['whats my budget', 'how much is left', 'what can i watch tonight', 'how much is the second one'])(
    'is none: %s',
    (text) => {
      expect(readDocumentAsked(text, true)).toBeNull();
    },
  );

  it('points at the paper when another answer stands between', () => {
    expect(readDocumentAsked('how much tax was on it', false)?.part).toBe('tax');
    expect(readDocumentAsked('what was the total again', false)).toBeNull();
  });
});
