import type { DateSpan, IsoDate } from '../../../domain/calendar.js';
import { type Currency, type Money, zero } from '../../../domain/money.js';
import type { ItemType } from '../../../domain/ranking/item.js';
import { type AmountMention, ceilingOf, findAmounts } from './amounts.js';
import { parseCount } from './numbers.js';
import { findTimes } from './times.js';
import {
  canonicalGenre,
  findGamePlatforms,
  findGenres,
  findMood,
  findServices,
  findTypes,
  genreWord,
} from './vocabulary.js';

/** What somebody would like, as far as they said. Null and empty mean: not said. */
export interface Wish {
  readonly types: readonly ItemType[];
  readonly genres: readonly string[];
  readonly excludeGenres: readonly string[];
  readonly platforms: readonly string[];
  readonly maxPrice: Money | null;
  readonly freeOnly: boolean;
  readonly partySize: number | null;
  readonly maxMinutes: number | null;
  /** Age of the youngest, years. */
  readonly age: number | null;
  readonly place: string | null;
  readonly mood: string | null;
  readonly when: { readonly words: string; readonly span: DateSpan } | null;
  readonly yearFrom: number | null;
  /** A title or theme that recommendations shall be like. */
  readonly like: string | null;
  /** The share of what is left that it may cost: one half in "half of what I have left". */
  readonly share: number | null;
}

export const emptyWish: Wish = {
  types: [],
  genres: [],
  excludeGenres: [],
  platforms: [],
  maxPrice: null,
  freeOnly: false,
  partySize: null,
  maxMinutes: null,
  age: null,
  place: null,
  mood: null,
  when: null,
  yearFrom: null,
  like: null,
  share: null,
};

const FREE =
  /\b(?:free|for nothing|costs? nothing|no money|without spending|zero (?:dollars|budget|cost)|spend(?:ing)? nothing|not spend(?:ing)? (?:any|a)|skint|broke|no cost|on the house|already pay(?:ing)? for|already paid for|included (?:in|with) (?:what|my))\b/;
const NOT_FREE =
  /\b(?:free (?:time|evening|day|night|weekend|on|tonight|tomorrow|this)|am free|feel free|gluten[- ]free|are free|free shipping)\b/;
const COUNT = '(\\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|twelve|a couple|couple)';
const PARTY: readonly RegExp[] = [
  new RegExp(
    `\\b(?:for|with|of|us|party of|group of|family of|table for)\\s${COUNT}\\s?(?:people|persons?|players?|friends|adults|of us|guests|pax|mates|folks)\\b`,
  ),
  new RegExp(`\\b${COUNT}\\s?(?:people|persons|players?|of us|adults|player)\\b`),
  new RegExp(
    `\\b(?:for|table for|party of|family of|group of|we are|there are)\\s${COUNT}(?=\\s*(?:$|[,.?!]|tonight|tomorrow|this|next|on|in|under|for|and|that|who|please|at|with|but|[a-z]+day))`,
  ),
  new RegExp(`\\bthe\\s${COUNT}\\sof\\sus\\b`),
];
const PAIR =
  /\b(?:with (?:my|a|the) (?:partner|wife|husband|girlfriend|boyfriend|date|mate|friend|mum|mom|dad|brother|sister|spouse|fianc[eé]e?|bestie|roommate|flatmate)|date ?night|for (?:a )?couples?|me and (?:my )?(?!two|three|four|\d)\w+|(?:taking|treating|bringing|inviting) (?:my|a|the) (?:\w+)|my (?:girlfriend|boyfriend|wife|husband|partner)\b|dinner for two|the two of us|both of us)\b/;
const ALONE = /\b(?:by myself|alone|solo|just me|on my own|for one)\b/;
const PLUS_FRIENDS = new RegExp(
  `\\b(?:with|me and|and me plus) (?:my )?${COUNT} (?:friends|mates|others|kids|children|sons|daughters)\\b`,
);
const MINUTES =
  /\b(?:under|less than|max(?:imum)?|no more than|within|at most|about|around|like|in|shorter than|up to|have|got|only)\s(?:an?\s)?(?:(\d{1,3}|one|two|three|four|half an)\s?)?(hours?|hrs?|h|minutes?|mins?)\b(?:\s?(?:and )?(?:a half|(\d{1,2})\s?(?:min(?:ute)?s?)))?/;
