import type { ConversationStore, InboxRow, NewInbound } from '../../../core/ports/stores/conversations.js';
import type { PrismaTransaction } from '../client.js';
import { Prisma } from '../generated/client.js';
import { conversationColumns, inboundColumns } from './columns.js';
import { parseConversation, parseInbound } from './rows.js';

type Inbox = Pick<
  ConversationStore,
  | 'openConversation'
  | 'addInbound'
  | 'receiveInbound'
  | 'findInbound'
  | 'getInbound'
  | 'findConversations'
  | 'getConversation'
  | 'lastDirectConversation'
  | 'moveConversation'
  | 'setAwaitsSecret'
  | 'setInboundStatus'
  | 'rewriteInbound'
  | 'withdrawInbound'
>;

/** Conversations and their inbox. Each method is one or two statements, so that a message is stored fast. */
export function createInbox(client: PrismaTransaction): Inbox {
  return {
    openConversation: (input) => openConversation(client, input),
    addInbound: (input) => addInbound(client, input),
    receiveInbound: (input) => receiveInbound(client, input),
    async findInbound(conversationId, messageKey) {
      const rows = await client.$queryRaw<unknown[]>`SELECT ${inboundColumns} FROM inbound_messages m
        WHERE m.conversation_id = ${conversationId}::uuid AND m.message_key = ${messageKey}`;
      return rows[0] ? parseInbound(rows[0]) : null;
    },
    async getInbound(userId, inboundId) {
      const rows = await client.$queryRaw<unknown[]>`SELECT ${inboundColumns} FROM inbound_messages m
        JOIN conversations c ON c.id = m.conversation_id
        WHERE m.id = ${inboundId}::uuid AND c.user_id = ${userId}::uuid`;
      return rows[0] ? parseInbound(rows[0]) : null;
    },
    async findConversations({ platform, tenant, address }) {
      const rows = await client.$queryRaw<unknown[]>`SELECT ${conversationColumns} FROM conversations c
        WHERE c.platform = ${platform} AND c.tenant = ${tenant} AND c.address = ${address}
        ORDER BY c.updated_at DESC LIMIT 1000`;
      return rows.map(parseConversation);
    },
    async getConversation(id) {
      const rows = await client.$queryRaw<unknown[]>`SELECT ${conversationColumns} FROM conversations c
        WHERE c.id = ${id}::uuid`;
      return rows[0] ? parseConversation(rows[0]) : null;
    },
    async lastDirectConversation(userId, platforms, platform) {
      const names = platform ? [platform] : [...platforms];
      const rows = await client.$queryRaw<unknown[]>`SELECT ${conversationColumns} FROM conversations c
        WHERE c.user_id = ${userId}::uuid AND c.direct AND c.platform = ANY(${names})
        ORDER BY c.updated_at DESC LIMIT 1`;
      return rows[0] ? parseConversation(rows[0]) : null;
    },
    async moveConversation(id, sessionId) {
      await client.conversation.update({ where: { id }, data: { sessionId } });
    },
    async setAwaitsSecret(id, awaits) {
      await client.$executeRaw`UPDATE conversations SET awaits_secret = ${awaits} WHERE id = ${id}::uuid`;
    },
    async setInboundStatus(ids, status) {
      await client.inboundMessage.updateMany({ where: { id: { in: [...ids] } }, data: { status } });
    },
    async rewriteInbound(id, content) {
      await client.$executeRaw`WITH m AS (
          UPDATE inbound_messages SET content = ${content} WHERE id = ${id}::uuid RETURNING chat_message_id)
        UPDATE chat_messages SET content = ${content} WHERE id IN (SELECT chat_message_id FROM m)`;
    },
    async withdrawInbound(id) {
      await client.$executeRaw`WITH m AS (
          UPDATE inbound_messages SET status = 'withdrawn', content = '' WHERE id = ${id}::uuid
          RETURNING chat_message_id)
        DELETE FROM chat_messages WHERE id IN (SELECT chat_message_id FROM m)`;
    },
  };
}

