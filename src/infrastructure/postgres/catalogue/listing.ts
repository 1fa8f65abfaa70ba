import { z } from 'zod';
import { MatineeError } from '../../../core/ports/errors.js';
import type { CatalogueStore, ItemFilters, ItemSort } from '../../../core/ports/stores/catalogue.js';
import type { CatalogueItem } from '../../../domain/ranking/item.js';
import type { PrismaTransaction } from '../client.js';
import { Prisma } from '../generated/client.js';
import { whereOf } from './filters.js';
import { type ItemRow, itemColumns, itemRead, popularity, toItem, uuids } from './rows.js';

type Listing = Pick<CatalogueStore, 'getItem' | 'getItems' | 'listItems' | 'countItems' | 'candidates'>;

/** What a sort orders by, and whether the largest comes first. Nothing is ever null, so that a cursor can point at it. */
const orders: Readonly<
  Record<ItemSort, { readonly key: Prisma.Sql; readonly down: boolean; readonly cast: Prisma.Sql }>
> = {
  popular: { key: popularity, down: true, cast: Prisma.sql`float8` },
  rating: { key: Prisma.sql`coalesce(i.rating, 0)`, down: true, cast: Prisma.sql`numeric` },
  price: {
    key: Prisma.sql`CASE WHEN i.price_type = 'free' THEN 0 ELSE coalesce(i.price, 99999999) END`,
    down: false,
    cast: Prisma.sql`numeric`,
  },
  newest: {
    key: Prisma.sql`CASE WHEN jsonb_typeof(i.metadata -> 'year') = 'number' THEN (i.metadata ->> 'year')::numeric ELSE 0 END`,
    down: true,
    cast: Prisma.sql`numeric`,
  },
  title: { key: Prisma.sql`lower(i.title)`, down: false, cast: Prisma.sql`text` },
};

const cursorSchema = z.tuple([z.string(), z.string().max(300), z.uuid()]);

/** Where the next page begins: the sort, the last item's key and its id. */
function readCursor(cursor: string, sort: ItemSort): { readonly key: string; readonly id: string } {
  const refused = (cause: unknown): MatineeError =>
    new MatineeError(
      'invalid',
      'BAD_CURSOR',
      'This cursor does not belong to this list; begin with the first page.',
      {
        cause,
        fields: [{ path: 'cursor', message: 'is not a cursor of this list' }],
      },
    );
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch (error) {
    throw refused(error);
  }
  const parsed = cursorSchema.safeParse(value);
  if (!parsed.success || parsed.data[0] !== sort) throw refused(parsed.error);
  const key = parsed.data[1];
  if (sort !== 'title' && !Number.isFinite(Number(key))) throw refused(key);
  return { key, id: parsed.data[2] };
}

function writeCursor(sort: ItemSort, key: string, id: string): string {
  return Buffer.from(JSON.stringify([sort, key.slice(0, 300), id]), 'utf8').toString('base64url');
}

/** Reading items: one, some, a page, and a pool to rank. */
export function createListing(client: PrismaTransaction): Listing {
  return {
    async getItem(itemId) {
      const rows = await client.$queryRaw<ItemRow[]>(
        Prisma.sql`SELECT ${itemColumns} FROM entertainment_items i WHERE i.id = ${itemId}::uuid`,
      );
      return rows[0] === undefined ? null : toItem(client, rows[0]);
    },
    async getItems(itemIds) {
      if (itemIds.length === 0) return [];
      const rows = await client.$queryRaw<ItemRow[]>(
        Prisma.sql`SELECT ${itemColumns} FROM entertainment_items i WHERE i.id = ANY(${uuids(itemIds)})`,
      );
      const items = new Map(rows.map((row) => [row.id, toItem(client, row)]));
      return itemIds.flatMap((id) => items.get(id) ?? []);
    },
    listItems: (filters, page) => listItems(client, filters, page),
    async countItems(filters) {
      const [row] = await client.$queryRaw<{ count: number }[]>(
        Prisma.sql`SELECT count(*)::int AS count FROM entertainment_items i WHERE ${whereOf(filters)}`,
      );
      return row?.count ?? 0;
    },
    candidates: (filters, options) => candidates(client, filters, options),
  };
}

