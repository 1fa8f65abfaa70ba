import { z } from 'zod';
import type { Currency } from '../domain/money.js';
import { readFacets } from '../domain/ranking/facets.js';
import type { RankableItem } from '../domain/ranking/item.js';
import type { RatingTable } from '../domain/ranking/profile.js';
import { readRankable } from '../domain/ranking/read-item.js';
import { idSchema, linesOf, numberedLines, parseLine } from './rank-lines.js';

const itemSchema = z.looseObject({ id: idSchema });

/**
 * The catalogue. A record whose id stood before takes its place, as an update does, and is told to `warn` where it differs.
 * @param unstated the currency of prices that name none
 * @throws BadLineError
 */
export async function readItems(
  path: string,
  unstated: Currency,
  warn: (message: string) => void,
): Promise<RankableItem[]> {
  const items = new Map<
    string,
    { readonly item: RankableItem; readonly text: string; readonly line: number }
  >();
  for await (const { line, text } of numberedLines(path)) {
    const raw = parseLine(itemSchema, path, line, text);
    const item = { ...readRankable({ currency: unstated, ...raw }), facets: readFacets(raw) };
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

/** A value that cannot be read is an error, never 0: `null` would be the lowest rating there is. */
const ratingValue = z.union([
  z.number(),
  z.boolean().transform(Number),
  z
    .string()
    .regex(/^\s*-?\d+(\.\d+)?\s*$/)
    .transform(Number),
]);
const ratingSchema = z.looseObject({ user: idSchema, item: idSchema, value: ratingValue });

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
