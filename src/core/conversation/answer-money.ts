import { money } from '../../domain/money.js';
import { getDocumentAnalysis } from '../documents/get-document-analysis.js';
import { listDocuments } from '../documents/list-documents.js';
import type { CoreContext } from '../ports/context.js';
import { alertsTool } from '../tools/alerts.js';
import { documentPart } from '../tools/document-parts.js';
import { documentsTool } from '../tools/documents.js';
import { figuresAsked } from '../tools/figures-asked.js';
import { getBudgetStatusTool } from '../tools/get-budget-status.js';
import { incomeTool } from '../tools/income.js';
import { insightsTool } from '../tools/insights.js';
import { showPreferencesTool } from '../tools/preferences.js';
import { payCompared, printedBalance, printedPayStub } from '../tools/printed.js';
import { rowsFor } from '../tools/rows.js';
import { saveUp } from '../tools/save-up.js';
import { smallSum } from '../tools/small-sum.js';
import { spendingTool } from '../tools/spending.js';
import { keptOf } from '../tools/spending-compared.js';
import { spendsTool } from '../tools/spends.js';
import { subscriptionsTool } from '../tools/subscriptions.js';
import { supposeCancelled } from '../tools/suppose-cancelled.js';
import type { ToolResult, ToolTurn } from '../tools/tool.js';
import { wishlistTool } from '../tools/wishlist.js';
import { answerAfford } from './answer-afford.js';
import { answerTold } from './answer-told.js';
import { callTool, guardTool } from './call-tool.js';
import { amountFact, type Fact, nameFact } from './claims/facts.js';
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
    case 'afford':
      return answerAfford(context, turn, draft, intent);
    case 'goal':
      return guardTool(context, turn, draft, { name: 'save_up', args: intent }, () =>
        saveUp(context, turn, intent.amount, intent.by),
      );
    case 'suppose-cancel':
      return guardTool(context, turn, draft, { name: 'suppose_cancelled', args: intent }, () =>
        supposeCancelled(context, turn, intent.names),
      );
    case 'saved':
      return guardTool(context, turn, draft, { name: 'kept', args: intent }, () =>
        keptOf(context, turn, intent.span),
      );
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
        ...(intent.shop && { shop: intent.shop }),
        ...(intent.against && { against: { from: intent.against.start, to: intent.against.end } }),
        ...(intent.average && { average: intent.average }),
        ...(intent.all && { ever: true }),
        ...(intent.trend && { trend: true }),
      });
    case 'sum':
      return smallSum(turn, intent.asked);
    case 'left-out': {
      const said = turn.voice.list(intent.amounts.map((amount) => turn.voice.money(amount)));
      return {
        text: `I left ${said} out here, as I can’t tell what ${intent.amounts.length === 1 ? 'it is' : 'they are'} for.`,
        facts: intent.amounts.map((amount) => amountFact('left out', 'amount', amount)),
      };
    }
    case 'figures':
      return guardTool(context, turn, draft, { name: 'figures', args: intent.asked }, () =>
        figuresAsked(context, turn, intent.asked),
      );
    case 'spends':
      return callTool(context, turn, draft, spendsTool, { which: intent.which });
    case 'rows':
      return guardTool(context, turn, draft, { name: 'rows', args: intent }, () =>
        rowsFor(context, turn, intent),
      );
    case 'printed':
      return guardTool(context, turn, draft, { name: 'printed', args: intent }, () =>
        intent.what === 'balance'
          ? printedBalance(context, turn)
          : intent.what === 'pay-stub'
            ? printedPayStub(context, turn)
            : payCompared(context, turn),
      );
    case 'document-part':
      return guardTool(context, turn, draft, { name: 'document_part', args: intent }, () =>
        documentPart(context, turn, intent.asked),
      );
    case 'insights':
      return callTool(context, turn, draft, insightsTool, {});
    case 'known':
      return callTool(context, turn, draft, incomeTool, { needs: true });
    case 'income':
      return callTool(context, turn, draft, incomeTool, {});
    case 'subscriptions':
      return callTool(context, turn, draft, subscriptionsTool, {
        ...(intent.name && { name: intent.name }),
        ...(intent.yearly && { yearly: true }),
      });
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
  const result = await documentResult(context, turn, document, false);
  const inside = await insideOf(context, turn, document.id);
  return inside
    ? { ...result, text: `${result.text}\n\n${inside.text}`, facts: [...result.facts, ...inside.facts] }
    : result;
}

/** What a statement holds in figures: its balances, what came in and went out, the largest rows. */
async function insideOf(
  context: CoreContext,
  turn: ToolTurn,
  documentId: string,
): Promise<ToolResult | null> {
  const { reading } = await getDocumentAnalysis(context, { userId: turn.userId, documentId });
  if (!reading || reading.verdict === 'failed' || !('accounts' in reading)) return null;
  const { voice } = turn;
  const facts: Fact[] = [];
  const lines = reading.accounts.map((account) => {
    const say = (minor: number): string => {
      facts.push(amountFact('statement', 'figure', money(Math.abs(minor), account.currency)));
      return voice.money(money(minor, account.currency));
    };
    const ends =
      account.openingBalance === null || account.closingBalance === null
        ? ''
        : ` from ${say(account.openingBalance)} to ${say(account.closingBalance)}`;
    const largest = [...account.rows]
      .filter(({ amount }) => amount < 0)
      .sort((left, right) => left.amount - right.amount)
      .slice(0, 3)
      .map(({ description, amount }) => {
        facts.push(nameFact(description));
        return `${description} ${say(-amount)}`;
      });
    const top = largest.length > 0 ? ` The largest: ${voice.list(largest)}.` : '';
    return `In it: ${account.rows.length} rows${ends}; ${say(account.totalIn)} came in, ${say(account.totalOut)} went out.${top}`;
  });
  return { text: lines.join('\n'), facts };
}
