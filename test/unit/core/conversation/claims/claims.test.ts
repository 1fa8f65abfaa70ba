import { describe, expect, test } from '@jest/globals';
import { checkSentence } from '../../../../../src/core/conversation/claims/check-sentence.js';
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
import { cutPieces } from '../../../../../src/core/conversation/claims/pieces.js';
import { createSlotFiller } from '../../../../../src/core/conversation/claims/slot-filler.js';
import { createVoice } from '../../../../../src/core/conversation/voice.js';
import { fc } from '../../../../support/properties.js';

const usd = (minor: number) => ({ minor, currency: 'USD' });
const facts: Fact[] = [
  titleFact('Catan', 'i1'),
  amountFact('Catan', 'price', usd(2_900), true),
  numberFact('Catan', 'players', 3, 'people'),
  numberFact('Catan', 'players', 4, 'people'),
  numberFact('Catan', 'rating', 4.4, 'stars'),
  titleFact('Pandemic', 'i2'),
  amountFact('Pandemic', 'price', usd(3_500), true),
  numberFact('Pandemic', 'length', 45, 'minutes'),
  titleFact('Inception', 'i3'),
  includedFact('Inception', 'Netflix'),
  nameFact('Netflix'),
  numberFact('Inception', 'year', 2010, 'year'),
  numberFact('Inception', 'length', 148, 'minutes'),
  titleFact('Open Air Museum', 'i4'),
  freeFact('Open Air Museum'),
  amountFact('budget', 'left', usd(14_250), false, '2026-03'),
  amountFact('budget', 'total', usd(26_000), false, '2026-03'),
  amountFact('budget', 'spent', usd(11_750), false, '2026-03'),
  amountFact('budget', 'per day', usd(838), false, '2026-03'),
  numberFact('budget', 'days left', 17, 'days'),
  amountFact('limit', 'wished', usd(4_000)),
  amountFact('2026-02', 'spent', usd(9_900), false, '2026-02'),
  amountFact('Eating out', 'spent', usd(4_520), false, '2026-03'),
];
const voice = createVoice({ locale: 'en-US', today: '2026-03-14', seed: 's' });
const world: ClaimsWorld = {
  ledger: createLedger(facts),
  currency: 'USD',
  today: '2026-03-14',
  support: 'ideas for this weekend. Catan is a family strategy game. You liked strategy games.',
  format: (amount) => voice.money(amount),
};
const stands = (sentence: string) => checkSentence(sentence, world, null).stands;
/** A text that stands alone, in a place without words of the tools. */
const checked = (text: string) => {
  const filler = createSlotFiller(world, [{ before: '', note: '', subject: null }]);
  return filler.open() + filler.push(text) + filler.close();
};

describe('a sentence of a model stands', () => {
  test.each([
    'Catan costs about $29.',
    'Catan is about $29 and Pandemic about $35.',
    '**Catan** (about $29) plays well with 3 to 4 players.',
    'You have $142.50 left for fun this month.',
    'You have $142.50 left of your $260 budget.',
    'You have spent $117.50 so far.',
    'That is $8.38 a day for the 17 days left.',
    'Inception is included in your Netflix, so it costs you nothing more.',
    'Inception (2010) runs 2 h 28.',
    'Pandemic takes about 45 minutes.',
    'The Open Air Museum is free.',
    'Here are four ideas for this weekend.',
    'Catan is cheaper than Pandemic.',
    'Everything here is under $40.',
    'Catan is rated 4.4 out of 5.',
    'You spent $45.20 on eating out.',
    'You have used 45% of your budget.',
    'You have used about 45 percent of your budget, so Catan fits.',
    'You have spent less than half of your budget.',
    'More than half of your budget is left.',
    'Most of your budget is left.',
    'Catan takes about 20 % of what you have left.',
    'Pandemic is about a quarter of what you have left.',
    'Pandemic takes half an hour longer to like.',
    'Enjoy your weekend!',
    'Perfect for a relaxed evening with friends.',
  ])('%s', (sentence) => {
    expect(checkSentence(sentence, world, null)).toMatchObject({ stands: true });
  });
});

