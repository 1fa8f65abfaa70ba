import { describe, expect, test } from '@jest/globals';
import type { ClaimsWorld } from '../../../../../src/core/conversation/claims/claims-world.js';
import {
  amountFact,
  type Fact,
  freeFact,
  includedFact,
  nameFact,
  numberFact,
  titleFact,
} from '../../../../../src/core/conversation/claims/facts.js';
import { createLedger } from '../../../../../src/core/conversation/claims/ledger.js';
import {
  createSlotFiller,
  nameBefore,
  type OpenSlot,
} from '../../../../../src/core/conversation/claims/slot-filler.js';
import { createVoice } from '../../../../../src/core/conversation/voice.js';
import { fc } from '../../../../support/properties.js';

const usd = (minor: number) => ({ minor, currency: 'USD' });
const facts: Fact[] = [
  titleFact('Azul', 'i1'),
  amountFact('Azul', 'price', usd(3_999), true),
  numberFact('Azul', 'rating', 3.9, 'stars'),
  titleFact('Codenames', 'i2'),
  amountFact('Codenames', 'price', usd(1_999), true),
  numberFact('Codenames', 'rating', 3.8, 'stars'),
  titleFact('The Crew', 'i3'),
  freeFact('The Crew'),
  titleFact('Klaus', 'i4'),
  includedFact('Klaus', 'Netflix'),
  nameFact('Netflix'),
  titleFact('Forrest Gump', null),
  amountFact('budget', 'left', usd(10_000), false, '2026-07'),
  amountFact('budget', 'spent', usd(6_000), false, '2026-07'),
  amountFact('budget', 'per day', usd(454), false, '2026-07'),
  numberFact('budget', 'days left', 22, 'days'),
];
const ledger = createLedger(facts);
const subject = (name: string) => ledger.mentions(name)[0]?.subject ?? null;
const voice = createVoice({ locale: 'en-US', today: '2026-07-10', seed: 's' });

const AZUL = 'Draft coloured tiles and lay the palace wall.';
const CODENAMES = 'One word has to point your team at many.';
const CREW = 'Take tricks together, hardly speaking, over thirty-two dives.';
const KLAUS =
  'A lazy postman and a toymaker start a tradition. It shares its comedy side with Forrest Gump, which you liked.';
const MONEY = '$60 is spent. That leaves about $4.54 a day for the next 22 days.';
const slots: OpenSlot[] = [
  { before: 'So:\n\n1. **Azul**: about $39.99. ', note: AZUL, subject: subject('Azul') },
  { before: '\n2. **Codenames**: about $19.99. ', note: CODENAMES, subject: subject('Codenames') },
  { before: '\n3. **The Crew**: free. ', note: CREW, subject: subject('The Crew') },
  { before: '\n4. **Klaus**: included in your Netflix. ', note: KLAUS, subject: subject('Klaus') },
];
const money: OpenSlot = { before: '**$100** is left.\n\n', note: MONEY, subject: null };
const worldOf = (open: readonly OpenSlot[]): ClaimsWorld => {
  const notes = open.map(({ before, note }) => before + note).join('');
  return {
    ledger,
    currency: 'USD',
    today: '2026-07-10',
    support: `${notes}\nsomething for two`,
    notes,
    format: (amount) => voice.money(amount),
  };
};
const ours = (open: readonly OpenSlot[]) => open.map(({ before, note }) => before + note).join('');

/** The reply where the slots get these answers, one after the other. */
function reply(answers: readonly string[], open: readonly OpenSlot[] = slots) {
  const filler = createSlotFiller(worldOf(open), open);
  let text = '';
  for (const answer of answers) text += filler.open() + filler.push(answer) + filler.close();
  return { text: text + filler.rest(), report: filler.report() };
}
const inFirst = (answer: string) => reply([answer]).text.split('\n')[2];