async function openConversation(
  client: PrismaTransaction,
  input: Parameters<ConversationStore['openConversation']>[0],
): ReturnType<ConversationStore['openConversation']> {
  const { platform, tenant, address } = input.address;
  const reference = JSON.stringify(input.reference);
  // Written only when something changed, or seldom: each write costs a commit.
  const known = await client.$queryRaw<unknown[]>`WITH found AS (
      SELECT id FROM conversations WHERE platform = ${platform} AND tenant = ${tenant} AND address = ${address}
        AND user_id = ${input.userId}::uuid),
    changed AS (
      UPDATE conversations SET reference = ${reference}::jsonb, direct = ${input.direct}, updated_at = now()
      WHERE id IN (SELECT id FROM found) AND (reference <> ${reference}::jsonb OR direct <> ${input.direct}
        OR updated_at < now() - interval '1 minute')
      RETURNING *)
    SELECT ${conversationColumns} FROM changed c
    UNION ALL
    SELECT ${conversationColumns} FROM conversations c
    WHERE c.id IN (SELECT id FROM found) AND NOT EXISTS (SELECT 1 FROM changed)`;
  if (known[0]) return parseConversation(known[0]);
  const rows = await client.$queryRaw<{ freshId: string | null; sessionId: string }[]>`WITH fresh AS (
      INSERT INTO chat_sessions (user_id, title)
      SELECT ${input.userId}::uuid, ${input.newSessionTitle}
      WHERE ${input.sessionId ?? null}::uuid IS NULL RETURNING id)
    INSERT INTO conversations AS c (user_id, session_id, platform, tenant, address, direct, reference)
    SELECT ${input.userId}::uuid, coalesce(${input.sessionId ?? null}::uuid, (SELECT id FROM fresh)), ${platform},
      ${tenant}, ${address}, ${input.direct}, ${reference}::jsonb
    ON CONFLICT (platform, tenant, address, user_id) DO UPDATE SET reference = EXCLUDED.reference
    RETURNING ${conversationColumns}, (SELECT id FROM fresh) AS "freshId"`;
  const row = rows[0];
  if (row?.freshId && row.freshId !== row.sessionId) {
    // Two first messages at once: the other one's session stands, ours was never used.
    await client.$executeRaw`DELETE FROM chat_sessions WHERE id = ${row.freshId}::uuid`;
  }
  return parseConversation(row);
}

async function addInbound(
  client: PrismaTransaction,
  input: Parameters<ConversationStore['addInbound']>[0],
): ReturnType<ConversationStore['addInbound']> {
  const target = Prisma.sql`SELECT ${input.conversationId}::uuid AS id, ${input.sessionId}::uuid AS session_id`;
  const rows = await client.$queryRaw<unknown[]>(Prisma.sql`WITH found AS (${target}), ${insertion(input)}
    SELECT ${inboundColumns} FROM m`);
  return rows[0] ? parseInbound(rows[0]) : null;
}

/** Stores the message in the conversation `found`, as `m`. Messages of one millisecond keep their order by microseconds. */
function insertion(message: NewInbound): Prisma.Sql {
  const payload = JSON.stringify({ files: message.attachments, action: message.action });
  return Prisma.sql`m AS (
      INSERT INTO inbound_messages
        (id, conversation_id, message_key, content, attachments, status, chat_message_id, received_at)
      SELECT ${message.id}::uuid, found.id, ${message.messageKey}, ${message.content}, ${payload}::jsonb, 'pending',
        ${message.chatMessageId}::uuid, ${message.at}::timestamp FROM found
      ON CONFLICT (conversation_id, message_key) DO NOTHING RETURNING *),
    said AS (
      INSERT INTO chat_messages (id, session_id, role, content, created_at)
      SELECT m.chat_message_id, found.session_id, 'user', ${saidIn(message)},
        m.received_at + (m.sequence % 1000) * interval '1 microsecond' FROM m, found),
    touched AS (
      UPDATE chat_sessions SET updated_at = ${message.at}::timestamp
      WHERE id IN (SELECT session_id FROM found) AND EXISTS (SELECT 1 FROM m))`;
}

/** What a session shows of a message: one that brought files and no words is told by their names. */
function saidIn({ content, attachments }: NewInbound): string {
  if (content.trim() !== '' || attachments.length === 0) return content;
  return attachments.map(({ fileName }) => `📎 ${fileName.replaceAll('\u0000', '')}`).join('\n');
}

async function receiveInbound(
  client: PrismaTransaction,
  input: Parameters<ConversationStore['receiveInbound']>[0],
): ReturnType<ConversationStore['receiveInbound']> {
  const { address, sender } = input;
  const reference = JSON.stringify(input.reference);
  const rows = await client.$queryRaw<{ storedId: string | null }[]>(Prisma.sql`WITH found AS (
      SELECT c.* FROM identities i JOIN conversations c ON c.user_id = i.user_id
      WHERE i.platform = ${sender.platform} AND i.tenant = ${sender.tenant} AND i.platform_user_id = ${sender.userId}
        AND c.platform = ${address.platform} AND c.tenant = ${address.tenant} AND c.address = ${address.address}
        AND NOT (c.awaits_secret AND ${input.couldBeSecret})),
    changed AS (
      UPDATE conversations c SET reference = ${reference}::jsonb, direct = ${input.direct}, updated_at = now()
      FROM found WHERE c.id = found.id AND (c.reference <> ${reference}::jsonb OR c.direct <> ${input.direct}
        OR c.updated_at < now() - interval '1 minute')),
    ${insertion(input.message)}
    SELECT ${conversationColumns}, m.id AS "storedId" FROM found c LEFT JOIN m ON true`);
  const [row] = rows;
  if (!row) return null;
  const conversation = { ...parseConversation(row), reference: input.reference, direct: input.direct };
  return { conversation, stored: row.storedId === null ? null : waiting(conversation.id, input.message) };
}

function waiting(conversationId: string, message: NewInbound): InboxRow {
  const { id, messageKey, content, attachments, action, chatMessageId, at } = message;
  const state = { status: 'pending', turnId: null, receivedAt: at } as const;
  return { id, conversationId, messageKey, content, attachments, action, chatMessageId, ...state };
}
