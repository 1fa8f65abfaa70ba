import { type DateSpan, daysBetween } from '../../domain/calendar.js';
import type { Money } from '../../domain/money.js';
import { amountFact, numberFact } from '../conversation/claims/facts.js';
import { type FigureGiven, withFigure } from '../conversation/money-frame.js';
import type { FiguresAsked, OwnFigure } from '../conversation/understanding/figures-follow.js';
import { getBudgetStatus } from '../finance/get-budget-status.js';
import { getSpendingSummary } from '../finance/get-spending-summary.js';
import type { CoreContext } from '../ports/context.js';
import { lastOf, mostOf, together, verdict } from './figures-together.js';
import { isWholeMonth, spanWords } from './shop-spending.js';
import { summedOver } from './spending-compared.js';
import type { ToolResult, ToolTurn } from './tool.js';

/** What is asked of the figures that the last answers gave, with the sum behind it. */
export async function figuresAsked(
  context: CoreContext,
  turn: ToolTurn,
  asked: FiguresAsked,
): Promise<ToolResult> {
  const { frame } = turn.memory;
  const results = frame?.topic === 'figures' ? frame.results : [];
  const [last] = results;
  if (!last)
    return {
      text: 'Which figure do you mean? Ask me for it by name, like “how much on groceries”.',
      facts: [],
    };
  switch (asked.measure) {
    case 'together':
      return together(turn, lastOf(results, asked.count));
    case 'per':
      return perUnit(turn, last, asked.unit);
    case 'percent':
      return last.span === null && results[1] && asked.of === null
        ? shareOfOther(turn, last, results[1])
        : percentOf(context, turn, last, asked.of);
    case 'which-more':
      return mostOf(turn, lastOf(results, asked.count));
    case 'without':
      return without(context, turn, last, asked.what);
    case 'compare':
      return 'own' in asked.than
        ? againstOwn(context, turn, last, asked.than.own)
        : againstOther(context, turn, last, asked.than);
  }
}

/** Everything that was spent over some days, less one shop or category. */
async function without(
  context: CoreContext,
  turn: ToolTurn,
  last: FigureGiven,
  what: { readonly category: string | null; readonly shop?: string },
): Promise<ToolResult> {
  const { voice } = turn;
  const span = last.span ?? (await getSpendingSummary(context, { userId: turn.userId })).span;
  const { amount, on, known } = await summedOver(
    context,
    turn,
    { category: what.category, shop: what.shop ?? null },
    span,
  );
  if (!known || amount.currency !== last.amount.currency)
    return {
      text: `I see nothing${on} ${spanWords(span, turn)}, so it stays ${voice.money(last.amount)}.`,
      facts: [amountFact(last.name, 'spent', last.amount)],
    };
  const rest = { ...last.amount, minor: last.amount.minor - amount.minor };
  return {
    text: `**${voice.money(rest)}** ${spanWords(span, turn)}: ${voice.money(last.amount)} − ${voice.money(amount)}${on}.`,
    facts: [
      amountFact(last.name, 'spent', last.amount),
      amountFact(on.trim(), 'spent', amount),
      amountFact('the rest', 'spent', rest),
    ],
  };
}

/** What a figure over some days is by the day, week, month or year. */
function perUnit(
  turn: ToolTurn,
  { amount, name, span }: FigureGiven,
  unit: 'day' | 'week' | 'month' | 'year',
): ToolResult {
  const { voice, today } = turn;
  if (!span) return { text: 'Over which days? Name a month, and I’ll work it out.', facts: [] };
  const days = daysIn(span, today);
  const length = { day: 1, week: 7, month: 365.25 / 12, year: 365.25 }[unit];
  const share = { ...amount, minor: Math.round((amount.minor * length) / days) };
  return {
    text: `About **${voice.money(share)}** a ${unit}: ${voice.money(amount)} ${name}, over the ${days} days ${spanWords(span, turn)}.`,
    facts: [
      amountFact(name, 'spent', amount),
      amountFact(name, `per ${unit}`, share, true),
      numberFact(name, 'days', days, 'days'),
    ],
  };
}

function daysIn({ start, end }: DateSpan, today: string): number {
  return Math.max(1, daysBetween(start, end > today && start <= today ? today : end) + 1);
}

