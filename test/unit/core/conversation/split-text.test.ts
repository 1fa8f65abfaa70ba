import { describe, expect, test } from '@jest/globals';
import { createSplitter, splitText } from '../../../../src/core/conversation/split-text.js';
import { fc } from '../../../support/properties.js';

const length = (text: string) => text.length;
const words = (text: string) => text.split(/\s+/).filter(Boolean);

describe('splitting a long reply', () => {
  test('a text that fits stays one message', () => {
    expect(splitText('Hello there.', 100, length)).toEqual(['Hello there.']);
  });

  test('cuts at a paragraph end where there is one', () => {
    const text = `${'a'.repeat(60)}\n\n${'b'.repeat(60)}`;
    expect(splitText(text, 100, length)).toEqual(['a'.repeat(60), 'b'.repeat(60)]);
  });

  test('closes an open code fence and opens it again, with its language', () => {
    const code = Array.from({ length: 12 }, (_, line) => `line ${line} of the code`).join('\n');
    const parts = splitText(`Look:\n\n\`\`\`ts\n${code}\n\`\`\`\n\nDone.`, 120, length);
    expect(parts.length).toBeGreaterThan(2);
    for (const part of parts.slice(0, -1)) {
      expect(part.match(/```/g)?.length ?? 0).toBe(2);
    }
    expect(parts[1]?.startsWith('```ts\n')).toBe(true);
  });

  test('closes open emphasis and opens it again', () => {
    const parts = splitText(`**${'word '.repeat(40).trim()}** end`, 90, length);
    expect(parts[0]?.endsWith('**')).toBe(true);
    expect(parts[1]?.startsWith('**')).toBe(true);
  });

  test('keeps list items whole where they fit', () => {
    const items = Array.from({ length: 10 }, (_, item) => `- item ${item} with a few words`).join('\n');
    for (const part of splitText(items, 100, length)) {
      for (const line of part.split('\n')) expect(line).toMatch(/^- item \d with a few words$/);
    }
  });

  test('never cuts through a link', () => {
    const text = `${'word '.repeat(15)}[the title of it](https://example.com/a-long-address) and on`;
    const parts = splitText(text, 90, length);
    expect(parts.some((part) => part.includes('[the title of it](https://example.com/a-long-address)'))).toBe(
      true,
    );
  });

  test('any text arrives whole, in messages within the limit', () => {
    const paragraph = fc.lorem({ maxCount: 40 });
    fc.assert(
      fc.property(
        fc.array(paragraph, { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 40, max: 400 }),
        (paragraphs, limit) => {
          const text = paragraphs.join('\n\n');
          const parts = splitText(text, limit, length);
          for (const part of parts) expect(part.length).toBeLessThanOrEqual(limit);
          expect(words(parts.join(' '))).toEqual(words(text));
        },
      ),
      { numRuns: 150 },
    );
  });

  test('a text that is split while it grows ends as it would at once, and what stands is not measured again', () => {
    fc.assert(
      fc.property(
        fc.array(fc.lorem({ maxCount: 30 }), { minLength: 3, maxLength: 10 }),
        fc.integer({ min: 50, max: 200 }),
        (paragraphs, limit) => {
          const text = paragraphs.join('\n\n');
          let longest = 0;
          const split = createSplitter(limit, (part) => {
            longest = Math.max(longest, part.length);
            return part.length;
          });
          for (let end = 1; end < text.length; end += 11) split(text.slice(0, end));
          expect(split(text)).toEqual(splitText(text, limit, length));
          expect(longest).toBeLessThanOrEqual(limit + 20);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('another text begins anew', () => {
    const split = createSplitter(50, length);
    split('word '.repeat(30));
    expect(split('Something else.')).toEqual(['Something else.']);
  });

  test('a text that grows never moves the cuts that were made before', () => {
    fc.assert(
      fc.property(
        fc.array(fc.lorem({ maxCount: 30 }), { minLength: 3, maxLength: 10 }),
        fc.integer({ min: 50, max: 200 }),
        (paragraphs, limit) => {
          const text = paragraphs.join('\n\n');
          const whole = splitText(text, limit, length);
          for (let end = 1; end < text.length; end += 17) {
            const parts = splitText(text.slice(0, end), limit, length);
            expect(parts.slice(0, -1)).toEqual(whole.slice(0, parts.length - 1));
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test('words without a space and pairs of surrogates survive', () => {
    const parts = splitText('🎬'.repeat(100), 51, length);
    expect(parts.join('')).toBe('🎬'.repeat(100));
  });
});
