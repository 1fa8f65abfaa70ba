import type { Analysis } from '../../domain/analysis/analyse.js';
import { derived } from '../../domain/analysis/figures-of.js';
import type { SubscriptionRecord } from '../../domain/analysis/records.js';
import { merchantKeyOf } from '../../domain/budget/dues.js';
import { type Category, categoryLabel } from '../../domain/categories/categories.js';
import { readText } from '../../domain/categories/classify.js';
import { convert } from '../../domain/exchange-rates/convert.js';
import type { Figure, FigureSources } from '../../domain/figures.js';
import { multiply } from '../../domain/money.js';
import { timesPerYear } from '../../domain/recurrence/cadence.js';
import type { SeenOnce } from '../../domain/recurrence/seen-once.js';
import type { RecurringSeries } from '../../domain/recurrence/series.js';
import { isSubscription } from '../../domain/recurrence/subscriptions.js';
import type { SubscriptionView } from './results.js';

/** Subscriptions as they are shown: with what they cost and which of them do the same. */
export function subscriptionViews(
  analysis: Analysis,
  records: readonly SubscriptionRecord[],
): SubscriptionView[] {
  const used = new Map<string, number>();
  const views = records.map((record) => {
    const key = record.merchantKey ?? merchantKeyOf(record.name);
    const nth = used.get(key) ?? 0;
    used.set(key, nth + 1);
    const series = analysis.charges
      .filter((each) => each.merchantKey === key && isSubscription(each))
      .sort((a, b) => (a.firstOn < b.firstOn ? -1 : 1))[nth];
    const once = series ? undefined : analysis.seenOnce.find(({ merchantKey }) => merchantKey === key);
    return viewOf(analysis, record, series ?? null, once ?? null);
  });
  return withOverlaps(views);
}

function viewOf(
  analysis: Analysis,
  record: SubscriptionRecord,
  series: RecurringSeries | null,
  once: SeenOnce | null,
): SubscriptionView {
  const seen = series?.transactionIds ?? (once && isPriceOf(once, record) ? [once.transactionId] : null);
  const price = priceFigure(analysis, record, seen, series?.variable ?? false);
  const perYear = record.cadence && timesPerYear(record.cadence);
  const cost = (times: number, word: string): Figure | null => {
    if (!price || !perYear) return null;
    const amount = multiply(price.amount, times, 'half-up');
    return derived(
      amount,
      `${record.name} ${analysis.say(price.amount)} ${record.cadence} = ${analysis.say(amount)} ${word}`,
      'cost of a subscription',
      [price],
    );
  };
  return {
    id: record.id,
    name: record.name,
    status: record.status,
    origin: record.origin,
    price,
    cadence: record.cadence,
    monthlyCost: cost((perYear ?? 0) / 12, 'a month'),
    annualCost: cost(perYear ?? 0, 'a year'),
    isEntertainment: record.isEntertainment,
    category: series?.category ?? once?.category ?? categoryOfName(record.name),
    seenOnceOn: once?.on ?? null,
    firstSeenOn: record.firstSeenOn,
    lastChargedOn: record.lastChargedOn,
    nextDueOn: record.nextDueOn,
    priceChange: series?.priceChange ?? null,
    overlapsWith: [],
  };
}

/** Whether the price on record is what the single charge shows, and not the user's own word. */
function isPriceOf({ amount }: SeenOnce, { price }: SubscriptionRecord): boolean {
  return price?.minor === amount.minor && price.currency === amount.currency;
}

function priceFigure(
  analysis: Analysis,
  record: SubscriptionRecord,
  seen: readonly string[] | null,
  variable: boolean,
): Figure | null {
  if (!record.price) return null;
  const converted = convert(record.price, analysis.currency, analysis.today, analysis.records.rates);
  if (!converted) return null;
  const sources: FigureSources = seen
    ? [{ kind: 'transactions', transactionIds: seen }]
    : [
        {
          kind: 'stated',
          statedAt: `${record.firstSeenOn ?? analysis.today}T00:00:00.000Z`,
          messageId: null,
        },
      ];
  return {
    amount: converted.amount,
    approximate: converted.rate !== null || variable,
    arithmetic: `${record.name} ${analysis.say(converted.amount)}${record.cadence ? ` ${record.cadence}` : ''}`,
    sources,
  };
}

function categoryOfName(name: string): Category {
  return readText(name, false, 'current').category;
}

/** Kinds of which one is usually enough. */
const oneIsEnough: ReadonlySet<Category> = new Set([
  'streaming',
  'music',
  'sports',
  'software',
  'books',
  'games',
]);

function withOverlaps(views: readonly SubscriptionView[]): SubscriptionView[] {
  const running = views.filter(({ status }) => status === 'active' || status === 'proposed');
  return views.map((view) => ({
    ...view,
    overlapsWith:
      running.includes(view) && oneIsEnough.has(view.category)
        ? running
            .filter((other) => other !== view && other.category === view.category)
            .map(({ name }) => name)
        : [],
  }));
}

/** Running subscriptions of one kind, where there are several. */
export function overlapsAmong(
  views: readonly SubscriptionView[],
): { readonly kind: string; readonly names: readonly string[]; readonly text: string }[] {
  const byKind = new Map<Category, SubscriptionView[]>();
  for (const view of views) {
    if (view.overlapsWith.length > 0) byKind.set(view.category, [...(byKind.get(view.category) ?? []), view]);
  }
  return [...byKind].map(([category, same]) => {
    const kind = categoryLabel(category);
    const names = same.map(({ name }) => name);
    return { kind, names, text: `${kind}: you pay for ${names.join(', ')} at the same time.` };
  });
}
