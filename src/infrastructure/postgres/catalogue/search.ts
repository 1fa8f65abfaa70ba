import type { CatalogueStore, ItemFilters, SearchHit } from '../../../core/ports/stores/catalogue.js';
import type { PrismaTransaction } from '../client.js';
import { Prisma } from '../generated/client.js';
import { whereOf } from './filters.js';
import { type ItemRow, itemColumns, popularity, toItem, uuids } from './rows.js';

type Way = SearchHit['matched'][number];

/** Reciprocal rank fusion (Cormack, Clarke and Büttcher, SIGIR 2009): 1 / (k + rank), k = 60. */
const fusionConstant = 60;

/** A name that is nearly the query speaks louder than a word or a likeness. */
const weights: Readonly<Record<Way, number>> = { name: 1.6, words: 1, meaning: 1.1 };

/** How deep each list is read before they are fused. */
const depth = 60;

/** Filtered items that are compared one by one by meaning, the best known first; the index serves the rest. */
const exactPool = 200;
/** The best known items that the filters are tried on for that; only where too few of these pass, on all. */
const triedFirst = 2_000;

interface Ranked {
  readonly id: string;
  /** How near the name is to the query, 0 to 1. */
  readonly closeness: number;
}

/** How a name is compared: the query within the name first; the whole of both only where that finds nothing, for it costs more. */
type NameMatch = 'within' | 'whole';

function byName(text: string, where: Prisma.Sql, match: NameMatch): Prisma.Sql {
  const query = text.toLowerCase();
  const near =
    match === 'within' ? Prisma.sql`${query} <% lower(i.title)` : Prisma.sql`lower(i.title) % ${query}`;
  return Prisma.sql`SELECT i.id::text AS id,
      greatest(similarity(lower(i.title), ${query}), 0.9 * word_similarity(${query}, lower(i.title)))::float8 AS closeness
    FROM entertainment_items i
    WHERE ${near} AND ${where}
    ORDER BY closeness DESC, ${popularity} DESC, i.id LIMIT ${depth}`;
}

/** Matches that are ranked word by word: of all words, and of any; the best known first where there are more. */
const rankedMatches = { all: 200, any: 300 };
/** Matches of a common word that the filters are tried on, the best known first; most words have fewer. */
const filteredMatches = 2_500;

/**
 * Joins the items that pass the filters, one look at a time. The bound keeps the planner to that: left alone it reads every item of
 * a kind to join a few hundred (59 ms instead of 9 among 100,000, and ten times that among a million).
 */
function passing(id: Prisma.Sql, where: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`CROSS JOIN LATERAL (SELECT 1 FROM entertainment_items i WHERE i.id = ${id} AND ${where} OFFSET 0) passes`;
}

function byWords(text: string, where: Prisma.Sql): Prisma.Sql {
  const all = Prisma.sql`plainto_tsquery('english', ${text})`;
  const any = Prisma.sql`replace(plainto_tsquery('english', ${text})::text, '&', '|')::tsquery`;
  // Bounded as well: else every item's words are read in the order of fame, for there might be many matches (180 ms instead of 6).
  const found = (query: Prisma.Sql): Prisma.Sql =>
    Prisma.sql`SELECT item_id, popularity FROM item_words WHERE words @@ ${query} OFFSET 0`;
  const matching = (
    query: Prisma.Sql,
    limit: number,
    onlyIf: Prisma.Sql,
  ): Prisma.Sql => Prisma.sql`SELECT w.item_id
    FROM (SELECT item_id, popularity FROM (${found(query)}) m WHERE ${onlyIf}
      ORDER BY popularity DESC, item_id LIMIT ${filteredMatches}) w ${passing(Prisma.sql`w.item_id`, where)}
    ORDER BY w.popularity DESC, w.item_id LIMIT ${limit}`;
  // Any of the words finds an item where too few have all of them; the rank sorts by how many, and where.
  const tooFew = Prisma.sql`numnode(${all}) > 1 AND (SELECT count(*) FROM whole) < ${depth}`;
  return Prisma.sql`WITH whole AS MATERIALIZED (${matching(all, rankedMatches.all, Prisma.sql`TRUE`)}),
      matches AS (SELECT item_id FROM whole UNION (${matching(any, rankedMatches.any, tooFew)}))
    SELECT w.item_id::text AS id, 0::float8 AS closeness FROM item_words w JOIN matches USING (item_id)
    ORDER BY ts_rank_cd(w.words, ${any}, 1) DESC, w.popularity DESC, w.item_id LIMIT ${depth}`;
}

function byMeaning(
  vector: { readonly model: string; readonly values: readonly number[] },
  filters: ItemFilters,
  where: Prisma.Sql,
): Prisma.Sql {
  const point = Prisma.sql`${`[${vector.values.join(',')}]`}::vector`;
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
  const filtered = Object.values(filters).some((value) => value !== undefined);
  const nearest = filtered ? Prisma.sql`${anywhere} UNION ${compared}` : anywhere;
  return Prisma.sql`SELECT i.id::text AS id, 0::float8 AS closeness FROM (${nearest}) near
    JOIN entertainment_items i ON i.id = near.item_id WHERE ${where} ORDER BY near.distance, i.id LIMIT ${depth}`;
}

/** Finds items by name, words and meaning, and fuses the three lists by rank. */
export function createSearch(client: PrismaTransaction): Pick<CatalogueStore, 'search'> {
  return {
    async search(query, filters, limit) {
      const where = whereOf(filters);
      const lists: [Way, Ranked[]][] = [];
      if (query.text !== '') {
        const within = await client.$queryRaw<Ranked[]>(byName(query.text, where, 'within'));
        const whole =
          within.length > 0 ? [] : await client.$queryRaw<Ranked[]>(byName(query.text, where, 'whole'));
        lists.push(['name', [...within, ...whole]]);
        lists.push(['words', await client.$queryRaw<Ranked[]>(byWords(query.text, where))]);
      }
      if (query.vector?.values.some((value) => value !== 0)) {
        lists.push(['meaning', await client.$queryRaw<Ranked[]>(byMeaning(query.vector, filters, where))]);
      }
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

function fuse(
  lists: readonly (readonly [Way, readonly Ranked[]])[],
): { id: string; score: number; matched: Way[] }[] {
  const found = new Map<string, { id: string; score: number; matched: Way[] }>();
  for (const [way, ranked] of lists) {
    ranked.forEach(({ id, closeness }, rank) => {
      const entry = found.get(id) ?? { id, score: 0, matched: [] };
      entry.score += weights[way] / (fusionConstant + rank + 1);
      // A title that is the query, or nearly so, is what was meant.
      if (closeness > 0.6) entry.score += closeness * 0.1;
      entry.matched.push(way);
      found.set(id, entry);
    });
  }
  return [...found.values()].sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}
