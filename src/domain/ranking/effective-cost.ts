import { add, type Currency, type Money, money, multiply, zero } from '../money.js';
import type { PricedItem, Tier } from './item.js';

/** Who pays: what they already subscribe to, where they live, and how many they are. */
export interface Payer {
  /** Names of active subscriptions as people write them ("Netflix", "Disney Plus"). */
  readonly subscriptions: readonly string[];
  /** ISO 3166 alpha-2; null where unknown. */
  readonly region: string | null;
  readonly partySize: number;
}

/** What an item would cost this user now. */
export interface KnownCost {
  readonly known: true;
  /** For the whole party, known fees included. */
  readonly total: Money;
  readonly basis: 'free' | 'included' | 'price' | 'tier' | 'upper-bound';
  /** True when the amount is charged again every month or year. */
  readonly recurring: boolean;
  /** The subscription that includes it, or that would have to be taken out. */
  readonly service: string | null;
  readonly tier: string | null;
  readonly partySize: number;
  /** Fees that are part of the total. */
  readonly fees: Money | null;
}

export interface UnknownCost {
  readonly known: false;
}

export type EffectiveCost = KnownCost | UnknownCost;

const unknown: UnknownCost = { known: false };

/** A service's name with case, punctuation and "plus" settled: "Disney+" and "disney plus" are one. */
export function serviceKey(name: string): string {
  const known = keys.get(name);
  if (known !== undefined) return known;
  if (keys.size >= keyLimit) keys.clear();
  const key = settledName(name);
  keys.set(name, key);
  return key;
}

/** Service names are few and asked for once per item and person. */
const keys = new Map<string, string>();
const keyLimit = 5_000;

function settledName(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('+', ' plus ')
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/\b(subscription|membership|standard|premium|basic|with ads|us|uk|inc|com)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

const owners = new WeakMap<readonly string[], ReadonlyMap<string, string>>();

function ownedServices(subscriptions: readonly string[]): ReadonlyMap<string, string> {
  let owned = owners.get(subscriptions);
  if (owned === undefined) {
    const named = subscriptions.map((name) => [serviceKey(name), name] as const);
    owned = new Map(named.filter(([key]) => key !== ''));
    owners.set(subscriptions, owned);
  }
  return owned;
}

/**
 * The subscription of the payer's that includes the item, null when none does. A service that includes it only in
 * some other region does not count; where the payer's region is unknown, any region does.
 */
export function includingService(item: PricedItem, payer: Payer): string | null {
  if (payer.subscriptions.length === 0) return null;
  const owned = ownedServices(payer.subscriptions);
  for (const inclusion of item.includedIn) {
    const here =
      inclusion.region === null ||
      payer.region === null ||
      inclusion.region.toUpperCase() === payer.region.toUpperCase();
    const name = owned.get(serviceKey(inclusion.service));
    if (here && name !== undefined) return name;
  }
  // Where an item lists its services with their regions, the platform says nothing further.
  if (item.priceType !== 'subscription' || item.platform === null || item.includedIn.length > 0) return null;
  return owned.get(serviceKey(item.platform)) ?? null;
}

function cheapestTier(tiers: readonly Tier[], currency: Currency): Tier | null {
  let best: Tier | null = null;
  for (const tier of tiers) {
    if (tier.price.currency !== currency) continue;
    if (best === null || tier.price.minor < best.price.minor) best = tier;
  }
  return best;
}

function once(total: Money, basis: KnownCost['basis'], payer: Payer, fees: Money | null = null): KnownCost {
  return {
    known: true,
    total,
    basis,
    recurring: false,
    service: null,
    tier: null,
    partySize: payer.partySize,
    fees,
  };
}

function subscriptionCost(item: PricedItem, payer: Payer): EffectiveCost {
  const tier = cheapestTier(item.tiers, item.currency);
  const price = tier?.price ?? item.price;
  if (price === null) return unknown;
  const service = item.includedIn[0]?.service ?? item.platform;
  const recurring = tier === null || tier.cadence !== 'one_time';
  return { ...once(price, 'tier', payer), recurring, service, tier: tier?.name ?? null };
}

/** Things that are bought once and shared; events and meals are paid by the head. */
function heads(item: PricedItem, payer: Payer): number {
  return item.pricePer === 'person' ? payer.partySize : 1;
}

/**
 * What the item costs this payer: nothing when free or included in a subscription of theirs; the cheapest tier, flagged
 * as recurring, of a subscription they lack; the upper bound where a price varies; times the party where it is paid by
 * the head; with the fees that are known. Unknown stays unknown. (Rules: docs/ranking.md, "Cost to this user".)
 */
export function effectiveCost(item: PricedItem, payer: Payer): EffectiveCost {
  if (item.priceType === 'free') return once(zero(item.currency), 'free', payer);
  const service = includingService(item, payer);
  if (service !== null) return { ...once(zero(item.currency), 'included', payer), service };
  if (item.priceType === 'subscription') return subscriptionCost(item, payer);
  const bound = item.priceMax ?? item.price;
  if (bound === null) return unknown;
  if (bound.minor === 0 && item.fee === null) return once(zero(item.currency), 'free', payer);
  const count = heads(item, payer);
  const fees = item.fee === null ? null : multiply(item.fee, count, 'up');
  const price = money(bound.minor * count, bound.currency);
  const basis = item.priceMax !== null || item.priceType === 'variable' ? 'upper-bound' : 'price';
  return once(fees === null ? price : add(price, fees), basis, payer, fees);
}

/** Whether the cost is known and within the limit. Other currencies cannot be compared and do not fit. */
export function fits(cost: EffectiveCost, limit: Money | null): boolean {
  if (limit === null) return true;
  if (!cost.known) return false;
  if (cost.total.minor === 0) return true;
  return cost.total.currency === limit.currency && cost.total.minor <= limit.minor;
}
