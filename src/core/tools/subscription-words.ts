import type { Cadence } from '../../domain/recurrence/cadence.js';
import type { SubscriptionList, SubscriptionView } from '../finance/results.js';
import { togetherOf } from './subscription-year.js';
import type { ToolTurn } from './tool.js';

/** How often a subscription is charged, as it stands behind its price. */
export const EVERY: Readonly<Record<Cadence, string>> = {
  weekly: 'a week',
  fortnightly: 'every two weeks',
  'four-weekly': 'every four weeks',
  'semi-monthly': 'twice a month',
  monthly: 'a month',
  quarterly: 'a quarter',
  'half-yearly': 'every half year',
  annual: 'a year',
};

/** What somebody is subscribed to, a line each, with what it comes to together. */
export function listText(list: SubscriptionList, turn: ToolTurn): string {
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