describe('the slots of a reply', () => {
  test('hold the model’s words where they are true, between the tools’ names and costs', () => {
    const { text, report } = reply([
      'You draft coloured tiles for your palace wall.',
      'With one word you point your team at many.',
      'You take tricks, hardly speaking.',
      'A lazy postman starts a tradition, and it’s close to Forrest Gump, which you liked.',
    ]);
    expect(text).toBe(
      'So:\n\n1. **Azul**: about $39.99. You draft coloured tiles for your palace wall.' +
        '\n2. **Codenames**: about $19.99. With one word you point your team at many.' +
        '\n3. **The Crew**: free. You take tricks, hardly speaking.' +
        '\n4. **Klaus**: included in your Netflix. A lazy postman starts a tradition, and it’s close to Forrest Gump, which you liked.',
    );
    expect(report).toMatchObject({ sentences: 4, kept: 4, corrected: 0, reasons: [] });
  });

  test('hold the tools’ words where a model says nothing, or nothing true', () => {
    expect(reply([]).text).toBe(ours(slots));
    expect(reply(['', 'Gloomhaven points your team at a dungeon.']).text).toBe(ours(slots));
  });

  test('whatever a model says, and however it comes, every name, cost and caveat stands once and in order', () => {
    const said = fc.oneof(
      fc.constantFrom(
        'You draft coloured tiles.',
        'Codenames is about $39.99.',
        '1. **Azul**: $5.',
        'Note (movie): x',
        '```json\n{"action":"search"}\n```',
        'It is free! You lay a palace wall',
      ),
      fc.string({ maxLength: 60 }),
    );
    fc.assert(
      fc.property(fc.array(said, { maxLength: 5 }), (answers) => {
        const { text } = reply(answers);
        let from = 0;
        for (const { before } of slots) {
          const at = text.indexOf(before, from);
          expect(at).toBeGreaterThanOrEqual(from);
          from = at + before.length;
        }
        expect(text).not.toMatch(/\$5\b|[{}]/);
      }),
      { numRuns: 60 },
    );
  });

  test.each([
    ['the price of another', 'You draft coloured tiles for about $19.99.'],
    ['an invented price', 'You draft coloured tiles for $12 or $15.'],
    ['the rating of another', 'You draft coloured tiles, rated 3.8 of 5.'],
    ['what another is', 'It’s free to draft these coloured tiles.'],
    ['another’s service', 'Draft coloured tiles, included in your Netflix.'],
    ['another’s description', CODENAMES],
    ['another’s description in other words', 'You draft one word that has to point your team at many.'],
    ['another title', 'Like Codenames, it has you draft coloured tiles.'],
    ['an invented title', 'You draft tiles in “Palace of Tiles”, a classic.'],
    ['a name made of its description', 'You play Draft Coloured Tiles on a palace wall.'],
    ['a sentence of it taken for a name', 'You can play Draft coloured tiles and lay the palace wall.'],
    ['a quotation of nobody', 'You draft coloured tiles and say “road”.'],
    ['a number of its own', 'You draft tiles over nineteen rounds.'],
    ['a time of its own', 'You draft coloured tiles for 90 minutes.'],
    ['nothing of it', 'A great choice for the two of you!'],
    ['an example of the prompt', 'You fold ships out of letters, as their keepers.'],
    ['talk of the task', 'The note says that you draft coloured tiles.'],
  ])('a sentence with %s leaves the tools’ words in their place', (_name, sentence) => {
    expect(inFirst(sentence)).toBe(`1. **Azul**: about $39.99. ${AZUL}`);
  });

  test.each([
    ['You draft coloured tiles, which is a fun choice for anyone.', 'You draft coloured tiles.'],
    [
      'You draft coloured tiles, as you mentioned, and lay the palace wall.',
      'You draft coloured tiles, and lay the palace wall.',
    ],
    ['You lay the palace wall, which is under $40!', 'You lay the palace wall!'],
    ['You lay a wall, such as “Hadrian”.', 'You lay a wall.'],
    ['You draft tiles, coloured ones, and walls.', 'You draft tiles, coloured ones, and walls.'],
  ])('a clause that tells nothing of the note goes: %s', (sentence, text) => {
    expect(inFirst(sentence)).toBe(`1. **Azul**: about $39.99. ${text}`);
  });

  test.each([
    'If you like a quiet evening, this is it.',
    'You draft coloured tiles for $5, which is a fun choice.',
    'It costs $5 or $6, and you draft coloured tiles.',
  ])('a wrong sentence is not saved by what goes: %s', (sentence) => {
    expect(inFirst(sentence)).toBe(`1. **Azul**: about $39.99. ${AZUL}`);
  });

  const spaced = (note: string): OpenSlot => ({
    before: '**Azul**: about $39.99. ',
    note,
    subject: subject('Azul'),
  });

  test.each([
    ['Doors in space, and cake.', 'You walk through Doors in space.', 'You walk through doors in space.'],
    [
      'Doctors stop a disease.',
      'You play Doctors who stop a disease.',
      'You play doctors who stop a disease.',
    ],
    ['Tiles. Two hidden roles.', 'It gives you Two hidden roles.', 'It gives you two hidden roles.'],
  ])('several things with which a note begins are no name: %s', (note, sentence, text) => {
    const { report, text: shown } = reply([sentence], [spaced(note)]);
    expect(shown).toBe(`**Azul**: about $39.99. ${text}`);
    expect(report).toMatchObject({ kept: 1, corrected: 1 });
  });

  test.each([
    ['a title of it and more', 'Doors in space, and cake.', 'You play Doors of Cake in space.'],
    ['what is called so', 'Doors in space, and cake.', 'It’s a thing called Doors in space.'],
    ['one thing', 'Door in space, and cake.', 'You play Door in space.'],
    ['what to do', 'Draft tiles and build.', 'You play Draft tiles and build.'],
    ['a word of another place', 'Cake, and doors in space.', 'You walk through Doors in space.'],
    ['a person', 'Elizabeth needs to be wrong first.', 'You meet Fitzwilliam and Elizabeth.'],
  ])('%s stays a name, and nobody knows it', (_name, note, sentence) => {
    expect(reply([sentence], [spaced(note)]).text).toBe(`**Azul**: about $39.99. ${note}`);
  });

  test('no word that a note does not begin with gets in by its capital', () => {
    const words = fc.constantFrom('Gloomhaven', 'Rivals', 'Dragons', 'Seven', 'Kingdoms', 'Wonders');
    fc.assert(
      fc.property(words, words, (one, other) => {
        const note = 'Doors in space, and cake.';
        for (const sentence of [`You walk ${one} in space.`, `You meet ${one} ${other} and doors in space.`])
          expect(reply([sentence], [spaced(note)]).text).toBe(`**Azul**: about $39.99. ${note}`);
      }),
      { numRuns: 20 },
    );
  });

  test('true figures may be said of their own thing', () => {
    expect(inFirst('Draft coloured tiles; it’s rated 3.9 of 5 at about $39.99.')).toContain('3.9 of 5');
  });

  test('what a description counts is the same in digits and in words', () => {
    const crew = slots.slice(2, 3);
    expect(reply(['You take tricks over 32 dives.'], crew).report.kept).toBe(1);
    expect(reply(['You take tricks over thirty-two dives.'], crew).report.kept).toBe(1);
    expect(reply(['You take tricks over 33 dives.'], crew).text).toBe(ours(crew));
    expect(reply(['You take 32 tricks.'], crew).text).toBe(ours(crew));
  });

  test('what is counted on the line below a name is counted of it', () => {
    const crew: OpenSlot = {
      before: '**The Crew** (board game): free.\n\nRated 4.1 of 5, as Azul is not.\n\n',
      note: `Well thought of, and cooperative.\n\n${CREW}`,
      subject: subject('The Crew'),
    };
    expect(reply(['It’s about taking tricks over thirty-two dives.'], [crew]).report.kept).toBe(1);
    expect(reply(['It’s about taking tricks over thirty-one dives.'], [crew]).text).toBe(ours([crew]));
    expect(reply([CREW], [crew]).report.kept).toBe(1);
  });

  test('to free somebody is no price', () => {
    const azul: OpenSlot = {
      before: '**Azul**: about $39.99. ',
      note: 'A girl works to free her parents.',
      subject: subject('Azul'),
    };
    expect(reply(['A girl works hard to free her parents.'], [azul]).report.kept).toBe(1);
    expect(reply(['It’s free, and a girl works for her parents.'], [azul]).text).toBe(ours([azul]));
    expect(reply(['A girl is free to work, at the free entry of parents.'], [azul]).text).toBe(ours([azul]));
  });

  test('what a description counts may end a sentence, and nothing else may', () => {
    const duel: OpenSlot = {
      before: '1. **Azul**: about $39.99. ',
      note: 'The palace builder made for exactly two.',
      subject: subject('Azul'),
    };
    expect(reply(['It’s a palace builder for exactly two.'], [duel]).report.kept).toBe(1);
    for (const wrong of [
      'It’s a palace builder for exactly three.',
      'It’s a palace of two, for exactly four.',
    ])
      expect(reply([wrong], [duel]).text).toBe(ours([duel]));
  });

  test('nothing is said after a first sentence that is wrong, since it would hang on that', () => {
    expect(inFirst('You get it for $5. The palace wall is yours then.')).toBe(
      `1. **Azul**: about $39.99. ${AZUL}`,
    );
    expect(inFirst('You draft coloured tiles. It costs $5. The palace wall is yours.')).toBe(
      '1. **Azul**: about $39.99. You draft coloured tiles. The palace wall is yours.',
    );
  });

  test('what is said already is not said again', () => {
    expect(reply(['You draft coloured tiles. You draft **coloured** tiles!']).text).toContain(
      '$39.99. You draft coloured tiles.\n2.',
    );
  });

  test('a model’s marks, tags and small letters do not show, nor the lack of an end', () => {
    expect(inFirst('1. you draft coloured tiles<br>\n\nfor a wall')).toContain(
      '$39.99. You draft coloured tiles.',
    );
    expect(inFirst('- You draft <b>coloured</b> tiles')).toContain('$39.99. You draft coloured tiles.');
  });

  test.each(['Note (movie): Keepers', '<message>more?</message>', 'You answer: x', 'About this user: x'])(
    'an answer ends where it goes on with its prompt: %s',
    (prompt) => {
      expect(inFirst(`You draft coloured tiles.\n${prompt}\nYou lay the palace wall.`)).toBe(
        '1. **Azul**: about $39.99. You draft coloured tiles.',
      );
    },
  );

  test.each(['You lay', 'You lay the palace', '- ', '**'])(
    'of an answer that breaks off nothing hangs: %s',
    (rest) => {
      const filler = createSlotFiller(worldOf(slots), slots);
      const text = filler.open() + filler.push(`You draft coloured tiles. ${rest}`) + filler.close(false);
      expect(text).toBe('So:\n\n1. **Azul**: about $39.99. You draft coloured tiles.');
      expect(text + filler.rest()).toContain(CODENAMES);
    },
  );

  test('whatever the cuts of the stream, the outcome is the same', () => {
    const answer = 'You draft coloured tiles. Only $5! The palace wall is yours.\nNote: x';
    const whole = reply([answer]).text;
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 20 }), (sizes) => {
        const filler = createSlotFiller(worldOf(slots), slots);
        let text = filler.open();
        let at = 0;
        for (const size of sizes) {
          text += filler.push(answer.slice(at, at + size));
          at += size;
        }
        text += filler.push(answer.slice(at)) + filler.close() + filler.rest();
        expect(text).toBe(whole);
      }),
      { numRuns: 40 },
    );
  });
});

