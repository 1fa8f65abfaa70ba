import { formatMoney } from '../money.js';
import type { ContentIndex } from './content.js';
import type { EffectiveCost } from './effective-cost.js';
import type { RankableItem } from './item.js';
import type { ByItem, Row } from './neighbours/interactions.js';
import { likedOf } from './neighbours/tables.js';
import type { Profile } from './profile.js';

/** Where a reason's facts come from. */
export interface ReasonSource {
  readonly items: readonly RankableItem[];
  readonly content: ContentIndex;
  readonly people: ByItem;
  /** One byte per person, all zero between uses. */
  readonly marks: Uint8Array;
  readonly row: Row;
  readonly profile: Profile;
}

/** Likes that are looked at for one reason, the latest first. */
const likesLookedAt = 25;
/** People of one like that are looked at while choosing among likes; the number stated is counted in full. */
const peopleSampled = 200;
const leastPeople = 3;

/** The cost as a reason says it; empty where nothing is known. */
export function costPhrase(cost: EffectiveCost): string {
  if (!cost.known) return '';
  if (cost.basis === 'included') return `included in your ${cost.service}`;
  if (cost.total.minor === 0) return 'free';
  const price = formatMoney(cost.total);
  if (cost.basis === 'tier' && cost.service !== null) return `needs ${cost.service}, from ${price}`;
  return cost.basis === 'upper-bound' ? `up to about ${price}` : `about ${price}`;
}

/** One line from true facts: what it shares with what was liked, who else liked both, which wish it meets, what it costs. */
export function reasonFor(source: ReasonSource, item: number, cost: EffectiveCost): string {
  const facts = [tasteFact(source, item), costPhrase(cost)].filter((fact) => fact !== '');
  const line = facts.join('; ');
  if (line === '') return knownFact(source, item);
  return `${line.charAt(0).toUpperCase()}${line.slice(1)}.`;
}

/** What is left to say where neither taste, rating nor price says anything: how many know it. */
function knownFact({ items, people }: ReasonSource, item: number): string {
  const count = Math.max(items[item]?.ratingCount ?? 0, peopleOf(people, item).length);
  return count >= leastPeople ? `${count} people know it.` : 'Little is known about it.';
}

function tasteFact(source: ReasonSource, item: number): string {
  const target = source.items[item] as RankableItem;
  const looked = likedOf(source.row).slice(-likesLookedAt);
  const creator = sharedCreator(source, target, looked);
  if (creator !== '') return creator;
  const neighbour = neighbourFact(source, item, looked);
  const wished = target.genres.filter((genre) => source.profile.preferredGenres.includes(genre));
  if (neighbour !== '') return neighbour;
  if (wished.length > 0) return `you like ${wished.slice(0, 2).join(' and ')}`;
  const like = closestLike(source, item, looked);
  if (like !== '') return like;
  return target.rating === null ? '' : ratingFact(target);
}

function ratingFact(item: RankableItem): string {
  const by = item.ratingCount === null || item.ratingCount === 0 ? '' : ` by ${item.ratingCount} people`;
  return `rated ${item.rating}${by}`;
}

function sharedCreator(source: ReasonSource, target: RankableItem, liked: readonly number[]): string {
  for (const like of liked) {
    const other = source.items[like];
    const creator = other?.creators.find((name) => target.creators.includes(name));
    if (other && creator !== undefined) return `by ${creator}, as is ${other.title}, which you liked`;
  }
  return '';
}

/** The like that most of this item's people share, where that is more than chance. */
function neighbourFact(source: ReasonSource, item: number, liked: readonly number[]): string {
  const mine = peopleOf(source.people, item);
  if (mine.length < leastPeople) return '';
  for (const person of mine) source.marks[person] = 1;
  const { like, shared } = mostShared(source, mine.length, liked);
  for (const person of mine) source.marks[person] = 0;
  const title = source.items[like]?.title;
  return shared < leastPeople ? '' : `${shared} people who know ${title}, which you liked, also know this`;
}

function mostShared(
  source: ReasonSource,
  people: number,
  liked: readonly number[],
): { like: number; shared: number } {
  let bestLike = -1;
  let bestScore = 0;
  for (const like of liked) {
    const theirs = peopleOf(source.people, like);
    const step = Math.max(1, Math.floor(theirs.length / peopleSampled));
    let shared = 0;
    for (let at = 0; at < theirs.length; at += step) {
      shared += step * (source.marks[theirs[at] as number] as number);
    }
    const score = shared / Math.sqrt(theirs.length * people || 1);
    if (score <= bestScore) continue;
    bestScore = score;
    bestLike = like;
  }
  if (bestLike < 0) return { like: -1, shared: 0 };
  const shared = peopleOf(source.people, bestLike).reduce(
    (count, person) => count + (source.marks[person] as number),
    0,
  );
  return { like: bestLike, shared };
}

function peopleOf(people: ByItem, item: number): Int32Array {
  return people.personAt.subarray(people.starts[item], people.starts[item + 1]);
}

function closestLike(source: ReasonSource, item: number, liked: readonly number[]): string {
  const target = source.items[item] as RankableItem;
  let bestLike = -1;
  let bestLikeness = 0;
  for (const like of liked) {
    const likeness = source.content.likeness(item, like);
    if (likeness > bestLikeness) {
      bestLikeness = likeness;
      bestLike = like;
    }
  }
  const other = source.items[bestLike];
  const shared = other?.genres.filter((genre) => target.genres.includes(genre)).slice(0, 2) ?? [];
  return other === undefined || shared.length === 0
    ? ''
    : `${shared.join(' and ')}, like ${other.title}, which you liked`;
}
