import { toMajor } from '../../domain/money.js';
import { createLinkCode } from '../accounts/create-link-code.js';
import { redeemLinkCode } from '../accounts/redeem-link-code.js';
import type { CoreContext } from '../ports/context.js';
import { amendSpending } from '../tools/amend-spending.js';
import { askFigure } from '../tools/ask-figure.js';
import { correctSpendingTool } from '../tools/correct-spending.js';
import { logSpendingTool } from '../tools/log-spending.js';
import { updatePreferencesTool } from '../tools/preferences.js';
import { resolveItem } from '../tools/resolve-item.js';
import { statedFigureTool } from '../tools/stated-figures.js';
import { changeSubscriptionTool } from '../tools/subscriptions.js';
import { toldFigures, untakenWords } from '../tools/told-figures.js';
import type { ToolResult, ToolTurn } from '../tools/tool.js';
import { amendFigure, undoLast } from '../tools/undo.js';
import { callTool, guardTool } from './call-tool.js';
import { changeSetting } from './change-setting.js';
import { commandResult } from './commands.js';
import type { Draft } from './draft.js';
import type { Intent } from './understanding/intents.js';
import { unlinkHere } from './unlink-here.js';

/** Notes what a message told, or puts right what was noted; commands are passed on. */
export async function answerTold(
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
        ...(intent.price && { price: toMajor(intent.price), currency: intent.price.currency }),
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
        ...(intent.part && { part: intent.part }),
        ...(intent.by && { by: true }),
        ...(intent.gross && { gross: true }),
        ...(intent.times && { times: intent.times }),
        ...(intent.whole && { settled: 'whole' }),
        ...(intent.other && { other: toMajor(intent.other) }),
        ...(intent.parts && {
          parts: intent.parts.map(({ name, amount }) => ({ name, amount: toMajor(amount) })),
        }),
      });
    case 'ask-figure':
      return askFigure(turn, {
        what: intent.what,
        figure: intent.figure,
        amount: intent.amount,
        change: intent.change ?? null,
        part: intent.part ?? null,
        ...(intent.per && { per: intent.per }),
      });
    case 'untaken':
      return untakenWords(turn, intent);
    case 'told-part':
      return guardTool(context, turn, draft, { name: 'told_figures', args: intent }, () =>
        toldFigures(context, turn, intent.name),
      );
    case 'amend':
      return guardTool(context, turn, draft, { name: 'amend_spending', args: intent }, () =>
        amendSpending(context, turn, intent),
      );
    case 'correct':
      return callTool(context, turn, draft, correctSpendingTool, {
        ...(intent.merchant && { merchant: intent.merchant }),
        ...(intent.amount && { amount: toMajor(intent.amount) }),
        ...(intent.on && { on: intent.on }),
        ...(intent.once && { once: true }),
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