describe('a note on the user’s money', () => {
  const said = (answer: string) => reply([answer], [money]).text;

  test('is said in a model’s words, and no figure of it is lost', () => {
    expect(said('You have spent $60 so far, which leaves about $4.54 a day for the next 22 days.')).toBe(
      '**$100** is left.\n\nYou have spent $60 so far, which leaves about $4.54 a day for the next 22 days.',
    );
    expect(said('You have spent $60 so far.')).toBe(
      '**$100** is left.\n\nYou have spent $60 so far. That leaves about $4.54 a day for the next 22 days.',
    );
  });

  test.each([
    'You have spent $100 so far.',
    'You have $60 left.',
    'You have spent half of your budget, which is $30.',
    'You have spent $60 so far, which is about $4.54 a day for the next 22 days.',
    'You have spent $60 so far, so that’s about $4.54 a day for the 22 days left.',
    'That’s $60 a day.',
    'You have spent $60 in 4.54 days.',
  ])('stands in the tools’ words where a figure is wrong: %s', (answer) => {
    expect(said(answer)).toBe(money.before + money.note);
  });
});

test.each([
  ['1. **Azul** (board game): free. ', 'Azul'],
  ['**Azul**: about $5.\n\nLike Codenames.\n\n', 'Azul'],
  [' Along the same lines: Blokus.\n2. **Codenames**: free. ', 'Codenames'],
  ['Nothing named.\n\n', ''],
])('what a slot is about is the last name in bold before it: %j', (before, name) => {
  expect(nameBefore(before)).toBe(name);
});

test('a text of no slot’s note, as where nothing was looked up, is checked like any other', () => {
  const alone: OpenSlot = { before: '', note: '', subject: null };
  expect(reply(['I can help with films and games. They cost $5. Tell me more!'], [alone]).text).toBe(
    'I can help with films and games. Tell me more!',
  );
});
