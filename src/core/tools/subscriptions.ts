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
import { aYear, togetherOf } from './subscription-year.js';
import { defineTool, type ToolResult, type ToolTurn } from './tool.js';

const EVERY: Readonly<Record<Cadence, string>> = {
  weekly: 'a week',
  fortnightly: 'every two weeks',
  'four-weekly': 'every four weeks',
  'semi-monthly': 'twice a month',
  monthly: 'a month',
  quarterly: 'a quarter',
  'half-yearly': 'every half year',
  annual: 'a year',
};

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
  args: { readonly name: string; readonly price?: number | undefined; readonly per?: Cadence | undefined },
): Promise<ToolResult> {
  const known = await listSubscriptions(context, { userId: turn.userId });
  const before = known.subscriptions.find(
    (one) => serviceKey(one.name) === serviceKey(args.name) && one.status !== 'ended',
  );
  const added = await addSubscription(context, {
    userId: turn.userId,
    name: args.name,
    ...(args.price !== undefined && {
      price: fromMajor(args.price.toFixed(2), turn.currency),
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

function listText(list: SubscriptionList, turn: ToolTurn): string {
  const { voice } = turn;
  const active = list.subscriptions.filter((one) => one.status === 'active');
  const proposed = list.subscriptions.filter((one) => one.status === 'proposed');
  if (active.length === 0 && proposed.length === 0) {
    return list.statements > 0
      ? 'I see no subscription of yours in what I have read. Tell me (“I have Netflix”), and I’ll count what it includes as paid for.'
      : 'I don’t know of any subscriptions yet. Tell me (“I have Netflix”), or drop a bank statement (PDF) and I’ll find them.';
  }
  const blocks: string[] = [];
  const together = togetherOf(list);
  const total =
    together && active.length + proposed.length > 1
      ? `, about ${voice.money(together.month)} a month together (${voice.money(together.year)} a year${together.supposed.length > 0 ? `, if ${voice.list(together.supposed)} ${together.supposed.length === 1 ? 'comes' : 'come'} every month` : ''})${unpricedWords(active.concat(proposed), turn)}`
      : '';
  if (active.length > 0) {
    blocks.push(
      `You have ${active.length === 1 ? 'one subscription' : `${active.length} subscriptions`}${proposed.length === 0 ? total : ''}:`,
    );
    blocks.push(active.map((one) => subscriptionLine(one, turn)).join('\n'));
  }
  if (proposed.length > 0) {
    blocks.push(
      `${active.length > 0 ? 'In your statements I also found' : 'In your statements I found'} what ${proposed.length === 1 ? 'looks like a subscription' : 'look like subscriptions'}:`,
    );
    blocks.push(proposed.map((one) => subscriptionLine(one, turn)).join('\n'));
    blocks.push(
      `${total ? `All of it comes to ${total.replace(/^, /, '').replace(' together', '')}. ` : ''}${proposed.length === 1 ? 'Is it yours? Say yes, and I’ll keep it on your list, or no' : 'Are those yours? Say yes, and I’ll keep them on your list, or no'}.`,
    );
  }
  for (const overlap of list.overlaps.slice(0, 2)) blocks.push(overlap.text);
  return blocks.join('\n\n');
}

/** Those whose price nobody told: no sum holds them. */
function unpricedWords(running: readonly SubscriptionView[], { voice }: ToolTurn): string {
  const names = running.filter(({ price }) => price === null).map(({ name }) => name);
  return names.length > 0 ? `, without ${voice.list(names)}, whose price I don’t know` : '';
}

function subscriptionLine(one: SubscriptionView, turn: ToolTurn): string {
  const { voice } = turn;
  const price = one.price
    ? `: ${one.price.approximate ? 'about ' : ''}${voice.money(one.price.amount)}${one.cadence ? ` ${EVERY[one.cadence]}` : ''}${seenOnceWords(one, turn)}`
    : '';
  const due = one.nextDueOn && one.nextDueOn >= turn.today ? `, next on ${voice.date(one.nextDueOn)}` : '';
  const rise = one.priceChange
    ? `, up from ${voice.money(one.priceChange.from)} since ${voice.date(one.priceChange.on)}`
    : '';
  return `- ${one.name}${price}${due}${rise}`;
}

function seenOnceWords({ seenOnceOn, cadence }: SubscriptionView, { voice }: ToolTurn): string {
  return seenOnceOn && cadence === null ? ` on ${voice.date(seenOnceOn)}, seen once so far` : '';
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
