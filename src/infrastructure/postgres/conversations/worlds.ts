import { MatineeError } from '../../../core/ports/errors.js';
import type { ConversationStore, PromptWorld } from '../../../core/ports/stores/conversations.js';
import type { PrismaTransaction } from '../client.js';
import { Prisma } from '../generated/client.js';
import { parseSaid } from './rows.js';

/** What a prompt rests on, in one statement. */
export function createWorlds(client: PrismaTransaction): Pick<ConversationStore, 'promptWorld'> {
  return {
    promptWorld: (userId, sessionId, limits) => promptWorld(client, userId, sessionId, limits),
  };
}

/**
 * Always so. Where the database has no statistics (the embedded one never gathers any), the planner sorts all turns of a session
 * to find the latest; a range makes it walk the index from its end, and a long conversation costs what a short one does.
 */
const everStarted = Prisma.sql`t.started_at BETWEEN '-infinity' AND 'infinity'`;

/** What a turn rests on, as one JSON value; null for a user who is gone. */
export function turnWorldOf(userId: string, sessionId: string): Prisma.Sql {
  return Prisma.sql`(SELECT to_jsonb(world) FROM (SELECT
      p.currency, us.locale, us.time_zone AS "timeZone", u.display_name AS "displayName",
      s.title AS "sessionTitle", s.context_summary AS "contextSummary",
      us.home_conversation_id AS "homeConversationId",
      CASE WHEN last.facts IS NOT NULL THEN jsonb_build_object('memory', last.facts -> 'memory') END AS facts,
      CASE WHEN last.facts IS NULL THEN (SELECT newest.facts -> 'memory' ->> 'home' FROM (
        SELECT t.facts FROM turns t JOIN chat_sessions own ON own.id = t.session_id
        WHERE own.user_id = u.id AND t.status IN ('completed', 'stopped') AND ${everStarted}
        ORDER BY t.started_at DESC LIMIT 1
      ) newest) END AS home
    FROM users u LEFT JOIN financial_profiles p ON p.user_id = u.id LEFT JOIN user_settings us ON us.user_id = u.id
      LEFT JOIN chat_sessions s ON s.id = ${sessionId}::uuid
      LEFT JOIN LATERAL (SELECT t.facts FROM turns t
        WHERE t.session_id = ${sessionId}::uuid AND t.status IN ('completed', 'stopped') AND ${everStarted}
        ORDER BY t.started_at DESC LIMIT 1) last ON true
    WHERE u.id = ${userId}::uuid) world)`;
}

async function promptWorld(
  client: PrismaTransaction,
  userId: string,
  sessionId: string,
  limits: Parameters<ConversationStore['promptWorld']>[2],
): Promise<PromptWorld> {
  const rows = await client.$queryRaw<(Omit<PromptWorld, 'messages'> & { messages: unknown })[]>`SELECT
      coalesce(p.preferred_genres, '{}') AS "preferredGenres", coalesce(p.disliked_genres, '{}') AS "dislikedGenres",
      coalesce(p.preferred_activities, '{}') AS "preferredActivities", p.price_sensitivity AS "priceSensitivity",
      ARRAY(SELECT s.name FROM subscriptions s WHERE s.user_id = u.id AND s.status = 'active' ORDER BY s.name)
        AS subscriptions,
      ARRAY(SELECT i.title FROM (
          SELECT item_id, created_at FROM ratings WHERE user_id = u.id AND value >= 4
          UNION ALL
          SELECT entertainment_id, created_at FROM recommendations WHERE user_id = u.id AND user_response = 'liked'
        ) liked JOIN entertainment_items i ON i.id = liked.item_id
        GROUP BY i.id, i.title ORDER BY max(liked.created_at) DESC LIMIT ${limits.likes}) AS likes,
      (SELECT jsonb_agg(jsonb_build_object('id', m.id, 'role', m.role, 'content', m.content)
          ORDER BY m.created_at, m.id)
        FROM (SELECT id, role, content, created_at FROM chat_messages WHERE session_id = ${sessionId}::uuid
          ORDER BY created_at DESC, id DESC LIMIT ${limits.messages}) m) AS messages
    FROM users u LEFT JOIN entertainment_preferences p ON p.user_id = u.id WHERE u.id = ${userId}::uuid`;
  const row = rows[0];
  if (!row) throw new MatineeError('not-found', 'USER_NOT_FOUND', 'That user is gone.');
  return { ...row, messages: parseSaid(row.messages) };
}
