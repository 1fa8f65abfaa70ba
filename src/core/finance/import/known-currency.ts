import { currencyOf } from '../../../domain/analysis/analyse.js';
import type { Currency } from '../../../domain/money.js';
import type { CoreContext } from '../../ports/context.js';
import type { StoredFinances } from '../../ports/stores/finance.js';

/** The currency for documents that name none: the user's, or for want of one the default, which is asked about. */
export function knownCurrency(
  context: Pick<CoreContext, 'settings'>,
  stored: StoredFinances,
): { readonly currency: Currency; readonly certain: boolean } {
  const { defaultCurrency } = context.settings;
  const certain =
    stored.transactions.length > 0 ||
    stored.accounts.length > 0 ||
    stored.stated.length > 0 ||
    stored.payStubs.length > 0;
  return { currency: currencyOf({ ...stored, defaultCurrency }), certain };
}
