import type { Analysis } from '../analysis/analyse.js';
import { longDate, longMonth } from '../analysis/coverage.js';
import type { Entry } from '../analysis/entries.js';
import { sumOf } from '../analysis/figures-of.js';
import { monthlyEquivalent } from '../analysis/typical.js';
import { dateOfDay, type IsoMonth } from '../calendar.js';
import { type Category, categories, categoryLabel } from '../categories/categories.js';
import type { Figure } from '../figures.js';
import { exponentOf, money } from '../money.js';
import { median } from '../recurrence/statistics.js';
import { isSubscription } from '../recurrence/subscriptions.js';
import { unusualCharges } from './unusual.js';

/** Something worth saying, with the figures it rests on. */
export interface Finding {
  readonly kind: 'category' | 'trend' | 'change' | 'subscriptions' | 'price-rise' | 'unusual';
  readonly text: string;
  readonly figures: readonly Figure[];
}

/** A change is worth a word from a quarter and twenty units on. */
const notable = { share: 0.25, units: 20 } as const;
const changesShown = 3;

/** What stands out: the newest full month by category, against the months before, subscriptions and odd charges. */
export function findingsIn(analysis: Analysis): Finding[] {
  const months = analysis.covered.fullMonths.filter((month) => month < analysis.today.slice(0, 7));
  const newest = months.at(-1);
  const before = months.slice(-7, -1);
  return [
    ...(newest ? topCategories(analysis, newest) : []),
    ...(newest && before.length >= 2
      ? [...trend(analysis, newest, before), ...changes(analysis, newest, before)]
      : []),
    ...subscriptions(analysis),
    ...priceRises(analysis),
    ...odd(analysis),
  ];
}

function spent(analysis: Analysis, month: IsoMonth, fits: (entry: Entry) => boolean): Entry[] {
  return analysis.entries.filter(
    (entry) => entry.kind === 'spending' && entry.month === month && fits(entry),
  );
}

function topCategories(analysis: Analysis, month: IsoMonth): Finding[] {
  const figures = categories
    .map((category) => ({ category, figure: figureOf(analysis, month, category) }))
    .filter(({ figure }) => figure.amount.minor > 0)
    .sort((a, b) => b.figure.amount.minor - a.figure.amount.minor)
    .slice(0, 3);
  if (figures.length === 0) return [];
  const list = figures
    .map(({ category, figure }) => `${categoryLabel(category)} ${analysis.say(figure.amount)}`)
    .join(', ');
  return [
    {
      kind: 'category',
      text: `${longMonth(month)} went mostly to: ${list}.`,
      figures: figures.map(({ figure }) => figure),
    },
  ];
}

function figureOf(analysis: Analysis, month: IsoMonth, category: Category): Figure {
  return sumOf(
    spent(analysis, month, (entry) => entry.category === category),
    analysis.currency,
    `${categoryLabel(category)} in ${longMonth(month)}`,
    analysis.say,
  );
}

function trend(analysis: Analysis, month: IsoMonth, before: readonly IsoMonth[]): Finding[] {
  const fun = (of: IsoMonth) =>
    sumOf(
      spent(analysis, of, ({ group }) => group === 'entertainment'),
      analysis.currency,
      `Entertainment in ${longMonth(of)}`,
      analysis.say,
    );
  const now = fun(month);
  const earlier = before.map(fun);
  const usual = median(earlier.map(({ amount }) => amount.minor));
  if (!isNotable(analysis, now.amount.minor, usual)) return [];
  const word = now.amount.minor > usual ? 'more' : 'less';
  const share = Math.round((Math.abs(now.amount.minor - usual) / Math.max(1, usual)) * 100);
  const text = `Entertainment came to ${analysis.say(now.amount)} in ${longMonth(month)}, ${share}% ${word} than your usual ${analysis.say(money(Math.round(usual), analysis.currency))}.`;
  return [{ kind: 'trend', text, figures: [now, ...earlier] }];
}

