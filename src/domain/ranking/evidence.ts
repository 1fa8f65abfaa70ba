import type { Fame } from './fame.js';
import { backgroundOf, type Field, liftOf, liftsOf } from './fields.js';
import type { Row } from './neighbours/interactions.js';
import { likedOf } from './neighbours/tables.js';

/** What is known before anybody is asked: fame, and what each field usually says. */
export interface Ground {
  readonly fame: Fame;
  readonly fields: readonly Field[];
  readonly backgrounds: readonly Float64Array[];
  /** How far company can be trusted at all, 0 to 1: by how many people there are. */
  readonly company: number;
}

/** What speaks for each item to one person, ready to be read item by item. */
export interface Evidence {
  readonly width: number;
  /** Writes the item's `width` numbers at `at`. */
  write(item: number, into: Float64Array, at: number): void;
}

/** One person: what they took to, what neighbours make of it, and how far each item meets their named wishes. */
export interface Person {
  readonly row: Row;
  /** 1 for the item that the neighbours speak for most; null where nobody can tell. */
  readonly neighbours: Float64Array | null;
  readonly wishes: Float64Array | null;
}

/** Numbers ahead of those of the fields. */
const general = 7;
/** Likes at which neighbours are trusted by half. */
const halfTrust = 4;

/** People at which company is trusted by half. */
const halfCompany = 40;

export function groundOf(fame: Fame, fields: readonly Field[], people: number): Ground {
  const shares = fame.log.map(Math.exp);
  const backgrounds = fields.map((field) => backgroundOf(field, shares));
  return { fame, fields, backgrounds, company: people / (people + halfCompany) };
}

/** Where the weights of the evidence begin, and how strongly they are drawn there (precision). */
export function usualWeights({ fields }: Ground): { start: Float64Array; precision: Float64Array } {
  const of = (name: string): number =>
    fieldWeights[name] ?? fieldWeights[name.startsWith('+') ? '+' : ''] ?? 0;
  return {
    start: Float64Array.from([
      ...generalWeights.map(([weight]) => weight),
      ...fields.map(({ name }) => of(name)),
    ]),
    precision: Float64Array.from([
      ...generalWeights.map(([, precision]) => precision),
      ...fields.map(() => fieldPrecision),
    ]),
  };
}

/** In the order of `write`. */
const generalWeights: readonly (readonly [number, number])[] = [
  [0.9, 10], // fame
  [0, 10], // fame, of somebody whose likes are known
  [0, 10], // quality
  [3, 0.3], // neighbours, of somebody with many likes
  [3, 0.3], // neighbours, of somebody with few
  [0.3, 3], // neighbours as a logarithm
  [1, 10], // named wishes
];
/** The same where company leads. */
export const neighboursLead: readonly number[] = [0.1, 0, 0.05, 10, 10, 0, 0.3];
/** Weights that are tried larger and smaller together: neighbours, their logarithm, fame, quality, all fields. */
export const weightGroups: readonly ((at: number) => boolean)[] = [
  (at) => at === 3 || at === 4,
  (at) => at === 5,
  (at) => at === 0 || at === 1,
  (at) => at === 2,
  (at) => at >= general,
];
const fieldWeights: Readonly<Record<string, number>> = {
  genre: 0.5,
  type: 0.2,
  platform: 0.05,
  year: 0.1,
  price: 0,
  title: 0.1,
  description: 0.1,
  creator: 0.4,
  tag: 0.4,
  mood: 0.2,
  '+': 0.2,
};
const fieldPrecision = 20;

export function evidenceFor({ fame, fields, backgrounds, company }: Ground, person: Person): Evidence {
  const liked = likedOf(person.row);
  const disliked = Array.from(person.row.items).filter((_, at) => (person.row.weights[at] as number) <= 0.3);
  const trust = liked.length / (liked.length + halfTrust);
  const lifts = fields.map((field, at) => liftsOf(field, backgrounds[at] as Float64Array, liked, disliked));
  const { neighbours, wishes } = person;
  return {
    width: general + fields.length,
    write(item, into, at) {
      const known = fame.log[item] as number;
      const near = neighbours === null ? 0 : company * Math.max(0, neighbours[item] as number);
      into[at] = known;
      into[at + 1] = trust * known;
      into[at + 2] = fame.quality[item] as number;
      into[at + 3] = trust * near;
      into[at + 4] = (1 - trust) * near;
      into[at + 5] = neighbours === null ? 0 : trust * company * Math.log(0.02 + near);
      into[at + 6] = wishes === null ? 0 : (1 - 0.7 * trust) * (wishes[item] as number);
      if (person.row.items.length === 0) into.fill(0, at + general, at + general + fields.length);
      else
        fields.forEach((field, index) => {
          into[at + general + index] = liftOf(field, lifts[index] as Float64Array, item);
        });
    },
  };
}
