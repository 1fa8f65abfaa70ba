import { z } from 'zod';
import type { IsoDate } from '../../domain/calendar.js';
import type { Figure } from '../../domain/figures.js';
import { fromMajor, multiply } from '../../domain/money.js';
import { serviceKey } from '../../domain/ranking/effective-cost.js';
import type { Cadence } from '../../domain/recurrence/cadence.js';
import { amountFact, dateFact, type Fact, nameFact, numberFact } from '../conversation/claims/facts.js';
import { addSubscription } from '../finance/add-subscription.js';
import { endSubscription } from '../finance/end-subscription.js';
import { getBudgetStatus } from '../finance/get-budget-status.js';
import { listSubscriptions } from '../finance/list-subscriptions.js';
import type { SubscriptionList, SubscriptionView } from '../finance/results.js';
import type { CoreContext } from '../ports/context.js';
import { budgetFacts } from './budget-words.js';
import { subscriptionCalled } from './find-subscription.js';
import { EVERY, listText } from './subscription-words.js';
import { aYear, togetherOf } from './subscription-year.js';
import { defineTool, type ToolResult, type ToolTurn } from './tool.js';

/** What the user is subscribed to, and what it costs. */
export const subscriptionsTool = defineTool({
  name: 'list_subscriptions',
  description: 'The user’s subscriptions with monthly and annual cost, overlaps and price rises.',
  schema: z.object({
    name: z.string().max(100).optional(),
    cancel: z.boolean().optional(),
    /** What it comes to a year. */
    yearly: z.boolean().optional(),
  }),
  examples: [{}, { name: 'Hulu' }],
  private: true,
  effect: 'reads',
  async call(context, turn, args) {
    const list = await listSubscriptions(context, { userId: turn.userId });
    if (args.yearly) return aYear(turn, list, args.name ?? null);
    if (args.name) return oneOf(context, turn, list, args.name, args.cancel ?? false);
    const proposed = list.subscriptions.filter((one) => one.status === 'proposed').map((one) => one.name);
    return {
      text: listText(list, turn),
      facts: subscriptionFacts(list.subscriptions, list),
      memory: {
        figure: 'subscriptions',
        ...(proposed.length > 0 && { pending: { kind: 'subscriptions' as const, names: proposed } }),
      },
      ...(proposed.length > 0 && { buttons: consentButtons }),
    };
  },
});

/** One subscription: what it costs, what it would free, and that nobody but its owner can cancel it. */
async function oneOf(
  context: CoreContext,
  turn: ToolTurn,
  list: SubscriptionList,
  name: string,
  cancel: boolean,
): Promise<ToolResult> {
  const { voice } = turn;
  const found = subscriptionCalled(list.subscriptions, name);
  const cannot = cancel
    ? `I can’t cancel ${name} for you; that’s done with them. Once you have, tell me “I cancelled ${name}”, and I’ll take it off your list.`
    : '';
  if (found?.price && found.seenOnceOn && !found.monthlyCost) {
    return chargedOnce(turn, { ...found, price: found.price, seenOnceOn: found.seenOnceOn }, cannot);
  }
  if (!found?.monthlyCost) {
    const text =
      cannot ||
      `I don’t know what ${name} costs you. Tell me (“I pay 7.99 a month for ${name}”), and I’ll weigh it up.`;
    return { text, facts: [nameFact(name)], memory: { service: name } };
  }
  const monthly = found.monthlyCost.amount;
  const annual = found.annualCost ? ` (${voice.money(found.annualCost.amount)} a year)` : '';
  const status = await getBudgetStatus(context, { userId: turn.userId });
  const total = status.total?.amount;
  const percent =
    total && total.minor > 0 && total.currency === monthly.currency
      ? Math.round((monthly.minor * 100) / total.minor)
      : null;
  const share =
    percent === null ? '' : ` That’s ${percent}% of your fun budget of ${voice.money(total ?? monthly)}.`;
  const rise = found.priceChange
    ? ` It went ${found.priceChange.to.minor > found.priceChange.from.minor ? 'up' : 'down'} from ${voice.money(found.priceChange.from)} to ${voice.money(found.priceChange.to)} on ${voice.date(found.priceChange.on)}.`
    : '';
  const advice = cancel
    ? ''
    : ' Dropping it frees that much; if you watch or use it every week, it’s cheap fun. The choice is yours.';
  return {
    text: [
      `${found.name} costs you ${voice.money(monthly)} a month${annual}.${rise}${share}${advice}`,
      cannot,
    ]
      .filter(Boolean)
      .join('\n\n'),
    facts: [
      ...subscriptionFacts([found], null),
      ...budgetFacts(status),
      ...(percent === null ? [] : [numberFact(found.name, 'share', percent, 'percent')]),
    ],
    memory: { service: found.name },
  };
}

