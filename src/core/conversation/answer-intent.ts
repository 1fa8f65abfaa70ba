import { add, type Money, toMajor } from '../../domain/money.js';
import { createLinkCode } from '../accounts/create-link-code.js';
import { redeemLinkCode } from '../accounts/redeem-link-code.js';
import { updateUserSettings } from '../accounts/update-user-settings.js';
import { listDocuments } from '../documents/list-documents.js';
import { getBudgetStatus } from '../finance/get-budget-status.js';
import { listTransactions } from '../finance/list-transactions.js';
import { updateFinancialProfile } from '../finance/update-financial-profile.js';
import type { CoreContext } from '../ports/context.js';
import { affordabilityTool } from '../tools/affordability.js';
import { alertsTool } from '../tools/alerts.js';
import { amendSpending } from '../tools/amend-spending.js';
import { budgetFacts } from '../tools/budget-words.js';
import { compareItems } from '../tools/compare-items.js';
import { documentsTool } from '../tools/documents.js';
import { explainItem, explainTool } from '../tools/explain.js';
import { getBudgetStatusTool } from '../tools/get-budget-status.js';
import { incomeTool } from '../tools/income.js';
import { correctSpendingTool, logSpendingTool } from '../tools/log-spending.js';
import { planEveningTool } from '../tools/plan-evening.js';
import { showPreferencesTool, updatePreferencesTool } from '../tools/preferences.js';
import { recommendForWish } from '../tools/recommend.js';
import { recommendSeveral } from '../tools/recommend-several.js';
import { resolveItem } from '../tools/resolve-item.js';
import { notFoundText, rate, react, waitFor } from '../tools/respond.js';
import { searchTool } from '../tools/search.js';
import { insightsTool, spendingTool } from '../tools/spending.js';
import { spendsTool } from '../tools/spends.js';
import { statedFigureTool } from '../tools/stated-figures.js';
import { changeSubscriptionTool, subscriptionsTool } from '../tools/subscriptions.js';
import type { ToolResult, ToolTurn } from '../tools/tool.js';
import { amendFigure, undoLast } from '../tools/undo.js';
import { wishlistTool } from '../tools/wishlist.js';
import { callTool, guardTool } from './call-tool.js';
import { amountFact } from './claims/facts.js';
import { commandResult } from './commands.js';
import { documentResult } from './document-result.js';
import type { Draft } from './draft.js';
import { knownAll, refine, withReplacement } from './refine.js';
import type { Intent } from './understanding/intents.js';
import type { Wish } from './understanding/wish.js';
import { unlinkHere } from './unlink-here.js';

const PRIVATE: ReadonlySet<Intent['kind']> = new Set([
  'afford',
  'budget',
  'spending',
  'insights',
  'subscriptions',
  'log',
  'correct',
  'amend',
  'spends',
  'figure',
  'alerts',
  'documents',
  'export',
  'forget',
  'undo',
  'amend-figure',
  'known',
  'income',
  'link',
  'unlink',
]);

/** True where the answer shows, or the message tells, something about the user's money or account. */
export function isPrivate(intent: Intent): boolean {
  return PRIVATE.has(intent.kind) || (intent.kind === 'why' && intent.figure !== null);
}

/** Does what an intent asks, by the tool for it. */
export async function answerIntent(
  context: CoreContext,
  turn: ToolTurn,
  draft: Draft,
  intent: Intent,
): Promise<ToolResult> {
  switch (intent.kind) {
    case 'recommend':
      return guardTool(context, turn, draft, { name: 'recommend', args: intent.wish }, () =>
        intent.keep ? keepFirst(context, turn, intent.wish) : recommendForWish(context, turn, intent.wish),
      );
    case 'several':
      return guardTool(context, turn, draft, { name: 'recommend', args: intent }, () =>
        recommendSeveral(context, turn, intent),
      );
    case 'refine':
      return guardTool(context, turn, draft, { name: 'recommend', args: intent }, () =>
        refine(context, turn, intent),
      );
    case 'known-all':
      return guardTool(context, turn, draft, { name: 'respond', args: intent }, () =>
        knownAll(context, turn, intent.wish),
      );
    case 'compare':
      return guardTool(context, turn, draft, { name: 'compare', args: intent }, () =>
        compareItems(context, turn, intent),
      );
    case 'plan':
      return callTool(context, turn, draft, planEveningTool, planArguments(intent.wish));
    case 'search':
      return callTool(context, turn, draft, searchTool, {
        query: intent.query,
        ...(intent.wish.types[0] && { type: intent.wish.types[0] }),
      });
    case 'react':
    case 'rate':
      return guardTool(context, turn, draft, { name: 'respond', args: intent }, () =>
        respondTo(context, turn, intent),
      );
    case 'why':
      return why(context, turn, draft, intent);
    default:
      return answerMoneyIntent(context, turn, draft, intent);
  }
}

