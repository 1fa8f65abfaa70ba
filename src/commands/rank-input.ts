import { createReadStream } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';
import { z } from 'zod';
import { readFacets } from '../domain/ranking/facets.js';
import type { RankableItem } from '../domain/ranking/item.js';
import type { RatingTable } from '../domain/ranking/profile.js';
import { readRankable } from '../domain/ranking/read-item.js';
import type { RawProfile } from '../domain/ranking/read-profile.js';

/** A line that is not what it should be; says which, so that it can be mended. */
export class BadLineError extends Error {
  readonly code = 'BAD_LINE';
  constructor(path: string, line: number, problem: string, cause?: unknown) {
    super(`${path}, line ${line}: ${problem}`, cause === undefined ? {} : { cause });
    this.name = 'BadLineError';
  }
}

const longestLine = 4_000_000;

/** Consecutive lines of a file; the first has this number. */
interface Lines {
  readonly first: number;
  readonly texts: readonly string[];
}

/** Lines of a file without holding it. @throws BadLineError for a line beyond all measure */
async function* linesOf(path: string): AsyncGenerator<Lines> {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  let first = 1;
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    const texts = (rest + decoder.write(chunk)).split('\n');
    rest = texts.pop() ?? '';
    if (rest.length > longestLine)
      throw new BadLineError(path, first + texts.length, 'the line is too long.');
    yield { first, texts };
    first += texts.length;
  }
  rest += decoder.end();
  if (rest !== '') yield { first, texts: [rest] };
}

/** Every line that is not empty, with its number. */
async function* numberedLines(path: string): AsyncGenerator<{ line: number; text: string }> {
  for await (const { first, texts } of linesOf(path)) {
    for (const [index, text] of texts.entries()) {
      if (text.trim() !== '') yield { line: first + index, text };
    }
  }
}

function parseLine<T>(schema: z.ZodType<T>, path: string, line: number, text: string): T {
  let value: unknown;
  try {
    value = JSON.parse(line === 1 ? text.replace(/^\uFEFF/, '') : text);
  } catch (error) {
    throw new BadLineError(path, line, 'this is not JSON.', error);
  }
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const where = issue?.path.join('.') ?? '';
  throw new BadLineError(path, line, `${where === '' ? '' : `${where}: `}${issue?.message ?? 'not valid'}.`);
}

const id = z.union([z.string().min(1), z.number()]).transform(String);
const itemSchema = z.looseObject({ id });

/**
 * The catalogue. A record whose id stood before takes its place, as an update does, and is told to `warn` where it differs.
 * @throws BadLineError
 */
export async function readItems(path: string, warn: (message: string) => void): Promise<RankableItem[]> {
  const items = new Map<
    string,
    { readonly item: RankableItem; readonly text: string; readonly line: number }
  >();
  for await (const { line, text } of numberedLines(path)) {
    const raw = parseLine(itemSchema, path, line, text);
    const item = { ...readRankable(raw), facets: readFacets(raw) };
    const before = items.get(item.id);
    if (before !== undefined && before.text !== text.trim()) {
      warn(
        `${path}, line ${line}: the id ${item.id} stood in line ${before.line} already; the later one counts.`,
      );
    }
    items.set(item.id, { item, text: text.trim(), line });
  }
  return [...items.values()].map(({ item }) => item);
}

const ids = z.array(id).nullish();
const words = z.union([z.array(z.string()), z.string()]).nullish();
const sensitivities = ['budget', 'moderate', 'flexible'] as const;

const profileSchema = z.looseObject({
  id,
  liked: ids,
  disliked: ids,
  preferred_genres: words,
  disliked_genres: words,
  subscriptions: words,
  budget_remaining: z.union([z.number(), z.string().regex(/^-?\d+(\.\d+)?$/)]).nullish(),
  currency: z
    .string()
    .regex(/^[A-Za-z]{3}$/)
    .nullish(),
  price_sensitivity: z.string().nullish(),
  types: words,
});

