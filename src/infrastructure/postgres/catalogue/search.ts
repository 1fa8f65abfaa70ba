import type { CatalogueStore, ItemFilters } from '../../../core/ports/stores/catalogue.js';
import type { PrismaTransaction } from '../client.js';
import { Prisma } from '../generated/client.js';
import { whereOf } from './filters.js';
import { type ItemRow, itemColumns, popularity, toItem, uuids } from './rows.js';
import { depth, fuse, type Ranked, type Way } from './search-lists.js';
import { byWords, closenessTo, passing, type WordMatch } from './word-search.js';

/** Filtered items that are compared one by one by meaning, the best known first; the index serves the rest. */
const exactPool = 200;
/** The best known items that the filters are tried on for that; only where too few of these pass, on all. */
const triedFirst = 2_000;

/** Matches that are looked at, the best known first; with filters more, for few may pass, and again more where too few did. */
const tried = { unfiltered: 300, filtered: 600, atMost: 2_500 };
const fewPass = 10;

/** A name this near is the one that was meant; no misspelling need be looked for. */
const foundName = 0.75;

/** How a misspelt name is compared: the query within the name first; the whole of both only where that finds nothing, for it costs more. */
type NameMatch = 'within' | 'whole';

function byMisspeltName(text: string, where: Prisma.Sql, match: NameMatch): Prisma.Sql {
  const query = text.toLowerCase();
  const near =
    match === 'within' ? Prisma.sql`${query} <% lower(i.title)` : Prisma.sql`lower(i.title) % ${query}`;
  return Prisma.sql`SELECT i.id::text AS id, ${closenessTo(query)} AS closeness FROM entertainment_items i
    WHERE ${near} AND ${where} ORDER BY closeness DESC, ${popularity} DESC, i.id LIMIT ${depth}`;
}

function byMeaning(
  vector: { readonly model: string; readonly values: readonly number[] },
  filters: ItemFilters,
  where: Prisma.Sql,
): Prisma.Sql {
  const point = Prisma.sql`${`[${vector.values.join(',')}]`}::halfvec`;
  const distance = Prisma.sql`e.embedding <=> ${point}`;
  const anywhere = Prisma.sql`(SELECT e.item_id, ${distance} AS distance FROM item_embeddings e
    WHERE e.model = ${vector.model} AND e.model IS NOT NULL ORDER BY ${distance} LIMIT ${depth})`;
  // The index knows no filters: the nearest of all may all fail them, so the best known that pass are compared as well.
  const known = Prisma.sql`SELECT f.item_id FROM famous f ${passing(Prisma.sql`f.item_id`, where)} LIMIT ${exactPool}`;
  const others = Prisma.sql`SELECT i.id FROM entertainment_items i WHERE ${where}
    AND (SELECT count(*) FROM famous) = ${triedFirst} AND (SELECT count(*) FROM known) < ${depth}
    ORDER BY ${popularity} DESC LIMIT ${exactPool}`;
  const compared = Prisma.sql`(WITH famous AS MATERIALIZED (SELECT item_id FROM item_words
      ORDER BY popularity DESC, item_id LIMIT ${triedFirst}),
    known AS MATERIALIZED (${known})
    SELECT e.item_id, e.distance FROM (SELECT item_id FROM known UNION (${others})) best
    CROSS JOIN LATERAL (SELECT e.item_id, ${distance} AS distance FROM item_embeddings e
      WHERE e.item_id = best.item_id AND e.model = ${vector.model} OFFSET 0) e ORDER BY e.distance LIMIT ${depth})`;
  const nearest = isFiltered(filters) ? Prisma.sql`${anywhere} UNION ${compared}` : anywhere;
  return Prisma.sql`SELECT i.id::text AS id, 0::float8 AS closeness FROM (${nearest}) near
    JOIN entertainment_items i ON i.id = near.item_id WHERE ${where} ORDER BY near.distance, i.id LIMIT ${depth}`;
}

/** Whether anything is asked of an item but that it is still offered. */
const isFiltered = (filters: ItemFilters): boolean =>
  Object.values(filters).some((value) => value !== undefined);

/** By words and by name. Misspellings are looked for where no name is near and nothing has all of the words: that reads the trigrams of every title. */
async function byText(
  client: PrismaTransaction,
  text: string,
  filters: ItemFilters,
  where: Prisma.Sql,
): Promise<[Way, readonly Ranked[]][]> {
  const filtered = isFiltered(filters);
  const first = filtered ? tried.filtered : tried.unfiltered;
  let found = await client.$queryRaw<WordMatch[]>(byWords(text, where, first));
  let words = found.filter(({ way }) => way === 'words');
  if (words.length < fewPass && filtered) {
    found = await client.$queryRaw<WordMatch[]>(byWords(text, where, tried.atMost));
    words = found.filter(({ way }) => way === 'words');
  }
  let names: readonly Ranked[] = found.filter(({ way }) => way === 'name');
  const misspelt = found.some(({ way }) => way === 'misspelt') && (names[0]?.closeness ?? 0) < foundName;
  if (misspelt) names = await client.$queryRaw<Ranked[]>(byMisspeltName(text, where, 'within'));
  if (misspelt && names.length === 0)
    names = await client.$queryRaw<Ranked[]>(byMisspeltName(text, where, 'whole'));
  return [
    ['name', names],
    ['words', words],
  ];
}

/** Finds items by name, words and meaning, and fuses the three lists by rank. */
export function createSearch(client: PrismaTransaction): Pick<CatalogueStore, 'search'> {
  return {
    async search(query, filters, limit) {
      const where = whereOf(filters);
      // Neither needs the other: on PostgreSQL two connections look at once.
      const [words, meaning] = await Promise.all([
        query.text === '' ? [] : byText(client, query.text, filters, where),
        query.vector?.values.some((value) => value !== 0)
          ? client.$queryRaw<Ranked[]>(byMeaning(query.vector, filters, where))
          : [],
      ]);
      const lists: [Way, readonly Ranked[]][] = [...words, ['meaning', meaning]];
      const fused = fuse(lists).slice(0, limit);
      const rows = await client.$queryRaw<ItemRow[]>(
        Prisma.sql`SELECT ${itemColumns} FROM entertainment_items i
          WHERE i.id = ANY(${uuids(fused.map(({ id }) => id))})`,
      );
      const items = new Map(rows.map((row) => [row.id, toItem(client, row)]));
      return fused.flatMap(({ id, score, matched }) => {
        const item = items.get(id);
        return item === undefined ? [] : [{ item, score, matched }];
      });
    },
  };
}
