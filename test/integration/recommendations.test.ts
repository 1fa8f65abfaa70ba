import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { embedCatalogue } from '../../src/core/catalogue/embed-catalogue.js';
import { getItem } from '../../src/core/catalogue/get-item.js';
import { searchCatalogue } from '../../src/core/catalogue/search-catalogue.js';
import { seedCatalogue } from '../../src/core/catalogue/seed-catalogue.js';
import { deleteWish } from '../../src/core/recommendations/delete-wish.js';
import { explainRecommendation } from '../../src/core/recommendations/explain-recommendation.js';
import { getPreferences } from '../../src/core/recommendations/get-preferences.js';
import { listWishlist } from '../../src/core/recommendations/list-wishlist.js';
import { markItem } from '../../src/core/recommendations/mark-item.js';
import { planEvening } from '../../src/core/recommendations/plan-evening.js';
import { rateItem } from '../../src/core/recommendations/rate-item.js';
import { recommend } from '../../src/core/recommendations/recommend.js';
import { respondToRecommendation } from '../../src/core/recommendations/respond-to-recommendation.js';
import { saveWish } from '../../src/core/recommendations/save-wish.js';
import type { RecommendationList, RecommendInput } from '../../src/core/recommendations/types.js';
import { updatePreferences } from '../../src/core/recommendations/update-preferences.js';
import type { Money } from '../../src/domain/money.js';
import { createOfflineEmbedder } from '../../src/infrastructure/embeddings/offline-embedder.js';
import { openTestContext, type TestContext } from '../support/context.js';
import { seedRecords } from '../support/seed-records.js';

let opened: TestContext;

beforeAll(async () => {
  opened = await openTestContext({ embedder: await createOfflineEmbedder() });
  await seedCatalogue(opened.context, { records: seedRecords() });
  await embedCatalogue(opened.context, {});
}, 120_000);

afterAll(() => opened.close());

const usd = (major: number): Money => ({ minor: Math.round(major * 100), currency: 'USD' });

async function newUser(subscriptions: readonly string[] = []): Promise<string> {
  const id = randomUUID();
  await opened.database.pool.query('INSERT INTO users (id, cognito_sub, email) VALUES ($1, $2, $3)', [
    id,
    `test:${id}`,
    `${id}@users.invalid`,
  ]);
  for (const name of subscriptions) {
    await opened.database.pool.query(
      `INSERT INTO subscriptions (user_id, name, status, origin) VALUES ($1, $2, 'active', 'stated')`,
      [id, name],
    );
  }
  return id;
}

async function idOf(title: string): Promise<string> {
  const { items } = await searchCatalogue(opened.context, { query: title, limit: 5 });
  const hit = items.find(({ item }) => item.title === title);
  if (hit === undefined) throw new Error(`${title} was not found.`);
  return hit.item.id;
}

const lists = (userId: string, wish: Omit<RecommendInput, 'userId'> = {}): Promise<RecommendationList> =>
  recommend(opened.context, { userId, ...wish });

const titlesOf = (list: RecommendationList): string[] => list.items.map(({ item }) => item.title);

describe('a new user', () => {
  it('gets a varied, well regarded list at once', async () => {
    const list = await lists(await newUser());
    expect(list.items).toHaveLength(10);
    expect(new Set(list.items.map(({ item }) => item.type)).size).toBeGreaterThanOrEqual(4);
    for (const { reason, item } of list.items) {
      expect(reason).toMatch(/^[\p{Lu}\d].*\.$/u);
      expect(item.rating).toBeGreaterThanOrEqual(3.5);
    }
  });
});

