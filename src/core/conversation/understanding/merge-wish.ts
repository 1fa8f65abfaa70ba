import type { Wish } from './wish-shape.js';

/** A wish with what a later message changed in it. */
export function mergeWish(earlier: Wish, change: Wish): Wish {
  // "Any game that …", said of board games, asks for board games.
  const within =
    earlier.types.length > 0 &&
    change.types.length > earlier.types.length &&
    earlier.types.every((type) => change.types.includes(type));
  const newTypes = change.types.length > 0 && !within;
  const free = change.freeOnly || (earlier.freeOnly && change.maxPrice === null);
  return {
    types: newTypes ? change.types : earlier.types,
    // What is refused now is no longer asked for, and what is asked for now no longer refused.
    genres:
      change.genres.length > 0
        ? change.genres
        : newTypes
          ? []
          : earlier.genres.filter((genre) => !change.excludeGenres.includes(genre)),
    excludeGenres: [
      ...new Set([
        ...earlier.excludeGenres.filter((genre) => !change.genres.includes(genre)),
        ...change.excludeGenres,
      ]),
    ],
    excludeTypes: [...new Set([...earlier.excludeTypes, ...change.excludeTypes])],
    without: [...new Set([...earlier.without, ...change.without])],
    avoid: [...new Set([...earlier.avoid, ...change.avoid])],
    minPrice: change.minPrice ?? earlier.minPrice,
    platforms: change.platforms.length > 0 ? change.platforms : newTypes ? [] : earlier.platforms,
    maxPrice: change.maxPrice ?? earlier.maxPrice,
    freeOnly: free,
    partySize:
      change.joining !== null && earlier.partySize !== null
        ? earlier.partySize + change.joining
        : (change.partySize ?? (change.joining === null ? earlier.partySize : 1 + change.joining)),
    joining: null,
    maxMinutes: change.maxMinutes ?? earlier.maxMinutes,
    minMinutes: change.minMinutes ?? earlier.minMinutes,
    age: change.age ?? earlier.age,
    place: change.place ?? earlier.place,
    mood: change.mood ?? earlier.mood,
    when: change.when ?? earlier.when,
    yearFrom: change.yearFrom ?? earlier.yearFrom,
    yearTo: change.yearTo ?? earlier.yearTo,
    like: change.like ?? (newTypes ? null : earlier.like),
    about: change.about ?? (newTypes ? null : earlier.about),
    theme: change.theme ?? (newTypes ? null : earlier.theme),
    cheap: change.cheap || (earlier.cheap && change.maxPrice === null),
    included: change.included || earlier.included,
    count: change.count ?? earlier.count,
    share: change.share ?? earlier.share,
    order: change.order,
    unseen: [...new Set([...earlier.unseen, ...change.unseen])],
    lacking: change.lacking ?? (newTypes ? null : earlier.lacking),
  };
}
