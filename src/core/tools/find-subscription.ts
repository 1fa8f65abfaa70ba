import { serviceKey } from '../../domain/ranking/effective-cost.js';
import type { SubscriptionView } from '../finance/results.js';

/** Words that name no service: "the gym membership" is the gym. */
const PLAIN = /\b(?:the|my|our|a|subscriptions?|memberships?|account|plan|service)\b/g;

/** The running subscription that a name means: its own, or words of it ("gym"), where only one has them. */
export function subscriptionCalled(
  subscriptions: readonly SubscriptionView[],
  name: string,
): SubscriptionView | null {
  const running = subscriptions.filter(({ status }) => status === 'active' || status === 'proposed');
  const exact = running.find((one) => serviceKey(one.name) === serviceKey(name));
  if (exact) return exact;
  const wanted = wordsOf(name.toLowerCase().replace(PLAIN, ' '));
  if (wanted.length === 0) return null;
  const near = running.filter((one) => {
    const words = wordsOf(one.name.toLowerCase());
    return wanted.every((word) => words.includes(word));
  });
  return near.length === 1 ? (near[0] ?? null) : null;
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}+]+/gu) ?? [];
}