describe('a sentence of a model falls', () => {
  test.each([
    ['the price of another item', 'Catan costs about $35 and Pandemic about $29.'],
    ['swapped in apposition', 'Pandemic ($29) and Catan ($35) are great.'],
    ['budget and remaining swapped', 'You have $260 left of your $142.50 budget.'],
    ['spent and remaining swapped', 'You have spent $142.50 so far.'],
    ['this month with last', 'You spent $117.50 last month.'],
    ['last month with this', 'You have $142.50 left in February.'],
    ['a year as a length', 'Inception is included in your Netflix; it runs 2010.'],
    ['an invented audience', 'Catan is a game for adults.'],
    ['an invented amount', 'You have $200 left for fun.'],
    ['an invented title', 'I would also look at Dune Imperium tonight.'],
    ['an invented title in bold', '**Gloomhaven** is a great choice.'],
    ['an invented title at the beginning', 'Gloomhaven is a great choice.'],
    ['a quoted invention', 'Try “The Grand Adventure” tonight.'],
    ['an invented inclusion', 'Catan is included in your Netflix.'],
    ['the wrong service', 'Inception is included in your Hulu.'],
    ['free though it costs', 'Catan is free.'],
    ['a spelled-out count', 'Catan is for six players.'],
    ['a wrong spelled-out amount', 'Catan costs thirty-nine dollars, Pandemic too.'],
    ['a wrong percentage', 'You have used 80% of your budget.'],
    ['a share', 'That is half your budget.'],
    ['a share that is less', 'You have used half of your budget.'],
    ['the other share', 'You have used 55% of your budget.'],
    ['the share of another figure', 'You have 45% of your budget left.'],
    ['most, though it is less', 'You have spent most of your budget.'],
    ['a share of a price', 'Catan takes a third of what you have left.'],
    ['a share of nothing named', 'Catan saves you half.'],
    ['the only one of several', 'Catan is the only one that fits.'],
    ['talk of its task', 'The reply continues in your own words.'],
    ['a vague share', 'Catan costs a fraction of Pandemic.'],
    ['twice', 'Pandemic costs twice as much as Catan.'],
    ['half', 'Catan is half the price of Pandemic.'],
    ['three times', 'Pandemic costs three times the price of Catan.'],
    ['a wrong comparison', 'Pandemic is cheaper than Catan.'],
    ['a wrong superlative', 'Pandemic is the cheapest of them.'],
    ['a ceiling below a price', 'Everything here is under $30.'],
    ['a wrong year', 'Inception came out in 2012.'],
    ['a wrong length', 'Pandemic takes 90 minutes.'],
    ['a review of somebody else', 'Critics call Inception a masterpiece.'],
    ['a genre nobody named', 'Catan is a great horror choice.'],
    ['a link', 'Buy Catan at https://example.com now.'],
    ['a date from nowhere', 'The Open Air Museum opens on 3 May.'],
    ['the tool call of a model', '{"action":"search","query":"Catan"}'],
    ['over budget though it is not', 'You are over budget this month.'],
  ])('%s', (_name, sentence) => {
    expect(stands(sentence)).toBe(false);
  });
});

