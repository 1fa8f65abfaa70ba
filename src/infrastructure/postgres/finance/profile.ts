import type { FinanceStore } from '../../../core/ports/stores/finance.js';
import { type Money, toDecimal } from '../../../domain/money.js';
import type { PrismaTransaction } from '../client.js';
import { Prisma } from '../generated/client.js';
import { optionalDay } from './rows.js';

type Profiles = Pick<
  FinanceStore,
  | 'saveRule'
  | 'saveStated'
  | 'deleteStated'
  | 'saveProfile'
  | 'replaceExpenseCategories'
  | 'saveSubscription'
  | 'deleteSubscriptions'
  | 'mirrorSubscriptions'
>;

/** DECIMAL(12,2) holds ten digits before the point. */
const columnLimit = 9_999_999_999.99;

function toColumn(amount: Money): string | null {
  const text = toDecimal(amount);
  return Math.abs(Number(text)) > columnLimit ? null : text;
}

/** The user's own words, and the contract's tables that follow from the analysis. */
export function createProfiles(client: PrismaTransaction): Profiles {
  return {
    async saveRule(userId, { merchantKey, category, ignore }) {
      const key = merchantKey.slice(0, 255);
      await client.categoryRule.upsert({
        where: { userId_merchantKey: { userId, merchantKey: key } },
        create: { userId, merchantKey: key, category, ignore },
        update: { category, ignore },
      });
    },

    async saveStated(userId, { figure, amount, currency, percent, parts, statedAt, messageId }) {
      const fields = {
        amountMinor: amount === null ? null : BigInt(amount.minor),
        currency: amount?.currency ?? currency,
        percent,
        parts: parts?.map(({ name, minor }) => ({ name, minor })) ?? Prisma.DbNull,
        statedAt: new Date(statedAt),
        messageId,
      };
      await client.statedFigure.upsert({
        where: { userId_figure: { userId, figure } },
        create: { userId, figure, ...fields },
        update: fields,
      });
    },

    async deleteStated(userId, figure) {
      await client.statedFigure.deleteMany({ where: { userId, figure } });
    },

    async saveProfile(userId, profile) {
      const fields = {
        currency: profile.currency,
        ...(profile.monthlyIncome !== undefined && {
          monthlyIncome: profile.monthlyIncome && toColumn(profile.monthlyIncome),
        }),
        ...(profile.fixedExpenses !== undefined && {
          fixedExpenses: profile.fixedExpenses && toColumn(profile.fixedExpenses),
        }),
        ...(profile.savingsGoalPercent !== undefined && { savingsGoalPercent: profile.savingsGoalPercent }),
        ...(profile.entertainmentBudget !== undefined && {
          entertainmentBudget: profile.entertainmentBudget && toColumn(profile.entertainmentBudget),
        }),
        ...(profile.lastAnalysedAt !== undefined && { lastAnalyzedAt: profile.lastAnalysedAt }),
      };
      await client.financialProfile.upsert({
        where: { userId },
        create: { userId, ...fields },
        update: fields,
      });
    },

    async replaceExpenseCategories(userId, categories) {
      await client.expenseCategory.deleteMany({ where: { userId } });
      await client.expenseCategory.createMany({
        data: categories.map(({ category, monthly, isFixed }) => ({
          userId,
          category,
          monthlyAmount: toColumn(monthly),
          isFixed,
        })),
      });
    },

    async saveSubscription(userId, subscription) {
      const { id, price, firstSeenOn, lastChargedOn, nextDueOn, ...rest } = subscription;
      const fields = {
        ...rest,
        name: subscription.name.slice(0, 100),
        merchantKey: subscription.merchantKey?.slice(0, 255) ?? null,
        priceMinor: price === null ? null : BigInt(price.minor),
        currency: price?.currency ?? null,
        firstSeenOn: optionalDay(firstSeenOn),
        lastChargedOn: optionalDay(lastChargedOn),
        nextDueOn: optionalDay(nextDueOn),
      };
      const changed = await client.subscription.updateMany({ where: { id, userId }, data: fields });
      if (changed.count === 0) await client.subscription.create({ data: { id, userId, ...fields } });
    },

    async deleteSubscriptions(userId, ids) {
      await client.subscription.deleteMany({ where: { userId, id: { in: [...ids] } } });
    },

    async mirrorSubscriptions(userId, names) {
      const streamingSubscriptions = [...names];
      await client.entertainmentPreferences.upsert({
        where: { userId },
        create: { userId, streamingSubscriptions },
        update: { streamingSubscriptions },
      });
    },
  };
}
