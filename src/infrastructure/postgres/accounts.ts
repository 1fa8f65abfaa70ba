import type { AccountStore } from '../../core/ports/stores/accounts.js';
import { exportTables } from './accounts/export.js';
import { createLinking } from './accounts/linking.js';
import { mergeUsers } from './accounts/merge.js';
import { createSettings } from './accounts/settings.js';
import { createUsers } from './accounts/users.js';
import type { PrismaTransaction } from './client.js';

/** Users and everything about joining, exporting and forgetting them. */
export function createAccountStore(client: PrismaTransaction): AccountStore {
  return {
    ...createUsers(client),
    ...createSettings(client),
    ...createLinking(client),
    mergeUsers: ({ from, into }) => mergeUsers(client, from, into),
    exportTables: (userId) => exportTables(client, userId),
  };
}