/** "Save a thriller for me": the best that fits goes onto the wishlist. */
async function keepFirst(context: CoreContext, turn: ToolTurn, wish: Wish): Promise<ToolResult> {
  const list = await recommendForWish(context, turn, { ...wish, count: 1 });
  const [first] = list.memory?.offered ?? [];
  if (!first) return list;
  const kept = await react(context, turn, first, 'saved');
  return {
    ...list,
    text: `${kept.text}\n\n${list.text}`,
    reword: false,
    facts: [...kept.facts, ...list.facts],
    memory: { ...list.memory, ...kept.memory },
  };
}

function planArguments(wish: Wish) {
  return {
    ...(wish.maxPrice && { max_price: toMajor(wish.maxPrice) }),
    ...(wish.partySize !== null && { party_size: wish.partySize }),
    ...(wish.mood !== null && { mood: wish.mood }),
    ...(wish.place !== null && { place: wish.place }),
    ...(wish.age !== null && { age: wish.age }),
    ...(wish.types.length > 0 && { types: [...wish.types] }),
  };
}

async function respondTo(
  context: CoreContext,
  turn: ToolTurn,
  intent: Extract<Intent, { kind: 'react' | 'rate' }>,
): Promise<ToolResult> {
  const item = await resolveItem(context, turn, intent.item);
  if (!item)
    return { text: notFoundText(intent.item.by === 'title' ? intent.item.title : undefined), facts: [] };
  if (intent.kind === 'rate') return rate(context, turn, item, intent.stars);
  if (intent.target !== undefined) return waitFor(context, turn, item, intent.target);
  const noted = await react(context, turn, item, intent.reaction);
  return withReplacement(context, turn, item.itemId, intent.reaction, noted);
}

async function why(
  context: CoreContext,
  turn: ToolTurn,
  draft: Draft,
  intent: Extract<Intent, { kind: 'why' }>,
): Promise<ToolResult> {
  if (intent.amount && !(await isOurs(context, turn, intent.amount)))
    return {
      text: `I have no ${turn.voice.money(intent.amount)} among your figures, so I can’t say where that comes from. Where do you see it? Tell me the line, and I’ll look it up.`,
      facts: [amountFact('asked', 'amount', intent.amount)],
    };
  if (intent.figure) return callTool(context, turn, draft, explainTool, figureArguments(intent.figure));
  const reference = intent.item ?? { by: 'last' as const };
  return guardTool(context, turn, draft, { name: 'explain', args: reference }, async () => {
    // "Why?" after a figure is about the figure.
    const figure = turn.memory.figure;
    if (reference.by === 'last' && figure && turn.memory.subject === null) {
      return explainTool.call(context, turn, explainTool.schema.parse(figureArguments(figure)));
    }
    const item = await resolveItem(context, turn, reference);
    if (item) return explainItem(context, turn, item.itemId);
    const text =
      reference.by === 'title'
        ? notFoundText(reference.title)
        : 'Which one do you mean? I haven’t suggested anything yet in this conversation.';
    return { text, facts: [] };
  });
}

/** Whether an amount that is asked about is one of the user's figures, or of their transactions. */
async function isOurs(context: CoreContext, turn: ToolTurn, amount: Money): Promise<boolean> {
  const status = await getBudgetStatus(context, { userId: turn.userId });
  const figures = budgetFacts(status).flatMap((fact) => (fact.kind === 'amount' ? [fact.amount] : []));
  const { transactions } = await listTransactions(context, { userId: turn.userId, limit: 200, offset: 0 });
  const rows = transactions.map(({ transaction }) => transaction.amount);
  return [...figures, ...rows].some(
    // Said in whole units, a figure is rounded.
    ({ minor }) => Math.abs(Math.abs(minor) - amount.minor) < (amount.minor % 100 === 0 ? 100 : 1),
  );
}

function figureArguments(figure: string) {
  const known = explainTool.schema.shape.figure.safeParse(figure);
  return { figure: known.success && known.data ? known.data : ('entertainment_budget' as const) };
}

