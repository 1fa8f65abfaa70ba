import type { IsoDate } from '../../../domain/calendar.js';
import type { Currency } from '../../../domain/money.js';
import type { ItemType } from '../../../domain/ranking/item.js';
import { findAbout, findTheme } from './about.js';
import { type AmountMention, findAmounts } from './amounts.js';
import {
  findAge,
  findJoining,
  findLeastMinutes,
  findMinutes,
  findParty,
  findPlace,
  shortOf,
} from './circumstances.js';
import { cuisines, outings } from './lexicon/genres.js';
import { findLacking } from './lexicon/lacking.js';
import { findUnseen } from './lexicon/unseen.js';
import { parseCount } from './numbers.js';
import { findOrder } from './order.js';
import { readRefusals } from './refusals.js';
import { remembering } from './remembering.js';
import { findTimes } from './times.js';
import { findGamePlatforms, findGenres, findMood, findServices, findTypes } from './vocabulary.js';
import { findPrice } from './wish-price.js';
import type { Wish } from './wish-shape.js';
import { whenOf } from './wish-time.js';
import { findYears } from './years.js';

const JOINS = /\b(?:too|also|as well|along|join\w*|more)\b/;
const STREAMS =
  /^(?:netflix|hulu|disney\+?|prime video|hbo max|max|apple tv\+?|paramount\+?|peacock|criterion channel|mubi)$/i;
/** A party is somewhere, or around a table. */
const CELEBRATES = /\b(?:birthday|party|celebrat\w+|hen do|stag do|reunion)\b(?!.*\b(?:gift|present)\b)/;
const PARTY_TYPES: readonly ItemType[] = ['event', 'restaurant', 'board_game', 'card_game'];

const LIKE =
  /\b(?:something|anything|stuff|movies?|films?|books?|games?|shows?|more|one|things?|novels?)\s(?:similar to|like|in the (?:style|vein) of|along the lines of)\s(?:"([^"]+)"|(.{3,60}?))(?=$|[,.?!]|\s(?:but|for|under|that|which|tonight|this|with)\b)|(?:\b(?:i|he|she|they|who|and) (?:have )?(?:really |absolutely |just )?|^|[,;.] )(?:loved|enjoyed|liked|just (?:finished|read|watched|played|binged)) (?:playing |watching |reading )?(?!it\b|that\b|this\b|them\b|the (?:first|second|third|last)\b)(.{3,40}?)(?=$|[,.?!]|\s(?:but|and|so)\b)/;

/** What a wish is read with. */
interface WishWorld {
  readonly currency: Currency;
  readonly today: IsoDate;
}

/** Reads a wish from a normalised text. */
export const readWish = remembering(
  64,
  ({ currency, today }: WishWorld) => `${currency} ${today}`,
  readWishAnew,
);

function readWishAnew(text: string, options: WishWorld): Wish {
  const amounts = findAmounts(text, options.currency);
  const plain = withoutAmounts(text, amounts).replace(LIMITED, ' ');
  // A table outside is no outing.
  const refused = readRefusals(
    plain.replace(/\b(?:outdoor|outside) (?=seating|seats|tables?|terrace|dining|area)/g, ''),
  );
  const [time] = findTimes(plain.replace(NOT_THEN, ' '), options.today, 'future');
  const { wanted } = refused;
  const named = findTypes(wanted);
  const found = findGenres(wanted);
  const mood = findMood(wanted);
  // A scary film is a horror film; a scary evening could be anything.
  const genres =
    mood === 'scary' && named.some((type) => type === 'movie' || type === 'book')
      ? [...new Set([...found, 'horror'])]
      : found;
  const like = LIKE.exec(plain);
  const partySize = findParty(plain);
  const age = findAge(plain);
  const least = findLeastMinutes(plain);
  const place = findPlace(wanted);
  const lacking = findLacking(wanted);
  const near = lacking?.nearest && named.length === 0 ? [lacking.nearest] : named;
  const streamed =
    near.length === 0 &&
    findServices(plain).some(
      ({ name, start }) =>
        STREAMS.test(name) && /\b(?:on|with|via|from) (?:my )?$/.test(plain.slice(0, start)),
    );
  const party = near.length === 0 && CELEBRATES.test(plain) && (partySize ?? 0) >= 4;
  const types = typesFor(streamed ? ['movie'] : party ? PARTY_TYPES : near, genres);
  return {
    types,
    genres: genresAtAge(genres, age),
    excludeGenres: refused.genres,
    excludeTypes: refused.types,
    without: refused.without,
    avoid: refused.words,
    ...findPrice(text, amounts, options.currency, { partySize, types }),
    platforms: [
      ...findServices(plain)
        .filter((service) => /\b(?:on|with|via|from) (?:my )?$/.test(plain.slice(0, service.start)))
        .map((service) => service.name),
      ...findGamePlatforms(plain),
    ],
    partySize,
    joining: partySize === null || JOINS.test(plain) ? findJoining(plain) : null,
    maxMinutes: least === null ? (findMinutes(wanted) ?? shortOf(plain, types)) : null,
    minMinutes: least,
    age,
    place,
    mood,
    when: time ? whenOf(time) : null,
    ...findYears(plain, options.today),
    like: like ? (like.slice(1).find((words) => words !== undefined) ?? null) : null,
    theme: findTheme(wanted),
    about: like
      ? null
      : (findTheme(wanted) ??
        (genres.length === 0 && mood === null
          ? notPlace(findAbout(wanted.replace(LESS, ' '), time?.text ?? null), place)
          : null)),
    count: findCount(plain),
    order: findOrder(plain),
    unseen: findUnseen(plain),
    lacking: lacking?.name ?? null,
  };
}

