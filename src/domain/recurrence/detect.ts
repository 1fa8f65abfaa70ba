import { dateOfDay } from '../calendar.js';
import { groupOf } from '../categories/categories.js';
import { isBilled } from '../categories/classify.js';
import { findKnownMerchant } from '../merchants/known-merchants.js';
import { money } from '../money.js';
import { candidateSets } from './candidates.js';
import { type Fit, fits, fitTo } from './fit.js';
import { periodDays } from './grid.js';
import type { Payment } from './payments.js';
import type { RecurringSeries } from './series.js';
import { median, unsteadiness } from './statistics.js';

interface Found {
  readonly fit: Fit;
  /** In order of day. */
  readonly payments: Payment[];
}

/** How sure one must be, by what is being paid for. */
interface Strictness {
  readonly unsteadiness: number;
  readonly least: number;
  readonly missed: number;
  readonly strays: number;
  /** Whether two payments a year apart already say something. */
  readonly annualFromTwo: boolean;
}

/**
 * Finds what recurs among the payments of one direction. `today` (day number) decides what has ended. Every payment
 * belongs to one series at most. The rules and their figures are in docs/money.md.
 */
export function detectRecurring(
  payments: readonly Payment[],
  direction: 'charge' | 'income',
  today: number,
): RecurringSeries[] {
  const series: RecurringSeries[] = [];
  for (const group of groupByMerchant(payments)) {
    const found = joinPriceSteps(findInGroup(group, direction));
    found.forEach((each, index) => {
      series.push(describe(each, direction, index, today));
    });
  }
  return series;
}

/** Payments by merchant; a key that continues another ("lumora fit", "lumora") joins it. */
function groupByMerchant(payments: readonly Payment[]): Payment[][] {
  const groups = new Map<string, Payment[]>();
  const sorted = [...payments].sort((a, b) => a.day - b.day || b.minor - a.minor || (a.id < b.id ? -1 : 1));
  for (const payment of sorted) {
    const slot = `${payment.currency} ${payment.merchantKey}`;
    const group = groups.get(slot);
    if (group) group.push(payment);
    else groups.set(slot, [payment]);
  }
  for (const slot of [...groups.keys()].sort()) {
    const shorter = slot.slice(0, slot.lastIndexOf(' '));
    // A first word alone ("city", "the") is no merchant unless it is long enough to be a name.
    const host = groups.get(shorter);
    const guest = groups.get(slot);
    if (!host || !guest || shorter.length - 4 < 6 || isKnownKey(slot.slice(4))) continue;
    host.push(...guest);
    host.sort((a, b) => a.day - b.day || b.minor - a.minor);
    groups.delete(slot);
  }
  return [...groups.values()];
}

/** "Amazon Prime" is a merchant of its own beside "Amazon". */
function isKnownKey(key: string): boolean {
  return findKnownMerchant(key.split(' '))?.key === key;
}

function strictnessFor(payments: readonly Payment[], direction: 'charge' | 'income'): Strictness {
  if (direction === 'income') {
    const pay = payments.some(({ category }) => category === 'salary' || category === 'benefits');
    return { unsteadiness: pay ? 0.4 : 0.25, least: 3, missed: 0.3, strays: 0.25, annualFromTwo: true };
  }
  const [first] = payments;
  if (!first) return { unsteadiness: 0, least: 3, missed: 0, strays: 0, annualFromTwo: false };
  if (billed(payments)) {
    // Utilities follow the seasons; a subscription's price stands, but for a rise now and then.
    const seasonal = ['utilities', 'telecom', 'insurance', 'debt', 'childcare', 'tax'].includes(
      first.category,
    );
    return { unsteadiness: seasonal ? 0.45 : 0.15, least: 3, missed: 0.3, strays: 0.25, annualFromTwo: true };
  }
  if (first.category === 'uncategorised' || groupOf(first.category) === 'need') {
    const everyday = ['groceries', 'transport', 'health'].includes(first.category);
    return everyday
      ? { unsteadiness: 0.07, least: 4, missed: 0.25, strays: 0.15, annualFromTwo: false }
      : { unsteadiness: 0.12, least: 3, missed: 0.3, strays: 0.2, annualFromTwo: true };
  }
  if (first.category === 'sports' || first.category === 'outings' || first.category === 'software') {
    return { unsteadiness: 0.1, least: 3, missed: 0.3, strays: 0.2, annualFromTwo: true };
  }
  return { unsteadiness: 0.04, least: 4, missed: 0.2, strays: 0.1, annualFromTwo: false };
}

