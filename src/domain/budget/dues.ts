import type { Analysis } from '../analysis/analyse.js';
import type { SubscriptionRecord } from '../analysis/records.js';
import { type DateSpan, dayNumber, type IsoDate } from '../calendar.js';
import { categoryLabel, groupOf } from '../categories/categories.js';
import { convert } from '../exchange-rates/convert.js';
import type { Figure, FigureSources } from '../figures.js';
import { findKnownMerchant } from '../merchants/known-merchants.js';
import { normaliseMerchant } from '../merchants/normalise.js';
import type { RecurringSeries } from '../recurrence/series.js';
import { isSubscription } from '../recurrence/subscriptions.js';
import { payDay } from './period.js';

/** A charge that will still come in the period. */
export interface Due {
  readonly name: string;
  readonly dueOn: IsoDate;
  readonly figure: Figure;
  readonly entertainment: boolean;
}

/**
 * Recurring charges that are due in the span and not yet seen: every due day after the last charge that is known of. What
 * the user stated and no statement shows counts once in the span. Declined and ended ones don't count.
 */
export function duesIn(analysis: Analysis, span: DateSpan): Due[] {
  const { charges, records } = analysis;
  const dues: Due[] = [];
  for (const series of charges) {
    if (series.ended || !series.nextDueOn || isHabit(series)) continue;
    const record = records.subscriptions.find(({ merchantKey }) => merchantKey === series.merchantKey);
    if (record?.status === 'ended') continue;
    for (const dueOn of dueDays(series, span)) dues.push(dueOf(analysis, series, record, dueOn));
  }
  for (const record of records.subscriptions) {
    const due = statedDue(analysis, record, span);
    if (due) dues.push(due);
  }
  return dues
    .filter(({ figure }) => figure.amount.minor > 0)
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.name < b.name ? -1 : 1));
}

/** The dinner on every first Friday is a habit, not a bill. */
function isHabit(series: RecurringSeries): boolean {
  return groupOf(series.category) === 'entertainment' && !isSubscription(series);
}

function dueDays(series: RecurringSeries, span: DateSpan): IsoDate[] {
  const first = series.nextDueOn;
  if (!first) return [];
  const days: IsoDate[] = [];
  // Bounded: a span is a few months at most, the rhythm at least weekly.
  for (let count = 0; count < 600; count += 1) {
    const day = payDay(first, series.cadence, count);
    if (day > span.end) break;
    if (day >= span.start) days.push(day);
  }
  return days;
}

function dueOf(
  analysis: Analysis,
  series: RecurringSeries,
  record: SubscriptionRecord | undefined,
  dueOn: IsoDate,
): Due {
  const sources: FigureSources = [{ kind: 'transactions', transactionIds: series.transactionIds }];
  const amount = convert(series.amount, analysis.currency, dueOn, analysis.records.rates);
  const inHome = amount?.amount ?? series.amount;
  return {
    name: series.name,
    dueOn,
    entertainment: groupOf(series.category) === 'entertainment' && record?.isEntertainment !== false,
    figure: {
      amount: inHome,
      approximate: series.variable || amount?.rate !== null,
      arithmetic: `${series.name} ${analysis.say(inHome)}, ${series.cadence} (${categoryLabel(series.category)})`,
      sources,
    },
  };
}

/** A stated subscription that no series speaks for: due once in the span unless a charge of that name was seen in it. */
function statedDue(analysis: Analysis, record: SubscriptionRecord, span: DateSpan): Due | null {
  if (record.status !== 'active' || record.origin !== 'stated' || !record.price || !record.cadence)
    return null;
  const key = record.merchantKey ?? merchantKeyOf(record.name);
  if (analysis.charges.some((series) => series.merchantKey === key && !series.ended)) return null;
  const [from, to] = [dayNumber(span.start), dayNumber(span.end)];
  if (analysis.entries.some((entry) => entry.merchantKey === key && entry.day >= from && entry.day <= to))
    return null;
  const long = ['quarterly', 'half-yearly', 'annual'].includes(record.cadence);
  const dueOn = record.nextDueOn ?? (long ? null : span.end);
  if (!dueOn || dueOn > span.end || dueOn < span.start) return null;
  const converted = convert(record.price, analysis.currency, span.end, analysis.records.rates);
  if (!converted) return null;
  return {
    name: record.name,
    dueOn,
    entertainment: record.isEntertainment,
    figure: {
      amount: converted.amount,
      approximate: true,
      arithmetic: `${record.name} ${analysis.say(converted.amount)}, as you told me`,
      sources: [{ kind: 'stated', statedAt: `${span.start}T00:00:00.000Z`, messageId: null }],
    },
  };
}

/** The key under which statements show a service of that name. */
export function merchantKeyOf(name: string): string {
  const merchant = normaliseMerchant(name);
  return findKnownMerchant(merchant.words)?.key ?? merchant.key;
}