describe('money', () => {
  it('is never overspent, whatever the wish and the party', async () => {
    const userId = await newUser(['Netflix']);
    for (const remaining of [0, 3, 7.5, 12, 30, 80]) {
      for (const partySize of [1, 2, 5]) {
        const budget = { remaining: usd(remaining), total: usd(100) };
        const list = await lists(userId, { budget, partySize, record: false });
        const shown = list.freeAlternative === null ? list.items : [...list.items, list.freeAlternative];
        for (const { cost } of shown) {
          expect(cost.known && cost.total.minor).toBeLessThanOrEqual(usd(remaining).minor);
        }
        expect(list.items.length).toBeGreaterThan(0);
      }
    }
  });

  it('that is tight puts what is free or included first', async () => {
    const list = await lists(await newUser(['Disney Plus']), {
      budget: { remaining: usd(9), total: usd(90) },
    });
    expect(list.items[0]?.cost).toMatchObject({ known: true, total: { minor: 0 } });
  });

  it('already spent on a subscription comes first among equals, and alternatives say so', async () => {
    const budget = { remaining: usd(25), total: usd(80) };
    const wish = { types: ['movie' as const], budget, limit: 5, record: false };
    const included = (list: RecommendationList): number =>
      list.items.filter(({ cost }) => cost.known && cost.basis === 'included').length;
    const without = await lists(await newUser(), wish);
    expect(included(without)).toBe(0);
    const list = await lists(await newUser(['Netflix', 'Disney+', 'Max']), wish);
    expect(list.items[0]?.cost).toMatchObject({ basis: 'included' });
    expect(included(list)).toBeGreaterThanOrEqual(3);
    const onlyPaid = await lists(await newUser(['Netflix', 'Disney+', 'Max']), { ...wish, limit: 40 });
    const others = onlyPaid.items.flatMap(({ alternatives }) => alternatives);
    const free = others.filter(({ cost }) => cost.minor === 0);
    expect(free.length).toBeGreaterThan(0);
    expect(free.some(({ includedIn }) => includedIn !== null)).toBe(true);
    for (const { includedIn, cost } of others) if (includedIn !== null) expect(cost.minor).toBe(0);
  });

  it('counts a subscription only where the user is', async () => {
    const userId = await newUser(['Disney+']);
    const item = await idOf('Toy Story');
    await opened.database.pool.query(
      `INSERT INTO user_settings (user_id, region, updated_at) VALUES ($1, 'JP', now())`,
      [userId],
    );
    expect((await getItem(opened.context, { itemId: item, userId })).cost).toMatchObject({
      total: { minor: 399 },
    });
    await opened.database.pool.query(`UPDATE user_settings SET region = 'US' WHERE user_id = $1`, [userId]);
    expect((await getItem(opened.context, { itemId: item, userId })).cost).toMatchObject({
      basis: 'included',
      service: 'Disney+',
      total: { minor: 0 },
    });
  });
});

describe('taste', () => {
  it('keeps disliked genres away until they are asked for', async () => {
    const userId = await newUser();
    await updatePreferences(opened.context, { userId, changes: { dislikedGenres: { add: ['Horror'] } } });
    const list = await lists(userId, { types: ['movie'], limit: 40, record: false });
    expect(list.items.flatMap(({ item }) => item.genres)).not.toContain('horror');
    const asked = await lists(userId, { types: ['movie'], genres: ['horror'], record: false });
    expect(asked.items.length).toBeGreaterThan(2);
  });

  it('changes the next list visibly', async () => {
    const userId = await newUser();
    const before = titlesOf(await lists(userId, { types: ['movie'], record: false }));
    for (const title of ['Spirited Away', 'My Neighbor Totoro']) {
      await respondToRecommendation(opened.context, { userId, itemId: await idOf(title), response: 'liked' });
    }
    const after = await lists(userId, { types: ['movie'], record: false });
    expect(titlesOf(after)).not.toEqual(before);
    expect(titlesOf(after)).not.toContain('Spirited Away');
    expect(
      after.items.filter(({ item }) => item.creators.includes('Hayao Miyazaki')).length,
    ).toBeGreaterThanOrEqual(2);
    expect(after.items.map(({ reason }) => reason).join(' ')).toMatch(/which you liked/);
  });

  it('never brings back what is owned, seen, rejected, bought or rated', async () => {
    const userId = await newUser();
    const first = await lists(userId, { types: ['board_game'], record: false });
    const states = ['owned', 'seen', 'rejected', 'purchased'] as const;
    for (const [index, state] of states.entries()) {
      await markItem(opened.context, { userId, itemId: first.items[index]?.item.id ?? '', state });
    }
    await rateItem(opened.context, { userId, itemId: first.items[4]?.item.id ?? '', value: 5 });
    const gone = titlesOf(first).slice(0, 5);
    const next = titlesOf(await lists(userId, { types: ['board_game'], limit: 50, record: false }));
    for (const title of gone) expect(next).not.toContain(title);
  });

  it('hears people of like mind', async () => {
    const [a, b] = [await idOf('Hades'), await idOf('Unpacking')];
    for (let fan = 0; fan < 12; fan += 1) {
      const userId = await newUser();
      await rateItem(opened.context, { userId, itemId: a, value: 5 });
      await rateItem(opened.context, { userId, itemId: b, value: 5 });
    }
    const userId = await newUser();
    await rateItem(opened.context, { userId, itemId: a, value: 5 });
    const list = await lists(userId, { types: ['game'], record: false });
    const hit = list.items.find(({ item }) => item.id === b);
    expect(hit?.facts).toContainEqual({ kind: 'neighbours', title: 'Hades', people: 12 });
  });

  it('takes named services as subscriptions, and ends those that are missing', async () => {
    const userId = await newUser();
    const change = (names: { set?: string[]; add?: string[]; remove?: string[] }) =>
      updatePreferences(opened.context, { userId, changes: { streamingSubscriptions: names } });
    expect((await change({ set: ['Netflix', 'disney plus'] })).streamingSubscriptions).toHaveLength(2);
    expect((await change({ add: ['Netflix'] })).streamingSubscriptions).toHaveLength(2);
    const left = await change({ remove: ['Disney+'] });
    expect(left.streamingSubscriptions).toEqual(['Netflix']);
    const { rows } = await opened.database.pool.query<{ status: string }>(
      `SELECT status FROM subscriptions WHERE user_id = $1 ORDER BY status`,
      [userId],
    );
    expect(rows.map(({ status }) => status)).toEqual(['active', 'ended']);
    expect((await change({ set: [] })).streamingSubscriptions).toEqual([]);
  });

  it('takes the latest word on a genre', async () => {
    const userId = await newUser();
    await updatePreferences(opened.context, {
      userId,
      changes: { preferredGenres: { add: ['Comedy', ' drama '] } },
    });
    await updatePreferences(opened.context, { userId, changes: { dislikedGenres: { add: ['comedy'] } } });
    expect(await getPreferences(opened.context, { userId })).toMatchObject({
      preferredGenres: ['drama'],
      dislikedGenres: ['comedy'],
    });
  });
});