/** "I never want to pay more than … for a book" refuses no books. */
const LIMITED =
  /\b(?:(?:i|we) )?(?:(?:do|will|would|can|could) not|never|no|not|nothing|refuse to)(?: (?:ever|really|want|like|to|going|wish|can))* ?(?:pay|paying|spend|spending|go|going|cost\w*)? ?(?:more than|over|above|beyond)(?= {1,3}(?:for|on|each|please|in|at|a|,|$))/g;
/** "Less violent games" are not about violence. */
const LESS = /\bless [a-z]+\b/g;

/** Where it should be is not what it should be about. */
function notPlace(about: string | null, place: string | null): string | null {
  return place !== null && about === place.toLowerCase() ? null : about;
}

/** What children read at twelve is not what is kept for the small. */
export function genresAtAge(genres: readonly string[], age: number | null): readonly string[] {
  return age !== null && age >= 11 ? genres.filter((genre) => genre !== 'children') : genres;
}

/** "Not tonight, make it Saturday" */
const NOT_THEN = /\bnot (?:for )?(?:tonight|today|tomorrow|this weekend|this week|now)\b/g;

const SEVERAL =
  /\b(?:give me|show me|recommend|suggest|find(?: me| us)?|need|want|list|top|just|only|any|tell me|pick)\s(?:me\s|us\s|your\s|the\s|top\s|best\s)*(one|two|three|four|five|six|1|2|3|4|5|6)\s(?!player|people|of us|hour|person|minute|stars?)(?:\w+\s){0,2}?(?:ideas?|things?|options?|suggestions?|movies?|films?|books?|games?|recommendations?|picks?|novels?|places?|restaurants?|ones?|events?)\b|^(two|three|four|five|six|2|3|4|5|6)\s(?:\w+\s){0,2}?(?:books|movies|films|games|ideas|novels|options)\b/;

function findCount(text: string): number | null {
  const match = SEVERAL.exec(text);
  return match ? parseCount(match[1] ?? match[2] ?? '') : null;
}

/** Somebody who is vegan and wants to go out wants to eat out; who wants a museum wants an outing. */
function typesFor(types: readonly ItemType[], genres: readonly string[]): readonly ItemType[] {
  const eats = genres.some((genre) => cuisines.has(genre));
  if (eats && types.every((type) => type === 'event')) return ['restaurant'];
  if (types.length === 0 && genres.some((genre) => outings.has(genre))) return ['event'];
  return types;
}

/** The text with its amounts blanked: their numbers are no dates and no counts. */
export function withoutAmounts(text: string, amounts: readonly AmountMention[]): string {
  let plain = text;
  for (const { start, end } of amounts) {
    plain = plain.slice(0, start) + ' '.repeat(end - start) + plain.slice(end);
  }
  return plain.replace(/ {2,}/g, ' ');
}
