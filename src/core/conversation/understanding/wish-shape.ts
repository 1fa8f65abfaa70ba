import type { DateSpan } from '../../../domain/calendar.js';
import type { Money } from '../../../domain/money.js';
import type { ItemType } from '../../../domain/ranking/item.js';
import type { Order } from './order.js';
import type { Without } from './refusals.js';

/** What somebody would like, as far as they said. Null and empty mean: not said. */
export interface Wish {
  readonly types: readonly ItemType[];
  readonly genres: readonly string[];
  readonly excludeGenres: readonly string[];
  readonly excludeTypes: readonly ItemType[];
  readonly without: readonly Without[];
  /** Words for what it must not be or have. */
  readonly avoid: readonly string[];
  /** The least it should cost: "something proper, 10 and up". */
  readonly minPrice: Money | null;
  readonly platforms: readonly string[];
  readonly maxPrice: Money | null;
  readonly freeOnly: boolean;
  readonly partySize: number | null;
  /** So many more come than were spoken of before: "her sister is coming too". */
  readonly joining: number | null;
  readonly maxMinutes: number | null;
  /** How long it should take at least: "at least two hours". */
  readonly minMinutes: number | null;
  /** Age of the youngest, years. */
  readonly age: number | null;
  readonly place: string | null;
  readonly mood: string | null;
  readonly when: { readonly words: string; readonly span: DateSpan } | null;
  readonly yearFrom: number | null;
  readonly yearTo: number | null;
  /** A title or theme that recommendations shall be like. */
  readonly like: string | null;
  /** What else it should be about: words that are neither kind nor genre ("dinosaurs", "a rainy train ride"). */
  readonly about: string | null;
  /** The theme among them that was named as one. */
  readonly theme: string | null;
  /** Out of what is paid for already. */
  readonly included: boolean;
  /** "Cheap", without a figure. */
  readonly cheap: boolean;
  /** How many of them. */
  readonly count: number | null;
  /** The share of what is left that it may cost: one half in "half of what I have left". */
  readonly share: number | null;
  /** What the list goes by, where somebody said: "the best rated", "the cheapest". */
  readonly order: Order | null;
  /** What was asked for that the catalogue does not hold: "podcasts". */
  readonly lacking: string | null;
  /** What was asked for that no record tells, in words: "parking". */
  readonly unseen: readonly string[];
}

export const emptyWish: Wish = {
  types: [],
  genres: [],
  excludeGenres: [],
  excludeTypes: [],
  without: [],
  avoid: [],
  minPrice: null,
  platforms: [],
  maxPrice: null,
  freeOnly: false,
  partySize: null,
  joining: null,
  maxMinutes: null,
  minMinutes: null,
  age: null,
  place: null,
  mood: null,
  when: null,
  yearFrom: null,
  yearTo: null,
  like: null,
  about: null,
  theme: null,
  included: false,
  cheap: false,
  count: null,
  share: null,
  order: null,
  unseen: [],
  lacking: null,
};

/** True where a wish says anything at all. */
export function saysSomething(wish: Wish): boolean {
  const {
    types,
    genres,
    excludeGenres,
    excludeTypes,
    without,
    avoid,
    platforms,
    about: _about,
    theme: _theme,
    unseen: _unseen,
    lacking: _lacking,
    ...rest
  } = wish;
  const lists = [types, genres, excludeGenres, excludeTypes, without, avoid, platforms].flat().length;
  return lists > 0 || Object.values(rest).some((value) => value !== null && value !== false);
}