function changes(analysis: Analysis, month: IsoMonth, before: readonly IsoMonth[]): Finding[] {
  return categories
    .map((category) => {
      const now = figureOf(analysis, month, category);
      const earlier = before.map((each) => figureOf(analysis, each, category));
      return { category, now, earlier, usual: median(earlier.map(({ amount }) => amount.minor)) };
    })
    .filter(({ now, usual }) => isNotable(analysis, now.amount.minor, usual))
    .sort((a, b) => Math.abs(b.now.amount.minor - b.usual) - Math.abs(a.now.amount.minor - a.usual))
    .slice(0, changesShown)
    .map(({ category, now, earlier, usual }) => {
      const word = now.amount.minor > usual ? 'up' : 'down';
      const text = `${categoryLabel(category)} went ${word} to ${analysis.say(now.amount)} in ${longMonth(month)} (usually ${analysis.say(money(Math.round(usual), analysis.currency))}).`;
      return { kind: 'change', text, figures: [now, ...earlier] };
    });
}

function isNotable({ currency }: Analysis, now: number, usual: number): boolean {
  const difference = Math.abs(now - usual);
  return difference >= notable.units * 10 ** exponentOf(currency) && difference >= usual * notable.share;
}

function subscriptions(analysis: Analysis): Finding[] {
  const running = analysis.charges.filter(
    (series) => isSubscription(series) && !series.ended && series.amount.currency === analysis.currency,
  );
  if (running.length === 0) return [];
  const monthly = running.reduce(
    (total, { amount, cadence }) => total + monthlyEquivalent(amount, cadence).minor,
    0,
  );
  const [each, year] = [money(monthly, analysis.currency), money(monthly * 12, analysis.currency)];
  const names = running.map(({ name }) => name).join(', ');
  const figure: Figure = {
    amount: each,
    approximate: running.some(({ variable }) => variable),
    arithmetic: `${running.map(({ name, amount }) => `${name} ${analysis.say(amount)}`).join(' + ')} = ${analysis.say(each)} a month`,
    sources: [
      { kind: 'transactions', transactionIds: running.flatMap(({ transactionIds }) => transactionIds) },
    ],
  };
  const count = running.length === 1 ? 'One subscription' : `${running.length} subscriptions`;
  return [
    {
      kind: 'subscriptions',
      text: `${count} (${names}) cost you ${analysis.say(each)} a month, ${analysis.say(year)} a year.`,
      figures: [figure],
    },
  ];
}

function priceRises(analysis: Analysis): Finding[] {
  return analysis.charges.flatMap((series): Finding[] => {
    const change = series.priceChange;
    if (series.ended || !change || change.to.minor <= change.from.minor) return [];
    const figure: Figure = {
      amount: change.to,
      approximate: false,
      arithmetic: `${series.name}: ${analysis.say(change.from)} until ${longDate(change.on)}, ${analysis.say(change.to)} since`,
      sources: [{ kind: 'transactions', transactionIds: series.transactionIds }],
    };
    return [
      {
        kind: 'price-rise',
        text: `${series.name} went from ${analysis.say(change.from)} to ${analysis.say(change.to)} on ${longDate(change.on)}.`,
        figures: [figure],
      },
    ];
  });
}

function odd(analysis: Analysis): Finding[] {
  return unusualCharges(analysis)
    .slice(0, changesShown)
    .map(({ entry, usual, why }): Finding => {
      const figure = sumOf([entry], analysis.currency, entry.merchantName, analysis.say);
      const on = longDate(dateOfDay(entry.day));
      const text =
        why === 'charged-twice'
          ? `${entry.merchantName} charged ${analysis.say(figure.amount)} twice on ${on}.`
          : `${entry.merchantName} took ${analysis.say(figure.amount)} on ${on}; usually it is about ${analysis.say(money(Math.round(usual ?? 0), analysis.currency))}.`;
      return { kind: 'unusual', text, figures: [figure] };
    });
}
