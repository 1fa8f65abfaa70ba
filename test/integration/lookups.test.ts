import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getItem } from '../../src/core/catalogue/get-item.js';
import { importCatalogue } from '../../src/core/catalogue/import-catalogue.js';
import { refreshPrices } from '../../src/core/catalogue/refresh-prices.js';
import { refreshReviews } from '../../src/core/catalogue/refresh-reviews.js';
import { refreshWishedPrices } from '../../src/core/catalogue/refresh-wished-prices.js';
import type {
  LookupResult,
  PriceProvider,
  PriceQuote,
  Review,
  ReviewProvider,
} from '../../src/core/ports/prices-reviews.js';
import { listWishlist } from '../../src/core/recommendations/list-wishlist.js';
import { saveWish } from '../../src/core/recommendations/save-wish.js';
import {
  createSettableClock,
  openTestContext,
  type SettableClock,
  type TestContext,
} from '../support/context.js';

let opened: TestContext;
let time: SettableClock;
let prices: LookupResult<PriceQuote>;
let reviews: LookupResult<Review>;
let asked = 0;
const ids = new Map<string, string>();

const shop: PriceProvider = {
  name: 'shop',
  lookUpPrices: async () => {
    asked += 1;
    return prices;
  },
};
const broken: PriceProvider = {
  name: 'broken',
  lookUpPrices: () => Promise.reject(new Error('out of order')),
};
const critic: ReviewProvider = { name: 'critic', lookUpReviews: async () => reviews };

async function* items() {
  yield {
    line: 1,
    value: { title: 'Catan', type: 'board_game', price: 44.99, metadata: { price_as_of: '2026-01-02' } },
  };
  yield { line: 2, value: { title: 'A Diner', type: 'restaurant', price: 12 } };
  yield { line: 3, value: { title: 'Wingspan', type: 'board_game' } };
}

beforeAll(async () => {
  time = createSettableClock('2026-11-01T12:00:00Z');
  opened = await openTestContext({
    clock: time.clock,
    priceProviders: [broken, shop],
    reviewProviders: [critic],
  });
  await importCatalogue(opened.context, { source: 'test', records: items() });
  const list = await opened.context.database.store.catalogue.listItems(
    {},
    { sort: 'title', limit: 9, cursor: null },
  );
  for (const { title, id } of list.items) ids.set(title, id);
}, 120_000);

afterAll(() => opened.close());

const idOf = (title: string): string => ids.get(title) ?? '';
const quote = (minor: number): PriceQuote => ({
  provider: 'shop',
  title: 'Catan',
  price: { minor, currency: 'USD' },
  url: 'https://shop.example/catan',
  fetchedAt: time.clock.now(),
});

describe('the prices of what people wish for', () => {
  const wish = async (title: string): Promise<string> => {
    const { id } = await opened.context.database.store.accounts.ensureUser({
      id: randomUUID(),
      subject: `wishing:${title}:${randomUUID()}`,
      email: null,
      displayName: null,
    });
    await saveWish(opened.context, {
      userId: id,
      itemId: idOf(title),
      targetPrice: { minor: 4_000, currency: 'USD' },
    });
    return id;
  };
  const refresh = (): Promise<number> => refreshWishedPrices(opened.context, {});

  it('are looked up in the background, so that an awaited price is noticed', async () => {
    const userId = await wish('Catan');
    await wish('A Diner');
    expect((await listWishlist(opened.context, { userId }))[0]?.reached).toBe(false);
    prices = { found: [quote(3_950)] };
    expect(await refresh()).toBe(1);
    expect((await listWishlist(opened.context, { userId }))[0]).toMatchObject({
      reached: true,
      currentPrice: { minor: 3_950 },
    });
  });

  it('are not asked for again within most of a day', async () => {
    expect(await refresh()).toBe(0);
    time.set('2026-11-02T09:00:00Z');
    expect(await refresh()).toBe(1);
    time.set('2026-11-01T12:00:00Z');
  });

  it('are left alone once every shop has had enough, and where there is no shop', async () => {
    await wish('Wingspan');
    time.set('2026-11-04T12:00:00Z');
    prices = { failure: 'OVER_QUOTA' };
    const { context } = opened;
    expect(await refreshWishedPrices({ ...context, priceProviders: [shop] }, {})).toBe(1);
    expect(await refreshWishedPrices({ ...context, priceProviders: [] }, {})).toBe(0);
    prices = { failure: 'NO_RESULTS' };
    expect(await refresh()).toBe(2);
    await opened.database.pool.query('DELETE FROM price_quotes');
    time.set('2026-11-01T12:00:00Z');
  });
});

