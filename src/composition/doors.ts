import type { CoreDoors } from '../../adapters/shared/adapter.js';
import { findOrCreateUserForIdentity } from '../core/accounts/find-or-create-user-for-identity.js';
import { getUserSettings } from '../core/accounts/get-user-settings.js';
import { editMessage } from '../core/conversation/edit-message.js';
import { receiveAction } from '../core/conversation/receive-action.js';
import { receiveMessage } from '../core/conversation/receive-message.js';
import { withdrawMessage } from '../core/conversation/withdraw-message.js';
import { getBudgetStatus } from '../core/finance/get-budget-status.js';
import { listSubscriptions } from '../core/finance/list-subscriptions.js';
import type { PlatformUser } from '../core/ports/chat-platform.js';
import type { CoreContext } from '../core/ports/context.js';
import { formatMoney } from '../domain/money.js';

/** The core as a chat platform's adapter meets it. */
export function createDoors(context: CoreContext): CoreDoors {
  return {
    receiveMessage: (message) => receiveMessage(context, message),
    receiveAction: (press) => receiveAction(context, press),
    editMessage: (edited) => editMessage(context, edited),
    withdrawMessage: (withdrawn) => withdrawMessage(context, withdrawn),
    overview: (user) => overview(context, user),
  };
}

/** The budget and the subscriptions in a few lines of markdown, for places that nobody asked in. */
async function overview(context: CoreContext, person: PlatformUser): Promise<string> {
  const { id: userId } = await findOrCreateUserForIdentity(context, person);
  const { locale } = await getUserSettings(context, { userId });
  const status = await getBudgetStatus(context, { userId });
  const { subscriptions } = await listSubscriptions(context, { userId, status: 'active' });
  const budget =
    status.left && status.total
      ? `**${formatMoney(status.left.amount, locale)}** left of ${formatMoney(status.total.amount, locale)} for fun until ${status.period.end}.`
      : 'Send me a bank statement as a PDF, or tell me what you earn a month, and I work out what you can spend on fun.';
  const names = subscriptions.map(({ name }) => name).join(', ');
  return names ? `${budget}\n\nSubscriptions: ${names}.` : budget;
}
