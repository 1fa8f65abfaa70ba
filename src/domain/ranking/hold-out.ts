import type { Row } from './neighbours/interactions.js';
import { likedOf } from './neighbours/tables.js';
import { rankingWeights } from './weights.js';

/** Somebody some of whose likes are hidden, to see who finds them again. */
export interface TestedPerson {
  readonly row: number;
  /** All but what was hidden. */
  readonly kept: Row;
  /** What is told of it: as much as is usually known of a profile. */
  readonly told: Row;
  readonly held: ReadonlySet<number>;
}

const leastLikes = 3;

/** A fixed scatter of integers, so that what is held out is the same at every run. */
function scatter(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x45d9f3b);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x45d9f3b);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

function holdOut(row: Row, index: number): TestedPerson | null {
  const likes = likedOf(row);
  if (likes.length < leastLikes) return null;
  const order = [...likes].sort((a, b) => scatter(a * 31 + index) - scatter(b * 31 + index) || a - b);
  const held = new Set(order.slice(0, Math.max(1, Math.round(order.length * rankingWeights.tuning.share))));
  const kept = only(row, (item) => !held.has(item));
  return { row: index, kept, told: kept, held };
}

function only(row: Row, keep: (item: number) => boolean): Row {
  const entries = Array.from(row.items, (item, at) => [item, row.weights[at] as number] as const);
  const left = entries.filter(([item]) => keep(item));
  return { items: left.map(([item]) => item), weights: left.map(([, weight]) => weight) };
}

/** Somebody of whom no more is told than of a profile. */
function trimmed(person: TestedPerson, likes: readonly number[]): TestedPerson {
  const most = likes[scatter(person.row) % Math.max(1, likes.length)];
  const known = likedOf(person.kept);
  if (most === undefined || known.length <= most) return person;
  const told = new Set(
    known.sort((a, b) => scatter(a * 17 + person.row) - scatter(b * 17 + person.row) || a - b).slice(0, most),
  );
  return { ...person, told: only(person.kept, (item) => told.has(item)) };
}

/** The profiles where they suffice, since it is them that are served; everybody else, told as little of as of a profile. */
export function testedPeople(rows: readonly Row[], profiles: number): TestedPerson[] {
  const { people } = rankingWeights.tuning;
  const of = (from: number, to: number): TestedPerson[] => {
    const able = rows.slice(from, to).flatMap((row, index) => holdOut(row, from + index) ?? []);
    return able.sort((a, b) => scatter(a.row) - scatter(b.row) || a.row - b.row).slice(0, people);
  };
  const own = of(0, profiles);
  if (own.length >= people / 3) return own;
  const likes = rows.slice(0, profiles).flatMap((row) => likedOf(row).length || []);
  return [...own, ...of(profiles, rows.length).map((person) => trimmed(person, likes))].slice(0, people);
}
