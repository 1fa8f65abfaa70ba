import { type Money, multiply } from '../../domain/money.js';
import { serviceKey } from '../../domain/ranking/effective-cost.js';
import { amountFact, type Fact, nameFact } from '../conversation/claims/facts.js';
import type { SubscriptionList, SubscriptionView } from '../finance/results.js';
import type { ToolResult, ToolTurn } from './tool.js';

/** What one subscription, or all of them, come to a year; of one that has ended, what that saves. */
export function aYear(turn: ToolTurn, list: SubscriptionList, name: string | null): ToolResult {
  const { voice } = turn;
  const memory = { figure: 'subscriptions', ...(name && { service: name }) };
  const meant = list.subscriptions.filter((one) =>
    name ? serviceKey(one.name) === serviceKey(name) : one.status === 'active' || one.status === 'proposed',
  );
  const priced = meant.flatMap((one) => {
    const year = yearOf(one);
    return year ? [{ one, year }] : [];
  });
  const [first] = priced;
  if (!first) {
    const text = name
      ? `I don’t know what ${name} costs you. Tell me (“I pay 7.99 a month for ${name}”), and I’ll work it out.`
      : 'I know no subscription of yours with its price, so there’s nothing to add up.';
    return { text, facts: name ? [nameFact(name)] : [], memory };
  }
  const facts: Fact[] = priced.flatMap(({ one, year }) => [
    nameFact(one.name),
    amountFact(one.name, 'annual', year.amount, year.supposed),
    ...(one.price ? [amountFact(one.name, 'price', one.price.amount, one.price.approximate)] : []),
  ]);
  if (name) {
    const { one, year } = first;
    const price = one.price ? ` (${voice.money(one.price.amount)} a time)` : '';
    const supposing = year.supposed ? ', if it comes every month' : '';
    const text =
      one.status === 'ended'
        ? `Going without ${one.name}${price} saves you **${voice.money(year.amount)}** a year${supposing}.`
        : `${one.name}${price} costs you **${voice.money(year.amount)}** a year${supposing}; without it you’d save just that.`;
    return { text, facts, memory };
  }
  const { currency } = first.year.amount;
  const same = priced.filter(({ year }) => year.amount.currency === currency);
  const total = { currency, minor: same.reduce((sum, { year }) => sum + year.amount.minor, 0) };
  const parts = same.map(({ one, year }) => `${one.name} ${voice.money(year.amount)}`);
  const supposed = same.filter(({ year }) => year.supposed).map(({ one }) => one.name);
  const seen =
    supposed.length > 0
      ? ` I’ve seen ${voice.list(supposed)} charged once so far, and take it to come every month.`
      : '';
  const unpriced = meant.length - same.length;
  const without = unpriced > 0 ? ` Of ${unpriced} more I know no price.` : '';
  const all = same.length > 1 ? ` (${voice.list(parts)})` : '';
  return {
    text: `${same.length === 1 ? `That’s ${same[0]?.one.name} alone, as far as I know: ` : 'All that I know of come to '}**${voice.money(total)}** a year${all}.${seen}${without}`,
    facts: [...facts, amountFact('subscriptions', 'annual', total, supposed.length > 0)],
    memory,
  };
}

/** What all running subscriptions come to; of one that was charged once, as if it came every month. Null: no price is known. */
export function togetherOf({ subscriptions }: SubscriptionList): {
  readonly month: Money;
  readonly year: Money;
  /** Names of those whose rhythm is supposed. */
  readonly supposed: readonly string[];
} | null {
  const known = subscriptions
    .filter(({ status }) => status === 'active' || status === 'proposed')
    .flatMap((one) => {
      const year = yearOf(one);
      const month = one.monthlyCost?.amount ?? one.price?.amount;
      return year && month ? [{ name: one.name, year, month }] : [];
    });
  const [first] = known;
  if (!first) return null;
  const { currency } = first.month;
  const same = known.filter(({ month }) => month.currency === currency);
  return {
    month: { currency, minor: same.reduce((sum, { month }) => sum + month.minor, 0) },
    year: { currency, minor: same.reduce((sum, { year }) => sum + year.amount.minor, 0) },
    supposed: same.filter(({ year }) => year.supposed).map(({ name }) => name),
  };
}

/** What it costs a year; supposed where a single charge tells of no rhythm. */
function yearOf(one: SubscriptionView): { readonly amount: Money; readonly supposed: boolean } | null {
  if (one.annualCost) return { amount: one.annualCost.amount, supposed: false };
  return one.price ? { amount: multiply(one.price.amount, 12, 'half-up'), supposed: true } : null;
}
