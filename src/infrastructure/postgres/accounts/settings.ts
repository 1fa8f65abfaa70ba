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

const storedRow = z.object({
  locale: z.string().nullable(),
  time_zone: z.string().nullable(),
  region: z.string().nullable(),
  period_kind: z.string(),
  roll_over: z.boolean(),
  alerts_enabled: z.boolean(),
  digest_enabled: z.boolean(),
  quiet_from: z.string().nullable(),
  quiet_to: z.string().nullable(),
  home_conversation_id: z.string().nullable(),
});

/** The settings of a row that came as JSON within a larger statement; null stands for somebody who never touched them. */
export const settingsJson = storedRow.nullable().transform(
  (row): UserSettingsRecord =>
    row === null
      ? untouched
      : toSettings({
          locale: row.locale,
          timeZone: row.time_zone,
          region: row.region,
          periodKind: row.period_kind,
          rollOver: row.roll_over,
          alertsEnabled: row.alerts_enabled,
          digestEnabled: row.digest_enabled,
          quietFrom: row.quiet_from,
          quietTo: row.quiet_to,
          homeConversationId: row.home_conversation_id,
        }),
);

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
