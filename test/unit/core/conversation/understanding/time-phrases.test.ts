import { afterEach, describe, expect, jest, test } from '@jest/globals';
import nlp from 'compromise';
import { readMessage } from '../../../../../src/core/conversation/understanding/read-message.js';
import { findTimePhrases } from '../../../../../src/core/conversation/understanding/time-phrases.js';
import { fc } from '../../../../support/properties.js';

describe('phrases that may name a time', () => {
  test.each([
    ['something fun for two on saturday night under 30', ['on saturday night']],
    ['what did i spend in june and last month?', ['in june and last month']],
    ['friday, july 10, or tomorrow at 8pm', ['friday', 'july 10', 'tomorrow at 8pm']],
    ['the fourteenth or the 14th', ['the 14th']],
    ['i spent 40 two weeks ago', ['40 two weeks ago']],
    ['a book i read last winter', ['last winter']],
    ['dinner before the end of the month', ['before the end of the month']],
  ])('%s', (text, phrases) => {
    expect(findTimePhrases(text)).toEqual(phrases);
  });

  test.each([
    'i may buy it',
    'a march through the woods',
    'the second one, next',
    'we sat in the sun',
    'how much is left of my budget',
  ])('none: %s', (text) => {
    expect(findTimePhrases(text)).toEqual([]);
  });

  test('a text of any length gives few phrases of a few words', () => {
    const word = fc.constantFrom(
      'friday',
      'the',
      '14th',
      'of',
      'june,',
      'last',
      'month.',
      'film',
      '7',
      '(may',
      'and',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 400 }), (words) => {
        const phrases = findTimePhrases(words.join(' '));
        expect(phrases.length).toBeLessThanOrEqual(3);
        for (const phrase of phrases) expect(phrase.split(' ').length).toBeLessThanOrEqual(8);
      }),
    );
  });
});

describe('what the language library is given to read', () => {
  afterEach(() => {
    jest.restoreAllMocks();
  });
  const world = { currency: 'USD', today: '2026-07-10', offered: [] };

  test('nothing of a message in which every word is known', () => {
    const read = jest.spyOn(nlp, 'tokenize');
    readMessage('how much can i spend on fun this week?', world);
    readMessage('something fun for me and my two kids this weekend under 40', world);
    expect(read).not.toHaveBeenCalled();
  });

  test('a few short pieces of a long one', () => {
    const read = jest.spyOn(nlp, 'tokenize');
    const story =
      'the museum on the hill opened its doors to a curious crowd, who wandered between paintings of ships, while the rain fell on the roofs of the old town on friday; ';
    readMessage(`recommend something with ${story.repeat(20)}`, world);
    expect(read.mock.calls.length).toBeGreaterThan(0);
    expect(read.mock.calls.length).toBeLessThanOrEqual(24);
    for (const [text] of read.mock.calls) expect(text.length).toBeLessThanOrEqual(200);
  });
});