const AGE =
  /\b(\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)[\s-]?(?:year|yr)s?[\s-]?olds?\b|\bage[ds]? (\d{1,2})\b/;
const PLACE =
  /\b(?:in|near|around)\s((?:new york(?: city)?|san francisco|los angeles|st\.? [a-z]+|new [a-z]+|[a-z]{3,}(?: city)?))(?=$|[,.?!]|\s(?:for|this|on|tonight|tomorrow|under|with|next|that|please|and|today))/;
const NO_PLACE =
  /^(?:the|my|our|a|an|this|that|general|total|bed|english|me|here|home|town|mind|front|two|three|one|under|about|january|february|march|april|may|june|july|august|september|october|november|december|particular|person|advance|theory|fact|case|budget|spending|shape|need|love|store|stock|order|all|between|it|them|which|what)\b/;
const EXCLUDED = new RegExp(
  `\\b(?:no|not|without|except|nothing|anything but|skip(?: the)?|avoid|minus|hates?|dislikes?|no more|other than)\\s(?:an?y?\\s|too\\s|more\\s|like\\s|the\\s)?(${genreWord}(?:(?:,\\s|\\s(?:or|and|nor)\\s)${genreWord})*)\\b`,
  'g',
);
const LIKE =
  /\b(?:something|anything|stuff|movies?|films?|books?|games?|shows?|more|one|things?|novels?)\s(?:similar to|like|in the (?:style|vein) of|along the lines of)\s(?:"([^"]+)"|(.{3,60}?))(?=$|[,.?!]|\s(?:but|for|under|that|which|tonight|this|with)\b)|\bi (?:really |absolutely )?(?:loved|enjoyed|liked) (?:playing |watching |reading )?(?!it\b|that\b|this\b|them\b|the (?:first|second|third|last)\b)(.{3,40}?)(?=$|[,.?!]|\s(?:but|and|so)\b)|\b(?:obsessed with|crazy about|themed around) (?:the )?(.{3,40}?)(?=$|[,.?!]|\s(?:but|and|so)\b)/;

/** Reads a wish from a normalised text. */
export function readWish(
  text: string,
  options: { readonly currency: Currency; readonly today: IsoDate },
): Wish {
  const amounts = findAmounts(text, options.currency);
  const plain = withoutAmounts(text, amounts);
  const excludeGenres = findExcluded(plain);
  const [time] = findTimes(plain, options.today, 'future');
  const freeOnly = FREE.test(text.replace(NOT_FREE, ' '));
  const genres = findGenres(plain.replace(EXCLUDED, ' '));
  const like = LIKE.exec(plain);
  return {
    types: typesFor(findTypes(plain.replace(EXCLUDED, ' ')), genres),
    genres,
    excludeGenres,
    platforms: [
      ...findServices(plain)
        .filter((service) => /\b(?:on|with|via|from) (?:my )?$/.test(plain.slice(0, service.start)))
        .map((service) => service.name),
      ...findGamePlatforms(plain),
    ],
    maxPrice: freeOnly ? zero(options.currency) : ceilingOf(amounts),
    freeOnly,
    partySize: findParty(plain),
    maxMinutes: findMinutes(plain),
    age: findAge(plain),
    place: findPlace(plain),
    mood: findMood(plain),
    when: time
      ? {
          words: time.text
            .replace(/[?.!,]+$/, '')
            .replace(/^on (?=this|the|next)/, '')
            .replace(/^(?:for )?(?:\d+|two|three|four|five|six|seven|eight) /, ''),
          span: time.span,
        }
      : null,
    yearFrom: /\b(?:new releases?|newly released|recent(?:ly)?|came out (?:this|last) year|brand new)\b/.test(
      plain,
    )
      ? Number(options.today.slice(0, 4)) - 2
      : null,
    share: /\bhalf (?:of )?(?:what|my|the)\b.{0,20}\b(?:left|have|budget|money)\b/.test(plain) ? 0.5 : null,
    like: like ? (like.slice(1).find((words) => words !== undefined) ?? null) : null,
  };
}

const CUISINES = new Set(
  'italian japanese sushi mexican indian thai chinese vietnamese korean greek french turkish lebanese vegan vegetarian pizza burgers ramen tapas seafood barbecue bbq steak'.split(
    ' ',
  ),
);

