import { describe, expect, test } from '@jest/globals';
import { mergeWish } from '../../../../../src/core/conversation/understanding/merge-wish.js';
import { readMessage } from '../../../../../src/core/conversation/understanding/read-message.js';
import { emptyWish } from '../../../../../src/core/conversation/understanding/wish-shape.js';
import { whenWords } from '../../../../../src/core/tools/when-words.js';
import { asked, table, wishOf, world } from '../../../../support/conversation/reading.js';

describe('the next ones differ from those on the table', () => {
  test.each([
    ['something shorter like 20 min', { maxMinutes: 20 }],
    ['something less stressful', { mood: 'relaxing' }],
    ['a calmer one', { mood: 'relaxing' }],
    ['not that old', { yearFrom: 2006 }],
    ['something lighter', { mood: 'relaxing' }],
    ['a longer one', { order: 'longest' }],
    ['easier', { unseen: ['how hard it is'] }],
  ])('%s', (said, wish) => {
    expect(asked(said)).toMatchObject([{ kind: 'refine', refinement: 'compared', wish }]);
  });

  test('shorter without a figure is measured by the kind, and is nothing to search for', () => {
    expect(asked('shorter one')).toMatchObject([
      { kind: 'refine', refinement: 'compared', shorter: true, wish: { maxMinutes: null, about: null } },
    ]);
    expect(wishOf('a movie shorter than 100 minutes').maxMinutes).toBe(100);
  });

  test('what is refused makes room for what is named instead, and is no taste for ever', () => {
    const { told, asked: questions } = readMessage('not thai actually, sushi', table);
    expect(told).toEqual([]);
    expect(questions).toMatchObject([
      { kind: 'refine', refinement: 'change', wish: { genres: ['sushi'], excludeGenres: ['thai'] } },
    ]);
    const merged = mergeWish(
      { ...emptyWish, genres: ['thai'], excludeGenres: ['sushi'] },
      { ...emptyWish, genres: ['sushi'], excludeGenres: ['thai'] },
    );
    expect(merged).toMatchObject({ genres: ['sushi'], excludeGenres: ['thai'] });
  });

  test('what is told of those who come changes the wish, and keeps the rest of it', () => {
    expect(asked('he doesnt read tho')).toMatchObject([
      { kind: 'refine', refinement: 'change', wish: { excludeTypes: ['book'] } },
    ]);
    expect(asked('some of us dont speak english well')).toMatchObject([
      { kind: 'refine', refinement: 'change', wish: { avoid: [], unseen: ['how much English it takes'] } },
    ]);
  });
});

test('what nobody of those who come likes is refused for now, and is no liking', () => {
  const { told, asked: questions } = readMessage('nobody likes war movies', table);
  expect(told).toEqual([]);
  expect(questions).toMatchObject([{ kind: 'refine', wish: { excludeGenres: ['war'] } }]);
  expect(asked('we have only 30 minutes')).toMatchObject([{ kind: 'refine', wish: { maxMinutes: 30 } }]);
  expect(asked('my wife is not coming')).toMatchObject([{ kind: 'refine', wish: { partySize: 1 } }]);
});

describe('who is there, and where', () => {
  test('children by their ages come with the one who asks', () => {
    expect(wishOf('got kids 6 and 9, rainy saturday, what can we play')).toMatchObject({
      partySize: 3,
      age: 6,
    });
  });

  test('a place is where it should be, and not what it should be about', () => {
    expect(wishOf('somewhere to eat in lisbon not fancy under 15 a head for 4')).toMatchObject({
      place: 'Lisbon',
      cheap: true,
      about: null,
      without: [],
    });
  });

  test('scary but not gory is horror still', () => {
    const { genres, excludeGenres } = wishOf('scary movie but not gory, under 100 min');
    expect(genres).toEqual(['horror']);
    expect(excludeGenres).not.toContain('horror');
    expect(wishOf('a movie, nothing scary').excludeGenres).toContain('horror');
  });

  test('a film about somebody is one', () => {
    expect(wishOf('is there a good hamlet movie').theme).toBe('hamlet');
    expect(wishOf('is there a good funny movie').theme).toBeNull();
  });

  test('two things for two days are both meant, and no dinner', () => {
    expect(asked('plan my weekend w 40 bucks, movie sat n a game sunday', world)).toMatchObject([
      { kind: 'several', wishes: [{ types: ['movie'] }, {}] },
    ]);
    expect(asked('plan a date night, dinner and a movie, 60 bucks', world)).toMatchObject([{ kind: 'plan' }]);
  });
});

describe('short words', () => {
  test.each([
    ['ok that ones good, save it', { kind: 'react', reaction: 'saved' }],
    ['take wingspan off', { kind: 'react', reaction: 'unsaved', item: { by: 'title', title: 'wingspan' } }],
    ['they have uno already', { kind: 'react', reaction: 'owned', item: { by: 'title', title: 'uno' } }],
    ['whats it on?', { kind: 'why', where: true }],
    ['ew no', { kind: 'refine', refinement: 'other' }],
    ['yo', { kind: 'greeting' }],
  ])('%s', (said, intent) => {
    expect(asked(said)).toMatchObject([intent]);
  });

  test.each([
    ['where can i watch dune', 'dune'],
    ['where can i stream inception', 'Inception'],
  ])('%s: a question, and no wish', (said, title) => {
    expect(asked(said)).toMatchObject([{ kind: 'why', where: true, item: { by: 'title', title } }]);
  });

  test('words of a follow-up are no title to search for', () => {
    for (const said of ['what about two of them', 'what does it come to a year'])
      expect(asked(said, world).map(({ kind }) => kind)).not.toContain('search');
  });

  test('days and feasts stand with their capital', () => {
    expect(whenWords('on friday')).toBe('Friday');
    expect(whenWords("new year's eve")).toBe("New Year's Eve");
    expect(whenWords('this weekend')).toBe('this weekend');
  });
});