function billed(payments: readonly Payment[]): boolean {
  const [first] = payments;
  if (!first) return false;
  const known = findKnownMerchant(first.merchantKey.split(' '));
  return isBilled(first.category, known?.key === first.merchantKey ? known : null) || first.contract;
}

function findInGroup(group: readonly Payment[], direction: 'charge' | 'income'): Found[] {
  const found: Found[] = [];
  if (group.length < 2) return found;
  let open = withoutRepeats(group);
  const strictness = strictnessFor(group, direction);
  const isBill = direction === 'charge' && billed(group);
  for (const candidates of candidateSets(isBill || direction === 'income')) {
    for (const set of candidates(open)) {
      const free = set.filter((payment) => open.includes(payment));
      const best = accept(free, strictness, isBill, direction);
      if (!best) continue;
      const members = absorb(best, open);
      found.push(members);
      const taken = new Set(members.payments);
      open = open.filter((payment) => !taken.has(payment));
    }
    if (open.length < 2) break;
  }
  return found;
}

/** The same amount twice on one day is a repeated posting (or a twin): one of them can be the charge. */
function withoutRepeats(group: readonly Payment[]): Payment[] {
  return group.filter((payment, at) => {
    const before = group[at - 1];
    return before?.day !== payment.day || before.minor !== payment.minor;
  });
}

function accept(
  payments: readonly Payment[],
  strictness: Strictness,
  isBill: boolean,
  direction: 'charge' | 'income',
): Found | null {
  if (payments.length < 2) return null;
  const days: number[] = [];
  const firstOfDay: Payment[] = [];
  for (const payment of payments) {
    if (days.at(-1) === payment.day) continue;
    days.push(payment.day);
    firstOfDay.push(payment);
  }
  for (const fit of fits(days, direction)) {
    const members = fit.members.map((position) => firstOfDay[position]).filter((each) => each !== undefined);
    const strays = payments.length - members.length;
    if (holds(fit, members, strays, payments.length, strictness, isBill)) return { fit, payments: members };
  }
  return null;
}

function holds(
  fit: Fit,
  members: readonly Payment[],
  strays: number,
  all: number,
  strictness: Strictness,
  isBill: boolean,
): boolean {
  const annual = fit.grid.cadence === 'annual';
  const least = isBill ? 2 : annual && strictness.annualFromTwo ? 2 : strictness.least;
  if (members.length < least) return false;
  if (fit.missed / fit.slots > strictness.missed || strays / all > strictness.strays) return false;
  const wavering = unsteadiness(members.map(({ minor }) => minor));
  if (annual && members.length === 2) return strays === 0 && wavering <= 0.3;
  // Little evidence, or a weekly rhythm that chance keeps easily, must at least be steady.
  const lenient = members.length > 4 && fit.grid.cadence !== 'weekly';
  if (wavering > (lenient ? strictness.unsteadiness : Math.min(0.3, strictness.unsteadiness))) return false;
  // Twice is a rhythm only for a bill, of a steady amount, at a natural distance.
  if (members.length === 2) return fit.missed === 0 && strays === 0 && wavering <= 0.02;
  return isBill || members.length > 4 || (strays === 0 && fit.missed <= 1);
}

/** Takes in what falls on free slots of the rhythm although its amount is unusual: a part payment, a changed price. */
function absorb(found: Found, open: readonly Payment[]): Found {
  const { grid } = found.fit;
  const usual = median(found.payments.map(({ minor }) => minor));
  const taken = new Set(found.payments.map((payment) => grid.nearest(payment.day)));
  const members = new Set(found.payments);
  const first = Math.min(...taken) - 1;
  const last = Math.max(...taken) + 1;
  for (const payment of open) {
    if (members.has(payment) || payment.minor < usual * 0.4 || payment.minor > usual * 1.5) continue;
    const slot = grid.nearest(payment.day);
    const distance = payment.day - grid.due(slot);
    if (taken.has(slot) || slot < first || slot > last || distance < -grid.early || distance > grid.late)
      continue;
    taken.add(slot);
    members.add(payment);
  }
  const payments = [...members].sort((a, b) => a.day - b.day);
  return {
    fit:
      fitTo(
        grid,
        payments.map(({ day }) => day),
      ) ?? found.fit,
    payments,
  };
}

