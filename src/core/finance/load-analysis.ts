import { type Analysis, analyse } from '../../domain/analysis/analyse.js';
import type { FinancialRecords } from '../../domain/analysis/records.js';
import { budgetStatus } from '../../domain/budget/calculate.js';
import { addDays, dateIn } from '../../domain/calendar.js';
import type { CoreContext } from '../ports/context.js';
import type { Store } from '../ports/database.js';
import type { UserSettingsRecord } from '../ports/stores/accounts.js';
import type { StoredFinances } from '../ports/stores/finance.js';
import { providedRates } from './provided-rates.js';

/** A user's money as stored, and what follows from it today (in the user's time zone). */
export interface LoadedAnalysis {
  readonly stored: StoredFinances;
  readonly settings: UserSettingsRecord;
  readonly records: FinancialRecords;
  readonly analysis: Analysis;
}

/** Reads everything of a user's money and analyses it. @param store for work inside a transaction */
export async function loadAnalysis(
  context: Pick<CoreContext, 'database' | 'clock' | 'settings' | 'exchangeRates'>,
  userId: string,
  store: Store = context.database.store,
): Promise<LoadedAnalysis> {
  const stored = await store.finance.load(userId);
  const { settings } = stored;
  const zone = settings.timeZone ?? context.settings.defaultTimeZone;
  const today = dateIn(zone, context.clock.now());
  const plain = recordsOf(stored, settings, context.settings);
  // Inside a transaction nobody waits for a far server: the shipped table serves there.
  const outside = store === context.database.store;
  const records = outside ? { ...plain, rates: await providedRates(context, plain, today) } : plain;
  return { stored, settings, records, analysis: analyse(records, today) };
}

/** The same records as they would stand on the first day of the period after this one, with nothing new till then. */
export function inNextPeriod({ analysis, records }: LoadedAnalysis): Analysis {
  return analyse(records, addDays(budgetStatus(analysis).period.end, 1));
}

function recordsOf(
  stored: StoredFinances,
  settings: UserSettingsRecord,
  defaults: CoreContext['settings'],
): FinancialRecords {
  const { accounts, coverages, transactions, payStubs, rules, stated, subscriptions } = stored;
  return {
    defaultCurrency: defaults.defaultCurrency,
    accounts,
    coverages,
    transactions,
    payStubs,
    rules,
    stated,
    subscriptions,
    periodKind: settings.periodKind,
    rollOver: settings.rollOver,
    locale: settings.locale ?? defaults.defaultLocale,
    rates: [],
  };
}
