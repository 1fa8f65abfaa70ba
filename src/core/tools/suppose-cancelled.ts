import type { BudgetStatus } from '../../domain/budget/status.js';
import type { Money } from '../../domain/money.js';
import { amountFact, type Fact, nameFact } from '../conversation/claims/facts.js';
import type { Voice } from '../conversation/voice.js';
import { getBudgetStatus } from '../finance/get-budget-status.js';
import { listSubscriptions } from '../finance/list-subscriptions.js';
import type { SubscriptionView } from '../finance/results.js';
import type { CoreContext } from '../ports/context.js';
import { budgetFacts, leftOf, periodWords } from './budget-words.js';
import { subscriptionCalled } from './find-subscription.js';
import type { ToolResult, ToolTurn } from './tool.js';

/** "What if I cancelled the gym?": what it frees a month and a year, and what would be left. No name: all of them. Changes nothing. */
export async function supposeCancelled(
  context: CoreContext,
  turn: ToolTurn,
  names: readonly string[],
): Promise<ToolResult> {
  const { userId, voice } = turn;
  const { subscriptions } = await listSubscriptions(context, { userId });
  const running = subscriptions.filter(({ status }) => status === 'active' || status === 'proposed');
  const meant =
    names.length === 0
      ? running
      : names.flatMap((name) => {
          const found = subscriptionCalled(subscriptions, name);
          return found ? [found] : [];
        });
  const unknown = names.filter((name) => !subscriptionCalled(subscriptions, name));
  const priced = meant.filter((one) => priceOf(one) !== null);
  const missing = [
    ...unknown.map((name) => `I have no ${name} on your list.`),
    ...meant.filter((one) => !priced.includes(one)).map(({ name }) => `I don’t know what ${name} costs you.`),
  ].join(' ');
  const [first] = priced;
  if (!first) {
    const none = names.length === 0 ? 'I know no subscription of yours with its price.' : missing;
    const [name] = names;
    return {
      text: `${none} Tell me its price (“I pay 7.99 a month for ${name ?? 'Netflix'}”), and I’ll work it out.`,
      facts: names.map(nameFact),
    };
  }
  const status = await getBudgetStatus(context, { userId });
  const month = sumOf(priced);
  const year = { ...month, minor: month.minor * 12 };
  const due = sumOf(
    priced.filter(
      ({ nextDueOn, isEntertainment }) =>
        isEntertainment && nextDueOn !== null && nextDueOn >= turn.today && nextDueOn <= status.period.end,
    ),
    month.currency,
  );
  const fun = priced.every(({ isEntertainment }) => isEntertainment);
  const supposed = priced.filter(({ monthlyCost }) => monthlyCost === null).map(({ name }) => name);
  const total = status.monthlyBudget?.amount;
  const budget = !total
    ? ''
    : fun
      ? ` Your fun budget stays ${voice.money(total)} a month; that much more of it is free for other things.`
      : ' That comes off your needs rather than off your fun money.';
  const facts: Fact[] = [
    ...priced.flatMap((one) => [nameFact(one.name), ...priceFacts(one)]),
    amountFact('subscriptions', 'freed', month, supposed.length > 0),
    amountFact('subscriptions', 'freed a year', year, supposed.length > 0),
    ...budgetFacts(status),
  ];
  const now = fun ? thisPeriod(status, due, priced.length, voice) : null;
  return {
    text: `Without ${voice.list(priced.map(({ name }) => name))} you’d have **${voice.money(month)}** a month more (${voice.money(year)} a year)${supposed.length > 0 ? `, if ${voice.list(supposed)} ${supposed.length === 1 ? 'comes' : 'come'} every month` : ''}.${budget}${now?.text ?? ''}${missing ? ` ${missing}` : ''}`,
    facts: [...facts, ...(now?.facts ?? [])],
    memory: { figure: 'subscriptions', service: first.name, subject: null },
  };
}

/** What is left of this period where charges that are still due don't come. */
function thisPeriod(
  status: BudgetStatus,
  freed: Money,
  count: number,
  voice: Voice,
): { readonly text: string; readonly facts: readonly Fact[] } | null {
  const left = status.left?.amount;
  if (!left || left.currency !== freed.currency) return null;
  const then = { ...left, minor: left.minor + freed.minor };
  const period = capital(periodWords(status));
  return {
    text:
      freed.minor > 0
        ? ` ${period} that’s ${leftOf(then, voice)} instead of ${leftOf(left, voice)}.`
        : ` ${period} nothing changes: no charge of ${count === 1 ? 'it' : 'them'} is still due.`,
    facts: [amountFact('budget', 'supposed left', { ...then, minor: Math.abs(then.minor) })],
  };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function priceOf({ monthlyCost, price }: SubscriptionView): Money | null {
  return monthlyCost?.amount ?? price?.amount ?? null;
}

function priceFacts(one: SubscriptionView): Fact[] {
  const price = priceOf(one);
  return price ? [amountFact(one.name, 'monthly', price)] : [];
}

function sumOf(some: readonly SubscriptionView[], currency?: string): Money {
  const amounts = some.flatMap((one) => priceOf(one) ?? []);
  const unit = currency ?? amounts[0]?.currency ?? '';
  return {
    currency: unit,
    minor: amounts.filter((one) => one.currency === unit).reduce((sum, { minor }) => sum + minor, 0),
  };
}
