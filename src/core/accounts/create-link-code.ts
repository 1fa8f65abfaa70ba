import type { CoreContext } from '../ports/context.js';
import { formatLinkCode, hashLinkCode, linkCodeMinutes } from './link-code.js';

/**
 * A one-time code that joins this account with another: made here, told there. It replaces an earlier one, works once
 * and for ten minutes; only its hash is kept.
 */
export async function createLinkCode(
  context: Pick<CoreContext, 'database' | 'clock' | 'ids'>,
  input: { readonly userId: string },
): Promise<{ readonly code: string; readonly expiresAt: Date }> {
  const code = formatLinkCode(context.ids.bytes(8));
  const expiresAt = new Date(context.clock.now().getTime() + linkCodeMinutes * 60_000);
  await context.database.transaction((store) =>
    store.accounts.saveLinkCode({ userId: input.userId, codeHash: hashLinkCode(code), expiresAt }),
  );
  return { code, expiresAt };
}
