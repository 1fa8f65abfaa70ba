import type {
  ChatMessageRow,
  ConversationStore,
  Json,
  SessionRow,
} from '../../../core/ports/stores/conversations.js';
import type { PrismaTransaction } from '../client.js';
import { Prisma } from '../generated/client.js';
import { parseJson } from './rows.js';

type Sessions = Pick<
  ConversationStore,
  | 'saveExtraction'
  | 'messages'
  | 'countMessages'
  | 'getMessage'
  | 'createSession'
  | 'getSession'
  | 'listSessions'
  | 'deleteSession'
>;

/** What was said, and the sessions it was said in. */
export function createSessions(client: PrismaTransaction): Sessions {
  return {
    async saveExtraction(chatMessageId, { preferences, financialInfo }) {
      await client.chatMessage.updateMany({
        where: { id: chatMessageId },
        data: {
          extractedPreferences: jsonColumn(preferences),
          extractedFinancialInfo: jsonColumn(financialInfo),
        },
      });
    },
    async messages(sessionId, { limit, before }) {
      const rows = await client.$queryRaw<
        MessageColumns[]
      >`SELECT id, session_id AS "sessionId", role, content,
          extracted_preferences AS "extractedPreferences", extracted_financial_info AS "extractedFinancialInfo",
          created_at AS "createdAt"
        FROM chat_messages WHERE session_id = ${sessionId}::uuid
          AND (${before ?? null}::uuid IS NULL
            OR (created_at, id) < (SELECT created_at, id FROM chat_messages WHERE id = ${before ?? null}::uuid))
        ORDER BY created_at DESC, id DESC LIMIT ${limit}`;
      return rows.reverse().map(messageRow);
    },
    async countMessages(sessionId) {
      return client.chatMessage.count({ where: { sessionId } });
    },
    async getMessage(id) {
      const row = await client.chatMessage.findUnique({ where: { id } });
      return row ? messageRow(row) : null;
    },
    async createSession({ userId, title }) {
      return sessionRow(await client.chatSession.create({ data: { userId, title } }));
    },
    async getSession(userId, sessionId) {
      const row = await client.chatSession.findFirst({ where: { id: sessionId, userId } });
      return row ? sessionRow(row) : null;
    },
    async listSessions(userId, { limit, offset }) {
      const rows = await client.chatSession.findMany({
        where: { userId },
        orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
        take: limit,
        skip: offset,
      });
      return { sessions: rows.map(sessionRow), total: await client.chatSession.count({ where: { userId } }) };
    },
    async deleteSession(userId, sessionId) {
      const { count } = await client.chatSession.deleteMany({ where: { id: sessionId, userId } });
      return count > 0;
    },
  };
}

interface MessageColumns {
  readonly id: string;
  readonly sessionId: string;
  readonly role: string;
  readonly content: string;
  readonly extractedPreferences: unknown;
  readonly extractedFinancialInfo: unknown;
  readonly createdAt: Date;
}

function messageRow(row: MessageColumns): ChatMessageRow {
  return {
    ...row,
    role: row.role === 'user' || row.role === 'assistant' ? row.role : 'system',
    extractedPreferences: parseJson(row.extractedPreferences),
    extractedFinancialInfo: parseJson(row.extractedFinancialInfo),
  };
}

function sessionRow(row: SessionRow): SessionRow {
  const { id, userId, title, contextSummary, createdAt, updatedAt } = row;
  return { id, userId, title, contextSummary, createdAt, updatedAt };
}

function jsonColumn(value: Json): Prisma.InputJsonValue | typeof Prisma.DbNull {
  return value === null ? Prisma.DbNull : JSON.parse(JSON.stringify(value));
}
