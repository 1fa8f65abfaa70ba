import { Prisma } from '../generated/client.js';

/** Column lists of raw queries, named as the rows' parsers expect them. */
export const conversationColumns = Prisma.sql`c.id, c.user_id AS "userId", c.session_id AS "sessionId", c.platform,
  c.tenant, c.address, c.direct, c.reference, c.awaits_secret AS "awaitsSecret"`;

export const inboundColumns = Prisma.sql`m.id, m.conversation_id AS "conversationId", m.message_key AS "messageKey",
  m.content, m.attachments, m.status, m.turn_id AS "turnId", m.chat_message_id AS "chatMessageId",
  m.received_at AS "receivedAt"`;

export const turnColumns = Prisma.sql`t.id, t.conversation_id AS "conversationId", t.session_id AS "sessionId", t.status,
  t.attempts, t.posted, t.reply_message_id AS "replyMessageId", t.facts, t.started_at AS "startedAt",
  t.stop_requested AS "stopRequested"`;