const listOf = (value: string | string[] | null | undefined): string[] =>
  typeof value === 'string' ? value.split(/[,|;]/).filter((word) => word.trim() !== '') : (value ?? []);

/** @throws BadLineError */
export async function readProfiles(path: string): Promise<RawProfile[]> {
  const profiles: RawProfile[] = [];
  for await (const { line, text } of numberedLines(path)) {
    const raw = parseLine(profileSchema, path, line, text);
    const budget = raw.budget_remaining ?? null;
    profiles.push({
      id: raw.id,
      liked: raw.liked ?? [],
      disliked: raw.disliked ?? [],
      preferredGenres: raw.preferred_genres,
      dislikedGenres: raw.disliked_genres,
      subscriptions: listOf(raw.subscriptions),
      budgetRemaining: budget === null ? null : Number(budget),
      currency: raw.currency?.toUpperCase() ?? null,
      priceSensitivity: sensitivities.find((known) => known === raw.price_sensitivity) ?? null,
      types: listOf(raw.types),
    });
  }
  return profiles;
}

/** A value that cannot be read is an error, never 0: `null` would be the lowest rating there is. */
const ratingValue = z.union([
  z.number(),
  z.boolean().transform(Number),
  z
    .string()
    .regex(/^\s*-?\d+(\.\d+)?\s*$/)
    .transform(Number),
]);
const ratingSchema = z.looseObject({ user: id, item: id, value: ratingValue });

/** Grows by doubling: ratings come in millions, and nobody knows how many beforehand. */
class Columns {
  private people = new Int32Array(1 << 16);
  private items = new Int32Array(1 << 16);
  private values = new Float64Array(1 << 16);
  private length = 0;

  push(person: number, item: number, value: number): void {
    if (this.length === this.people.length) this.grow();
    this.people[this.length] = person;
    this.items[this.length] = item;
    this.values[this.length] = value;
    this.length += 1;
  }

  private grow(): void {
    const grown = <T extends Int32Array | Float64Array>(column: T, next: T): T => {
      next.set(column);
      return next;
    };
    const size = this.length * 2;
    this.people = grown(this.people, new Int32Array(size));
    this.items = grown(this.items, new Int32Array(size));
    this.values = grown(this.values, new Float64Array(size));
  }

  table(people: readonly string[]): RatingTable {
    return {
      people,
      personAt: this.people.slice(0, this.length),
      itemAt: this.items.slice(0, this.length),
      valueAt: this.values.slice(0, this.length),
    };
  }
}

/** Ratings of the catalogue's items; those of others are passed over. @throws BadLineError */
export async function readRatings(path: string, places: ReadonlyMap<string, number>): Promise<RatingTable> {
  const people = new Map<string, number>();
  const columns = new Columns();
  for await (const { first, texts } of linesOf(path)) {
    for (let index = 0; index < texts.length; index += 1) {
      const text = texts[index] as string;
      const quick = usualRating.exec(text);
      if (quick === null && text.trim() === '') continue;
      const { user, item, value } =
        quick === null
          ? parseLine(ratingSchema, path, first + index, text)
          : {
              user: (quick[1] ?? quick[2]) as string,
              item: (quick[3] ?? quick[4]) as string,
              value: Number(quick[5]),
            };
      const place = places.get(item);
      if (place === undefined) continue;
      let person = people.get(user);
      if (person === undefined) {
        person = people.size;
        people.set(user, person);
      }
      columns.push(person, place, value);
    }
  }
  return columns.table([...people.keys()]);
}

/**
 * The usual line, read by its shape: parsing costs more than everything else when there are millions. A line of any other
 * shape (escapes, further fields, another order) goes through the schema.
 */
const usualRating =
  /^\s*\{\s*"user"\s*:\s*(?:"([^"\\]+)"|(\d+))\s*,\s*"item"\s*:\s*(?:"([^"\\]+)"|(\d+))\s*,\s*"value"\s*:\s*(-?\d+(?:\.\d+)?)\s*\}\s*$/;
