import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { BudgetStatus } from '../../domain/budget/status.js';
import { isIsoDate } from '../../domain/calendar.js';
import { type Category, isCategory } from '../../domain/categories/categories.js';
import { fromMajor } from '../../domain/money.js';
import type { ItemType } from '../../domain/ranking/item.js';
import { searchCatalogue } from '../catalogue/search-catalogue.js';
import { amountFact, dateFact, type Fact, nameFact, numberFact } from '../conversation/claims/facts.js';
import { findCategory } from '../conversation/understanding/category-words.js';
import { titleKey } from '../conversation/understanding/references.js';
import { getBudgetStatus } from '../finance/get-budget-status.js';
import { logSpending } from '../finance/log-spending.js';
import type { CoreContext } from '../ports/context.js';
import { markItem } from '../recommendations/mark-item.js';
import { budgetFacts, periodWords } from './budget-words.js';
import { defineTool, type ToolTurn } from './tool.js';

/** Takes a spend that the user told. */
export const logSpendingTool = defineTool({
  name: 'log_spending',
  description: 'Logs money the user says they spent, so that it counts against the budget at once.',
  schema: z.object({
    amount: z.number().positive(),
    currency: z.string().length(3).optional(),
    description: z.string().min(1).max(200),
    on: z.string().refine(isIsoDate, 'must be a date like 2026-03-31').optional(),
    confirmed: z.boolean().optional(),
    /** The thing of the catalogue that was bought. */
    item_id: z.string().uuid().optional(),
  }),
  examples: [
    { amount: 18, description: 'cinema' },
    { amount: 12.5, description: 'lunch', on: '2026-03-13' },
  ],
  private: true,
  effect: 'writes',
  async call(context, turn, told) {
    const args = { ...told, description: named(told.description) };
    const amount = fromMajor(args.amount.toFixed(2), args.currency ?? turn.currency);
    const bought = args.item_id
      ? await context.database.store.catalogue.getItem(args.item_id)
      : await itemCalled(context, turn, args.description);
    const category = bought ? CATEGORIES[bought.type] : findCategory(args.description);
    const logged = await logSpending(context, {
      // A turn that is taken up again after a crash tells the same spend: it counts once.
      id: spendId(turn, JSON.stringify([args.amount, args.currency, args.description, args.on])),
      userId: turn.userId,
      amount,
      description: args.description,
      ...(args.on && { on: args.on }),
      ...(args.confirmed && { confirmed: true }),
      ...(category && isCategory(category) && { category }),
      ...(bought && { itemId: bought.id }),
      origin: 'chat',
    });
    const { voice } = turn;
    const [question] = logged.questions;
    if (logged.transactionId === null) {
      const pending = { kind: 'spend' as const, amount, description: args.description, on: args.on ?? null };
      return {
        text: question?.message ?? 'Is that amount right?',
        facts: [amountFact(args.description, 'spent', amount)],
        memory: { pending },
      };
    }
    if (bought) await markItem(context, { userId: turn.userId, itemId: bought.id, state: 'owned' });
    const status = await getBudgetStatus(context, { userId: turn.userId });
    const when = logged.on === turn.today ? '' : ` on ${voice.date(logged.on)}`;
    const what = args.description === 'Entertainment' ? '' : ` for ${args.description}`;
    const label = logged.categoryLabel.toLowerCase();
    const same = label === args.description.toLowerCase();
    const known = logged.matchedTransactionId ? ' Your statement shows it already, so it counts once.' : '';
    const opening = voice.pick(
      `Logged: ${voice.money(logged.amount)}${what}${when}${same ? '' : ` (${label})`}.`,
      `Noted, ${voice.money(logged.amount)}${what}${when}${same ? '' : `, under ${label}`}.`,
    );
    const remaining =
      status.left && status.left.amount.minor > 0
        ? ` **${voice.money(status.left.amount)}** is left for fun ${periodWords(status)}.`
        : '';
    const left =
      status.left && logged.countsAsEntertainment
        ? `${leftWords(status.left.amount, periodWords(status), voice.money)}${usedWords(status)}`
        : logged.countsAsEntertainment
          ? ''
          : ` It doesn’t count against your fun budget.${remaining}`;
    return {
      text: `${opening}${known}${turn.more ? '' : left}`,
      facts: [
        amountFact(args.description, 'spent', logged.amount),
        dateFact(args.description, 'date', logged.on),
        nameFact(logged.merchantName),
        ...usedFacts(status),
        ...budgetFacts(status),
      ],
      memory: {
        lastSpend: {
          transactionId: logged.transactionId,
          description: args.description,
          on: logged.on,
          amount: logged.amount,
        },
        done: { what: 'spend' },
        spends: [
          { transactionId: logged.transactionId, description: args.description },
          ...turn.memory.spends,
        ].slice(0, SPENDS_KEPT),
      },
    };
  },
});

/** What a spend was for, without words that lead on to nothing: "game for", "book on saturday". */
function named(description: string): string {
  const plain = description
    .replace(/\s+(?:on|this|last) (?:mon|tues|wednes|thurs|fri|satur|sun)day$/i, '')
    .replace(/(?:\s+(?:for|on|at|to|with|from|and|the|an?|my|of|in))+$/i, '')
    .trim();
  return plain === '' ? description : plain;
}

/** Spends that "delete the dinner one" can mean. */
const SPENDS_KEPT = 6;

const CATEGORIES: Readonly<Record<ItemType, Category>> = {
  movie: 'cinema',
  book: 'books',
  game: 'games',
  board_game: 'games',
  card_game: 'games',
  event: 'events',
  restaurant: 'dining',
};

/** The thing of the catalogue that a spend names in full: "catan". */
async function itemCalled(context: CoreContext, turn: ToolTurn, description: string) {
  const wanted = titleKey(description);
  if (wanted.length < 4) return null;
  const { items } = await searchCatalogue(context, {
    query: description,
    userId: turn.userId,
    limit: 3,
    signal: turn.signal,
  });
  return items.find(({ item }) => titleKey(item.title) === wanted)?.item ?? null;
}

/** A UUID that the same spend of the same turn always gets. */
function spendId(turn: ToolTurn, spend: string): string {
  const hash = createHash('sha256').update(`${turn.turnId} ${turn.chatMessageId} ${spend}`).digest('hex');
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}

/** From this share of the budget on, how much of it is used is said with each spend. */
const MUCH_PERCENT = 80;

function usedPercent({ left, total }: BudgetStatus): number | null {
  if (!left || !total || total.amount.minor <= 0 || left.amount.minor < 0) return null;
  const percent = Math.round(((total.amount.minor - left.amount.minor) * 100) / total.amount.minor);
  return percent >= MUCH_PERCENT ? percent : null;
}

function usedWords(status: BudgetStatus): string {
  const percent = usedPercent(status);
  return percent === null ? '' : ` ${percent}% of your budget is used.`;
}

function usedFacts(status: BudgetStatus): Fact[] {
  const percent = usedPercent(status);
  return percent === null ? [] : [numberFact('budget', 'used', percent, 'percent')];
}

function leftWords(
  left: { minor: number; currency: string },
  period: string,
  money: (amount: { minor: number; currency: string }) => string,
): string {
  if (left.minor < 0)
    return ` That puts you ${money({ ...left, minor: -left.minor })} over your fun budget ${period}.`;
  return ` That leaves **${money(left)}** for fun ${period}.`;
}
