import type { Analysis } from '../analysis/analyse.js';
import { longDate } from '../analysis/coverage.js';
import { duesIn } from '../budget/dues.js';
import type { BudgetStatus } from '../budget/status.js';
import { addDays, dateOfDay, dayNumber, type IsoDate } from '../calendar.js';
import { unusualCharges } from '../insights/unusual.js';
import { money } from '../money.js';

/** Something to tell unasked. The key says what it is about: the same thing is told once. */
export interface AlertIdea {
  readonly key: string;
  readonly kind:
    | 'pace'
    | 'overspent'
    | 'subscription-due'
    | 'price-rise'
    | 'unusual'
    | 'wish-price'
    | 'digest';
  readonly severity: 'info' | 'warn' | 'critical';
  readonly message: string;
  /** The figures of the message, minor units. */
  readonly facts: Readonly<Record<string, number | string>>;
}

/** Larger renewals are announced so many days ahead. */
const announceDays = 3;
/** News of a price or a charge older than this is no news. */
const newsDays = 14;

/** What is worth an alert today. */
export function alertIdeas(analysis: Analysis, budget: BudgetStatus): AlertIdea[] {
  return [
    ...paceIdeas(analysis, budget),
    ...dueIdeas(analysis),
    ...priceIdeas(analysis),
    ...unusualIdeas(analysis),
  ];
}

function paceIdeas({ say }: Analysis, budget: BudgetStatus): AlertIdea[] {
  const { pace, left, total, spent, projection, period } = budget;
  if ((pace.level !== 'warn' && pace.level !== 'critical') || !left || !total) return [];
  const days = `${period.daysLeft} ${period.daysLeft === 1 ? 'day' : 'days'}`;
  const facts = {
    spent: spent.amount.minor,
    total: total.amount.minor,
    left: left.amount.minor,
    currency: budget.currency,
  };
  if (left.amount.minor <= 0) {
    const over = left.amount.minor < 0 ? `, ${say(money(-left.amount.minor, budget.currency))} over` : '';
    return [
      {
        key: `overspent:${period.start}`,
        kind: 'overspent',
        severity: 'critical',
        facts,
        message: `Your fun money for this period is used up: ${say(spent.amount)} of ${say(total.amount)}${over}, with ${days} to go. Free things and what you already subscribe to still cost nothing.`,
      },
    ];
  }
  const outlook = projection ? ` At this pace it will be about ${say(projection.amount)}.` : '';
  return [
    {
      key: `pace:${period.start}:${pace.level}`,
      kind: 'pace',
      severity: pace.level,
      facts,
      message: `You have spent ${say(spent.amount)} of ${say(total.amount)} for fun, and ${days} are left.${outlook} ${say(left.amount)} is left.`,
    },
  ];
}

function dueIdeas(analysis: Analysis): AlertIdea[] {
  const { today, say } = analysis;
  return duesIn(analysis, { start: addDays(today, 1), end: addDays(today, announceDays) })
    .filter(({ entertainment }) => entertainment)
    .map(({ name, dueOn, figure }) => ({
      key: `due:${name.toLowerCase()}:${dueOn}`.slice(0, 120),
      kind: 'subscription-due' as const,
      severity: 'info' as const,
      facts: { amount: figure.amount.minor, currency: figure.amount.currency, dueOn },
      message: `${name} renews on ${longDate(dueOn)} for ${figure.approximate ? 'about ' : ''}${say(figure.amount)}.`,
    }));
}

function priceIdeas({ charges, knownUntil, say }: Analysis): AlertIdea[] {
  return charges.flatMap((series): AlertIdea[] => {
    const change = series.priceChange;
    if (
      series.ended ||
      !change ||
      change.to.minor <= change.from.minor ||
      change.on < addDays(knownUntil, -newsDays)
    )
      return [];
    return [
      {
        key: `price:${series.merchantKey}:${change.on}`.slice(0, 120),
        kind: 'price-rise',
        severity: 'info',
        facts: { from: change.from.minor, to: change.to.minor, currency: change.to.currency },
        message: `${series.name} went up from ${say(change.from)} to ${say(change.to)} on ${longDate(change.on)}.`,
      },
    ];
  });
}

function unusualIdeas(analysis: Analysis): AlertIdea[] {
  const since = dayNumber(addDays(analysis.knownUntil, -newsDays));
  return unusualCharges(analysis)
    .filter(({ entry }) => entry.day >= since)
    .slice(0, 3)
    .map(({ entry, usual, why }) => {
      const amount = analysis.say(money(entry.minor, analysis.currency));
      const on = longDate(dateOfDay(entry.day));
      const about =
        usual === null
          ? ''
          : `, where about ${analysis.say(money(Math.round(usual), analysis.currency))} is usual`;
      return {
        key: `unusual:${entry.id}`,
        kind: 'unusual' as const,
        severity: 'warn' as const,
        facts: { amount: entry.minor, currency: analysis.currency },
        message:
          why === 'charged-twice'
            ? `${entry.merchantName} charged ${amount} twice on ${on}. Was that meant?`
            : `${entry.merchantName} took ${amount} on ${on}${about}.`,
      };
    });
}

/** The Monday of the day's week. */
export function weekStart(today: IsoDate): IsoDate {
  const day = dayNumber(today);
  // 1970-01-01, day 0, was a Thursday.
  return dateOfDay(day - ((day + 3) % 7));
}

/** The weekly digest: last week, what is left, what falls due. Null while no budget is known. */
export function digestIdea(analysis: Analysis, budget: BudgetStatus): AlertIdea | null {
  const { left, leftPerDay, total } = budget;
  if (!left || !leftPerDay || !total) return null;
  const { say, today, currency } = analysis;
  const monday = weekStart(today);
  const [from, to] = [dayNumber(monday) - 7, dayNumber(monday) - 1];
  const lastWeek = analysis.entries
    .filter(
      ({ kind, group, day }) => kind === 'spending' && group === 'entertainment' && day >= from && day <= to,
    )
    .reduce((sum, { minor }) => sum + minor, 0);
  const dues = duesIn(analysis, { start: today, end: addDays(monday, 6) }).filter(
    ({ entertainment }) => entertainment,
  );
  const due =
    dues.length === 0
      ? ''
      : ` Due this week: ${dues.map(({ name, figure }) => `${name} ${say(figure.amount)}`).join(', ')}.`;
  const stale = analysis.data.stale && analysis.data.basedOn ? ` (${analysis.data.basedOn})` : '';
  return {
    key: `digest:${monday}`,
    kind: 'digest',
    severity: 'info',
    facts: { lastWeek, left: left.amount.minor, total: total.amount.minor, currency },
    message: `Your week: ${say(money(lastWeek, currency))} went on fun last week. ${say(left.amount)} of ${say(total.amount)} is left, ${say(leftPerDay.amount)} a day until ${longDate(budget.period.end)}${stale}.${due}`,
  };
}
