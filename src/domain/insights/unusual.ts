import type { Analysis } from '../analysis/analyse.js';
import type { Entry } from '../analysis/entries.js';
import { dayNumber } from '../calendar.js';
import { exponentOf } from '../money.js';
import { median } from '../recurrence/statistics.js';

/** A charge that stands out, and why. */
export interface UnusualCharge {
  readonly entry: Entry;
  /** The usual amount at that merchant, minor units; null for a charge that came twice. */
  readonly usual: number | null;
  readonly why: 'much-more-than-usual' | 'charged-twice';
}

const recentDays = 35;
/** Times the usual amount, and the least difference in major units, that make a charge unusual. */
const muchMore = { times: 2.5, units: 25 } as const;
const visitsNeeded = 4;

/**
 * Recent charges far above what the merchant usually takes (from four visits on), and subscriptions that were charged
 * twice on a day.
 */
export function unusualCharges({ entries, knownUntil, currency, charges }: Analysis): UnusualCharge[] {
  const since = dayNumber(knownUntil) - recentDays;
  const byMerchant = new Map<string, Entry[]>();
  for (const entry of entries) {
    if (entry.kind !== 'spending' || entry.minor <= 0 || isMovement(entry)) continue;
    const own = byMerchant.get(entry.merchantKey);
    if (own) own.push(entry);
    else byMerchant.set(entry.merchantKey, [entry]);
  }
  const billed = new Set(charges.filter(({ ended }) => !ended).map(({ merchantKey }) => merchantKey));
  const found: UnusualCharge[] = [];
  for (const own of byMerchant.values()) {
    const recent = own.filter(({ day }) => day > since);
    if (recent.length === 0) continue;
    const usual = own.length > visitsNeeded ? median(own.map(({ minor }) => minor)) : null;
    for (const [at, entry] of recent.entries()) {
      const difference = usual === null ? 0 : entry.minor - usual;
      if (
        usual !== null &&
        entry.minor >= usual * muchMore.times &&
        difference >= muchMore.units * 10 ** exponentOf(currency)
      ) {
        found.push({ entry, usual, why: 'much-more-than-usual' });
      }
      const twin = recent[at - 1];
      if (twin && billed.has(entry.merchantKey) && twin.day === entry.day && twin.minor === entry.minor) {
        found.push({ entry, usual: null, why: 'charged-twice' });
      }
    }
  }
  return found.sort((a, b) => b.entry.day - a.entry.day || b.entry.minor - a.entry.minor);
}

/** Cash and payments to people have no usual amount. */
function isMovement({ category }: Entry): boolean {
  return category === 'cash' || category === 'people';
}