describe('a text of a model', () => {
  test('keeps its sound sentences and loses the others, and still reads well', () => {
    const text = 'Here are four ideas! Catan costs $29. Gloomhaven is even better at $90. Have fun.';
    expect(checked(text)).toBe('Here are four ideas! Catan costs about $29. Have fun.');
  });

  test('a wrong price beside one title is put right', () => {
    expect(checked('Catan costs $12.')).toBe('Catan costs about $29.');
  });

  test('"it" is not corrected into what is left, nor what is left into a price', () => {
    const left = 'Catan is about $29. It takes about 20 % of the $142.50 you have left.';
    expect(checked(left)).toBe(left);
    expect(checked('Catan is about $29. It takes about 20 % of the $29 you have left.')).toBe(
      'Catan is about $29.',
    );
    expect(checked('Catan is about $29. It takes about 20 % of the $150 you have left.')).toBe(
      'Catan is about $29.',
    );
  });

  test('a mark within a name ends no sentence', () => {
    expect(cutPieces('Try Outfoxed! is fun. Try it! Now.')).toEqual([
      'Try Outfoxed! is fun. ',
      'Try it! ',
      'Now.',
    ]);
  });

  test.each([
    ['Ratatouille is about $4 tonight.', 'Ratatouille is about $3.99 tonight.'],
    ['It costs around $4.00, a small sum.', 'It costs around $3.99, a small sum.'],
    ['Ratatouille is about $3.99.', 'Ratatouille is about $3.99.'],
  ])('a rounded price is put back to the one that stands on the list: %s', (text, right) => {
    const rounded: Fact[] = [
      titleFact('Ratatouille', 'r'),
      amountFact('Ratatouille', 'price', usd(399), true),
    ];
    const ledger = createLedger(rounded);
    const verdict = checkSentence(text, { ...world, ledger }, ledger.titles[0] ?? null);
    expect(verdict).toMatchObject({ stands: true, text: right, corrected: text !== right });
  });

  test('what a description counts may be counted again, of its own title', () => {
    const notes =
      '1. **Pandemic** (board game): about $35. Doctors stop four diseases.\n2. **Catan** (board game): about $29. Settle an island.';
    const say = (text: string) => checkSentence(text, { ...world, notes }, null).stands;
    expect(say('With Pandemic you fight four diseases around the world.')).toBe(true);
    expect(say('With Pandemic you fight five diseases around the world.')).toBe(false);
    expect(say('With Pandemic you fight four dragons.')).toBe(false);
    expect(say('With Catan you fight four diseases.')).toBe(false);
  });

  test('a share of what is left is the price that "it" has, wherever "it" stands', () => {
    expect(
      checked('Catan is about $29. Settle an island, and it takes about 20 % of the $142.50 you have left.'),
    ).toContain('20 %');
    expect(
      checked('Catan is about $29. Settle an island, and it takes about 33 % of the $142.50 you have left.'),
    ).not.toContain('33');
  });

  test.each([
    'Open Air Museum is free.',
    'Open Air Museum is open at no price.',
    'Open Air Museum comes at no cost.',
  ])('what is free is called so in many words, and nothing else is: %s', (sentence) => {
    expect(checkSentence(sentence, world, null)).toMatchObject({ stands: true });
    expect(stands(sentence.replace('Open Air Museum', 'Catan'))).toBe(false);
  });

  test('leaves no HTML where a chat would show it, and joins no figures over it', () => {
    expect(checked('Catan costs about $29.<br>\n<b>Pandemic</b> is about $35.<br/>\n')).toBe(
      'Catan costs about $29. Pandemic is about $35.',
    );
    expect(checked('Enjoy! Catan costs about $2<i>9</i>.')).toBe('Enjoy!');
  });

  test('"it" is the title of the sentence before', () => {
    expect(checked('I like Catan for you. It costs about $29.')).toBe(
      'I like Catan for you. It costs about $29.',
    );
    expect(checked('I like Catan for you. It is about $35, as Pandemic is not.')).toBe(
      'I like Catan for you.',
    );
  });

  test('nothing inside a code block is shown, and no JSON', () => {
    expect(checked('Sure.\n```json\n{"action":"get_budget_status"}\n```\nDone.')).toBe('Sure. Done.');
  });

  test('whatever the cuts of the stream, the outcome is the same', () => {
    const text =
      'Here are four ideas! Catan costs $29. Gloomhaven is even better at $90. You have $142.50 left.\n\n1. **Pandemic**: about $35, 45 minutes.\n2. **Azul**: $20.\nEnjoy!';
    const whole = checked(text);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 5, maxLength: 60 }), (sizes) => {
        const filler = createSlotFiller(world, [{ before: '', note: '', subject: null }]);
        let shown = filler.open();
        let at = 0;
        for (const size of sizes) {
          shown += filler.push(text.slice(at, at + size));
          at += size;
        }
        shown += filler.push(text.slice(at)) + filler.close();
        expect(shown).toBe(whole);
      }),
      { numRuns: 60 },
    );
  });

  test('"it" is compared with another title as well', () => {
    expect(checked('I like Catan for you. It is cheaper than Pandemic.')).toContain('It is cheaper');
    expect(checked('I like Pandemic for you. It is cheaper than Catan.')).toBe('I like Pandemic for you.');
  });

  test('a percentage passes where two figures of its sentence have that ratio, and no other does', () => {
    for (let percent = 1; percent <= 120; percent += 1) {
      expect(stands(`You have used ${percent}% of your budget.`)).toBe(percent === 45);
      expect(stands(`Catan takes ${percent}% of what you have left.`)).toBe(percent === 20);
    }
  });

  test('one title costs twice another where it does', () => {
    const worth = (minor: number): ClaimsWorld => ({
      ...world,
      ledger: createLedger([
        titleFact('Catan', 'i1'),
        amountFact('Catan', 'price', usd(minor)),
        titleFact('Azul', 'i2'),
        amountFact('Azul', 'price', usd(2_000)),
      ]),
    });
    fc.assert(
      fc.property(fc.integer({ min: 500, max: 9_000 }), (minor) => {
        const near = Math.abs(minor / 2_000 - 2) <= 0.08;
        expect(checkSentence('Catan costs twice as much as Azul.', worth(minor), null).stands).toBe(near);
        const half = Math.abs(2_000 / minor - 0.5) <= 0.02;
        expect(checkSentence('Azul is half the price of Catan.', worth(minor), null).stands).toBe(half);
      }),
    );
  });

  test('no amount passes that is not the subject’s own, whatever the amount', () => {
    const backed = new Map([
      ['Catan', 2_900],
      ['Pandemic', 3_500],
    ]);
    fc.assert(
      fc.property(
        fc.constantFrom('Catan', 'Pandemic'),
        fc.integer({ min: 100, max: 9_900 }),
        (title, minor) => {
          const amount = `$${(minor / 100).toFixed(2)}`;
          const shown = checked(`${title} costs exactly ${amount} and is fun for all.`);
          if (minor !== backed.get(title)) expect(shown).not.toContain(amount);
        },
      ),
      { numRuns: 200 },
    );
  });

  test('pieces put together are the text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        expect(cutPieces(text).join('')).toBe(text);
      }),
    );
  });
});
