import { type Money, toMajor, writeMoney } from '../../domain/money.js';
import type { KnownCost } from '../../domain/ranking/effective-cost.js';
import type { CatalogueItem } from '../../domain/ranking/item.js';
import type { Scored } from './score-candidates.js';
import type { Taste } from './taste.js';
import type { Owning, ReasonFact } from './types.js';

/** What this very wish was, as far as reasons may name it. */
export interface WishFacts {
  readonly moods: readonly string[];
  readonly genres: readonly string[];
  readonly remaining: Money | null;
  /** The thing that the wish named. */
  readonly named?: CatalogueItem | null;
}

/** Likeness from which two things may be called alike. */
const alike = 0.12;

/** The true facts that speak for an item, the strongest first, what it costs last. */
export function factsFor(scored: Scored, taste: Taste, wish: WishFacts): ReasonFact[] {
  return [...tasteFacts(scored, taste, wish), ...costFacts(scored, wish.remaining)];
}

function tasteFacts({ item, closest, neighbour }: Scored, taste: Taste, wish: WishFacts): ReasonFact[] {
  const facts: ReasonFact[] = [];
  const liked = taste.likings.filter(({ item: like, weight }) => weight > 0.3 && like.id !== wish.named?.id);
  facts.push(...namedFacts(item, wish.named ?? null));
  for (const { item: like } of liked) {
    const creator =
      like.id === item.id ? undefined : like.creators.find((name) => item.creators.includes(name));
    if (creator !== undefined)
      facts.push({ kind: 'creator', creator, title: like.title, ...owning(like, taste) });
    if (creator !== undefined) break;
  }
  if (closest !== null && closest.likeness >= alike && closest.item.id !== wish.named?.id) {
    const shared = closest.item.genres.filter((genre) => item.genres.includes(genre)).slice(0, 2);
    if (shared.length > 0)
      facts.push({
        kind: 'liked-item',
        title: closest.item.title,
        shared,
        ...owning(closest.item, taste),
      });
  }
  if (neighbour !== null)
    facts.push({
      kind: 'neighbours',
      title: neighbour.item.title,
      people: neighbour.people,
      ...owning(neighbour.item, taste),
    });
  const mood = wish.moods.find((word) => item.moods.includes(word));
  if (mood !== undefined) facts.push({ kind: 'mood', mood });
  const asked = item.genres.filter((genre) => wish.genres.includes(genre)).slice(0, 2);
  const liking = item.genres.filter((genre) => taste.preferredGenres.includes(genre)).slice(0, 2);
  if (asked.length > 0) facts.push({ kind: 'genre', genres: asked, asked: true });
  else if (liking.length > 0) facts.push({ kind: 'genre', genres: liking });
  const activity = taste.preferences.preferredActivities.find((word) =>
    [...item.genres, ...item.tags].some((name) => name.includes(word)),
  );
  if (activity !== undefined) facts.push({ kind: 'activity', activity });
  if (item.rating !== null && item.rating >= 3.8) {
    facts.push({ kind: 'rating', rating: item.rating, count: item.ratingCount });
  }
  return facts;
}

/** What somebody owns or saved is not yet something that they liked. */
function owning(item: CatalogueItem, { known }: Taste): { readonly which?: Owning } {
  const because = known.get(item.id);
  if (because === 'owned' || because === 'purchased') return { which: 'you have' };
  return because === 'saved' ? { which: 'you saved' } : {};
}

/** What an item has in common with the thing that the wish named. */
function namedFacts(item: CatalogueItem, named: CatalogueItem | null): ReasonFact[] {
  if (named === null) return [];
  const words = (one: CatalogueItem): string[] => [...one.genres, ...one.tags];
  const shared = words(item)
    .filter((word) => words(named).includes(word))
    .slice(0, 2);
  return shared.length === 0 ? [] : [{ kind: 'asked-for-item', title: named.title, shared }];
}

/** What the item costs this user, and how that sits in what is left. */
export function costFacts({ cost }: Pick<Scored, 'cost'>, remaining: Money | null): ReasonFact[] {
  if (!cost.known) return [{ kind: 'price-unknown' }];
  if (cost.basis === 'included') return [{ kind: 'included', service: cost.service ?? '' }];
  if (cost.total.minor === 0) return [{ kind: 'free' }];
  const facts: ReasonFact[] = [];
  if (isNewSubscription(cost)) {
    facts.push({ kind: 'new-subscription', service: cost.service ?? '', price: cost.total });
  }
  if (remaining !== null && remaining.currency === cost.total.currency) {
    const kind = cost.total.minor <= remaining.minor ? 'budget' : 'over-budget';
    facts.push({ kind, cost: cost.total, remaining });
  }
  return facts;
}

function isNewSubscription(cost: KnownCost): boolean {
  return cost.basis === 'tier' && cost.service !== null;
}

const list = (words: readonly string[]): string => words.join(' and ');

/** One fact as a clause; empty for facts that the price line already tells. */
function clause(fact: ReasonFact): string {
  switch (fact.kind) {
    case 'creator':
      return `it’s by ${fact.creator}, like ${fact.title}, which ${fact.which ?? 'you liked'}`;
    case 'liked-item':
      return `it shares ${list(fact.shared)} with ${fact.title}, which ${fact.which ?? 'you liked'}`;
    case 'asked-for-item':
      return `it shares ${list(fact.shared)} with ${fact.title}`;
    case 'neighbours':
      return `${fact.people} people who liked ${fact.title} liked it too`;
    case 'mood':
      return `it fits a ${fact.mood} mood`;
    case 'genre':
      return fact.asked
        ? `it has the ${list(fact.genres)} you asked for`
        : `it has the ${list(fact.genres)} you like`;
    case 'activity':
      return `you enjoy ${fact.activity}`;
    case 'rating':
      return fact.count === null
        ? `it is well thought of (${fact.rating.toFixed(1)} of 5)`
        : `${fact.count} people rate it ${fact.rating.toFixed(1)} of 5`;
    case 'free':
      return 'it costs nothing';
    case 'included':
      return `your ${fact.service} includes it`;
    case 'new-subscription':
      return `it needs ${fact.service}, from ${writeMoney(fact.price)} every month`;
    case 'budget':
      return budgetClause(fact.cost, fact.remaining);
    case 'over-budget':
      return 'it costs more than you have left for fun';
    case 'price-unknown':
      return 'its price isn’t known';
  }
}

function budgetClause(cost: Money, remaining: Money): string {
  const share = toMajor(cost) / toMajor(remaining);
  const size = share <= 0.15 ? 'a small part' : share <= 0.5 ? `about ${Math.round(share * 100)} %` : 'most';
  // Without the amount: it may be in the price's currency here, and what is left is told in the user's own.
  return `it takes ${size} of what you have left`;
}

/** One sentence from at most two reasons of taste and one of money. */
export function reasonSentence(facts: readonly ReasonFact[]): string {
  const money = new Set(['free', 'included', 'new-subscription', 'budget', 'over-budget', 'price-unknown']);
  const taste = facts.filter(({ kind }) => !money.has(kind)).slice(0, 2);
  const cost = facts.filter(({ kind }) => money.has(kind)).slice(0, 1);
  const clauses = [...taste, ...cost].map(clause);
  const last = clauses.pop();
  if (last === undefined) return 'It is one of the best known of its kind.';
  const text = clauses.length === 0 ? last : `${clauses.join('; ')}; ${last}`;
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
