import { expect, test } from '@jest/globals';
import { partReply } from '../../../../src/core/conversation/reply-parts.js';
import { fc } from '../../../support/properties.js';

const azul =
  '1. **Azul** (board game, 40 min, 2–4 players): about $39.99. Draft tiles and lay the palace wall.';
const catan =
  '2. **Catan** (board game, 75 min, 3–4 players): about $29. Trade sheep for wood, and build roads.';
const jenga =
  '3. **Jenga** (board game, 20 min, 1–8 players): about $15.99. Pull a block, and hope for the best.';

test('of a list the first line comes first and alone; what stands around it stays', () => {
  const text = `Here are three games:\n\n${azul}\n${catan}\n${jenga}\n\nYou have $120 left.\n\nWant more?`;
  expect(partReply(text)).toEqual({
    opening: 'Here are three games:',
    notes: [azul, `${catan}\n${jenga}`],
    closing: 'You have $120 left.\n\nWant more?',
  });
});

test('a short list is one part, and so is a list of one', () => {
  expect(partReply('So:\n\n1. **Azul**: $40.\n2. **Catan**: $29.').notes).toHaveLength(1);
  expect(partReply(`One fits:\n\n${azul}`).notes).toEqual([azul]);
});

test('without a list the first paragraph stands, and so does the small print', () => {
  expect(
    partReply('**$100** is left.\n\n$60 is spent. That’s $5 a day.\n\n_Based on June._\n\nIs that right?'),
  ).toEqual({
    opening: '**$100** is left.',
    notes: ['$60 is spent. That’s $5 a day.'],
    closing: '_Based on June._\n\nIs that right?',
  });
});

test('a single paragraph is put into words whole, the date of its price is not', () => {
  const line = '**Catan** (board game): about $29.';
  const dated = 'Prices are approximate, as of June 1, 2025.';
  expect(partReply(`${line}\n\n${dated}`)).toEqual({ opening: '', notes: [line], closing: dated });
});

test('nothing of a reply is lost', () => {
  const line = fc.stringMatching(/^[A-Za-z0-9.*_$ -]{1,80}$/).filter((text) => text.trim() !== '');
  const paragraph = fc.oneof(
    line,
    fc.array(line, { minLength: 1, maxLength: 4 }).map((lines) => lines.map((one) => `- ${one}`).join('\n')),
  );
  fc.assert(
    fc.property(fc.array(paragraph, { minLength: 1, maxLength: 6 }), (paragraphs) => {
      const { opening, notes, closing } = partReply(paragraphs.join('\n\n'));
      expect([opening, notes.join('\n'), closing].filter((part) => part !== '').join('\n\n')).toBe(
        paragraphs.join('\n\n'),
      );
    }),
    { numRuns: 60 },
  );
});
