import type { CatalogueStore } from '../../../core/ports/stores/catalogue.js';
import { money } from '../../../domain/money.js';
import type { PrismaTransaction } from '../client.js';

type Lookups = Pick<CatalogueStore, 'savePriceQuotes' | 'listPriceQuotes' | 'saveReviews' | 'listReviews'>;

/** Quotes that are kept and shown of one item. */
const quoteLimit = 20;
const reviewLimit = 20;

/** Prices and reviews as providers gave them, with source and age. */
export function createLookups(client: PrismaTransaction): Lookups {
  return {
    async savePriceQuotes(itemId, quotes) {
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
