import type {
  ItemState,
  Preferences,
  PriceSensitivity,
  RecommendationStore,
  UserResponse,
} from '../../../core/ports/stores/recommendations.js';
import { itemStates, userResponses } from '../../../core/ports/stores/recommendations.js';
import { uuids } from '../catalogue/rows.js';
import type { PrismaTransaction } from '../client.js';
import { Prisma } from '../generated/client.js';

type Taste = Pick<
  RecommendationStore,
  'getPreferences' | 'savePreferences' | 'getTaste' | 'neighbours' | 'saveRating' | 'setState'
>;

/** Signals that are read of one user, the latest first: enough for any taste, bounded for any history. */
const signalLimit = 1_000;
/** Days in which something that was shown and not answered is fresh in mind, and the latest of what was shown that count. */
const shownDays = 14;
const shownLimit = 400;

const sensitivities: readonly PriceSensitivity[] = ['budget', 'moderate', 'flexible'];
const noPreferences: Preferences = {
  preferredGenres: [],
  dislikedGenres: [],
  streamingSubscriptions: [],
  preferredActivities: [],
  priceSensitivity: null,
};

export function responseOf(text: string | null): UserResponse | null {
  return userResponses.find((known) => known === text) ?? null;
}

function stateOf(text: string): ItemState | null {
  return itemStates.find((known) => known === text) ?? null;
}

/** Preferences, ratings, states, and what people of like mind like. */
export function createTaste(client: PrismaTransaction): Taste {
  const getPreferences = (userId: string): Promise<Preferences> => readPreferences(client, userId);
  return {
    getPreferences,
    async savePreferences(userId, preferences) {
      const data = {
        preferredGenres: [...preferences.preferredGenres],
        dislikedGenres: [...preferences.dislikedGenres],
        preferredActivities: [...preferences.preferredActivities],
        priceSensitivity: preferences.priceSensitivity,
      };
      await client.entertainmentPreferences.upsert({
        where: { userId },
        create: { userId, streamingSubscriptions: [...preferences.streamingSubscriptions], ...data },
        // The subscriptions' own use cases keep the mirror.
        update: data,
      });
    },
    getTaste: (userId) => readTaste(client, userId),
    neighbours: (seedIds, limit) => neighbours(client, seedIds, limit),
    async saveRating(userId, itemId, value) {
      await client.rating.upsert({
        where: { userId_itemId: { userId, itemId } },
        create: { userId, itemId, value },
        update: { value, createdAt: new Date() },
      });
    },
    async setState(userId, itemId, state, on) {
      if (!on) {
        await client.itemState.deleteMany({ where: { userId, itemId, state } });
        return;
      }
      await client.itemState.upsert({
        where: { userId_itemId_state: { userId, itemId, state } },
        create: { userId, itemId, state },
        update: {},
      });
    },
  };
}

async function readPreferences(client: PrismaTransaction, userId: string): Promise<Preferences> {
  const [row] = await client.$queryRaw<PreferencesRow[]>`SELECT ${preferenceColumns}
    FROM entertainment_preferences p WHERE p.user_id = ${userId}::uuid`;
  return row === undefined ? noPreferences : preferencesOf(row);
}

interface PreferencesRow {
  readonly preferredGenres: string[] | null;
  readonly dislikedGenres: string[] | null;
  readonly streamingSubscriptions: string[] | null;
  readonly preferredActivities: string[] | null;
  readonly priceSensitivity: string | null;
}

const preferenceColumns = Prisma.sql`p.preferred_genres AS "preferredGenres", p.disliked_genres AS "dislikedGenres",
  p.streaming_subscriptions AS "streamingSubscriptions", p.preferred_activities AS "preferredActivities",
  p.price_sensitivity AS "priceSensitivity"`;

function preferencesOf(row: PreferencesRow): Preferences {
  return {
    preferredGenres: row.preferredGenres ?? [],
    dislikedGenres: row.dislikedGenres ?? [],
    streamingSubscriptions: row.streamingSubscriptions ?? [],
    preferredActivities: row.preferredActivities ?? [],
    priceSensitivity: sensitivities.find((known) => known === row.priceSensitivity) ?? null,
  };
}

interface TasteRow extends PreferencesRow {
  readonly region: string | null;
  readonly subscriptions: string[];
  readonly ratings: { readonly itemId: string; readonly value: number }[] | null;
  readonly responses: { readonly itemId: string; readonly response: string }[] | null;
  readonly states: { readonly itemId: string; readonly state: string }[] | null;
  readonly wishlist: string[];
  readonly shown: { readonly itemId: string; readonly times: number }[] | null;
}

