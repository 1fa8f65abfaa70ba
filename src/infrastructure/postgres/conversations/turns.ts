import type { ConversationStore } from '../../../core/ports/stores/conversations.js';
import type { PrismaTransaction } from '../client.js';
import { Prisma } from '../generated/client.js';
import { conversationColumns, inboundColumns, turnColumns } from './columns.js';
import { parseConversation, parseInbound, parseTurn, parseWorld } from './rows.js';
import { turnWorldOf } from './worlds.js';

type Turns = Pick<
  ConversationStore,
  | 'claimConversations'
  | 'renewLeases'
  | 'releaseLease'
  | 'releaseAllLeases'
  | 'beginTurn'
  | 'getTurn'
  | 'turnMessages'
  | 'runningTurns'
  | 'savePosted'
  | 'requestStop'
  | 'clearStop'
  | 'saveOutcome'
  | 'finishTurn'
>;

/** Leases and turns. Whoever writes for a turn must still hold its conversation: the statements check it. */
export function createTurns(client: PrismaTransaction): Turns {
  return {
    claimConversations: (input) => claimConversations(client, input),
    async renewLeases({ owner, conversationIds, until }) {
      return client.$queryRaw<
        { conversationId: string; stopTurnIds: string[] }[]
      >`UPDATE conversations c SET lease_until = ${until}::timestamp
        WHERE c.lease_owner = ${owner}::uuid AND c.id = ANY(${[...conversationIds]}::uuid[])
        RETURNING c.id AS "conversationId", ARRAY(SELECT t.id::text FROM turns t
          WHERE t.conversation_id = c.id AND t.status = 'running' AND t.stop_requested) AS "stopTurnIds"`;
    },
    async releaseLease(owner, conversationId) {
      await client.$executeRaw`UPDATE conversations SET lease_owner = NULL, lease_until = NULL
        WHERE id = ${conversationId}::uuid AND lease_owner = ${owner}::uuid`;
    },
    async releaseAllLeases() {
      return client.$executeRaw`UPDATE conversations SET lease_owner = NULL, lease_until = NULL
        WHERE lease_owner IS NOT NULL`;
    },
    beginTurn: (input) => beginTurn(client, input),
    async getTurn(id) {
      const rows = await client.$queryRaw<
        unknown[]
      >`SELECT ${turnColumns} FROM turns t WHERE t.id = ${id}::uuid`;
      return rows[0] ? parseTurn(rows[0]) : null;
    },
    async turnMessages(turnId) {
      const rows = await client.$queryRaw<unknown[]>`SELECT ${inboundColumns} FROM inbound_messages m
        WHERE m.turn_id = ${turnId}::uuid AND m.status <> 'withdrawn' ORDER BY m.sequence`;
      return rows.map(parseInbound);
    },
    async runningTurns({ conversationId, sessionId }) {
      const rows = await client.$queryRaw<unknown[]>`SELECT ${turnColumns} FROM turns t
        WHERE t.status = 'running'
          AND (${conversationId ?? null}::uuid IS NULL OR t.conversation_id = ${conversationId ?? null}::uuid)
          AND (${sessionId ?? null}::uuid IS NULL OR t.session_id = ${sessionId ?? null}::uuid)`;
      return rows.map(parseTurn);
    },
    async savePosted(turnId, owner, posted) {
      const changed = await client.$executeRaw`UPDATE turns t SET posted = ${JSON.stringify(posted)}::jsonb
        FROM conversations c WHERE t.id = ${turnId}::uuid AND c.id = t.conversation_id
          AND c.lease_owner = ${owner}::uuid`;
      return changed > 0;
    },
    async requestStop(turnId) {
      await client.$executeRaw`UPDATE turns SET stop_requested = true
        WHERE id = ${turnId}::uuid AND status = 'running'`;
    },
    async clearStop(turnId) {
      await client.$executeRaw`UPDATE turns SET stop_requested = false WHERE id = ${turnId}::uuid`;
    },
    saveOutcome: (owner, outcome) => saveOutcome(client, owner, outcome),
    finishTurn: (input) => finishTurn(client, input),
  };
}

async function claimConversations(
  client: PrismaTransaction,
  { owner, now, until, limit }: Parameters<ConversationStore['claimConversations']>[0],
): ReturnType<ConversationStore['claimConversations']> {
  const rows = await client.$queryRaw<unknown[]>`UPDATE conversations c
    SET lease_owner = ${owner}::uuid, lease_until = ${until}::timestamp
    WHERE c.id IN (
      SELECT free.id FROM conversations free
      JOIN (SELECT waiting.conversation_id, min(waiting.at) AS at FROM (
          SELECT conversation_id, received_at AS at FROM inbound_messages WHERE status IN ('pending', 'answering')
          UNION ALL
          SELECT conversation_id, started_at FROM turns WHERE status IN ('running', 'delivering')) waiting
        GROUP BY waiting.conversation_id) w ON w.conversation_id = free.id
      WHERE free.lease_until IS NULL OR free.lease_until < ${now}::timestamp
      ORDER BY w.at LIMIT ${limit} FOR UPDATE OF free SKIP LOCKED)
    RETURNING ${conversationColumns}`;
  return rows.map(parseConversation);
}