describe('prices', () => {
  it('are the catalogue’s own, with their date, while nobody knows better', async () => {
    prices = { failure: 'BLOCKED' };
    const report = await refreshPrices(opened.context, { itemId: idOf('Catan') });
    expect(report.outcomes).toEqual([
      { provider: 'broken', found: 0, failure: 'UNAVAILABLE' },
      { provider: 'shop', found: 0, failure: 'BLOCKED' },
    ]);
    expect(report.quotes).toMatchObject([
      { provider: 'catalogue', price: { minor: 4_499 }, fetchedAt: new Date('2026-01-02T00:00:00Z') },
    ]);
    expect((await refreshPrices(opened.context, { itemId: idOf('Wingspan') })).quotes).toEqual([]);
  });

  it('are stored with source and age, and fresh for six hours', async () => {
    prices = { found: [quote(4_100)] };
    await refreshPrices(opened.context, { itemId: idOf('Catan') });
    const before = asked;
    time.set('2026-11-01T17:59:00Z');
    expect((await refreshPrices(opened.context, { itemId: idOf('Catan') })).quotes).toMatchObject([
      { provider: 'shop', price: { minor: 4_100 } },
    ]);
    expect(asked).toBe(before);
    time.set('2026-11-01T18:01:00Z');
    prices = { found: [quote(3_900)] };
    await refreshPrices(opened.context, { itemId: idOf('Catan') });
    expect((await getItem(opened.context, { itemId: idOf('Catan') })).quotes).toMatchObject([
      { price: { minor: 3_900 } },
    ]);
  });

  it('of other things are not looked up', async () => {
    await expect(refreshPrices(opened.context, { itemId: idOf('A Diner') })).rejects.toMatchObject({
      kind: 'invalid',
      code: 'PRICES_NOT_LOOKED_UP',
    });
  });
});

describe('reviews', () => {
  it('are stored, summed up in two lines, and replaced by newer ones', async () => {
    const review = (snippet: string): Review => ({
      provider: 'critic',
      title: 'Catan',
      url: 'https://critic.example/catan',
      author: 'Ann',
      snippet,
      publishedAt: null,
      fetchedAt: time.clock.now(),
    });
    reviews = { found: [review('A fine first game for four.')] };
    const report = await refreshReviews(opened.context, { itemId: idOf('Catan') });
    expect(report.summary).toBe('“A fine first game for four.” (Ann, https://critic.example/catan)');
    time.set('2026-11-02T12:00:00Z');
    reviews = { found: [review('It has aged, and well.')] };
    await refreshReviews(opened.context, { itemId: idOf('Catan') });
    const { reviews: stored } = await getItem(opened.context, { itemId: idOf('Catan') });
    expect(stored.map(({ snippet }) => snippet)).toEqual(['It has aged, and well.']);
  });

  it('that nobody wrote are not made up', async () => {
    reviews = { failure: 'NO_RESULTS' };
    expect(await refreshReviews(opened.context, { itemId: idOf('Wingspan') })).toEqual({
      reviews: [],
      summary: null,
      outcomes: [{ provider: 'critic', found: 0, failure: 'NO_RESULTS' }],
    });
  });
});
