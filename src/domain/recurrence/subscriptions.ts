import type { SubscriptionRecord } from '../analysis/records.js';
import { addDays } from '../calendar.js';
import { groupOf } from '../categories/categories.js';
import type { SeenOnce } from './seen-once.js';
import type { RecurringSeries } from './series.js';

/** What a series of charges is worth proposing as: a service that one can cancel, not the rent. */
export function isSubscription(series: RecurringSeries): boolean {
  if (series.direction !== 'charge') return false;
  if (series.subscription) return groupOf(series.category) !== 'need';
  return (
    groupOf(series.category) === 'entertainment' && !['dining', 'outings', 'events'].includes(series.category)
  );
}

/** Records to write so that the stored subscriptions say what the statements show. */
export interface SubscriptionChanges {
  readonly save: readonly SubscriptionRecord[];
  readonly remove: readonly string[];
}

/**
 * Brings detected series and stored subscriptions together. A new one is proposed until the user says yes; a declined one
 * stays declined; an active one that stopped is ended, and an ended one that is charged again is proposed anew; a proposal
 * that nothing supports any more goes. The user's own words (name, price of a stated one) stand. A service charged once is
 * proposed with its price and without a rhythm. @param newId ids for new ones
 */
export function reconcileSubscriptions(
  stored: readonly SubscriptionRecord[],
  charges: readonly RecurringSeries[],
  newId: () => string,
  once: readonly SeenOnce[] = [],
): SubscriptionChanges {
  const save: SubscriptionRecord[] = [];
  const supported = new Set<string>();
  const perMerchant = new Map<string, number>();
  for (const series of charges.filter(isSubscription).sort(byAge)) {
    const nth = perMerchant.get(series.merchantKey) ?? 0;
    perMerchant.set(series.merchantKey, nth + 1);
    const record = stored.filter(({ merchantKey }) => merchantKey === series.merchantKey)[nth];
    const next = record ? updated(record, series) : proposed(series, nth, newId);
    if (record) supported.add(record.id);
    if (next && (!record || !same(record, next))) save.push(next);
  }
  for (const charge of once) {
    const record = stored.find(({ merchantKey }) => merchantKey === charge.merchantKey);
    const next = chargedOnce(record ?? null, charge, newId);
    if (record) supported.add(record.id);
    if (!record || !same(record, next)) save.push(next);
  }
  const remove = stored
    .filter(({ id, status, origin }) => status === 'proposed' && origin === 'detected' && !supported.has(id))
    .map(({ id }) => id);
  return { save, remove };
}

const byAge = (a: RecurringSeries, b: RecurringSeries): number =>
  a.firstOn < b.firstOn ? -1 : a.firstOn > b.firstOn ? 1 : a.key < b.key ? -1 : 1;

function proposed(series: RecurringSeries, nth: number, newId: () => string): SubscriptionRecord | null {
  if (series.ended) return null;
  return {
    id: newId(),
    name: nth === 0 ? series.name : `${series.name} (${nth + 1})`,
    merchantKey: series.merchantKey,
    status: 'proposed',
    origin: 'detected',
    isEntertainment: groupOf(series.category) === 'entertainment',
    firstSeenOn: series.firstOn,
    ...seen(series),
  };
}

/** What a single charge says: its price and day; nothing of when the next one comes. */
function chargedOnce(
  record: SubscriptionRecord | null,
  { merchantKey, name, amount, on }: SeenOnce,
  newId: () => string,
): SubscriptionRecord {
  const fresh = {
    name,
    merchantKey,
    status: 'proposed',
    origin: 'detected',
    isEntertainment: true,
    firstSeenOn: on,
    price: amount,
    cadence: null,
    lastChargedOn: on,
    nextDueOn: null,
  } as const;
  if (!record) return { id: newId(), ...fresh };
  if (record.status === 'declined') return record;
  if (record.status === 'ended') {
    const again = record.lastChargedOn !== null && on > addDays(record.lastChargedOn, 5);
    return again ? { ...fresh, id: record.id } : record;
  }
  const price = record.origin === 'stated' ? (record.price ?? amount) : amount;
  const cadence = record.origin === 'stated' ? record.cadence : null;
  return {
    ...record,
    price,
    cadence,
    firstSeenOn: record.firstSeenOn ?? on,
    lastChargedOn: on,
    nextDueOn: null,
  };
}

function updated(record: SubscriptionRecord, series: RecurringSeries): SubscriptionRecord {
  const shown = seen(series);
  const known = {
    ...record,
    ...shown,
    firstSeenOn: series.firstOn,
    // A price in the user's own words stands.
    price: record.origin === 'stated' ? (record.price ?? shown.price) : shown.price,
    cadence: record.origin === 'stated' ? (record.cadence ?? shown.cadence) : shown.cadence,
  };
  // The category may have been corrected; the user's no to entertainment shows in it.
  const isEntertainment = groupOf(series.category) === 'entertainment';
  if (record.status === 'declined') return record;
  if (record.status === 'ended') {
    const again =
      !series.ended && record.lastChargedOn !== null && series.lastOn > addDays(record.lastChargedOn, 5);
    return again ? { ...known, isEntertainment, status: 'proposed' } : record;
  }
  return { ...known, isEntertainment, status: series.ended ? 'ended' : record.status };
}

function seen(series: RecurringSeries) {
  return {
    price: series.amount,
    cadence: series.cadence,
    lastChargedOn: series.lastOn,
    nextDueOn: series.nextDueOn,
  };
}

function same(left: SubscriptionRecord, right: SubscriptionRecord): boolean {
  return JSON.stringify(Object.entries(left).sort()) === JSON.stringify(Object.entries(right).sort());
}

/** Names for the user's preferences: active services of entertainment, each once, sorted. */
export function activeNames(subscriptions: readonly SubscriptionRecord[]): string[] {
  const names = subscriptions
    .filter(({ status, isEntertainment }) => status === 'active' && isEntertainment)
    .map(({ name }) => name);
  return [...new Set(names)].sort();
}
