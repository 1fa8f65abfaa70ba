import type { AlertRecipient, AlertRow, FinanceStore } from '../../../core/ports/stores/finance.js';
import type { PrismaTransaction } from '../client.js';
import type { Alert, Prisma } from '../generated/client.js';

type Alerts = Pick<FinanceStore, 'insertAlert' | 'listAlerts' | 'updateAlert' | 'alertRecipients'>;

interface RecipientRow {
  readonly user_id: string;
  readonly platform: string | null;
  readonly tenant: string | null;
  readonly address: string | null;
  readonly reference: Record<string, unknown> | null;
}

/** Alerts, and whom to send them. */
export function createAlerts(client: PrismaTransaction): Alerts {
  return {
    async insertAlert(userId, alert) {
      const made = await client.alert.createMany({
        data: [
          {
            id: alert.id,
            userId,
            alertKey: alert.key,
            kind: alert.kind,
            severity: alert.severity,
            status: alert.status,
            message: alert.message,
            facts: toJson(alert.facts),
            snoozedUntil: alert.snoozedUntil,
            deliveredAt: alert.deliveredAt,
            createdAt: alert.createdAt,
          },
        ],
        skipDuplicates: true,
      });
      return made.count === 1;
    },

    async listAlerts(userId) {
      const rows = await client.alert.findMany({
        where: { userId },
        orderBy: { createdAt: 'desc' },
        take: 200,
      });
      return rows.map(alertOf);
    },

    async updateAlert(userId, alertId, change) {
      const changed = await client.alert.updateMany({ where: { id: alertId, userId }, data: change });
      if (changed.count === 0) return null;
      const row = await client.alert.findUnique({ where: { id: alertId } });
      return row && alertOf(row);
    },

    async alertRecipients(after, limit) {
      // Money goes to direct conversations only: the one last written in, else the newest direct one.
      const rows = await client.$queryRaw<RecipientRow[]>`
        SELECT s.user_id, c.platform, c.tenant, c.address, c.reference
        FROM user_settings s
        LEFT JOIN LATERAL (
          SELECT platform, tenant, address, reference FROM conversations
          WHERE conversations.user_id = s.user_id AND direct
          ORDER BY (conversations.id = s.home_conversation_id) IS TRUE DESC, updated_at DESC LIMIT 1
        ) c ON true
        WHERE (s.alerts_enabled OR s.digest_enabled) AND (${after}::uuid IS NULL OR s.user_id > ${after}::uuid)
        ORDER BY s.user_id LIMIT ${limit}`;
      return rows.map(recipientOf);
    },
  };
}

function recipientOf(row: RecipientRow): AlertRecipient {
  const { platform, tenant, address } = row;
  return {
    userId: row.user_id,
    home:
      platform !== null && tenant !== null && address !== null
        ? { platform, tenant, address, reference: row.reference ?? {} }
        : null,
  };
}

function alertOf(row: Alert): AlertRow {
  const { alertKey, ...rest } = row;
  return { ...rest, key: alertKey };
}

/** Facts are plain data; a round trip through text makes that certain. */
function toJson(facts: unknown): Prisma.InputJsonValue {
  return JSON.parse(JSON.stringify(facts ?? {}));
}