/** Somebody who is vegan and wants to go out wants to eat out. */
function typesFor(types: readonly ItemType[], genres: readonly string[]): readonly ItemType[] {
  if (!genres.some((genre) => CUISINES.has(genre)) || types.includes('restaurant')) return types;
  if (types.every((type) => type === 'event')) return ['restaurant'];
  return types;
}

function withoutAmounts(text: string, amounts: readonly AmountMention[]): string {
  let plain = text;
  for (const { start, end } of amounts) {
    plain = plain.slice(0, start) + ' '.repeat(end - start) + plain.slice(end);
  }
  return plain.replace(/ {2,}/g, ' ');
}

function findExcluded(text: string): string[] {
  const found = new Set<string>();
  for (const match of text.matchAll(EXCLUDED)) {
    for (const genre of (match[1] ?? '').split(/,\s|\s(?:or|and|nor)\s/)) found.add(canonicalGenre(genre));
  }
  return [...found];
}

function findParty(text: string): number | null {
  const plus = PLUS_FRIENDS.exec(text);
  if (plus) return (parseCount(plus[1] ?? '') ?? 0) + 1;
  for (const pattern of PARTY) {
    const count = parseCount(pattern.exec(text)?.[1] ?? '');
    if (count !== null && count > 0 && count <= 100) return count;
  }
  if (ALONE.test(text)) return 1;
  return PAIR.test(text) ? 2 : null;
}

function findMinutes(text: string): number | null {
  if (/\b(?:shorter|quicker)\b/.test(text)) return 90;
  const match = MINUTES.exec(text);
  if (!match) return null;
  const [, number = 'one', unit = '', extra] = match;
  const count = number === 'half an' ? 0.5 : (parseCount(number) ?? 1);
  const hours = unit.startsWith('h');
  const half = /a half$/.test(match[0]) ? 30 : 0;
  return Math.round(hours ? count * 60 + half + Number(extra ?? 0) : count);
}

/** Children whose age nobody said are taken to be of school age. */
const KIDS = /\b(?:with|for|and) (?:the |my |our |some )?(?:\w+ )?(?:kids|children)\b/;
const SOME_CHILD = 10;

function findAge(text: string): number | null {
  const match = AGE.exec(text);
  const age = match ? parseCount(match[1] ?? match[2] ?? '') : null;
  if (age !== null) return age < 19 ? age : null;
  return KIDS.test(text) ? SOME_CHILD : null;
}

function findPlace(text: string): string | null {
  const place = PLACE.exec(text)?.[1];
  if (!place || NO_PLACE.test(place) || findGenres(place).length > 0 || findTypes(place).length > 0)
    return null;
  return place.replace(/\b\w/g, (letter) => letter.toUpperCase());
}

/** True where a wish says anything at all. */
export function saysSomething(wish: Wish): boolean {
  const { types, genres, excludeGenres, platforms, ...rest } = wish;
  const lists = types.length + genres.length + excludeGenres.length + platforms.length;
  return lists > 0 || Object.values(rest).some((value) => value !== null && value !== false);
}

/** A wish with what a later message changed in it. */
export function mergeWish(earlier: Wish, change: Wish): Wish {
  const newTypes = change.types.length > 0;
  const free = change.freeOnly || (earlier.freeOnly && change.maxPrice === null);
  return {
    types: newTypes ? change.types : earlier.types,
    genres: change.genres.length > 0 ? change.genres : newTypes ? [] : earlier.genres,
    excludeGenres: [...new Set([...earlier.excludeGenres, ...change.excludeGenres])],
    platforms: change.platforms.length > 0 ? change.platforms : newTypes ? [] : earlier.platforms,
    maxPrice: change.maxPrice ?? earlier.maxPrice,
    freeOnly: free,
    partySize: change.partySize ?? earlier.partySize,
    maxMinutes: change.maxMinutes ?? earlier.maxMinutes,
    age: change.age ?? earlier.age,
    place: change.place ?? earlier.place,
    mood: change.mood ?? earlier.mood,
    when: change.when ?? earlier.when,
    yearFrom: change.yearFrom ?? earlier.yearFrom,
    like: change.like ?? (newTypes ? null : earlier.like),
    share: change.share ?? earlier.share,
  };
}