/** One charge is what it cost then; what it comes to a month holds if it comes monthly. */
function chargedOnce(
  { voice }: ToolTurn,
  found: SubscriptionView & { readonly price: Figure; readonly seenOnceOn: IsoDate },
  cannot: string,
): ToolResult {
  const price = found.price.amount;
  const year = multiply(price, 12, 'half-up');
  const seen = `Your statement shows ${found.name} once so far: **${voice.money(price)}** on ${voice.date(found.seenOnceOn)}.`;
  const freed = ` If it comes every month, dropping it frees ${voice.money(price)} a month (${voice.money(year)} a year). Not a subscription of yours? Say “I don’t have ${found.name}”.`;
  return {
    text: [`${seen}${freed}`, cannot].filter(Boolean).join('\n\n'),
    facts: [...subscriptionFacts([found], null), amountFact(found.name, 'a year if monthly', year, true)],
    memory: { service: found.name },
  };
}

/** Buttons under a question about subscriptions that were found in statements. */
export const consentButtons = [
  { id: 'answer:yes', label: 'Yes, those are mine' },
  { id: 'answer:no', label: 'No, leave them' },
] as const;

/** Notes that the user has a service, or has given it up. */
export const changeSubscriptionTool = defineTool({
  name: 'change_subscription',
  description: 'Notes that the user has a subscription (add) or has cancelled it (end).',
  schema: z.object({
    change: z.enum(['add', 'end']),
    name: z.string().min(1).max(100),
    price: z.number().positive().optional(),
    currency: z.string().length(3).optional(),
    per: z.enum(['weekly', 'fortnightly', 'four-weekly', 'monthly', 'quarterly', 'annual']).optional(),
  }),
  examples: [
    { change: 'add', name: 'Netflix', price: 15.49, per: 'monthly' },
    { change: 'end', name: 'Hulu' },
  ],
  private: false,
  effect: 'writes',
  call: (context, turn, args) =>
    args.change === 'add' ? add(context, turn, args) : end(context, turn, args.name),
});

async function add(
  context: CoreContext,
  turn: ToolTurn,
  args: {
    readonly name: string;
    readonly price?: number | undefined;
    readonly currency?: string | undefined;
    readonly per?: Cadence | undefined;
  },
): Promise<ToolResult> {
  const known = await listSubscriptions(context, { userId: turn.userId });
  const before = known.subscriptions.find(
    (one) => serviceKey(one.name) === serviceKey(args.name) && one.status !== 'ended',
  );
  const added = await addSubscription(context, {
    userId: turn.userId,
    name: args.name,
    ...(args.price !== undefined && {
      price: fromMajor(args.price.toFixed(2), args.currency ?? turn.currency),
      cadence: args.per ?? 'monthly',
    }),
  });
  if (before?.price && args.price !== undefined && added.price) return repriced(turn, before.price, added);
  const price =
    args.price !== undefined && added.price
      ? ` at ${turn.voice.money(added.price.amount)} ${EVERY[added.cadence ?? 'monthly']}`
      : '';
  const included = turn.more ? '' : ' Whatever that includes, I’ll count as costing you nothing more.';
  const text = `${turn.voice.pick(
    `Noted: you have ${added.name}${price}.`,
    `Got it, ${added.name}${price} is on your list.`,
    `${added.name}${price}: noted.`,
  )}${included}`;
  return {
    text,
    facts: subscriptionFacts([added], null),
    memory: { service: added.name, done: { what: 'subscription', name: added.name, change: 'add' } },
  };
}