async function answerMoneyIntent(
  context: CoreContext,
  turn: ToolTurn,
  draft: Draft,
  intent: Intent,
): Promise<ToolResult> {
  switch (intent.kind) {
    case 'afford': {
      const before = turn.memory.supposed;
      const again = intent.also && intent.price && before && before.currency === intent.price.currency;
      if (again && intent.price && before) {
        const parts = [before, ...(intent.parts ?? [intent.price])];
        return callTool(context, turn, draft, affordabilityTool, {
          price: toMajor(add(before, intent.price)),
          currency: before.currency,
          parts: parts.map(toMajor),
        });
      }
      const per =
        intent.recurring === 'weekly' || intent.recurring === 'annual'
          ? intent.recurring
          : intent.recurring
            ? ('monthly' as const)
            : undefined;
      return callTool(context, turn, draft, affordabilityTool, {
        ...(intent.price && { price: toMajor(intent.price), currency: intent.price.currency }),
        ...(intent.title && { title: intent.title }),
        ...(per && { per }),
        ...(intent.terms && { terms: intent.terms }),
        ...(intent.parts && { parts: intent.parts.map(toMajor) }),
      });
    }
    case 'budget':
      return callTool(context, turn, draft, getBudgetStatusTool, {
        ...(intent.per && { per: intent.per }),
        ...(intent.times && { times: intent.times }),
      });
    case 'spending':
      return callTool(context, turn, draft, spendingTool, {
        ...(intent.span && { from: intent.span.start, to: intent.span.end }),
        ...(intent.months && { months: intent.months }),
        ...(intent.category && { category: intent.category }),
      });
    case 'spends':
      return callTool(context, turn, draft, spendsTool, { which: intent.which });
    case 'insights':
      return callTool(context, turn, draft, insightsTool, {});
    case 'known':
    case 'income':
      return callTool(context, turn, draft, incomeTool, {});
    case 'subscriptions':
      return callTool(context, turn, draft, subscriptionsTool, intent.name ? { name: intent.name } : {});
    case 'cannot-cancel':
      return callTool(context, turn, draft, subscriptionsTool, { name: intent.name, cancel: true });
    case 'wishlist':
      return callTool(context, turn, draft, wishlistTool, {});
    case 'show-taste':
      return callTool(context, turn, draft, showPreferencesTool, {});
    case 'alerts':
      return callTool(context, turn, draft, alertsTool, intent.change ? { change: intent.change } : {});
    case 'documents':
      return intent.change === 'latest'
        ? guardTool(context, turn, draft, { name: 'documents', args: intent }, () => latest(context, turn))
        : callTool(context, turn, draft, documentsTool, { action: intent.change });
    default:
      return answerTold(context, turn, draft, intent);
  }
}

/** What the latest document said, as it was said when it came in. */
async function latest(context: CoreContext, turn: ToolTurn): Promise<ToolResult> {
  const { documents } = await listDocuments(context, { userId: turn.userId, limit: 1 });
  const [document] = documents;
  if (!document) return documentsTool.call(context, turn, {});
  return documentResult(context, turn, document, false);
}

async function answerTold(
  context: CoreContext,
  turn: ToolTurn,
  draft: Draft,
  intent: Intent,
): Promise<ToolResult> {
  switch (intent.kind) {
    case 'taste':
      return callTool(context, turn, draft, updatePreferencesTool, {
        likes: [...intent.changes.likes],
        dislikes: [...intent.changes.dislikes],
        activities: [...intent.changes.activities],
        ...(intent.changes.priceSensitivity && { price_sensitivity: intent.changes.priceSensitivity }),
      });
    case 'subscription-change':
      return callTool(context, turn, draft, changeSubscriptionTool, {
        change: intent.change,
        name: intent.name,
        ...(intent.price && { price: toMajor(intent.price) }),
        ...(intent.per && intent.per !== 'daily' && { per: intent.per }),
      });
    case 'log': {
      const bought = intent.item ? await resolveItem(context, turn, intent.item) : null;
      if (bought)
        return callTool(context, turn, draft, logSpendingTool, {
          amount: toMajor(intent.amount),
          currency: intent.amount.currency,
          description: bought.title,
          item_id: bought.itemId,
          ...(intent.on && { on: intent.on }),
        });
      return callTool(context, turn, draft, logSpendingTool, {
        amount: toMajor(intent.amount),
        currency: intent.amount.currency,
        description: intent.description,
        ...(intent.on && { on: intent.on }),
      });
    }
    case 'undo':
      return guardTool(context, turn, draft, { name: 'undo', args: {} }, () => undoLast(context, turn));
    case 'amend-figure':
      return guardTool(context, turn, draft, { name: 'set_figure', args: intent }, () =>
        amendFigure(context, turn, intent.amount),
      );
    case 'figure':
      return callTool(context, turn, draft, statedFigureTool, {
        figure: intent.figure,
        ...(intent.amount && { amount: toMajor(intent.amount), currency: intent.amount.currency }),
        ...(intent.percent !== null && { percent: intent.percent }),
        ...(intent.per && { per: intent.per }),
        ...(intent.change && { change: intent.change }),
      });
    case 'amend':
      return guardTool(context, turn, draft, { name: 'amend_spending', args: intent }, () =>
        amendSpending(context, turn, intent),
      );
    case 'correct':
      return callTool(context, turn, draft, correctSpendingTool, {
        ...(intent.merchant && { merchant: intent.merchant }),
        ...('category' in intent.change && { category: intent.change.category }),
        ...('entertainment' in intent.change && { not_entertainment: true }),
        ...('ignored' in intent.change && { ignored: intent.change.ignored }),
      });
    case 'setting':
      return guardTool(context, turn, draft, { name: 'setting', args: intent }, () =>
        changeSetting(context, turn, intent),
      );
    case 'link':
      return guardTool(context, turn, draft, { name: 'link', args: {} }, () =>
        link(context, turn, intent.code),
      );
    case 'unlink':
      return guardTool(context, turn, draft, { name: 'unlink', args: {} }, () => unlinkHere(context, turn));
    default:
      return commandResult(context, turn, draft, intent);
  }
}