describe('a wish', () => {
  it('for something like a thing gets its like, and not the thing', async () => {
    const list = await lists(await newUser(), { query: 'Catan', types: ['board_game'], record: false });
    expect(titlesOf(list)).not.toContain('Catan');
    expect(
      list.items.filter(({ reason }) => /^It shares .* with Catan/.test(reason)).length,
    ).toBeGreaterThanOrEqual(5);
  });

  it('for something like a thing knows the thing, also where a mood is asked for beside it', async () => {
    const list = await lists(await newUser(), {
      query: 'Catan',
      mood: 'relaxing',
      types: ['board_game'],
      record: false,
    });
    expect(list.items.filter(({ reason }) => /^It shares .* with Catan/.test(reason))).not.toHaveLength(0);
  });

  it('that cannot be met is named, and the nearest is given within the budget', async () => {
    const list = await lists(await newUser(), {
      types: ['movie'],
      yearFrom: 2030,
      maxMinutes: 30,
      budget: { remaining: usd(5), total: usd(50) },
      record: false,
    });
    expect(list.unmet.length).toBeGreaterThan(0);
    expect(list.items.length).toBeGreaterThan(0);
    for (const { cost } of list.items) expect(cost.known && cost.total.minor <= 500).toBe(true);
  });

  it('for a free new release in cinemas names the year it had to give up, and nothing else', async () => {
    const list = await lists(await newUser(), {
      types: ['movie'],
      query: 'new release in cinemas',
      yearFrom: 2026,
      freeOnly: true,
      record: false,
    });
    expect(list.unmet).toEqual(['I have nothing from 2026 or later that fits; these are older.']);
    expect(list.items.length).toBeGreaterThan(0);
    for (const { item, cost } of list.items) {
      expect([item.type, cost.known && cost.total.minor]).toEqual(['movie', 0]);
    }
  });

  it('gives up the one part that is to blame, not those before it', async () => {
    const list = await lists(await newUser(), {
      types: ['movie'],
      yearFrom: 1990,
      platforms: ['A service of nobody'],
      record: false,
    });
    expect(list.unmet).toEqual([
      expect.stringContaining('I have nothing listed for A service of nobody that fits'),
    ]);
    for (const { item } of list.items) expect(item.year).toBeGreaterThanOrEqual(1990);
  });

  it('against what it asks for is told so, and the refusal holds', async () => {
    const list = await lists(await newUser(), {
      types: ['movie'],
      genres: ['horror', 'comedy'],
      excludeGenres: ['Horror'],
      record: false,
    });
    expect(list.unmet).toEqual(['You asked for horror and against it; I left it out.']);
    expect(list.items.length).toBeGreaterThan(2);
    for (const { item } of list.items) {
      expect(item.genres).toContain('comedy');
      expect(item.genres).not.toContain('horror');
    }
  });

  it('never gives up the price or the age', async () => {
    const list = await lists(await newUser(), {
      types: ['restaurant'],
      maxPrice: usd(0.5),
      age: 3,
      record: false,
    });
    for (const { cost, item } of list.items) {
      expect(cost.known && cost.total.minor).toBeLessThanOrEqual(50);
      expect(item.age ?? 0).toBeLessThanOrEqual(3);
    }
  });

  it('in a search is met as nearly as can be, too', async () => {
    const found = await searchCatalogue(opened.context, {
      query: 'space',
      filters: { types: ['movie'], yearFrom: 2090, maxPrice: usd(5) },
    });
    expect(found.unmet).toEqual(['I have nothing from 2090 or later that fits; these are older.']);
    expect(found.items.length).toBeGreaterThan(0);
    for (const { item } of found.items) expect(item.type).toBe('movie');
  });

  it('for a party finds games that seat it', async () => {
    const list = await lists(await newUser(), {
      types: ['board_game', 'card_game'],
      partySize: 8,
      record: false,
    });
    for (const { item } of list.items) expect(item.playersMax).toBeGreaterThanOrEqual(8);
  });
});

