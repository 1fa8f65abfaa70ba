import type { CoreContext } from '../ports/context.js';

/** The worker's part of forgetting somebody: removes the login at the identity provider; gone already is fine. */
export async function deleteLogin(
  context: Pick<CoreContext, 'identity'>,
  input: { readonly subject: string },
): Promise<void> {
  await context.identity.deleteAccount(input.subject);
}
