import { Prisma } from '../generated/client.js';
import { popularity } from './rows.js';
import { depth, type Ranked } from './search-lists.js';

/** A match of the words; one whose name is near them; or, without an id, that no item has them all, so that one may be misspelt. */
export interface WordMatch extends Ranked {
  readonly way: 'words' | 'name' | 'misspelt';
}

/** Longer queries (in nodes: four words and the three "and" between them) are no names. */
const longestName = 7;

/** Matches that are ranked word by word: of all words, and of any; the best known first where there are more. */
const rankedMatches = { all: 200, any: 300 };
/** Names that are compared with the query, of the best known that have its words. */
const comparedNames = 80;
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
 * The shares of items that have all of the words, and any of them, from the statistics of the server; 0 where it has none or counts
 * a word among the rare. All of them are expected together as often as chance has it: where they keep company, more are collected.
 */
function expectedShares(text: string): Prisma.Sql {
  return Prisma.sql`expected AS MATERIALIZED (SELECT CASE WHEN count(*) = count(share) THEN coalesce(exp(sum(ln(share))), 0) ELSE 0 END AS of_all,
      coalesce(sum(share), 0) AS of_any
    FROM unnest(tsvector_to_array(to_tsvector('english', ${text}))) word
    LEFT JOIN (SELECT e.common, e.share FROM pg_stats s
      CROSS JOIN LATERAL unnest(s.most_common_elems::text::text[], s.most_common_elem_freqs) e (common, share)
      WHERE s.schemaname = current_schema() AND s.tablename = 'item_words' AND s.attname = 'words') known ON known.common = word)`;
}

/**
 * The best known `most` items that match, as a statement of a WITH list. A rare word's matches are collected and sorted; a common
 * word is met soon on a walk from the best known down. Collecting reads share × items, walking `most` / share: both the same at a
 * share of √(most / items), so the work grows with the root of the catalogue, whatever the word.
 */
function bestKnown(
  name: 'of_all' | 'of_any',
  query: Prisma.Sql,
  most: number,
  onlyIf: Prisma.Sql,
): Prisma.Sql {
  const list = Prisma.raw(name);
  const common = Prisma.sql`(SELECT ${list} > sqrt(${most} / greatest(reltuples, 1)) FROM expected, pg_class
    WHERE oid = 'item_words'::regclass)`;
  const matching = Prisma.sql`SELECT item_id, popularity FROM item_words WHERE words @@ ${query} AND ${onlyIf}`;
  const first = Prisma.sql`ORDER BY popularity DESC, item_id LIMIT ${most}`;
  // OFFSET 0: collected by the index of words; left alone the planner may walk for a rare word.
  return Prisma.sql`${list} AS MATERIALIZED ((SELECT * FROM (${matching} AND NOT ${common} OFFSET 0) collected ${first})
    UNION ALL (${matching} AND ${common} ${first}))`;
}

/**
 * What has the words, best rank first; and of these and of what begins with the query, what is near it by name. Any of the
 * words finds an item where too few have all of them; the rank sorts by how many, and where.
 * @param tried matches, the best known first, that the condition is tried on
 */
export function byWords(text: string, where: Prisma.Sql, tried: number): Prisma.Sql {
  const name = text.toLowerCase();
  // A word said twice would be expected as rarely as two words.
  const once = [...new Set(name.split(/\s+/))].join(' ');
  const all = Prisma.sql`plainto_tsquery('english', ${once})`;
  const any = Prisma.sql`replace(plainto_tsquery('english', ${once})::text, '&', '|')::tsquery`;
  const tooFew = Prisma.sql`numnode(${all}) > 1 AND (SELECT count(*) FROM whole) < ${depth}`;
  const pass = (list: string, limit: number): Prisma.Sql =>
    Prisma.sql`SELECT w.item_id FROM ${Prisma.raw(list)} w ${passing(Prisma.sql`w.item_id`, where)}
      ORDER BY w.popularity DESC, w.item_id LIMIT ${limit}`;
  return Prisma.sql`WITH ${expectedShares(once)}, ${bestKnown('of_all', all, tried, Prisma.sql`TRUE`)},
    whole AS MATERIALIZED (${pass('of_all', rankedMatches.all)}),
    ${bestKnown('of_any', any, tried, tooFew)},
    matches AS (SELECT item_id FROM whole UNION (${pass('of_any', rankedMatches.any)})),
    begun AS (SELECT b.item_id, b.same FROM (SELECT i.id AS item_id, lower(i.title) = ${name} AS same
      FROM entertainment_items i WHERE lower(i.title) ^@ ${name} ORDER BY lower(i.title) USING ~<~ LIMIT ${beginning}) b
      ${passing(Prisma.sql`b.item_id`, where)}),
    named AS (SELECT i.id, ${closenessTo(name)} AS closeness, ${popularity} AS popularity
      FROM ((SELECT item_id FROM whole LIMIT ${comparedNames}) UNION SELECT item_id FROM begun) found
      CROSS JOIN LATERAL (SELECT * FROM entertainment_items i WHERE i.id = found.item_id OFFSET 0) i OFFSET 0)
    (SELECT 'words' AS way, w.item_id::text AS id, 0::float8 AS closeness
      FROM (SELECT item_id FROM matches UNION SELECT item_id FROM begun WHERE same) found
      CROSS JOIN LATERAL (SELECT * FROM item_words w WHERE w.item_id = found.item_id OFFSET 0) w
      WHERE w.words @@ ${any} ORDER BY ts_rank_cd(w.words, ${any}, 1) DESC, w.popularity DESC, w.item_id LIMIT ${depth})
    UNION ALL (SELECT 'name', id::text, closeness FROM named WHERE closeness >= ${nearName}
      ORDER BY closeness DESC, popularity DESC, id LIMIT ${depth})
    UNION ALL SELECT 'misspelt', '', 0 WHERE numnode(${all}) <= ${longestName} AND NOT EXISTS (SELECT FROM whole)`;
}
