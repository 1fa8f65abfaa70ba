import { findAmounts } from './amounts.js';
import type { Intent, ReadingWorld } from './intents.js';
import { findServices } from './vocabulary.js';

/** Services taken out or given up: "I have Netflix", "I cancelled Spotify", "I pay 15.49 for Netflix". */
export function readServices(text: string, world: ReadingWorld): Intent[] {
  const services = findServices(text);
  if (services.length === 0 || /\?\s*$/.test(text)) return [];
  const [amount] = findAmounts(text, world.currency);
  return services.flatMap(({ name, start }): Intent[] => {
    const before = text.slice(Math.max(0, start - 60), start);
    const priced =
      /^\S+(?: \S+){0,2}? (?:costs?(?: me)?|is|charges(?: me)?) /.test(text.slice(start)) &&
      amount !== undefined;
    const change = serviceChange(before) ?? (priced ? 'add' : null);
    if (!change) return [];
    const price = change === 'add' && services.length === 1 ? amount : undefined;
    return [
      {
        kind: 'subscription-change',
        change,
        name,
        price: price?.amount ?? null,
        per: price?.per ?? null,
      },
    ];
  });
}

function serviceChange(before: string): 'add' | 'end' | null {
  const clause = before.split(/[.;!?]\s|\bbut\b/).at(-1) ?? '';
  if (
    /\b(?:cancel(?:l?ed|l?ing)?|ended|stopped|quit|dropped|unsubscribed? (?:from)?|got rid of|no longer (?:have|pay for|use)|do not (?:have|use|pay for)|without|not have|gave up)\b[^.]*$/.test(
      clause,
    )
  )
    return 'end';
  if (
    /\b(?:(?:i|we) (?:already |also |now |still |currently |just )*(?:have(?: got)?|got|use|(?:am |are )?pay(?:ing)?(?: .{0,24})? for|subscribe to|am subscribed to|are subscribed to|signed up (?:for|to)|joined|started|watch|own)|subscribed to|my subscriptions? (?:is|are|include)|i am on|add|signed up for)\b[^.]*$/.test(
      clause,
    )
  )
    return 'add';
  return null;
}
