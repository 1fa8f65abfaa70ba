import type { RecommendationRow, RecommendationStore } from '../../../core/ports/stores/recommendations.js';
import { money, toDecimal } from '../../../domain/money.js';
import { readCatalogueItem } from '../../../domain/ranking/read-item.js';
import type { PrismaTransaction } from '../client.js';
import { Prisma } from '../generated/client.js';
import { responseOf } from './taste.js';

type History = Omit<
  RecommendationStore,
  'getPreferences' | 'savePreferences' | 'getTaste' | 'neighbours' | 'saveRating' | 'setState'
>;

const wishLimit = 500;

interface StoredRow {
  readonly id: string;
  readonly entertainmentId: string | null;
  readonly sessionId: string | null;
  readonly item: { readonly title: string } | null;
  readonly reason: string | null;
  readonly estimatedCost: { toString(): string } | null;
  readonly userResponse: string | null;
  readonly createdAt: Date;
}

function toRow(row: StoredRow): RecommendationRow {
  return {
    id: row.id,
    itemId: row.entertainmentId,
    sessionId: row.sessionId,
    title: row.item?.title ?? null,
    reason: row.reason,
    estimatedCost: row.estimatedCost?.toString() ?? null,
    response: responseOf(row.userResponse),
    createdAt: row.createdAt,
  };
}

/** What was recommended, what was answered, and what is wished for. */
export function createHistory(client: PrismaTransaction): History {
  return {
    async addRecommendations(userId, sessionId, recommendations) {
      const rows = recommendations.map(
        ({ id, itemId, reason, estimatedCost }) =>
          Prisma.sql`(${id}::uuid, ${userId}::uuid, ${sessionId}::uuid, ${itemId}::uuid, ${reason},
            ${estimatedCost === null ? null : toDecimal(estimatedCost)}::numeric)`,
      );
      if (rows.length === 0) return;
      await client.$executeRaw`INSERT INTO recommendations
        (id, user_id, session_id, entertainment_id, reason, estimated_cost) VALUES ${Prisma.join(rows)}`;
    },
    async setResponse(userId, { itemId, recommendationId, newId }, response) {
      const row = await client.recommendation.findFirst({
        where: {
          userId,
          entertainmentId: itemId,
          ...(recommendationId !== null && { id: recommendationId }),
        },
        orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
        select: { id: true },
      });
      if (row === null) {
        await client.recommendation.create({
          data: { id: newId, userId, entertainmentId: itemId, userResponse: response },
        });
        return;
      }
      await client.recommendation.update({ where: { id: row.id }, data: { userResponse: response } });
    },
    async getRecommendation(userId, recommendationId) {
      const row = await client.recommendation.findFirst({
        where: { userId, id: recommendationId },
        include: { item: { select: { title: true } } },
      });
      return row === null ? null : toRow(row);
    },
    async listRecommendations(userId, limit) {
      const rows = await client.recommendation.findMany({
        where: { userId },
        orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
        take: limit,
        include: { item: { select: { title: true } } },
      });
      return rows.map(toRow);
    },
    ...createWishes(client),
  };
}

function createWishes(
  client: PrismaTransaction,
): Pick<RecommendationStore, 'saveWish' | 'deleteWish' | 'listWishes'> {
  return {
    async saveWish(userId, itemId, targetPrice) {
      const target = {
        targetPriceMinor: targetPrice === null ? null : BigInt(targetPrice.minor),
        currency: targetPrice?.currency ?? null,
      };
      await client.wishlistItem.upsert({
        where: { userId_itemId: { userId, itemId } },
        create: { userId, itemId, ...target },
        // Saving again without a price keeps the price that was named before.
        update: targetPrice === null ? {} : target,
      });
    },
    async deleteWish(userId, itemId) {
      const { count } = await client.wishlistItem.deleteMany({ where: { userId, itemId } });
      return count > 0;
    },
    async listWishes(userId) {
      const rows = await client.wishlistItem.findMany({
        where: { userId },
        orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
        take: wishLimit,
        include: { item: true },
      });
      return rows.flatMap(({ item: stored, targetPriceMinor, currency, createdAt }) => {
        const item = readCatalogueItem({
          ...stored,
          price: stored.price?.toString() ?? null,
          rating: stored.rating === null ? null : Number(stored.rating),
          price_type: stored.priceType,
          external_url: stored.externalUrl,
          image_url: stored.imageUrl,
        });
        const targetPrice =
          targetPriceMinor === null || currency === null ? null : money(Number(targetPriceMinor), currency);
        return item === null ? [] : [{ item, targetPrice, createdAt }];
      });
    },
  };
}
