import { fromMajor, type Money } from '../../../domain/money.js';
import type { ReadingWorld } from './intents.js';
import { readWish } from './wish.js';
import type { Wish } from './wish-shape.js';

/** Several wishes of one message, and what they may cost together; null where it holds one. */
export interface Several {
  readonly wishes: readonly Wish[];
  readonly total: Money | null;
  /** What else has to be paid out of the same money: "the taxi is 18". */
  readonly extra: { readonly name: string; readonly cost: Money } | null;
}

const BETWEEN =
  /(?:[.?!;:]+\s|\s?\+\s?|,\s?(?:and\s|plus\s|then\s)?|\s(?:and(?: then)?|plus|as well as|then|also|with)\s)(?=\S)/;
const TOGETHER =
  /\b(?:all together|altogether|together|in total|total|all in|combined|for (?:both|everything|the lot|all of it)|whole (?:thing|evening|night|day))\b/;
const GOING_OUT = /\b(?:go|going|take|taking|night|evening|treat)(?: \w+)? out\b/;
const EXTRA =
  /\b(taxi|uber|cab|parking|bus|train|babysitter|sitter|petrol|gas)(?: home| there| back)?\s(?:is|costs?|will be|would be|comes to|was)\s(?:about |around )?[$€£]?(\d{1,4}(?:\.\d{1,2})?)\b/;
/** "Something after": an outing, where another wish stands beside it. */
const AFTER =
  /\b(?:(?:something|stuff|things|a thing) (?:fun |else |nice )?(?:to do|after(?:wards)?|later)|to do (?:after(?:wards)?|later)|an? activity|activities|entertainment|do something)\b/;
const MOST = 4;
/** A longer message is a story; what is wished stands near its beginning or is one thing. */
const READ_CHARACTERS = 500;
const MOST_SEGMENTS = 12;

/** Splits a message that asks for things of different kinds: "a crime novel for mum, and a co-op game for us, each under 30". */
export function splitWish(text: string, world: ReadingWorld): Several | null {
  const whole = readWish(text, world);
  const parts: Wish[] = [];
  for (const segment of text.slice(0, READ_CHARACTERS).split(BETWEEN).slice(0, MOST_SEGMENTS)) {
    const read = kindOf(segment, readWish(segment, world));
    // "My girlfriend is vegan, and we want to go out" wants one thing.
    const vague =
      GOING_OUT.test(segment) &&
      read.genres.length === 0 &&
      parts.some(({ types }) => types.includes('restaurant'));
    const wish = vague ? { ...read, types: [] } : read;
    const last = parts.at(-1);
    const same = last && sameKinds(last, wish);
    if (wish.types.length === 0 || same) {
      // What has no kind of its own tells more about the wish before it.
      if (last) parts[parts.length - 1] = joined(last, wish);
      continue;
    }
    parts.push(wish);
  }
  const apart = parts.filter((wish, at) => !parts.slice(0, at).some((earlier) => overlaps(earlier, wish)));
  if (apart.length < 2 || apart.length > MOST) return null;
  const total = TOGETHER.test(text) || !/\beach\b/.test(text) ? whole.maxPrice : null;
  const shared = (wish: Wish): Wish => ({
    ...wish,
    maxPrice: wish.maxPrice ?? whole.maxPrice,
    partySize: wish.partySize ?? whole.partySize,
    age: wish.age ?? whole.age,
    place: whole.place,
    when: whole.when,
    freeOnly: whole.freeOnly,
    excludeGenres: whole.excludeGenres,
    excludeTypes: whole.excludeTypes,
    without: whole.without,
  });
  const [, name = '', cost] = EXTRA.exec(text) ?? [];
  const extra = cost ? { name, cost: fromMajor(cost, world.currency) } : null;
  return { wishes: apart.map(shared), total, extra };
}

function kindOf(segment: string, wish: Wish): Wish {
  if (wish.types.length > 0 || !AFTER.test(segment)) return wish;
  return { ...wish, types: ['event'] };
}

function sameKinds(left: Wish, right: Wish): boolean {
  return right.types.length > 0 && overlaps(left, right);
}

function overlaps(left: Wish, right: Wish): boolean {
  return right.types.some((type) => left.types.includes(type));
}

function joined(left: Wish, right: Wish): Wish {
  return {
    ...left,
    genres: [...new Set([...left.genres, ...right.genres])],
    platforms: [...new Set([...left.platforms, ...right.platforms])],
    mood: left.mood ?? right.mood,
    about: left.about ?? right.about,
    partySize: left.partySize ?? right.partySize,
    maxMinutes: left.maxMinutes ?? right.maxMinutes,
  };
}
