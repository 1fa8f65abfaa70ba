import type { ItemFilters } from '../ports/stores/catalogue.js';

/**
 * Wishes that may be given up, in this order, each with how to say so. The price is never given up, nor is what keeps a
 * thing from somebody it is not for (ages, genres ruled out, what is known already).
 */
const relaxations: readonly {
  readonly without: readonly (keyof ItemFilters)[];
  readonly sentence: (filters: ItemFilters) => string;
}[] = [
  { without: ['yearFrom', 'yearTo'], sentence: yearSentence },
  {
    without: ['maxMinutes'],
    sentence: ({ maxMinutes }) =>
      `Nothing that fits is known to take ${maxMinutes} minutes or less; these may take longer.`,
  },
  {
    without: ['moods'],
    sentence: ({ moods }) => `Nothing that fits is known to be ${orOf(moods)}; these are the nearest.`,
  },
  {
    without: ['minRating'],
    sentence: ({ minRating }) => `Nothing that fits is rated ${minRating} or better; these are rated lower.`,
  },
  {
    without: ['platforms'],
    sentence: ({ platforms }) =>
      `I have nothing listed for ${orOf(platforms)} that fits; these are listed for something else, so check whether they come out there too.`,
  },
  {
    without: ['genres'],
    sentence: ({ genres }) =>
      `Nothing filed under ${orOf(genres)} fits the rest of your wish; these are the nearest.`,
  },
  {
    without: ['players'],
    sentence: ({ players }) => `Nothing that fits is known to seat ${players}; these are for other numbers.`,
  },
  {
    without: ['place'],
    sentence: ({ place }) => `I know nothing that fits in ${place}; these are elsewhere.`,
  },
  {
    without: ['types'],
    sentence: ({ types }) =>
      `No ${orOf((types ?? []).map((type) => type.replace('_', ' ')))} fits; here is something else that does.`,
  },
];

const orOf = (words: readonly string[] | undefined): string => (words ?? []).join(' or ');

function yearSentence({ yearFrom, yearTo }: ItemFilters): string {
  if (yearFrom === undefined) return `I have nothing from ${yearTo} or earlier that fits; these are newer.`;
  if (yearTo === undefined) return `I have nothing from ${yearFrom} or later that fits; these are older.`;
  return `I have nothing from ${yearFrom} to ${yearTo} that fits; these are from other years.`;
}

/** What was found, under which filters, and what had to be given up for it, each a sentence. */
export interface Nearest<T> {
  readonly found: readonly T[];
  readonly filters: ItemFilters;
  readonly unmet: readonly string[];
}

const without = (filters: ItemFilters, keys: readonly (keyof ItemFilters)[]): ItemFilters =>
  Object.fromEntries(Object.entries(filters).filter(([key]) => !keys.some((gone) => gone === key)));

/**
 * Looks for what passes the filters. Where nothing does, gives up one wish, the least first; where no single one is to
 * blame, one after another until something is found.
 */
export async function findNearest<T>(
  filters: ItemFilters,
  find: (filters: ItemFilters) => Promise<readonly T[]>,
): Promise<Nearest<T>> {
  const found = await find(filters);
  if (found.length > 0) return { found, filters, unmet: [] };
  const wished = relaxations.filter((one) => one.without.some((key) => filters[key] !== undefined));
  for (const { without: keys, sentence } of wished) {
    const fewer = without(filters, keys);
    const nearest = await find(fewer);
    if (nearest.length > 0) return { found: nearest, filters: fewer, unmet: [sentence(filters)] };
  }
  let fewer = filters;
  const unmet: string[] = [];
  for (const { without: keys, sentence } of wished) {
    unmet.push(sentence(filters));
    fewer = without(fewer, keys);
    const nearest = unmet.length === 1 ? [] : await find(fewer);
    if (nearest.length > 0) return { found: nearest, filters: fewer, unmet };
  }
  return { found: [], filters: fewer, unmet: [] };
}
