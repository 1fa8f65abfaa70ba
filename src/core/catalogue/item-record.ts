import { createHash } from 'node:crypto';
import { z } from 'zod';
import { serviceKey } from '../../domain/ranking/effective-cost.js';
import { genreKeys } from '../../domain/ranking/genre-key.js';
import { itemTypes, priceTypes } from '../../domain/ranking/item.js';
import { readRankable, typeKey } from '../../domain/ranking/read-item.js';
import type { ItemRecord } from '../ports/stores/catalogue.js';

const optionalText = (limit: number) => z.string().trim().max(limit).nullish();
const numeric = (schema: z.ZodNumber) =>
  z
    .union([
      schema,
      z
        .string()
        .trim()
        .regex(/^-?\d+(\.\d+)?$/, 'must be a number')
        .transform(Number)
        .pipe(schema),
    ])
    .nullish();
const price = numeric(z.number().min(0).max(99_999_999));
const httpUrl = z
  .string()
  .trim()
  .max(500)
  .refine((text) => /^https?:\/\//i.test(text), 'must be an http or https address')
  .nullish();
const lowered = (value: unknown): unknown => (typeof value === 'string' ? value.trim().toLowerCase() : value);

const metadataSchema = z.looseObject({
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'must be a currency code')
    .optional(),
  year: z.number().int().min(-3000).max(2200).optional(),
  players_min: z.number().int().min(1).max(1000).optional(),
  players_max: z.number().int().min(1).max(1000).optional(),
  minutes: z.number().int().min(1).max(100_000).optional(),
  age: z.number().int().min(0).max(99).optional(),
  price_max: z.number().min(0).max(99_999_999).optional(),
  fee: z.number().min(0).max(99_999_999).optional(),
  price_as_of: z.iso.date().optional(),
  rating_count: z.number().int().min(0).optional(),
  fame: z.number().min(0).max(5).optional(),
});

const itemSchema = z.looseObject({
  key: z.union([z.string().trim().min(1).max(255), z.number().transform(String)]).optional(),
  id: z.union([z.string().trim().min(1).max(255), z.number().transform(String)]).optional(),
  title: z.string().trim().min(1).max(255),
  type: z.preprocess((value) => (typeof value === 'string' ? typeKey(value) : value), z.enum(itemTypes)),
  description: optionalText(5_000),
  genre: z.union([z.string().max(500), z.array(z.string().max(100)).max(30)]).nullish(),
  price,
  price_type: z.preprocess(lowered, z.enum(priceTypes).nullish()),
  priceType: z.preprocess(lowered, z.enum(priceTypes).nullish()),
  platform: optionalText(100),
  external_url: httpUrl,
  externalUrl: httpUrl,
  image_url: httpUrl,
  imageUrl: httpUrl,
  rating: numeric(z.number().min(0).max(5)),
  rating_count: numeric(z.number().int().min(0)),
  year: numeric(z.number().int().min(-3000).max(2200)),
  metadata: metadataSchema.optional(),
});

/** Fields that have a column or are understood above; whatever else a record says is kept as metadata. */
const known = new Set(Object.keys(itemSchema.shape));

/** A record that could not become an item, with what is wrong in one sentence. */
export interface RejectedRecord {
  readonly problem: string;
}

const slug = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');

/** The same keys in the same order, whatever order they came in, so that the same content has the same hash. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, entry]) => [key, sorted(entry)]));
}

type Parsed = z.output<typeof itemSchema>;

/** Metadata as filters and the ranker read it: genres as keys, services as keys, nothing that is empty. */
function metadataOf(item: Parsed): Record<string, unknown> {
  const extra = Object.fromEntries(
    Object.entries(item).filter(([key, value]) => !known.has(key) && value !== null && value !== ''),
  );
  const metadata: Record<string, unknown> = { ...extra, ...item.metadata };
  if (item.year != null) metadata.year ??= item.year;
  if (item.rating_count != null) metadata.rating_count ??= item.rating_count;
  const genres = [...new Set([...genreKeys(item.genre), ...genreKeys(metadata.genres)])];
  metadata.genres = genres;
  const read = readRankable({ ...item, price_type: item.price_type ?? item.priceType, metadata });
  const services = read.includedIn.map(({ service }) => service);
  if (read.priceType === 'subscription' && read.platform !== null) services.push(read.platform);
  const keys = [...new Set(services.map(serviceKey))].filter((key) => key !== '');
  if (keys.length > 0) metadata.included_keys = keys;
  if (read.moods.length > 0) metadata.mood = read.moods;
  return metadata;
}

/** Types a record of any origin, or says what is wrong with it. */
export function toItemRecord(value: unknown): ItemRecord | RejectedRecord {
  const parsed = itemSchema.safeParse(value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const path = issue?.path.join('.') ?? '';
    return { problem: `${path === '' ? 'the item' : path}: ${issue?.message ?? 'not valid'}` };
  }
  const item = parsed.data;
  const metadata = metadataOf(item);
  const genres = Array.isArray(metadata.genres) ? metadata.genres : [];
  const priceType = item.price_type ?? item.priceType ?? null;
  const record = {
    title: item.title,
    type: item.type,
    description: item.description || null,
    genre: typeof genres[0] === 'string' ? genres[0].slice(0, 100) : null,
    price: item.price == null ? null : item.price.toFixed(2),
    priceType: priceType ?? (item.price === 0 ? 'free' : item.price == null ? null : 'one_time'),
    platform: item.platform || null,
    externalUrl: item.external_url ?? item.externalUrl ?? null,
    imageUrl: item.image_url ?? item.imageUrl ?? null,
    rating: item.rating ?? null,
    metadata,
  };
  const contentHash = createHash('sha256')
    .update(JSON.stringify(sorted(record)))
    .digest('hex');
  const externalKey =
    item.key ?? item.id ?? `${item.type}:${slug(item.title)}:${String(metadata.year ?? '')}`;
  return { externalKey: externalKey.slice(0, 255), contentHash, ...record };
}