describe('explaining', () => {
  it('answers why, and why not, for any item', async () => {
    const userId = await newUser();
    await updatePreferences(opened.context, { userId, changes: { dislikedGenres: { add: ['horror'] } } });
    const shining = await explainRecommendation(opened.context, {
      userId,
      itemId: await idOf('The Shining'),
      budget: { remaining: usd(2), total: usd(50) },
    });
    expect(shining.recommendable).toBe(false);
    expect(shining.whyNot).toEqual(['You don’t like horror.', 'It costs $3.99, and $2 is left for fun.']);
    const list = await lists(userId, { limit: 1 });
    const explained = await explainRecommendation(opened.context, {
      userId,
      recommendationId: list.items[0]?.recommendationId ?? '',
    });
    expect(explained).toMatchObject({ recommendable: true, item: { id: list.items[0]?.item.id } });
  });

  it('tells nobody about another user’s recommendation', async () => {
    const list = await lists(await newUser(), { limit: 1 });
    const strange = explainRecommendation(opened.context, {
      userId: await newUser(),
      recommendationId: list.items[0]?.recommendationId ?? '',
    });
    await expect(strange).rejects.toMatchObject({ kind: 'not-found' });
  });
});

describe('the wishlist', () => {
  it('keeps the price to wait for and says when it is reached', async () => {
    const userId = await newUser();
    const itemId = await idOf('Wingspan');
    await saveWish(opened.context, { userId, itemId, targetPrice: usd(50) });
    await saveWish(opened.context, { userId, itemId });
    expect(await listWishlist(opened.context, { userId })).toMatchObject([
      { targetPrice: usd(50), currentPrice: usd(64.99), reached: false },
    ]);
    await opened.context.database.store.catalogue.savePriceQuotes(itemId, [
      { provider: 'shop', title: 'Wingspan', price: usd(45), url: null, fetchedAt: new Date() },
    ]);
    expect(await listWishlist(opened.context, { userId })).toMatchObject([
      { currentPrice: usd(45), reached: true },
    ]);
    expect(await deleteWish(opened.context, { userId, itemId })).toEqual({ removed: true });
    expect(await deleteWish(opened.context, { userId, itemId })).toEqual({ removed: false });
  });
});

describe('an evening', () => {
  it('for two under 40 is one plan whose sum holds', async () => {
    const plan = await planEvening(opened.context, { userId: await newUser(), limit: usd(40), partySize: 2 });
    expect(plan?.parts.map(({ role }) => role)).toEqual(['do', 'eat']);
    const sum = plan?.parts.reduce((total, { cost }) => total + cost.minor, 0);
    expect(plan?.total.minor).toBe(sum);
    expect(plan?.total.minor).toBeLessThanOrEqual(4_000);
    expect(plan?.summary).toMatch(/for 2/);
  });

  it('without money is something free', async () => {
    const plan = await planEvening(opened.context, { userId: await newUser(), limit: usd(0), partySize: 2 });
    expect(plan?.total.minor).toBe(0);
  });
});
