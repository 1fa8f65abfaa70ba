import type { CoreContext } from '../ports/context.js';
import type { Store } from '../ports/database.js';
import { MatineeError } from '../ports/errors.js';
import type { UserRecord } from '../ports/stores/accounts.js';
import { hasLogin } from './account-view.js';
import { hashLinkCode } from './link-code.js';

const guessLimit = 5;
const guessWindowSeconds = 15 * 60;

/**
 * Joins the account that made the code with the one that tells it: both histories under one account, nothing lost.
 * The account with a login stays; of two from chat, the older one.
 * @returns the account that stays, and whether anything was joined
 * @throws MatineeError limited TOO_MANY_CODES; invalid CODE_INVALID (unknown, used and expired alike);
 *   conflict TWO_LOGINS when both have a login of their own
 */
export async function redeemLinkCode(
  context: Pick<CoreContext, 'database' | 'clock'>,
  input: { readonly userId: string; readonly code: string },
): Promise<{ readonly userId: string; readonly merged: boolean }> {
  const guesses = `link:${input.userId}`;
  const now = context.clock.now();
  // Counted outside the transaction: a refused code must not take the count back with it.
  const { accounts } = context.database.store;
  if ((await accounts.countGuess(guesses, now, guessWindowSeconds)) > guessLimit) {
    throw new MatineeError(
      'limited',
      'TOO_MANY_CODES',
      'That were several wrong codes. Please wait a quarter of an hour, then make a new one.',
    );
  }
  const result = await context.database.transaction(async (store) => {
    const taken = await store.accounts.takeLinkCode(hashLinkCode(input.code), now);
    if (!taken) throw invalidCode();
    if (taken.userId === input.userId) return { userId: input.userId, merged: false };
    return join(store, taken.userId, input.userId);
  });
  await accounts.clearGuesses(guesses);
  return result;
}

async function join(
  store: Store,
  maker: string,
  teller: string,
): Promise<{ userId: string; merged: boolean }> {
  await store.accounts.lockUsers([maker, teller]);
  const first = await store.accounts.findUser(maker);
  const second = await store.accounts.findUser(teller);
  if (!first || !second) throw invalidCode();
  const [stays, goes] = choose(first, second);
  const { objectKeys } = await store.accounts.mergeUsers({ from: goes.id, into: stays.id });
  if (objectKeys.length > 0) await store.jobs.send('delete-objects', { keys: objectKeys });
  await store.jobs.send('analyse-finances', { userId: stays.id });
  return { userId: stays.id, merged: true };
}

function choose(first: UserRecord, second: UserRecord): [stays: UserRecord, goes: UserRecord] {
  if (hasLogin(first) && hasLogin(second)) {
    throw new MatineeError(
      'conflict',
      'TWO_LOGINS',
      'Both accounts have a login of their own, so they stay separate.',
    );
  }
  if (hasLogin(first) !== hasLogin(second)) return hasLogin(first) ? [first, second] : [second, first];
  return first.createdAt <= second.createdAt ? [first, second] : [second, first];
}

function invalidCode(): MatineeError {
  return new MatineeError(
    'invalid',
    'CODE_INVALID',
    'That code does not work: it may be mistyped, used, or older than ten minutes. Please make a new one.',
  );
}
