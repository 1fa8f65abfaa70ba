import type { CatalogueStore } from '../../../core/ports/stores/catalogue.js';
import { money } from '../../../domain/money.js';
import type { PrismaTransaction } from '../client.js';
import { Prisma } from '../generated/client.js';
import { offered, texts } from './rows.js';

type Lookups = Pick<
  CatalogueStore,
  'savePriceQuotes' | 'listPriceQuotes' | 'wishedWithOldPrices' | 'saveReviews' | 'listReviews'
>;

/** Quotes that are kept and shown of one item. */
const quoteLimit = 20;
const reviewLimit = 20;
/** Older quotes of an item go when new ones come. */
const quoteMilliseconds = 90 * 86_400_000;

/** Prices and reviews as providers gave them, with source and age. */
export function createLookups(client: PrismaTransaction): Lookups {
  return {
    async savePriceQuotes(itemId, quotes) {
      const newest = Math.max(...quotes.map(({ fetchedAt }) => fetchedAt.getTime()));
      if (!Number.isFinite(newest)) return;
      await client.priceQuote.deleteMany({
        where: { itemId, fetchedAt: { lt: new Date(newest - quoteMilliseconds) } },
      });
      await client.priceQuote.createMany({
        data: quotes.map(({ provider, title, price, url, fetchedAt }) => ({
          itemId,
          provider,
          title: title.slice(0, 500),
          priceMinor: BigInt(price.minor),
          currency: price.currency,
          url: url?.slice(0, 1000) ?? null,
          fetchedAt,
        })),
      });
    },
    async wishedWithOldPrices({ types, seenBefore, turn, limit }) {
      const rows = await client.$queryRaw<{ id: string }[]>(
        Prisma.sql`SELECT i.id::text AS id FROM entertainment_items i
          WHERE i.type = ANY(${texts(types)}) AND ${offered}
            AND EXISTS (SELECT 1 FROM wishlist_items w WHERE w.item_id = i.id)
            AND NOT EXISTS (SELECT 1 FROM price_quotes q WHERE q.item_id = i.id AND q.fetched_at >= ${seenBefore})
          ORDER BY md5(i.id::text || ${turn}) LIMIT ${limit}`,
      );
      return rows.map(({ id }) => id);
    },
    async listPriceQuotes(itemId) {
      const rows = await client.priceQuote.findMany({
        where: { itemId },
        orderBy: [{ fetchedAt: 'desc' }, { priceMinor: 'asc' }, { id: 'asc' }],
        distinct: ['provider', 'title'],
        take: quoteLimit,
      });
      return rows.map(({ provider, title, priceMinor, currency, url, fetchedAt }) => ({
        provider,
        title,
        price: money(Number(priceMinor), currency),
        url,
        fetchedAt,
      }));
    },
    async saveReviews(itemId, reviews) {
      const providers = [...new Set(reviews.map(({ provider }) => provider))];
      await client.review.deleteMany({ where: { itemId, provider: { in: providers } } });
      await client.review.createMany({
        data: reviews.map((review) => ({
          itemId,
          provider: review.provider,
          title: review.title.slice(0, 500),
          url: review.url.slice(0, 1000),
          author: review.author?.slice(0, 255) ?? null,
          snippet: review.snippet,
          publishedAt: review.publishedAt,
          fetchedAt: review.fetchedAt,
        })),
      });
    },
    async listReviews(itemId) {
      return client.review.findMany({
        where: { itemId },
        orderBy: [{ provider: 'asc' }, { fetchedAt: 'desc' }, { id: 'asc' }],
        take: reviewLimit,
        select: {
          provider: true,
          title: true,
          url: true,
          author: true,
          snippet: true,
          publishedAt: true,
          fetchedAt: true,
        },
      });
    },
  };
}