/** One statement: every recommendation asks for all of it. */
async function readTaste(
  client: PrismaTransaction,
  userId: string,
): ReturnType<RecommendationStore['getTaste']> {
  const [row] = await client.$queryRaw<TasteRow[]>(Prisma.sql`WITH me AS (SELECT ${userId}::uuid AS id)
    SELECT ${preferenceColumns}, us.region,
      ARRAY(SELECT name FROM subscriptions WHERE user_id = me.id
        AND (status = 'active' OR (status = 'proposed' AND is_entertainment)) ORDER BY name) AS subscriptions,
      (SELECT jsonb_agg(jsonb_build_object('itemId', item_id, 'value', value) ORDER BY created_at DESC)
        FROM (SELECT * FROM ratings WHERE user_id = me.id ORDER BY created_at DESC LIMIT ${signalLimit}) r) AS ratings,
      (SELECT jsonb_agg(jsonb_build_object('itemId', entertainment_id, 'response', user_response)
          ORDER BY created_at DESC)
        FROM (SELECT * FROM recommendations WHERE user_id = me.id AND user_response IS NOT NULL
          AND entertainment_id IS NOT NULL ORDER BY created_at DESC LIMIT ${signalLimit}) r) AS responses,
      (SELECT jsonb_agg(jsonb_build_object('itemId', item_id, 'state', state) ORDER BY created_at DESC)
        FROM (SELECT * FROM item_states WHERE user_id = me.id ORDER BY created_at DESC LIMIT ${signalLimit}) r) AS states,
      ARRAY(SELECT item_id::text FROM wishlist_items WHERE user_id = me.id
        ORDER BY created_at DESC LIMIT ${signalLimit}) AS wishlist,
      (SELECT jsonb_agg(jsonb_build_object('itemId', id, 'times', times) ORDER BY times DESC, id)
        FROM (SELECT entertainment_id AS id, count(*)::int AS times FROM (
          SELECT entertainment_id FROM recommendations
          WHERE user_id = me.id AND user_response IS NULL AND entertainment_id IS NOT NULL
            AND created_at > now() - make_interval(days => ${shownDays})
          ORDER BY created_at DESC LIMIT ${shownLimit}) latest GROUP BY entertainment_id) r) AS shown
    FROM me LEFT JOIN entertainment_preferences p ON p.user_id = me.id
      LEFT JOIN user_settings us ON us.user_id = me.id`);
  if (!row) throw new TypeError('A query without a FROM table always gives a row.');
  return {
    preferences: preferencesOf(row),
    subscriptions: row.subscriptions,
    region: row.region,
    ratings: row.ratings ?? [],
    responses: (row.responses ?? []).flatMap(({ itemId, response }) => {
      const known = responseOf(response);
      return known === null ? [] : [{ itemId, response: known }];
    }),
    states: (row.states ?? []).flatMap(({ itemId, state }) => {
      const known = stateOf(state);
      return known === null ? [] : [{ itemId, state: known }];
    }),
    wishlist: row.wishlist,
    shown: row.shown ?? [],
  };
}

/** Raters of one seed that are looked at, and how few in common are believed. */
const peoplePerSeed = 500;
const shrinkage = 4;

async function neighbours(
  client: PrismaTransaction,
  seedIds: readonly string[],
  limit: number,
): ReturnType<RecommendationStore['neighbours']> {
  if (seedIds.length === 0) return [];
  return client.$queryRaw(
    Prisma.sql`WITH likes AS (
        SELECT user_id, item_id FROM ratings WHERE value >= 3.5
        UNION SELECT user_id, entertainment_id FROM recommendations
          WHERE user_response IN ('liked', 'purchased') AND entertainment_id IS NOT NULL),
      fans AS (
        SELECT user_id, item_id FROM (
          SELECT user_id, item_id, row_number() OVER (PARTITION BY item_id ORDER BY user_id) AS place
          FROM likes WHERE item_id = ANY(${uuids(seedIds)})) ranked WHERE place <= ${peoplePerSeed}),
      pairs AS (
        SELECT f.item_id AS seed, l.item_id AS item, count(*)::int AS together FROM fans f
        JOIN likes l ON l.user_id = f.user_id AND l.item_id <> f.item_id
        GROUP BY f.item_id, l.item_id HAVING count(*) >= 2),
      totals AS (
        SELECT item_id, count(*) AS people FROM likes
        WHERE item_id IN (SELECT seed FROM pairs UNION SELECT item FROM pairs) GROUP BY item_id)
      SELECT p.seed::text AS "seedId", p.item::text AS "itemId", p.together AS support,
        (p.together / sqrt(s.people * t.people) * p.together / (p.together + ${shrinkage}))::float8 AS similarity
      FROM pairs p JOIN totals s ON s.item_id = p.seed JOIN totals t ON t.item_id = p.item
      ORDER BY similarity DESC, p.item, p.seed LIMIT ${limit}`,
  );
}
