import type { CatalogueItem } from '../../../domain/ranking/item.js';
import { readCatalogueItem } from '../../../domain/ranking/read-item.js';
import type { PrismaTransaction } from '../client.js';
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
  /** The transaction that wrote the row: another one for each change. */
  readonly version: string;
}

/** The columns of an item, of a table named `i`. */
export const itemColumns = Prisma.sql`i.id::text AS id, i.title, i.type, i.description, i.genre, i.price::text AS price,
  i.price_type, i.platform, i.external_url, i.image_url, i.rating::float8 AS rating, i.metadata, i.xmin::text AS version`;

/** Items that are still offered. */
export const offered = Prisma.sql`NOT EXISTS (
  SELECT 1 FROM item_listings retired WHERE retired.item_id = i.id AND retired.retired_at IS NOT NULL)`;

export const popularity = Prisma.sql`item_popularity(i.rating, i.metadata)`;

/** Items as one client read them last, the latest used at the end. A transaction has its own, gone with its end. */
type ItemsRead = Map<string, { readonly row: ItemRow; readonly item: CatalogueItem }>;
const readBy = new WeakMap<PrismaTransaction, ItemsRead>();
const itemsKept = 2_000;

function itemsReadBy(client: PrismaTransaction): ItemsRead {
  const known = readBy.get(client) ?? new Map();
  readBy.set(client, known);
  return known;
}

const plainColumns = [
  'version',
  'title',
  'type',
  'price',
  'price_type',
  'rating',
  'genre',
  'platform',
  'description',
  'external_url',
  'image_url',
] as const;

/**
 * The item of a row. The same well known items are read in turn after turn; what has not changed since is not read anew.
 * @throws Error for a type that the table's own check would refuse
 */
export function toItem(client: PrismaTransaction, row: ItemRow): CatalogueItem {
  const itemsRead = itemsReadBy(client);
  const known = itemsRead.get(row.id);
  const same = known !== undefined && plainColumns.every((column) => known.row[column] === row[column]);
  const item = same ? known.item : readCatalogueItem({ ...row });
  if (item === null) throw new Error(`The item ${row.id} is of an unknown type.`);
  itemsRead.delete(row.id);
  itemsRead.set(row.id, { row: same ? known.row : row, item });
  if (itemsRead.size > itemsKept)
    for (const oldest of itemsRead.keys()) {
      itemsRead.delete(oldest);
      break;
    }
  return item;
}

/** The item as the client read it last, where that was this version of its row; null otherwise. */
export function itemRead(client: PrismaTransaction, id: string, version: string): CatalogueItem | null {
  const known = itemsReadBy(client).get(id);
  return known?.row.version === version ? known.item : null;
}

/** A list as PostgreSQL takes it. */
export function uuids(ids: readonly string[]): Prisma.Sql {
  return Prisma.sql`${[...ids]}::uuid[]`;
}

export function texts(words: readonly string[]): Prisma.Sql {
  return Prisma.sql`${[...words]}::text[]`;
}
