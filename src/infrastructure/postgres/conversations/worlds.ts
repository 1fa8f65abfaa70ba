import { Prisma } from '../generated/client.js';

/** Titles liked lately that a prompt tells of. */
const LIKES = 3;

/**
 * Always so. Where the database has no statistics (the embedded one never gathers any), the planner sorts all turns of a session
 * to find the latest; a range makes it walk the index from its end, and a long conversation costs what a short one does.
 */
const everStarted = Prisma.sql`t.started_at BETWEEN '-infinity' AND 'infinity'`;

/** What is known of user `u` with the preferences `taste`. */
const known = Prisma.sql`jsonb_build_object(
  'subscriptions', ARRAY(SELECT s.name FROM subscriptions s WHERE s.user_id = u.id AND s.status = 'active' ORDER BY s.name),
  'preferredGenres', coalesce(taste.preferred_genres, '{}'), 'dislikedGenres', coalesce(taste.disliked_genres, '{}'),
  'preferredActivities', coalesce(taste.preferred_activities, '{}'), 'priceSensitivity', taste.price_sensitivity,
  'likes', ARRAY(SELECT i.title FROM (
      SELECT item_id, created_at FROM ratings WHERE user_id = u.id AND value >= 4
      UNION ALL
      SELECT entertainment_id, created_at FROM recommendations WHERE user_id = u.id AND user_response = 'liked'
    ) liked JOIN entertainment_items i ON i.id = liked.item_id
    GROUP BY i.id, i.title ORDER BY max(liked.created_at) DESC LIMIT ${LIKES}))`;

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
      ) newest) END AS home,
      ${known} AS known
    FROM users u LEFT JOIN financial_profiles p ON p.user_id = u.id LEFT JOIN user_settings us ON us.user_id = u.id
      LEFT JOIN entertainment_preferences taste ON taste.user_id = u.id
      LEFT JOIN chat_sessions s ON s.id = ${sessionId}::uuid
      LEFT JOIN LATERAL (SELECT t.facts FROM turns t
        WHERE t.session_id = ${sessionId}::uuid AND t.status IN ('completed', 'stopped') AND ${everStarted}
        ORDER BY t.started_at DESC LIMIT 1) last ON true
    WHERE u.id = ${userId}::uuid) world)`;
}
