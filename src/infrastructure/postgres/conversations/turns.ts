import { MatineeError } from '../../../core/ports/errors.js';
import type { ConversationStore, TurnWorld } from '../../../core/ports/stores/conversations.js';
import type { PrismaTransaction } from '../client.js';
import { Prisma } from '../generated/client.js';
import { conversationColumns, inboundColumns, turnColumns } from './columns.js';
import { parseConversation, parseInbound, parseJson, parseTurn } from './rows.js';

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
  | 'turnWorld'
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
    turnWorld: (userId, sessionId) => turnWorld(client, userId, sessionId),
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
  const broken = await client.$queryRaw<unknown[]>`UPDATE turns t
    SET attempts = t.attempts + 1, stop_requested = false
    WHERE t.conversation_id = ${input.conversationId}::uuid AND t.status IN ('running', 'delivering')
    RETURNING ${turnColumns}`;
  if (broken[0]) {
    const turn = parseTurn(broken[0]);
    const messages = await client.$queryRaw<unknown[]>`WITH m AS (
        UPDATE inbound_messages SET status = 'answering'
        WHERE turn_id = ${turn.id}::uuid AND status IN ('pending', 'answering') RETURNING *)
      SELECT ${inboundColumns} FROM m ORDER BY m.sequence`;
    return { turn, messages: messages.map(parseInbound) };
  }
  const messages = await client.$queryRaw<unknown[]>(Prisma.sql`WITH picked AS (
      SELECT id FROM inbound_messages
      WHERE conversation_id = ${input.conversationId}::uuid AND status = 'pending'
      ORDER BY sequence LIMIT ${input.maxMessages}),
    t AS (
      INSERT INTO turns (id, conversation_id, session_id, status, posted, reply_message_id, started_at)
      SELECT ${input.turnId}::uuid, ${input.conversationId}::uuid, ${input.sessionId}::uuid, 'running', '[]'::jsonb,
        ${input.replyMessageId}::uuid, ${input.at}::timestamp WHERE EXISTS (SELECT 1 FROM picked)),
    m AS (
      UPDATE inbound_messages SET status = 'answering', turn_id = ${input.turnId}::uuid
      WHERE id IN (SELECT id FROM picked) AND status = 'pending' RETURNING *)
    SELECT ${inboundColumns} FROM m ORDER BY m.sequence`);
  if (messages.length === 0) return null;
  const turn = {
    id: input.turnId,
    conversationId: input.conversationId,
    sessionId: input.sessionId,
    status: 'running' as const,
    attempts: 1,
    posted: [],
    replyMessageId: input.replyMessageId,
    facts: null,
    startedAt: input.at,
    stopRequested: false,
  };
  return { turn, messages: messages.map(parseInbound) };
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
      UPDATE chat_sessions SET updated_at = ${outcome.at}::timestamp WHERE id = ${outcome.sessionId}::uuid)
    INSERT INTO chat_messages (id, session_id, role, content, created_at)
    SELECT ${outcome.replyMessageId}::uuid, ${outcome.sessionId}::uuid, 'assistant', ${outcome.content},
      ${outcome.at}::timestamp FROM t
    ON CONFLICT (id) DO UPDATE SET content = EXCLUDED.content`;
  return changed > 0;
}

async function finishTurn(
  client: PrismaTransaction,
  input: Parameters<ConversationStore['finishTurn']>[0],
): Promise<void> {
  await client.$executeRaw`WITH t AS (
      UPDATE turns SET status = ${input.status}, completed_at = ${input.at}::timestamp,
        timings = coalesce(${input.timings === null ? null : JSON.stringify(input.timings)}::jsonb, timings)
      WHERE id = ${input.turnId}::uuid AND status IN ('running', 'delivering') RETURNING id),
    answered AS (
      UPDATE inbound_messages SET status = 'answered'
      WHERE turn_id = ${input.turnId}::uuid AND status = 'answering')
    UPDATE conversations SET lease_owner = NULL, lease_until = NULL
    WHERE id = ${input.conversationId}::uuid AND lease_owner = ${input.owner}::uuid`;
}

async function turnWorld(client: PrismaTransaction, userId: string, sessionId: string): Promise<TurnWorld> {
  const rows = await client.$queryRaw<(Omit<TurnWorld, 'facts'> & { facts: unknown })[]>`SELECT
      p.currency, us.locale, us.time_zone AS "timeZone", u.display_name AS "displayName",
      s.title AS "sessionTitle", s.context_summary AS "contextSummary",
      us.home_conversation_id AS "homeConversationId",
      (SELECT t.facts FROM turns t WHERE t.session_id = ${sessionId}::uuid AND t.status IN ('completed', 'stopped')
        ORDER BY t.started_at DESC LIMIT 1) AS facts
    FROM users u LEFT JOIN financial_profiles p ON p.user_id = u.id LEFT JOIN user_settings us ON us.user_id = u.id
      LEFT JOIN chat_sessions s ON s.id = ${sessionId}::uuid
    WHERE u.id = ${userId}::uuid`;
  const row = rows[0];
  if (!row) throw new MatineeError('not-found', 'USER_NOT_FOUND', 'That user is gone.');
  return { ...row, facts: parseJson(row.facts) };
}