const CURRENCY_WORDS: readonly (readonly [RegExp, string])[] = [
  [/^us dollars?$/, 'USD'],
  [/^(?:australian|aussie) dollars?$/, 'AUD'],
  [/^canadian dollars?$/, 'CAD'],
  [/^new zealand dollars?$/, 'NZD'],
  [/^(?:british )?pounds?$/, 'GBP'],
  [/^euros?$/, 'EUR'],
  [/^yen$/, 'JPY'],
  [/^rupees?$/, 'INR'],
];

async function changeSetting(
  context: CoreContext,
  turn: ToolTurn,
  intent: Extract<Intent, { kind: 'setting' }>,
): Promise<ToolResult> {
  if (intent.setting === 'currency') {
    const currency =
      CURRENCY_WORDS.find(([pattern]) => pattern.test(intent.value))?.[1] ?? intent.value.toUpperCase();
    await updateFinancialProfile(context, { userId: turn.userId, currency });
    return { text: `From now on I’ll count in ${currency}.`, facts: [] };
  }
  const region = REGIONS.find(([pattern]) => pattern.test(intent.value))?.[1];
  if (region) await updateUserSettings(context, { userId: turn.userId, change: { region } });
  const place = intent.value.replace(/\b\w/g, (letter) => letter.toUpperCase());
  return {
    text: `Noted, ${place}. I’ll keep that in mind for outings and for what your services include.`,
    memory: { home: place },
    facts: [{ kind: 'name', subject: place, measure: 'name' }],
  };
}

const REGIONS: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:usa?|united states|america|new york|california|texas|chicago|seattle|boston|los angeles|san francisco)\b/,
    'US',
  ],
  [/\b(?:australia|sydney|melbourne|brisbane|perth|adelaide|canberra|hobart)\b/, 'AU'],
  [
    /\b(?:uk|england|scotland|wales|britain|united kingdom|london|manchester|edinburgh|glasgow|leeds)\b/,
    'GB',
  ],
  [/\b(?:canada|toronto|vancouver|montreal|ottawa|calgary)\b/, 'CA'],
  [/\b(?:new zealand|auckland|wellington|christchurch)\b/, 'NZ'],
  [/\b(?:ireland|dublin|cork)\b/, 'IE'],
  [/\b(?:germany|berlin|munich|hamburg)\b/, 'DE'],
  [/\b(?:france|paris|lyon)\b/, 'FR'],
];

async function link(context: CoreContext, turn: ToolTurn, code: string | null): Promise<ToolResult> {
  if (code) {
    const { merged } = await redeemLinkCode(context, { userId: turn.userId, code });
    const text = merged
      ? 'Done! Your accounts are one now: same budget, same taste, same history in both places.'
      : 'That code is your own: make it here, and say it in the other place.';
    return { text, facts: [] };
  }
  const { code: fresh } = await createLinkCode(context, { userId: turn.userId });
  return {
    text: `Say this in the other place where you talk to me, within ten minutes:\n\n\`link ${fresh}\`\n\nIt works once, and joins both histories.`,
    facts: [],
  };
}
