import { z } from 'zod';
import type { AccountStore, UserSettingsRecord } from '../../../core/ports/stores/accounts.js';
import type { PrismaTransaction } from '../client.js';

const periodKinds = z.enum(['month', 'pay_cycle']).catch('month');

const untouched: UserSettingsRecord = {
  locale: null,
  timeZone: null,
  region: null,
  periodKind: 'month',
  rollOver: false,
  alertsEnabled: false,
  digestEnabled: false,
  quietFrom: null,
  quietTo: null,
  homeConversationId: null,
};

function toSettings(
  row: Omit<UserSettingsRecord, 'periodKind'> & { periodKind: string },
): UserSettingsRecord {
  return {
    locale: row.locale,
    timeZone: row.timeZone,
    region: row.region,
    periodKind: periodKinds.parse(row.periodKind),
    rollOver: row.rollOver,
    alertsEnabled: row.alertsEnabled,
    digestEnabled: row.digestEnabled,
    quietFrom: row.quietFrom,
    quietTo: row.quietTo,
    homeConversationId: row.homeConversationId,
  };
}

export function createSettings(client: PrismaTransaction): Pick<AccountStore, 'settings' | 'updateSettings'> {
  return {
    settings: async (userId) => {
      const row = await client.userSettings.findUnique({ where: { userId } });
      return row ? toSettings(row) : untouched;
    },
    updateSettings: async (userId, change) => {
      const row = await client.userSettings.upsert({
        where: { userId },
        create: { userId, ...change },
        update: change,
      });
      return toSettings(row);
    },
  };
}
