import type { CoreContext } from '../ports/context.js';
import { alertView } from './alert-view.js';
import type { AlertView } from './results.js';

/** The user's alerts, newest first, without dismissed ones. */
export async function listAlerts(
  context: Pick<CoreContext, 'database' | 'clock'>,
  input: { readonly userId: string },
): Promise<readonly AlertView[]> {
  const now = context.clock.now();
  const rows = await context.database.store.finance.listAlerts(input.userId);
  return rows.map((row) => alertView(row, now)).filter(({ status }) => status !== 'dismissed');
}
