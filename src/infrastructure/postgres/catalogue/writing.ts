import { randomUUID } from 'node:crypto';
import type { CatalogueStore, ItemRecord } from '../../../core/ports/stores/catalogue.js';
import type { PrismaTransaction } from '../client.js';
import { Prisma } from '../generated/client.js';
import { texts } from './rows.js';

type Writing = Pick<
  CatalogueStore,
  'upsertItems' | 'contentHashes' | 'setRetired' | 'staleEmbeddings' | 'saveEmbeddings'
>;

/** The columns of a batch, as one JSON parameter whatever its size. */
const columns = Prisma.sql`id uuid, key text, hash text, title text, type text, description text, genre text, price numeric,
  price_type text, platform text, external_url text, image_url text, rating numeric, metadata jsonb`;

function batchOf(records: readonly ItemRecord[], idOf: (record: ItemRecord) => string): string {
  return JSON.stringify(
    records.map((record) => ({
      id: idOf(record),
      key: record.externalKey,
      hash: record.contentHash,
      title: record.title,
      type: record.type,
      description: record.description,
      genre: record.genre,
      price: record.price,
      price_type: record.priceType,
      platform: record.platform,
      external_url: record.externalUrl,
      image_url: record.imageUrl,
      rating: record.rating,
      metadata: record.metadata,
    })),
  );
}

/** Writing items and their vectors, many at a time. */
export function createWriting(client: PrismaTransaction): Writing {
  return {
    upsertItems: (source, records) => upsertItems(client, source, records),
    async contentHashes(source) {
      const rows = await client.$queryRaw<{ key: string; hash: string }[]>(
        Prisma.sql`SELECT external_key AS key, content_hash AS hash FROM item_listings WHERE source = ${source}`,
      );
      return new Map(rows.map(({ key, hash }) => [key, hash]));
    },
    async setRetired(itemId, retiredAt) {
      const changed = await client.itemListing.updateMany({ where: { itemId }, data: { retiredAt } });
      return changed.count > 0;
    },
    async staleEmbeddings(model, limit, after) {
      return client.$queryRaw(
        Prisma.sql`SELECT i.id::text AS "itemId", l.content_hash AS "contentHash", ${embeddedText} AS text
          FROM entertainment_items i JOIN item_listings l ON l.item_id = i.id
          LEFT JOIN item_embeddings e ON e.item_id = i.id AND e.model = ${model}
          WHERE (e.item_id IS NULL OR e.content_hash <> l.content_hash)
            AND i.id > ${after ?? '00000000-0000-0000-0000-000000000000'}::uuid ORDER BY i.id LIMIT ${limit}`,
      );
    },
    async saveEmbeddings(model, vectors) {
      if (vectors.length === 0) return;
      const batch = JSON.stringify(
        vectors.map(({ itemId, contentHash, values }) => ({
          id: itemId,
          hash: contentHash,
          vector: `[${values.join(',')}]`,
        })),
      );
      await client.$executeRaw(
        Prisma.sql`INSERT INTO item_embeddings (item_id, model, content_hash, embedding)
          SELECT b.id, ${model}, b.hash, b.vector::halfvec
          FROM jsonb_to_recordset(${batch}::jsonb) AS b(id uuid, hash text, vector text)
          ON CONFLICT (item_id, model) DO UPDATE SET content_hash = excluded.content_hash, embedding = excluded.embedding`,
      );
    },
  };
}

/** What an item is about, in words: what its vector is made of. */
const embeddedText = Prisma.sql`concat_ws('. ', i.title, replace(i.type, '_', ' '),
  (SELECT string_agg(word, ', ') FROM jsonb_array_elements_text(
    CASE WHEN jsonb_typeof(i.metadata -> 'genres') = 'array' THEN i.metadata -> 'genres' ELSE '[]' END) AS g(word)),
  (SELECT string_agg(word, ', ') FROM jsonb_array_elements_text(
    CASE WHEN jsonb_typeof(i.metadata -> 'mood') = 'array' THEN i.metadata -> 'mood' ELSE '[]' END) AS m(word)),
  i.description)`;

async function upsertItems(
  client: PrismaTransaction,
  source: string,
  records: readonly ItemRecord[],
): ReturnType<CatalogueStore['upsertItems']> {
  const byKey = new Map(records.map((record) => [record.externalKey, record]));
  const stored = await client.$queryRaw<{ key: string; hash: string; id: string }[]>(
    Prisma.sql`SELECT external_key AS key, content_hash AS hash, item_id::text AS id FROM item_listings
      WHERE source = ${source} AND external_key = ANY(${texts([...byKey.keys()])})`,
  );
  const idOf = new Map(stored.map(({ key, id }) => [key, id]));
  const changed = stored.flatMap(({ key, hash }) => {
    const record = byKey.get(key);
    return record === undefined || record.contentHash === hash ? [] : [record];
  });
  const added = [...byKey.values()].filter((record) => !idOf.has(record.externalKey));
  if (changed.length > 0) await change(client, changed, idOf);
  if (added.length > 0) await insert(client, source, added);
  return {
    added: added.length,
    changed: changed.length,
    unchanged: byKey.size - added.length - changed.length,
  };
}

async function insert(
  client: PrismaTransaction,
  source: string,
  records: readonly ItemRecord[],
): Promise<void> {
  const batch = batchOf(records, () => randomUUID());
  await client.$executeRaw(
    Prisma.sql`WITH batch AS MATERIALIZED (SELECT * FROM jsonb_to_recordset(${batch}::jsonb) AS b(${columns})),
      items AS (
        INSERT INTO entertainment_items (id, title, type, description, genre, price, price_type, platform, external_url,
          image_url, rating, metadata)
        SELECT id, title, type, description, genre, price, price_type, platform, external_url, image_url, rating, metadata
        FROM batch RETURNING id)
      INSERT INTO item_listings (item_id, source, external_key, content_hash)
      SELECT b.id, ${source}, b.key, b.hash FROM batch b JOIN items ON items.id = b.id`,
  );
}

/** An item that comes again is offered again. */
async function change(
  client: PrismaTransaction,
  records: readonly ItemRecord[],
  idOf: ReadonlyMap<string, string>,
): Promise<void> {
  const batch = batchOf(records, (record) => idOf.get(record.externalKey) ?? '');
  await client.$executeRaw(
    Prisma.sql`WITH batch AS MATERIALIZED (SELECT * FROM jsonb_to_recordset(${batch}::jsonb) AS b(${columns})),
      listed AS (
        UPDATE item_listings l SET content_hash = b.hash, retired_at = NULL, updated_at = now()
        FROM batch b WHERE l.item_id = b.id RETURNING l.item_id)
      UPDATE entertainment_items i SET title = b.title, type = b.type, description = b.description, genre = b.genre,
        price = b.price, price_type = b.price_type, platform = b.platform, external_url = b.external_url,
        image_url = b.image_url, rating = b.rating, metadata = b.metadata
      FROM batch b JOIN listed ON listed.item_id = b.id WHERE i.id = b.id`,
  );
}