/** A price that is another one now. */
function repriced(turn: ToolTurn, before: Figure, added: SubscriptionView): ToolResult {
  const { voice } = turn;
  const now = added.price?.amount ?? before.amount;
  const was = before.amount.minor === now.minor ? '' : ` (it was ${voice.money(before.amount)})`;
  return {
    text: `Noted: ${added.name} is ${voice.money(now)} ${EVERY[added.cadence ?? 'monthly']} now${was}.`,
    facts: [...subscriptionFacts([added], null), amountFact(added.name, 'old price', before.amount)],
    memory: {
      service: added.name,
      figure: 'subscriptions',
      done: { what: 'subscription', name: added.name, change: 'add' },
    },
  };
}

async function end(context: CoreContext, turn: ToolTurn, name: string): Promise<ToolResult> {
  const { subscriptions } = await listSubscriptions(context, { userId: turn.userId });
  const found = subscriptionCalled(subscriptions, name);
  if (!found) return { text: `Noted: no ${name}. I had none on your list.`, facts: [nameFact(name)] };
  const ended = await endSubscription(context, { userId: turn.userId, subscriptionId: found.id });
  const freed = found.monthlyCost
    ? ` That frees ${found.monthlyCost.approximate ? 'about ' : ''}${turn.voice.money(found.monthlyCost.amount)} a month.`
    : '';
  return {
    text: `${turn.voice.pick(`Done: ${ended.name} is off your list.`, `${ended.name} is gone from your subscriptions.`)}${freed}`,
    facts: subscriptionFacts([found], null),
    memory: { service: ended.name, done: { what: 'subscription', name: ended.name, change: 'end' } },
  };
}

/** Takes over, or declines, what was found in statements. */
export async function answerProposed(
  context: CoreContext,
  turn: ToolTurn,
  names: readonly string[],
  yes: boolean,
): Promise<ToolResult> {
  const { subscriptions } = await listSubscriptions(context, { userId: turn.userId, status: 'proposed' });
  const asked = subscriptions.filter((one) => names.includes(one.name));
  for (const one of asked) {
    if (yes) await addSubscription(context, { userId: turn.userId, name: one.name });
    else await endSubscription(context, { userId: turn.userId, subscriptionId: one.id, outcome: 'declined' });
  }
  const list = turn.voice.list(asked.map((one) => one.name));
  if (asked.length === 0) return { text: 'Those are settled already.', facts: [] };
  const text = yes
    ? `Thanks! ${list} ${asked.length === 1 ? 'is' : 'are'} on your list now, and I’ll count what they include as already paid for.`
    : `All right, I won’t count ${list}, and I won’t ask again.`;
  return { text, facts: subscriptionFacts(asked, null) };
}

/** Every figure of subscriptions that a reply may use. */
export function subscriptionFacts(
  subscriptions: readonly SubscriptionView[],
  list: SubscriptionList | null,
): Fact[] {
  const facts: Fact[] = [];
  for (const one of subscriptions) {
    facts.push(nameFact(one.name));
    if (one.price) facts.push(amountFact(one.name, 'price', one.price.amount, one.price.approximate));
    if (one.monthlyCost)
      facts.push(amountFact(one.name, 'monthly', one.monthlyCost.amount, one.monthlyCost.approximate));
    if (one.annualCost)
      facts.push(amountFact(one.name, 'annual', one.annualCost.amount, one.annualCost.approximate));
    if (one.seenOnceOn) facts.push(dateFact(one.name, 'charged', one.seenOnceOn));
    if (one.nextDueOn) facts.push(dateFact(one.name, 'due', one.nextDueOn));
    if (one.priceChange)
      facts.push(
        amountFact(one.name, 'old price', one.priceChange.from),
        dateFact(one.name, 'price change', one.priceChange.on),
      );
  }
  if (list) {
    const together = togetherOf(list);
    if (together)
      facts.push(
        amountFact('subscriptions', 'monthly', together.month, true),
        amountFact('subscriptions', 'annual', together.year, true),
      );
    const active = subscriptions.filter((one) => one.status === 'active').length;
    facts.push(
      numberFact('subscriptions', 'count', active, 'count'),
      numberFact('subscriptions', 'count', subscriptions.length, 'count'),
    );
  }
  return facts;
}
