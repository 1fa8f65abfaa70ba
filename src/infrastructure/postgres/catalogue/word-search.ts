import { Prisma } from '../generated/client.js';
import { popularity } from './rows.js';
import { depth, type Ranked } from './search-lists.js';

/** A match of the words, or one whose name is near them. */
export interface WordMatch extends Ranked {
  readonly way: 'words' | 'name';
}

/** Matches that are ranked word by word: of all words, and of any; the best known first where there are more. */
const rankedMatches = { all: 200, any: 300 };
/** Matches that filters are tried on, the best known first. */
const filteredMatches = 1_000;
/** Names that begin with the query. */
const beginning = 60;
/** Names are near from here: the query within them, or nearly so (word similarity 0.6). */
const nearName = 0.54;

/** How near a name is to the query: like it as a whole, or, a little less, like a part of it. */
export function closenessTo(query: string): Prisma.Sql {
  return Prisma.sql`greatest(similarity(lower(i.title), ${query}), 0.9 * word_similarity(${query}, lower(i.title)))::float8`;
}

/**
 * Joins the items that pass the filters, one look at a time. The bound keeps the planner to that: left alone it reads every item of
 * a kind to join a few hundred (59 ms instead of 9 among 100,000, and ten times that among a million).
 */
export function passing(id: Prisma.Sql, where: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`CROSS JOIN LATERAL (SELECT 1 FROM entertainment_items i WHERE i.id = ${id} AND ${where} OFFSET 0) passes`;
}

/**
 * Two statements of a WITH list: the best known `most` items that match, as `${name}`. A rare word's matches are collected and
 * sorted; a common word is met soon on a walk from the best known down. Collecting costs as many reads as there are matches,
 * walking `most` × items / matches, so at the border of √(most × items) matches both cost the same, and no word costs more:
 * the work grows with the root of the catalogue.
 */
function bestKnown(name: string, query: Prisma.Sql, most: number, onlyIf: Prisma.Sql): Prisma.Sql {
  const list = Prisma.raw(name);
  const some = Prisma.raw(`some_${name}`);
  const border = Prisma.sql`(SELECT ceil(sqrt(${most} * greatest(reltuples, 1000)))::bigint FROM pg_class
    WHERE oid = 'item_words'::regclass)`;
  // OFFSET 0: planned for all its rows, by the index of words, though it ends at the border.
  return Prisma.sql`${some} AS MATERIALIZED (SELECT * FROM (SELECT item_id, popularity FROM item_words
      WHERE words @@ ${query} AND ${onlyIf} OFFSET 0) m LIMIT ${border}),
    ${list} AS MATERIALIZED ((SELECT item_id, popularity FROM ${some}
        WHERE (SELECT count(*) FROM ${some}) < ${border} ORDER BY popularity DESC, item_id LIMIT ${most})
      UNION ALL (SELECT item_id, popularity FROM item_words
        WHERE words @@ ${query} AND (SELECT count(*) FROM ${some}) >= ${border}
        ORDER BY popularity DESC, item_id LIMIT ${most}))`;
}

/**
 * What has the words, best rank first; and of these and of what begins with the query, what is near it by name. Any of the
 * words finds an item where too few have all of them; the rank sorts by how many, and where.
 */
export function byWords(text: string, where: Prisma.Sql, filtered: boolean): Prisma.Sql {
  const name = text.toLowerCase();
  const all = Prisma.sql`plainto_tsquery('english', ${text})`;
  const any = Prisma.sql`replace(plainto_tsquery('english', ${text})::text, '&', '|')::tsquery`;
  const tooFew = Prisma.sql`numnode(${all}) > 1 AND (SELECT count(*) FROM whole) < ${depth}`;
  const pass = (list: string, limit: number): Prisma.Sql =>
    Prisma.sql`SELECT w.item_id FROM ${Prisma.raw(list)} w ${passing(Prisma.sql`w.item_id`, where)}
      ORDER BY w.popularity DESC, w.item_id LIMIT ${limit}`;
  const most = (limit: number): number => (filtered ? filteredMatches : limit);
  return Prisma.sql`WITH ${bestKnown('of_all', all, most(rankedMatches.all), Prisma.sql`TRUE`)},
    whole AS MATERIALIZED (${pass('of_all', rankedMatches.all)}),
    ${bestKnown('of_any', any, most(rankedMatches.any), tooFew)},
    matches AS (SELECT item_id FROM whole UNION (${pass('of_any', rankedMatches.any)})),
    begun AS (SELECT i.id AS item_id FROM entertainment_items i WHERE lower(i.title) ^@ ${name} AND ${where}
      ORDER BY lower(i.title) USING ~<~ LIMIT ${beginning}),
    named AS (SELECT i.id, ${closenessTo(name)} AS closeness, ${popularity} AS popularity
      FROM (SELECT item_id FROM whole UNION SELECT item_id FROM begun) found
      CROSS JOIN LATERAL (SELECT * FROM entertainment_items i WHERE i.id = found.item_id OFFSET 0) i)
    (SELECT 'words' AS way, w.item_id::text AS id, 0::float8 AS closeness FROM item_words w JOIN (SELECT item_id FROM matches UNION SELECT item_id FROM begun) found USING (item_id)
      WHERE w.words @@ ${any} ORDER BY ts_rank_cd(w.words, ${any}, 1) DESC, w.popularity DESC, w.item_id LIMIT ${depth})
    UNION ALL (SELECT 'name', id::text, closeness FROM named WHERE closeness >= ${nearName}
      ORDER BY closeness DESC, popularity DESC, id LIMIT ${depth})`;
}
