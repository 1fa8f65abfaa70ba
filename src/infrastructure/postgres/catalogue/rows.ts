import type { CatalogueItem } from '../../../domain/ranking/item.js';
import { readCatalogueItem } from '../../../domain/ranking/read-item.js';
import { Prisma } from '../generated/client.js';

/** A row of `entertainment_items` as plain SQL gives it. */
export interface ItemRow {
  readonly id: string;
  readonly title: string;
  readonly type: string;
  readonly description: string | null;
  readonly genre: string | null;
  readonly price: string | null;
  readonly price_type: string | null;
  readonly platform: string | null;
  readonly external_url: string | null;
  readonly image_url: string | null;
  readonly rating: number | null;
  readonly metadata: unknown;
}

/** The columns of an item, of a table named `i`. */
export const itemColumns = Prisma.sql`i.id::text AS id, i.title, i.type, i.description, i.genre, i.price::text AS price,
  i.price_type, i.platform, i.external_url, i.image_url, i.rating::float8 AS rating, i.metadata`;

/** Items that are still offered. */
export const offered = Prisma.sql`NOT EXISTS (
  SELECT 1 FROM item_listings retired WHERE retired.item_id = i.id AND retired.retired_at IS NOT NULL)`;

export const popularity = Prisma.sql`item_popularity(i.rating, i.metadata)`;

/** @throws Error for a type that the table's own check would refuse */
export function toItem(row: ItemRow): CatalogueItem {
  const item = readCatalogueItem({ ...row });
  if (item === null) throw new Error(`The item ${row.id} is of an unknown type.`);
  return item;
}

/** A list as PostgreSQL takes it. */
export function uuids(ids: readonly string[]): Prisma.Sql {
  return Prisma.sql`${[...ids]}::uuid[]`;
}

export function texts(words: readonly string[]): Prisma.Sql {
  return Prisma.sql`${[...words]}::text[]`;
}
