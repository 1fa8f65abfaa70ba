import { serviceKey } from '../../domain/ranking/effective-cost.js';
import { addSubscription } from '../finance/add-subscription.js';
import { endSubscription } from '../finance/end-subscription.js';
import type { CoreContext } from '../ports/context.js';
import type { Preferences, PriceSensitivity } from '../ports/stores/recommendations.js';

/** A change of preferences: `set` lists replace, `add` and `remove` lists adjust. Absent fields stay as they are. */
export interface PreferenceChanges {
  readonly preferredGenres?: ListChange;
  readonly dislikedGenres?: ListChange;
  readonly preferredActivities?: ListChange;
  readonly priceSensitivity?: PriceSensitivity | null;
  /** Names of services. Each new one is added as a subscription, each that goes is ended: those are the truth. */
  readonly streamingSubscriptions?: ListChange;
}

export interface ListChange {
  readonly set?: readonly string[];
  readonly add?: readonly string[];
  readonly remove?: readonly string[];
}

const listLimit = 100;
const wordLimit = 60;

const tidy = (word: string): string => word.trim().replace(/\s+/g, ' ').toLowerCase().slice(0, wordLimit);

function applied(current: readonly string[], change: ListChange | undefined): string[] {
  if (change === undefined) return [...current];
  const words = new Set((change.set ?? current).map(tidy));
  for (const word of change.add ?? []) words.add(tidy(word));
  for (const word of change.remove ?? []) words.delete(tidy(word));
  words.delete('');
  return [...words].slice(0, listLimit);
}

/**
 * Changes the user's stated taste. The latest word wins: a genre newly liked leaves the dislikes, and the other way round.
 */
export async function updatePreferences(
  context: Pick<CoreContext, 'database' | 'clock' | 'ids' | 'settings'>,
  input: { readonly userId: string; readonly changes: PreferenceChanges },
): Promise<Preferences> {
  const preferences = await changeTaste(context, input);
  const change = input.changes.streamingSubscriptions;
  if (change === undefined) return preferences;
  await changeSubscriptions(context, input.userId, change);
  return context.database.store.recommendations.getPreferences(input.userId);
}

/** Brings the active subscriptions of entertainment to what was said, by their own use cases. */
async function changeSubscriptions(
  context: Pick<CoreContext, 'database' | 'clock' | 'ids' | 'settings'>,
  userId: string,
  change: ListChange,
): Promise<void> {
  const { subscriptions } = await context.database.store.finance.load(userId);
  const active = subscriptions.filter((one) => one.status === 'active' && one.isEntertainment);
  const wanted = new Map(
    (change.set ?? active.map(({ name }) => name)).map((name) => [serviceKey(name), name]),
  );
  for (const name of change.add ?? []) wanted.set(serviceKey(name), name);
  for (const name of change.remove ?? []) wanted.delete(serviceKey(name));
  wanted.delete('');
  for (const { id, name } of active) {
    if (!wanted.has(serviceKey(name)))
      await endSubscription(context, { userId, subscriptionId: id, outcome: 'ended' });
  }
  const known = new Set(active.map(({ name }) => serviceKey(name)));
  for (const [key, name] of [...wanted].slice(0, listLimit)) {
    if (!known.has(key)) await addSubscription(context, { userId, name });
  }
}

async function changeTaste(
  context: Pick<CoreContext, 'database'>,
  input: { readonly userId: string; readonly changes: PreferenceChanges },
): Promise<Preferences> {
  const { changes } = input;
  return context.database.transaction(async (store) => {
    const current = await store.recommendations.getPreferences(input.userId);
    let preferredGenres = applied(current.preferredGenres, changes.preferredGenres);
    let dislikedGenres = applied(current.dislikedGenres, changes.dislikedGenres);
    const newlyLiked = new Set(
      [...(changes.preferredGenres?.add ?? []), ...(changes.preferredGenres?.set ?? [])].map(tidy),
    );
    const newlyDisliked = new Set(
      [...(changes.dislikedGenres?.add ?? []), ...(changes.dislikedGenres?.set ?? [])].map(tidy),
    );
    dislikedGenres = dislikedGenres.filter((genre) => !newlyLiked.has(genre) || newlyDisliked.has(genre));
    preferredGenres = preferredGenres.filter((genre) => !newlyDisliked.has(genre));
    const preferences: Preferences = {
      ...current,
      preferredGenres,
      dislikedGenres,
      preferredActivities: applied(current.preferredActivities, changes.preferredActivities),
      priceSensitivity:
        changes.priceSensitivity === undefined ? current.priceSensitivity : changes.priceSensitivity,
    };
    await store.recommendations.savePreferences(input.userId, preferences);
    return preferences;
  });
}
