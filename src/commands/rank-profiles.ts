import { z } from 'zod';
import type { Profile } from '../domain/ranking/profile.js';
import type { RawProfile } from '../domain/ranking/read-profile.js';
import { idSchema, numberedLines, parseLine } from './rank-lines.js';

const split = (text: string): string[] => text.split(/[,|;]/).flatMap((part) => part.trim() || []);

/** Ids in a list, as records that hold one, or in one text between bars or commas. */
const ids = z
  .union([
    z.array(
      z.union([
        idSchema,
        z.looseObject({ id: idSchema }).transform(({ id }) => id),
        z.looseObject({ item: idSchema }).transform(({ item }) => item),
        z.looseObject({ item_id: idSchema }).transform((entry) => entry.item_id),
      ]),
    ),
    z.string().transform(split),
    z.number().transform((id) => [String(id)]),
  ])
  .nullish()
  .transform((list) => list ?? []);

const word = z.union([
  z.string(),
  z.number().transform(String),
  z.looseObject({ name: z.string() }).transform(({ name }) => name),
]);

/** Names in a list, in one text between bars or commas, or as a record that says how much of each. */
const words = z
  .union([
    z.array(word),
    z.string().transform(split),
    z
      .record(z.string(), z.union([z.number(), z.boolean()]))
      .transform((shares) => Object.keys(shares).filter((name) => Number(shares[name]) > 0)),
  ])
  .nullish()
  .transform((list) => list ?? []);

const signs: Readonly<Record<string, string>> = { '€': 'EUR', '£': 'GBP' };

/**
 * A plain amount, also as people write it ("$1,200.50", "30 EUR"), with the currency that its text names; a dollar or yen sign
 * alone names none. No text is no budget. What cannot be read is an error.
 */
const budget = z
  .union([
    z.number().transform((amount) => ({ amount, currency: null })),
    z
      .string()
      .trim()
      .regex(
        /^$|^(?:[A-Za-z]{3}|[$€£¥])?\s*-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?\s*(?:[A-Za-z]{3}|[$€£¥])?$/,
      )
      .transform((text) => ({
        amount: text === '' ? null : Number(text.replace(/[^\d.-]/g, '')),
        currency: signs[/[€£]/.exec(text)?.[0] ?? ''] ?? /[A-Za-z]{3}/.exec(text)?.[0] ?? null,
      })),
  ])
  .nullish();

const profileSchema = z
  .looseObject({
    id: idSchema,
    liked: ids,
    disliked: ids,
    preferred_genres: words,
    disliked_genres: words,
    subscriptions: words,
    budget_remaining: budget,
    currency: z
      .string()
      .regex(/^([A-Za-z]{3})?$/)
      .nullish(),
    price_sensitivity: z.union([z.string(), z.number()]).nullish(),
    types: words,
  })
  .refine(
    ({ budget_remaining: told, currency }) =>
      !told?.currency || !currency || told.currency.toUpperCase() === currency.toUpperCase(),
    { path: ['budget_remaining'], message: 'the amount names another currency than the profile' },
  );

type Sensitivity = NonNullable<Profile['priceSensitivity']>;
const sensitivityWords: Readonly<Record<string, Sensitivity>> = {
  budget: 'budget',
  high: 'budget',
  moderate: 'moderate',
  medium: 'moderate',
  flexible: 'flexible',
  low: 'flexible',
};
/** Tops of the scales on which people say such things in numbers. */
const sensitivityTops = [1, 5, 10, 100];

/** How much somebody minds a price, from a word or from a number on the scale that this file's numbers show. */
function sensitivityOf(value: string | number | null | undefined, highest: number): Sensitivity | null {
  if (value === null || value === undefined || value === '') return null;
  const number = Number(value);
  if (!Number.isFinite(number)) return sensitivityWords[String(value).trim().toLowerCase()] ?? null;
  const share = number / (sensitivityTops.find((top) => top >= highest) ?? highest);
  return share >= 2 / 3 ? 'budget' : share >= 1 / 3 ? 'moderate' : 'flexible';
}

/** Everybody to rank for, in their order. @throws BadLineError for what cannot be read, never guessing an amount */
export async function readProfiles(path: string): Promise<RawProfile[]> {
  const lines: z.infer<typeof profileSchema>[] = [];
  for await (const { line, text } of numberedLines(path))
    lines.push(parseLine(profileSchema, path, line, text));
  const highest = Math.max(1, ...lines.map((raw) => Number(raw.price_sensitivity) || 0));
  return lines.map((raw) => ({
    id: raw.id,
    liked: raw.liked,
    disliked: raw.disliked,
    preferredGenres: raw.preferred_genres,
    dislikedGenres: raw.disliked_genres,
    subscriptions: raw.subscriptions,
    budgetRemaining: raw.budget_remaining?.amount ?? null,
    currency: (raw.currency || raw.budget_remaining?.currency)?.toUpperCase() ?? null,
    priceSensitivity: sensitivityOf(raw.price_sensitivity, highest),
    types: raw.types,
  }));
}
