import { genreKey } from '../../../domain/ranking/genre-key.js';
import type { ItemType } from '../../../domain/ranking/item.js';
import { genres } from './lexicon/genres.js';
import { kinds } from './lexicon/kinds.js';
import { moods } from './lexicon/moods.js';
import { services } from './lexicon/services.js';

const KINDS = kinds.map(([pattern, types]) => [new RegExp(`\\b(?:${pattern})\\b`, 'g'), types] as const);

const GAMES: readonly ItemType[] = ['game', 'board_game', 'card_game'];

/** The kinds of things that a normalised text asks for; none where it does not say. */
export function findTypes(text: string): ItemType[] {
  const found = new Set<ItemType>();
  let rest = text;
  for (const [pattern, types] of KINDS) {
    // "A co-op game for the PS5" is no board game.
    if (types.length === 3 && GAMES.some((type) => found.has(type))) continue;
    // "board game" must not count as "game" again.
    const without = rest.replace(pattern, ' ');
    if (without !== rest) for (const type of types) found.add(type);
    rest = without;
  }
  return [...found];
}

const GENRE_PATTERN = Object.values(genres)
  .flatMap((words) => words.split(/\|(?![^(]*\))/))
  .sort((left, right) => right.length - left.length)
  .join('|');

/** A pattern source that matches one genre. */
export const genreWord = `(?:${GENRE_PATTERN})`;

const GENRE_RULES = Object.entries(genres).map(
  ([genre, words]) => [genre, new RegExp(`^(?:${words})$`)] as const,
);

/** A genre word as the catalogue knows it. */
export function canonicalGenre(word: string): string {
  const plain = word.trim().toLowerCase();
  const known = GENRE_RULES.find(([genre, pattern]) => genre === plain || pattern.test(plain))?.[0];
  return genreKey(known ?? plain);
}

const ANY_GENRE = new RegExp(`(?<![\\w-])${genreWord}(?![\\w])`, 'g');

/** Genres named anywhere in the text. */
export function findGenres(text: string): string[] {
  return [...new Set([...text.matchAll(ANY_GENRE)].map((match) => canonicalGenre(match[0])))];
}

/** A service with where in the text it is named. */
export interface ServiceMention {
  readonly name: string;
  readonly start: number;
}

export function findServices(text: string): ServiceMention[] {
  const found: ServiceMention[] = [];
  for (const [name, pattern] of services) {
    const match = pattern.exec(text);
    if (match) found.push({ name, start: match.index });
  }
  return found.sort((left, right) => left.start - right.start);
}

const MOODS = moods.map(([mood, pattern]) => [mood, new RegExp(`\\b(?:${pattern})\\b`)] as const);

export function findMood(text: string): string | null {
  for (const [mood, pattern] of MOODS) if (pattern.test(text)) return mood;
  return null;
}

const ACTIVITIES =
  /\b(?:hiking|cooking|gaming|reading|painting|photography|dancing|camping|climbing|bowling|karaoke|swimming|cycling|running|yoga|gardening|museums|concerts|live music|board games|card games|video games|theatre|theater|movies|eating out|travel(?:l?ing)?|escape rooms|trivia|pub quizzes|festivals|stand-?up|baking|crafts|chess|mini golf)\b/g;

export function findActivities(text: string): string[] {
  return [...new Set([...text.matchAll(ACTIVITIES)].map((match) => match[0]))];
}

const PC =
  /\b(?:on|for|or|and|have|got|own) (?:my |a |an? \w+ )?(?:pc|steam|windows|computer|laptop)\b(?! and)|\bpc (?:games?|or|and)\b|^pc\b/;
const GAME_PLATFORMS: readonly (readonly [string, RegExp])[] = [
  ['PC', PC],
  // What a shop for a computer sells is played on one.
  ['Steam', PC],
  ['Epic Games Store', PC],
  [
    'Nintendo Switch',
    /\b(?:on|for) (?:my |the )?(?:nintendo )?switch\b|\bswitch (?:\w+ )?games?\b|\bnintendo\b/,
  ],
  ['PlayStation', /\b(?:playstation(?! plus)|ps ?[45])\b/],
  ['Xbox', /\bxbox\b(?! game pass)/],
];

export function findGamePlatforms(text: string): string[] {
  return GAME_PLATFORMS.filter(([, pattern]) => pattern.test(text)).map(([name]) => name);
}