const listItems = async (
  client: PrismaTransaction,
  filters: ItemFilters,
  page: Parameters<CatalogueStore['listItems']>[1],
): ReturnType<CatalogueStore['listItems']> => {
  const { key, down, cast } = orders[page.sort];
  const after = page.cursor === null ? null : readCursor(page.cursor, page.sort);
  const comparison = down ? Prisma.sql`<` : Prisma.sql`>`;
  const beyond =
    after === null
      ? Prisma.sql`TRUE`
      : Prisma.sql`(${key} ${comparison} ${after.key}::${cast} OR (${key} = ${after.key}::${cast} AND i.id > ${after.id}::uuid))`;
  const rows = await client.$queryRaw<(ItemRow & { sort_key: string })[]>(
    Prisma.sql`SELECT ${itemColumns}, (${key})::text AS sort_key FROM entertainment_items i
      WHERE ${whereOf(filters)} AND ${beyond}
      ORDER BY ${key} ${down ? Prisma.sql`DESC` : Prisma.sql`ASC`}, i.id LIMIT ${page.limit + 1}`,
  );
  const shown = rows.slice(0, page.limit);
  const last = shown.at(-1);
  const more = rows.length > page.limit && last !== undefined;
  return {
    items: shown.map((row) => toItem(client, row)),
    nextCursor: more ? writeCursor(page.sort, last.sort_key, last.id) : null,
  };
};

/** Nearest of each seed that join the pool. */
const nearPerSeed = 20;
const seedLimit = 6;

/**
 * The well known, the well known of the wished genres, and the nearest to what was liked: enough for a ranker to choose
 * from, whatever the size of the catalogue.
 */
async function candidates(
  client: PrismaTransaction,
  filters: ItemFilters,
  options: Parameters<CatalogueStore['candidates']>[1],
): ReturnType<CatalogueStore['candidates']> {
  const where = whereOf(filters);
  const famous = Prisma.sql`(SELECT i.id FROM entertainment_items i WHERE ${where}
    ORDER BY ${popularity} DESC, i.id LIMIT ${options.limit})`;
  const pools = [famous];
  if (options.genres.length > 0 && filters.genres === undefined) {
    pools.push(Prisma.sql`(SELECT i.id FROM entertainment_items i WHERE ${whereOf({ ...filters, genres: options.genres })}
      ORDER BY ${popularity} DESC, i.id LIMIT ${Math.ceil(options.limit / 2)})`);
  }
  if (options.alsoIds.length > 0) {
    pools.push(Prisma.sql`(SELECT i.id FROM entertainment_items i
      WHERE i.id = ANY(${uuids(options.alsoIds)}) AND ${where})`);
  }
  const seeds = options.seedIds.slice(0, seedLimit);
  if (seeds.length > 0) {
    pools.push(Prisma.sql`(SELECT i.id FROM entertainment_items i JOIN (
      SELECT near.item_id FROM item_embeddings seed CROSS JOIN LATERAL (
        SELECT e.item_id FROM item_embeddings e WHERE e.model = ${options.model} AND e.model IS NOT NULL
        ORDER BY e.embedding <=> seed.embedding LIMIT ${nearPerSeed}) near
      WHERE seed.model = ${options.model} AND seed.item_id = ANY(${uuids(seeds)})) near ON near.item_id = i.id
      WHERE ${where})`);
  }
  const pool = await client.$queryRaw<{ readonly id: string; readonly version: string }[]>(
    Prisma.sql`WITH pool AS (${Prisma.join(pools, ' UNION ')})
      SELECT i.id::text AS id, i.xmin::text AS version FROM entertainment_items i
      WHERE i.id IN (SELECT id FROM pool) ORDER BY i.id`,
  );
  return itemsOf(client, pool);
}

/** The items of a pool: nearly all of them were read for an earlier one, and only what has changed since is read again. */
async function itemsOf(
  client: PrismaTransaction,
  pool: readonly { readonly id: string; readonly version: string }[],
): Promise<CatalogueItem[]> {
  const items = new Map<string, CatalogueItem>();
  for (const { id, version } of pool) {
    const known = itemRead(client, id, version);
    if (known) items.set(id, known);
  }
  const unread = pool.flatMap(({ id }) => (items.has(id) ? [] : [id]));
  if (unread.length > 0) {
    const rows = await client.$queryRaw<ItemRow[]>(
      Prisma.sql`SELECT ${itemColumns} FROM entertainment_items i WHERE i.id = ANY(${uuids(unread)})`,
    );
    for (const row of rows) items.set(row.id, toItem(client, row));
  }
  return pool.flatMap(({ id }) => items.get(id) ?? []);
}
