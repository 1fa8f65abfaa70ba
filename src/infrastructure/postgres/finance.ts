import type { FinanceStore } from '../../core/ports/stores/finance.js';
import type { PrismaTransaction } from './client.js';
import { createAlerts } from './finance/alerts.js';
import { createLines } from './finance/lines.js';
import { createLoading } from './finance/load.js';
import { createProfiles } from './finance/profile.js';

/** Everything about users' money. */
export function createFinanceStore(client: PrismaTransaction): FinanceStore {
  return {
    ...createLoading(client),
    ...createLines(client),
    ...createProfiles(client),
    ...createAlerts(client),
  };
}
