import { add, toMajor } from '../../domain/money.js';
import { listDocuments } from '../documents/list-documents.js';
import type { CoreContext } from '../ports/context.js';
import { affordabilityTool } from '../tools/affordability.js';
import { alertsTool } from '../tools/alerts.js';
import { documentsTool } from '../tools/documents.js';
import { getBudgetStatusTool } from '../tools/get-budget-status.js';
import { incomeTool } from '../tools/income.js';
import { showPreferencesTool } from '../tools/preferences.js';
import { insightsTool, spendingTool } from '../tools/spending.js';
import { spendsTool } from '../tools/spends.js';
import { subscriptionsTool } from '../tools/subscriptions.js';
import { supposeSavingsWords } from '../tools/suppose-savings.js';
import type { ToolResult, ToolTurn } from '../tools/tool.js';
import { wishlistTool } from '../tools/wishlist.js';
import { answerTold } from './answer-told.js';
import { callTool, guardTool } from './call-tool.js';
import { documentResult } from './document-result.js';
import type { Draft } from './draft.js';
import type { Intent } from './understanding/intents.js';

/** Answers what is asked about money; what is told is passed on to where it is noted. */
export async function answerMoneyIntent(
  context: CoreContext,
  turn: ToolTurn,
  draft: Draft,
  intent: Intent,
): Promise<ToolResult> {
  switch (intent.kind) {
    case 'afford': {
      const { price, saved } = intent;
      if (saved && price)
        return guardTool(context, turn, draft, { name: 'suppose_savings', args: intent }, () =>
          supposeSavingsWords(context, turn, price),
        );
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
      return callTool(context, turn, draft, incomeTool, { needs: true });
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