/** One contract whose price rose by a big step looks like one that ended and another that began on the next due day. */
function joinPriceSteps(found: readonly Found[]): Found[] {
  const chains = [...found].sort((a, b) => (a.payments[0]?.day ?? 0) - (b.payments[0]?.day ?? 0));
  const joined: Found[] = [];
  for (const later of chains) {
    const start = later.payments[0];
    const position = joined.findIndex((earlier) => {
      const end = earlier.payments.at(-1);
      if (!start || !end || earlier.fit.grid.cadence !== later.fit.grid.cadence) return false;
      const gap = (start.day - end.day) / periodDays[earlier.fit.grid.cadence];
      const ratio = start.minor / end.minor;
      return gap > 0.6 && gap < 2.4 && ratio > 0.7 && ratio < 1.45;
    });
    const earlier = joined[position];
    if (earlier) joined[position] = { fit: later.fit, payments: [...earlier.payments, ...later.payments] };
    else joined.push(later);
  }
  return joined;
}

function describe(
  { fit, payments }: Found,
  direction: 'charge' | 'income',
  index: number,
  today: number,
): RecurringSeries {
  const [first] = payments;
  const last = payments.at(-1);
  if (!first || !last) throw new RangeError('A series has payments.');
  const { grid } = fit;
  const period = periodDays[grid.cadence];
  const next = grid.due(grid.nearest(last.day) + 1);
  const ended = today > next + Math.max(3, 2 * grid.late) + period / 4;
  const amounts = payments.map(({ minor }) => minor);
  const variable = unsteadiness(amounts) > 0.02;
  const usual = variable ? Math.round(median(amounts.slice(-6))) : last.minor;
  const step = lastPriceStep(payments);
  const known = findKnownMerchant(first.merchantKey.split(' '));
  return {
    key: `${direction}:${first.merchantKey}:${grid.cadence}:${index}`.slice(0, 250),
    direction,
    merchantKey: first.merchantKey,
    name: first.name,
    category: last.category,
    subscription:
      (known?.key === first.merchantKey && known.subscription) || payments.some((each) => each.contract),
    cadence: grid.cadence,
    amount: money(usual, last.currency),
    variable,
    maturity: payments.length >= 3 || grid.cadence === 'annual' ? 'mature' : 'early',
    ended,
    firstOn: dateOfDay(first.day),
    lastOn: dateOfDay(last.day),
    nextDueOn: ended ? null : dateOfDay(nextAfter(grid.due, grid.nearest(last.day), last.day)),
    priceChange: variable || !step ? null : step,
    transactionIds: payments.map(({ id }) => id),
  };
}

/** The slot after the last payment's own; a payment posted late does not move the rhythm. */
function nextAfter(due: (slot: number) => number, slot: number, lastDay: number): number {
  const next = due(slot + 1);
  return next > lastDay ? next : due(slot + 2);
}

/** The newest lasting change of a steady price: at least two payments before it at the old price. */
function lastPriceStep(payments: readonly Payment[]): RecurringSeries['priceChange'] {
  for (let at = payments.length - 1; at >= 2; at -= 1) {
    const [older, before, now] = [payments[at - 2], payments[at - 1], payments[at]];
    if (!older || !before || !now || now.minor === before.minor) continue;
    const lasting = payments.slice(at).every((each) => Math.abs(each.minor - now.minor) <= now.minor * 0.01);
    if (!lasting || older.minor !== before.minor || Math.abs(now.minor - before.minor) < before.minor * 0.01)
      return null;
    return {
      from: money(before.minor, before.currency),
      to: money(now.minor, now.currency),
      on: dateOfDay(now.day),
    };
  }
  return null;
}
