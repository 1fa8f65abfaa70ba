import type { Money } from '../../domain/money.js';
import { getItem } from '../catalogue/get-item.js';
import { getBudgetStatus } from '../finance/get-budget-status.js';
import { listTransactions } from '../finance/list-transactions.js';
import type { CoreContext } from '../ports/context.js';
import { budgetFacts } from '../tools/budget-words.js';
import { explainItem, explainTool } from '../tools/explain.js';
import { answerAspect } from '../tools/item-aspects.js';
import { costWords, itemFacts, priceFootnote } from '../tools/item-words.js';
import { resolveItem } from '../tools/resolve-item.js';
import { rowsFor } from '../tools/rows.js';
import { shorten } from '../tools/shorten.js';
import type { ToolResult, ToolTurn } from '../tools/tool.js';
import { callTool, guardTool } from './call-tool.js';
import { amountFact, numberFact, titleFact } from './claims/facts.js';
import type { Draft } from './draft.js';
import type { Intent } from './understanding/intents.js';

/** Answers where a figure comes from, or why a thing was suggested. */
export async function why(
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
  const meant = intent.amount ? await figureOf(context, turn, intent.amount) : null;
  if (intent.amount && meant === null)
    return rowsFor(context, turn, {
      kind: 'rows',
      words: [],
      amount: intent.amount,
      span: null,
      direction: null,
    });
  if (meant) return callTool(context, turn, draft, explainTool, figureArguments(meant));
  if (intent.figure) return callTool(context, turn, draft, explainTool, figureArguments(intent.figure));
  const reference = intent.item ?? { by: 'last' as const };
  return guardTool(context, turn, draft, { name: 'explain', args: reference }, async () => {
    // "Why?" after a figure is about the figure.
    if (intent.total && turn.memory.planned && turn.memory.offered.length > 0) return planTotal(turn);
    const figure = turn.memory.figure;
    if (reference.by === 'last' && figure && turn.memory.subject === null) {
      return explainTool.call(context, turn, explainTool.schema.parse(figureArguments(figure)));
    }
    const item = await resolveItem(context, turn, reference, intent.where ? ['movie'] : []);
    if (item && intent.against) return priceAgainst(context, turn, item.itemId, intent.against);
    if (item && intent.aspect) return answerAspect(context, turn, item.itemId, intent.aspect);
    if (item) return explainItem(context, turn, item.itemId, intent.where);
    const { offered } = turn.memory;
    const [only] = offered;
    if (reference.by !== 'title' && only)
      return {
        text: `My last list had only ${offered.length === 1 ? `**${only.title}**` : `${offered.length} things: ${turn.voice.list(offered.map(({ title }) => `**${title}**`))}`}. Which one do you mean? Its name will do.`,
        facts: [
          ...offered.map(({ title, itemId }) => titleFact(title, itemId)),
          numberFact('list', 'count', offered.length, 'count'),
        ],
      };
    const text =
      reference.by === 'title'
        ? `I don’t have “${shorten(reference.title)}” in my catalogue, so I can’t say anything about it. Tell me what it’s like, and I’ll look for something similar.`
        : turn.memory.shownIds.length > 0
          ? 'Which one do you mean? Tell me its name, and I’ll look it up.'
          : 'Which one do you mean? I haven’t suggested anything yet in this conversation.';
    return { text, facts: [] };
  });
}

/** Whether a thing costs less, or more, than an amount, by the price that is known of it. */
async function priceAgainst(
  context: CoreContext,
  turn: ToolTurn,
  itemId: string,
  { amount, bound }: { readonly amount: Money; readonly bound: 'under' | 'over' },
): Promise<ToolResult> {
  const { voice } = turn;
  const { item, cost } = await getItem(context, { itemId, userId: turn.userId });
  const memory = { subject: { itemId, title: item.title } };
  const facts = [...itemFacts(item, cost), amountFact('asked', 'amount', amount)];
  if (!cost.known || cost.total.currency !== amount.currency)
    return {
      text: `I don’t know what **${item.title}** costs just now, so I can’t say whether it’s ${bound} ${voice.money(amount)}.`,
      facts,
      memory,
    };
  const holds = bound === 'under' ? cost.total.minor < amount.minor : cost.total.minor > amount.minor;
  const footnote = priceFootnote([{ item, cost }], voice);
  return {
    text: [`${holds ? 'Yes' : 'No'}: **${item.title}** is ${costWords(item, cost, voice)}.`, footnote]
      .filter(Boolean)
      .join('\n\n'),
    facts,
    memory,
  };
}

/** What the evening that was planned comes to. */
function planTotal({ memory, voice, currency }: ToolTurn): ToolResult {
  const costs = memory.offered.flatMap(({ cost }) => (cost ? [cost] : []));
  const unit = costs.find(({ minor }) => minor > 0)?.currency ?? currency;
  const total = {
    minor: costs.filter((cost) => cost.currency === unit).reduce((sum, { minor }) => sum + minor, 0),
    currency: unit,
  };
  const parts = memory.offered.map(({ title, cost }) =>
    cost && cost.minor > 0 ? `**${title}** about ${voice.money(cost)}` : `**${title}** nothing more`,
  );
  return {
    text: `Together about **${voice.money(total)}**: ${voice.list(parts)}.`,
    facts: [
      amountFact('evening', 'total', total, true),
      ...memory.offered.flatMap(({ title, itemId, cost }) => [
        titleFact(title, itemId),
        ...(cost ? [amountFact(title, 'price', cost, true)] : []),
      ]),
    ],
  };
}

/** Whether an amount that is asked about is one of the user's figures, or of their transactions. */
async function isOurs(context: CoreContext, turn: ToolTurn, amount: Money): Promise<boolean> {
  const status = await getBudgetStatus(context, { userId: turn.userId });
  const figures = budgetFacts(status).flatMap((fact) => (fact.kind === 'amount' ? [fact.amount] : []));
  const { transactions } = await listTransactions(context, { userId: turn.userId, limit: 200, offset: 0 });
  const rows = transactions.map(({ transaction }) => transaction.amount);
  return [...figures, ...rows].some((one) => isSaid({ ...one, minor: Math.abs(one.minor) }, amount));
}

/** Whether a figure is the amount that was said; said in whole units, it is rounded. */
function isSaid(figure: Money, said: Money): boolean {
  return Math.abs(figure.minor - said.minor) < (said.minor % 100 === 0 ? 100 : 1);
}

/** The figure of the user's money that an amount is; null where it is only a row's. */
async function figureOf(context: CoreContext, turn: ToolTurn, amount: Money): Promise<string | null> {
  const status = await getBudgetStatus(context, { userId: turn.userId });
  const named = [
    ['monthly_income', status.income],
    ['left', status.left],
    ['entertainment_budget', status.total],
    ['entertainment_budget', status.monthlyBudget],
    ['entertainment_budget', status.derivedBudget],
    ['fixed_expenses', status.fixedNeeds],
    ['spent', status.spent],
    ['savings', status.savings],
    ['debt_minimums', status.debtMinimums],
    ['discretionary', status.discretionary],
  ] as const;
  const found = named.find(
    ([, figure]) => figure && figure.amount.minor !== 0 && isSaid(figure.amount, amount),
  );
  if (found) return found[0];
  const others = budgetFacts(status).some((fact) => fact.kind === 'amount' && isSaid(fact.amount, amount));
  return others ? 'entertainment_budget' : null;
}

function figureArguments(figure: string) {
  const known = explainTool.schema.shape.figure.safeParse(figure);
  return { figure: known.success && known.data ? known.data : ('entertainment_budget' as const) };
}