async function beginTurn(
  client: PrismaTransaction,
  input: Parameters<ConversationStore['beginTurn']>[0],
): ReturnType<ConversationStore['beginTurn']> {
  const rows = await client.$queryRaw<Record<string, unknown>[]>(Prisma.sql`WITH broken AS (
      UPDATE turns t SET attempts = t.attempts + 1, stop_requested = false
      WHERE t.conversation_id = ${input.conversationId}::uuid AND t.status IN ('running', 'delivering')
      RETURNING t.*),
    picked AS (
      SELECT id FROM inbound_messages
      WHERE conversation_id = ${input.conversationId}::uuid AND status = 'pending'
        AND NOT EXISTS (SELECT 1 FROM broken)
      ORDER BY sequence LIMIT ${input.maxMessages}),
    fresh AS (
      INSERT INTO turns (id, conversation_id, session_id, status, posted, reply_message_id, started_at)
      SELECT ${input.turnId}::uuid, ${input.conversationId}::uuid, ${input.sessionId}::uuid, 'running', '[]'::jsonb,
        ${input.replyMessageId}::uuid, ${input.at}::timestamp WHERE EXISTS (SELECT 1 FROM picked)
      RETURNING *),
    t AS (SELECT * FROM broken UNION ALL SELECT * FROM fresh LIMIT 1),
    m AS (
      UPDATE inbound_messages SET status = 'answering', turn_id = (SELECT id FROM t)
      WHERE (status = 'pending' AND id IN (SELECT id FROM picked))
        OR (status IN ('pending', 'answering') AND turn_id = (SELECT id FROM t))
      RETURNING *)
    SELECT ${turnColumns}, m.id AS "messageId", m.message_key AS "messageKey", m.content, m.attachments,
      m.status AS "messageStatus", m.chat_message_id AS "chatMessageId", m.received_at AS "receivedAt",
      ${turnWorldOf(input.userId, input.sessionId)} AS world
    FROM t LEFT JOIN m ON true ORDER BY m.sequence`);
  const [first] = rows;
  if (!first) return null;
  const turn = parseTurn(first);
  const messages = rows
    .filter((row) => row.messageId !== null)
    .map((row) => parseInbound({ ...row, id: row.messageId, status: row.messageStatus, turnId: turn.id }));
  return { turn, messages, world: parseWorld(first.world) };
}

async function saveOutcome(
  client: PrismaTransaction,
  owner: string,
  outcome: Parameters<ConversationStore['saveOutcome']>[1],
): Promise<boolean> {
  const changed = await client.$executeRaw`WITH t AS (
      UPDATE turns t SET status = 'delivering', facts = ${JSON.stringify(outcome.facts)}::jsonb,
        tool_calls = ${JSON.stringify(outcome.toolCalls)}::jsonb,
        timings = ${JSON.stringify(outcome.timings)}::jsonb, model = ${outcome.model}
      FROM conversations c WHERE t.id = ${outcome.turnId}::uuid AND c.id = t.conversation_id
        AND c.lease_owner = ${owner}::uuid RETURNING t.id),
    touched AS (
      UPDATE chat_sessions SET updated_at = ${outcome.at}::timestamp,
        context_summary = coalesce(${outcome.summary}, context_summary),
        title = coalesce(title, ${outcome.title?.slice(0, 255) ?? null})
      WHERE id = ${outcome.sessionId}::uuid AND EXISTS (SELECT 1 FROM t))
    INSERT INTO chat_messages (id, session_id, role, content, created_at)
    SELECT ${outcome.replyMessageId}::uuid, ${outcome.sessionId}::uuid, 'assistant', ${outcome.content},
      ${outcome.at}::timestamp FROM t
    ON CONFLICT (id) DO UPDATE SET content = EXCLUDED.content`;
  return changed > 0;
}

async function finishTurn(
  client: PrismaTransaction,
  input: Parameters<ConversationStore['finishTurn']>[0],
): Promise<boolean> {
  const json = (value: unknown) => (value === null ? null : JSON.stringify(value));
  const rows = await client.$queryRaw<{ more: boolean }[]>`WITH t AS (
      UPDATE turns SET status = ${input.status}, completed_at = ${input.at}::timestamp,
        timings = coalesce(${json(input.timings)}::jsonb, timings),
        posted = coalesce(${json(input.posted)}::jsonb, posted)
      WHERE id = ${input.turnId}::uuid AND status IN ('running', 'delivering') RETURNING id),
    answered AS (
      UPDATE inbound_messages SET status = 'answered'
      WHERE turn_id = ${input.turnId}::uuid AND status = 'answering'),
    released AS (
      UPDATE conversations SET lease_owner = NULL, lease_until = NULL
      WHERE id = ${input.conversationId}::uuid AND lease_owner = ${input.owner}::uuid)
    SELECT EXISTS (SELECT 1 FROM inbound_messages
      WHERE conversation_id = ${input.conversationId}::uuid AND status = 'pending') AS more`;
  return rows[0]?.more ?? false;
}
