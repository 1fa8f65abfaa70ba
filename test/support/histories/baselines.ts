import { dateOfDay } from '../../../src/domain/calendar.js';
import type { Cadence } from '../../../src/domain/recurrence/cadence.js';
import { periodDays } from '../../../src/domain/recurrence/grid.js';
import type { Payment } from '../../../src/domain/recurrence/payments.js';
import type { RecurringSeries } from '../../../src/domain/recurrence/series.js';

/** A simple rule for what recurs, to measure the detector against. */
export type Rule = (payments: readonly Payment[], direction: 'charge' | 'income') => RecurringSeries[];

/** The same merchant and exactly the same amount in three months or more: monthly. */
export const exactAmountInThreeMonths: Rule = (payments, direction) =>
  groups(payments, ({ merchantKey, minor }) => `${merchantKey} ${minor}`)
    .filter((group) => new Set(group.map(({ day }) => dateOfDay(day).slice(0, 7))).size >= 3)
    .map((group) => seriesOf(group, 'monthly', direction));

/** The same merchant, amounts within ±7.5 % of the median, every gap within ±2 days of one cadence. */
export const steadyGaps: Rule = (payments, direction) =>
  groups(payments, ({ merchantKey }) => merchantKey).flatMap((group) => {
    const middle = [...group].sort((a, b) => a.minor - b.minor)[Math.floor(group.length / 2)]?.minor ?? 0;
    const alike = group.filter(({ minor }) => Math.abs(minor - middle) <= middle * 0.075);
    if (alike.length < 3) return [];
    const gaps = alike.slice(1).map(({ day }, at) => day - (alike[at]?.day ?? day));
    const cadence = cadences.find((each) => gaps.every((gap) => Math.abs(gap - periodDays[each]) <= 2));
    return cadence ? [seriesOf(alike, cadence, direction)] : [];
  });

const cadences: readonly Cadence[] = [
  'weekly',
  'fortnightly',
  'four-weekly',
  'monthly',
  'quarterly',
  'half-yearly',
  'annual',
];

function groups(payments: readonly Payment[], keyOf: (payment: Payment) => string): Payment[][] {
  const found = new Map<string, Payment[]>();
  for (const payment of [...payments].sort((a, b) => a.day - b.day)) {
    const group = found.get(keyOf(payment));
    if (group) group.push(payment);
    else found.set(keyOf(payment), [payment]);
  }
  return [...found.values()];
}

function seriesOf(
  group: readonly Payment[],
  cadence: Cadence,
  direction: 'charge' | 'income',
): RecurringSeries {
  const [first] = group;
  const last = group.at(-1);
  return {
    key: `${first?.merchantKey} ${first?.minor}`,
    direction,
    merchantKey: first?.merchantKey ?? '',
    name: first?.name ?? '',
    category: first?.category ?? 'uncategorised',
    subscription: false,
    cadence,
    amount: { minor: first?.minor ?? 0, currency: first?.currency ?? 'USD' },
    variable: false,
    maturity: 'mature',
    ended: false,
    firstOn: dateOfDay(first?.day ?? 0),
    lastOn: dateOfDay(last?.day ?? 0),
    nextDueOn: null,
    priceChange: null,
    transactionIds: group.map(({ id }) => id),
  };
}
