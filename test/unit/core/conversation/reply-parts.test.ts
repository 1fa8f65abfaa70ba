import { describe, expect, test } from '@jest/globals';
import { partReply } from '../../../../src/core/conversation/reply-parts.js';
import { fc } from '../../../support/properties.js';

const azul =
  '1. **Azul** (board game, 40 min, 2–4 players): about $39.99. Draft coloured tiles and lay the palace wall. Rated 3.9 of 5. Along the same lines: Blokus, about $24.99.';
const outfoxed =
  '2. **Outfoxed!** (board game): free. A fox has stolen a pie, and nobody saw it. You like mysteries.';
const jenga = '3. **Jenga** (board game, 20 min): about $15.99. Rated 3.9 of 5.';

const offers = (sentence: string) => /Blokus/.test(sentence);
const part = (text: string) => partReply([{ text, reword: true }], offers);

describe('of a reply with a list', () => {
  const text = `Here are three games:\n\n${azul}\n${outfoxed}\n${jenga}\n\nYou have $120 left.\n\nWant more?`;

  test('what a thing is may be worded; its name, cost, the reason and what else there is stand', () => {
    expect(part(text)).toEqual({
      slots: [
        {
          before: 'Here are three games:\n\n1. **Azul** (board game, 40 min, 2–4 players): about $39.99. ',
          note: 'Draft coloured tiles and lay the palace wall.',
          kind: 'board game',
        },
        {
          before: ` Rated 3.9 of 5. Along the same lines: Blokus, about $24.99.\n2. **Outfoxed!** (board game): free. `,
          note: 'A fox has stolen a pie, and nobody saw it.',
          kind: 'board game',
        },
      ],
      closing: ` You like mysteries.\n${jenga}\n\nYou have $120 left.\n\nWant more?`,
    });
  });
});

test('without a list the first paragraph stands, and so does the small print', () => {
  expect(
    part('**$100** is left.\n\n$60 is spent. That’s $5 a day.\n\n_Based on June._\n\nIs that right?'),
  ).toEqual({
    slots: [{ before: '**$100** is left.\n\n', note: '$60 is spent. That’s $5 a day.', kind: '' }],
    closing: '\n\n_Based on June._\n\nIs that right?',
  });
});

test('of one thing that is spoken of, the figures stand as well', () => {
  const catan = '**Catan** (board game): about $29. Rated 3.6 of 5. Settlers trade wood and race for roads.';
  const dated = 'Prices are approximate, as of June 1, 2025.';
  expect(part(`${catan}\n\n${dated}`)).toEqual({
    slots: [
      {
        before: '**Catan** (board game): about $29. Rated 3.6 of 5. ',
        note: 'Settlers trade wood and race for roads.',
        kind: 'board game',
      },
    ],
    closing: `\n\n${dated}`,
  });
});

test('what must stand as it is has no slot, wherever it stands', () => {
  const note = 'Nothing is spent yet, and that is a fact.';
  expect(
    partReply(
      [
        { text: 'Noted.', reword: false },
        { text: note, reword: true },
      ],
      offers,
    ),
  ).toEqual({
    slots: [{ before: 'Noted.\n\n', note, kind: '' }],
    closing: '',
  });
});

test('all of it put together again is the reply, whatever it is made of', () => {
  const line = fc.oneof(
    fc.constantFrom(azul, outfoxed, jenga),
    fc.stringMatching(/^[A-Za-z0-9.!?*_$() -]{1,60}$/).filter((text) => text.trim() !== ''),
  );
  const paragraph = fc.oneof(
    line,
    fc.array(line, { minLength: 1, maxLength: 4 }).map((lines) => lines.map((one) => `- ${one}`).join('\n')),
  );
  const block = fc.record({
    text: fc.array(paragraph, { minLength: 1, maxLength: 5 }).map((paragraphs) => paragraphs.join('\n\n')),
    reword: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 3 }), (blocks) => {
      const { slots, closing } = partReply(blocks, offers);
      const whole = slots.map(({ before, note }) => before + note).join('') + closing;
      expect(whole).toBe(blocks.map(({ text }) => text).join('\n\n'));
    }),
    { numRuns: 60 },
  );
});