async function percentOf(
  context: CoreContext,
  turn: ToolTurn,
  last: FigureGiven,
  of: OwnFigure | 'spending' | null,
): Promise<ToolResult> {
  const { voice } = turn;
  const bases: Base[] = [];
  const whole = last.category === null && last.shop === null && !last.sum;
  if ((of === 'spending' || (of === null && !whole)) && last.span) {
    const summary = await getSpendingSummary(context, { userId: turn.userId, span: last.span });
    bases.push({
      amount: summary.total.amount,
      words: `of the ${voice.money(summary.total.amount)} spent ${spanWords(last.span, turn)}`,
    });
  }
  // A month's spending is held against a month's income, and nothing else.
  const monthly = last.span !== null && isWholeMonth(last.span);
  if (of !== null && of !== 'spending') bases.push(...(await ownBase(context, turn, of)));
  else if (of === null && monthly) bases.push(...(await ownBase(context, turn, 'income')));
  const shares = bases.flatMap(({ amount, words }) =>
    amount.minor > 0 && amount.currency === last.amount.currency
      ? [{ percent: rounded((last.amount.minor * 100) / amount.minor), words, amount }]
      : [],
  );
  const what = `${voice.money(last.amount)} ${last.name}`;
  if (shares.length === 0)
    return {
      text: `Of what? I can hold ${what} against your income, your fun budget, or all that you spent.`,
      facts: [amountFact(last.name, 'spent', last.amount)],
    };
  return {
    text: `${what} is ${voice.list(shares.map(({ percent, words }) => `**${percent}%** ${words}`))}.`,
    facts: [
      amountFact(last.name, 'spent', last.amount),
      ...shares.flatMap(({ percent, amount }) => [
        numberFact(last.name, 'share', percent, 'percent'),
        amountFact('whole', 'amount', amount),
      ]),
    ],
  };
}

/** Of two figures that a paper prints the smaller as a share of the larger. */
function shareOfOther({ voice }: ToolTurn, one: FigureGiven, other: FigureGiven): ToolResult {
  const [part, whole] = one.amount.minor <= other.amount.minor ? [one, other] : [other, one];
  const facts = [
    amountFact(part.name, 'amount', part.amount),
    amountFact(whole.name, 'amount', whole.amount),
  ];
  if (whole.amount.minor <= 0 || part.amount.minor < 0 || part.amount.currency !== whole.amount.currency)
    return { text: 'I can’t make a share of those two.', facts };
  const percent = rounded((part.amount.minor * 100) / whole.amount.minor);
  return {
    text: `**${percent}%**: ${voice.money(part.amount)} (${part.name}) of ${voice.money(whole.amount)} (${whole.name}).`,
    facts: [...facts, numberFact(part.name, 'share', percent, 'percent')],
  };
}

interface Base {
  readonly amount: Money;
  readonly words: string;
}

async function ownBase(context: CoreContext, turn: ToolTurn, own: OwnFigure): Promise<Base[]> {
  const status = await getBudgetStatus(context, { userId: turn.userId });
  const found = { income: status.income, budget: status.monthlyBudget, needs: status.fixedNeeds }[own];
  if (!found || found.amount.minor <= 0) return [];
  const name = { income: 'income', budget: 'fun budget', needs: 'needs' }[own];
  return [{ amount: found.amount, words: `of your ${name} of ${turn.voice.money(found.amount)} a month` }];
}

function rounded(percent: number): number {
  return percent < 10 ? Math.round(percent * 10) / 10 : Math.round(percent);
}

async function againstOwn(
  context: CoreContext,
  turn: ToolTurn,
  last: FigureGiven,
  own: OwnFigure,
): Promise<ToolResult> {
  const [base] = await ownBase(context, turn, own);
  if (!base) return { text: `I don’t know your ${own} yet, so I can’t compare.`, facts: [] };
  const name =
    own === 'budget'
      ? 'for fun a month (your budget)'
      : own === 'income'
        ? 'a month of income'
        : 'a month of needs';
  return verdict(turn, last, { amount: base.amount, name });
}

/** The last figure beside that of another category or shop, over the same days. */
async function againstOther(
  context: CoreContext,
  turn: ToolTurn,
  last: FigureGiven,
  than: { readonly category: string | null; readonly shop?: string },
): Promise<ToolResult> {
  const span = last.span ?? (await getSpendingSummary(context, { userId: turn.userId })).span;
  const what = { category: than.category, shop: than.shop ?? null };
  const { amount, on, known } = await summedOver(context, turn, what, span);
  if (!known)
    return {
      text: `I see nothing${on} ${spanWords(span, turn)}, so there is nothing to compare the ${turn.voice.money(last.amount)} ${last.name} with.`,
      facts: [amountFact(last.name, 'spent', last.amount)],
    };
  const other = { name: on.trim(), ...what, amount, span };
  const result = verdict(turn, last, other, ` ${spanWords(span, turn)}`);
  return { ...result, memory: { figure: 'spent', frame: withFigure(turn.memory.frame, other) } };
}
