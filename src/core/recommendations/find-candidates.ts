import type { Money } from '../../domain/money.js';
import { genreKeys } from '../../domain/ranking/genre-key.js';
import type { CatalogueItem } from '../../domain/ranking/item.js';
import { embedQuery, type QueryVector } from '../catalogue/embed-query.js';
import { findNearest } from '../catalogue/give-up.js';
import type { CoreContext } from '../ports/context.js';
import type { ItemFilters } from '../ports/stores/catalogue.js';
import { moodsOf } from './mood-words.js';
import type { Taste } from './taste.js';
import type { RecommendInput } from './types.js';

/** What may be ranked for a wish, what its words find, and what of it could not be met. */
export interface Candidates {
  readonly items: readonly CatalogueItem[];
  /** How much each item is what the words and the mood ask for, 0 to 1, by item id. */
  readonly moment: ReadonlyMap<string, number>;
  readonly moods: readonly string[];
  /** Something that the wish names and wants more of. */
  readonly named: CatalogueItem | null;
  readonly unmet: readonly string[];
}

const poolSize = 320;
const hitLimit = 40;

/** The SQL filters of a wish: everything that is decided before ranking. */
function filtersFor(input: RecommendInput, taste: Taste, most: Money | null): ItemFilters {
  const wished = genreKeys([...(input.genres ?? [])]);
  // What is asked for now stands above what was once disliked; what is refused now stands above both.
  const refused = genreKeys([...(input.excludeGenres ?? [])]);
  const disliked = taste.dislikedGenres.filter((genre) => !wished.includes(genre));
  const free = input.freeOnly === true || most?.minor === 0;
  return {
    ...(input.types !== undefined && input.types.length > 0 && { types: input.types }),
    ...(wished.length > 0 && { genres: wished.filter((genre) => !refused.includes(genre)) }),
    excludeGenres: [...new Set([...refused, ...disliked])],
    ...(input.platforms !== undefined && input.platforms.length > 0 && { platforms: input.platforms }),
    ...(free && { freeOr: taste.payer.subscriptions }),
    ...(!free && most !== null && { maxPrice: most, freeOr: taste.payer.subscriptions }),
    ...(input.maxMinutes != null && { maxMinutes: input.maxMinutes }),
    ...(input.age != null && { age: input.age }),
    ...(input.yearFrom != null && { yearFrom: input.yearFrom }),
    ...(input.yearTo != null && { yearTo: input.yearTo }),
    ...(input.place != null && input.place.trim() !== '' && { place: input.place }),
    excludeIds: [...new Set([...taste.known.keys(), ...(input.excludeIds ?? [])])].slice(0, 2_000),
  };
}

/** Finds what may be ranked, giving up wishes one by one until something is found. */
export async function findCandidates(
  context: Pick<CoreContext, 'database' | 'embedder' | 'log'>,
  input: RecommendInput,
  taste: Taste,
  most: Money | null,
): Promise<Candidates> {
  const wish = [input.query, input.mood]
    .filter((part) => part != null)
    .join(' ')
    .replaceAll('\u0000', ' ');
  const moods = moodsOf(`${input.mood ?? ''} ${input.query ?? ''}`);
  const unmet: string[] = [];
  const clash = genreKeys([...(input.genres ?? [])]).filter((genre) =>
    genreKeys([...(input.excludeGenres ?? [])]).includes(genre),
  );
  if (clash.length > 0) unmet.push(`You asked for ${clash.join(' and ')} and against it; I left it out.`);
  const vector = await embedQuery(context, wish.trim().slice(0, 300));
  const nearest = await findNearest(filtersFor(input, taste, most), (filters) =>
    poolFor(context, filters, taste),
  );
  const { found: items, filters } = nearest;
  unmet.push(...nearest.unmet);
  const { moment, found, named } = await momentOf(
    context,
    { text: wish, title: input.query ?? '', vector },
    filters,
    moods,
    items,
  );
  return { items: merged(items, found), moment, moods, named, unmet };
}

async function poolFor(
  context: Pick<CoreContext, 'database' | 'embedder'>,
  filters: ItemFilters,
  taste: Taste,
): Promise<CatalogueItem[]> {
  return context.database.store.catalogue.candidates(filters, {
    limit: poolSize,
    seedIds: taste.likings.filter(({ weight }) => weight > 0.3).map(({ item }) => item.id),
    model: context.embedder.model,
    genres: taste.preferredGenres,
    alsoIds: taste.neighbours.map(({ itemId }) => itemId),
  });
}

function merged(items: readonly CatalogueItem[], found: readonly CatalogueItem[]): CatalogueItem[] {
  const all = new Map([...items, ...found].map((item) => [item.id, item]));
  return [...all.values()];
}

const titleKey = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

async function soughtLike(
  context: Pick<CoreContext, 'embedder' | 'log'>,
  named: CatalogueItem,
): Promise<{ text: string; vector: QueryVector | null }> {
  const text = [...named.genres, ...named.tags, named.description ?? ''].join(' ').slice(0, 300);
  return { text, vector: await embedQuery(context, text) };
}

/** The item whose title that is, whatever mood was asked for beside it. */
async function itemCalled(
  catalogue: CoreContext['database']['store']['catalogue'],
  title: string,
): Promise<CatalogueItem | null> {
  const text = title.replaceAll('\u0000', ' ').trim().slice(0, 300);
  if (text === '') return null;
  const [first] = await catalogue.search({ text, vector: null }, {}, 1);
  return first !== undefined && titleKey(first.item.title) === titleKey(text) ? first.item : null;
}

async function momentOf(
  context: Pick<CoreContext, 'database' | 'embedder' | 'log'>,
  wish: { readonly text: string; readonly title: string; readonly vector: QueryVector | null },
  filters: ItemFilters,
  moods: readonly string[],
  items: readonly CatalogueItem[],
): Promise<{ moment: Map<string, number>; found: CatalogueItem[]; named: CatalogueItem | null }> {
  const moment = new Map<string, number>();
  const add = (id: string, value: number): void => {
    moment.set(id, Math.min(1, (moment.get(id) ?? 0) + value));
  };
  for (const item of items) {
    const place = moods.findIndex((mood) => item.moods.includes(mood));
    if (place >= 0) add(item.id, Math.max(0.3, 0.7 - 0.15 * place));
  }
  if (wish.text.trim() === '') return { moment, found: [], named: null };
  const { catalogue } = context.database.store;
  const named = await itemCalled(catalogue, wish.title);
  // "Like Catan" asks for what Catan is about, and its name finds only itself.
  const sought =
    named === null
      ? { text: wish.text.trim().slice(0, 300), vector: wish.vector }
      : await soughtLike(context, named);
  const hits = await catalogue.search(sought, filters, hitLimit);
  hits.forEach(({ item }, rank) => {
    add(item.id, 0.8 / (1 + 0.12 * rank));
  });
  return { moment, found: hits.map(({ item }) => item), named };
}
