import type { BudgetStatus } from '../../domain/budget/status.js';
import { isCategory } from '../../domain/categories/categories.js';
import { fromMajor, type Money } from '../../domain/money.js';
import { amountFact } from '../conversation/claims/facts.js';
import { categoryOfPart } from '../conversation/understanding/lexicon/money-names.js';
import { getFinancialProfile } from '../finance/get-financial-profile.js';
import { loadAnalysis } from '../finance/load-analysis.js';
import type { CoreContext } from '../ports/context.js';
import { askFigure } from './ask-figure.js';
import type { StatedArgs } from './stated-figures.js';
import { NAMES } from './stated-words.js';
import { partCalled, SEEN, type ToldSum, unnamedOf, withNameFor, withPart } from './told-parts.js';
import type { ToolResult, ToolTurn } from './tool.js';

type Figure = StatedArgs['figure'];
/** Figures that are told in parts. */
export type PartFigure = 'monthly_income' | 'fixed_expenses' | 'debt_minimums';

/** Whether a figure is one that people tell of in parts. */
export function isPartFigure(figure: Figure): figure is PartFigure {
  return figure === 'monthly_income' || figure === 'fixed_expenses' || figure === 'debt_minimums';
}

/** A part, or a whole, as it was told, a month. */
interface Told {
  readonly args: StatedArgs;
  readonly told: Money;
  readonly earlier: BudgetStatus;
  readonly figure: PartFigure;
}

type Resolved = { readonly sum: ToldSum } | { readonly result: ToolResult };

/** The figure in the user's own words with its parts; null where only papers tell of it, or nothing does. */
export async function toldSum(context: CoreContext, turn: ToolTurn, figure: Figure): Promise<ToldSum | null> {
  const { analysis } = await loadAnalysis(context, turn.userId);
  const stated = analysis.records.stated.find((one) => one.figure === figure);
  return stated?.amount ? { amount: stated.amount, parts: stated.parts ?? [] } : null;
}

/**
 * A part by its name takes its place in the figure: instead of what it was, on top of what is known, or instead of what
 * statements show of it. Where it may be in the sum already, that is asked.
 */
export async function resolvePart(
  context: CoreContext,
  turn: ToolTurn,
  { args, told, earlier, figure, part }: Told & { readonly part: string },
): Promise<Resolved> {
  const own = await toldSum(context, turn, figure);
  const known = own ? partCalled(own, part) : undefined;
  if (own && own.amount.currency !== told.currency && !(own.amount.minor === 0))
    return otherCurrency(turn, own, told);
  if (args.by || told.minor === 0) {
    if (!own || !known) return notKnown(turn, { args, told, part });
    const minor = args.by ? known.minor + (args.change === 'less' ? -told.minor : told.minor) : 0;
    return { sum: withPart(own, part, Math.max(0, minor)) };
  }
  if (!own) return { sum: await besidePapers(context, turn, { told, earlier, figure, part }) };
  if (known) return { sum: withPart(own, part, told.minor) };
  if (args.settled === 'among') return { sum: withNameFor(own, part, Math.min(told.minor, unnamedOf(own))) };
  const seen = partCalled(own, SEEN);
  if (seen) {
    const others = Math.max(0, seen.minor - (await seenOf(context, turn, own, part)));
    return { sum: withPart(withPart(own, SEEN, others), part, told.minor) };
  }
  // One's own pay has no name: what else comes in comes on top of it.
  const open = figure === 'monthly_income' ? 0 : unnamedOf(own);
  if (open >= told.minor && args.settled !== 'on-top') {
    const asked = { what: 'on-top' as const, figure, amount: told, change: null, part };
    return { result: askFigure(turn, asked) };
  }
  return { sum: withPart(own, part, told.minor) };
}

/** The first part that is told: statements may show the others. */
async function besidePapers(
  context: CoreContext,
  turn: ToolTurn,
  { told, earlier, figure, part }: Omit<Told, 'args'> & { readonly part: string },
): Promise<ToldSum> {
  const shown = inForce(earlier, figure, false);
  const nothing: ToldSum = { amount: { ...told, minor: 0 }, parts: [] };
  if (!shown || shown.minor === 0 || shown.currency !== told.currency)
    return withPart(nothing, part, told.minor);
  const seen = figure === 'fixed_expenses' ? await seenOf(context, turn, nothing, part) : 0;
  return withPart(withPart(nothing, SEEN, Math.max(0, shown.minor - seen)), part, told.minor);
}

/** What statements show of the needs that a part is one of, where no other part of that kind was told. */
async function seenOf(context: CoreContext, turn: ToolTurn, sum: ToldSum, part: string): Promise<number> {
  const category = categoryOf(part);
  if (!category || sum.parts.some(({ name }) => categoryOf(name) === category)) return 0;
  const { categories } = await getFinancialProfile(context, { userId: turn.userId });
  const found = categories.find((one) => one.category === category)?.figure.amount;
  return found && found.currency === sum.amount.currency ? found.minor : 0;
}

/** A part's category of spending: models name the category itself. */
function categoryOf(part: string): string | null {
  return categoryOfPart(part) ?? (isCategory(part) ? part : null);
}

/** A figure told without a name: all of it, or one's own pay beside what else comes in. */
export async function resolveWhole(
  context: CoreContext,
  turn: ToolTurn,
  { args, told, figure }: Told,
): Promise<Resolved | null> {
  if (args.parts && args.parts.length > 0) {
    const parts = args.parts.map(({ name, amount }) => ({
      name,
      minor: fromMajor(amount.toFixed(2), told.currency).minor,
    }));
    return { sum: { amount: told, parts } };
  }
  const own = await toldSum(context, turn, figure);
  if (!own || own.amount.currency !== told.currency) return null;
  // Much less than the pay that was told may as well come on top of it.
  if (
    figure === 'monthly_income' &&
    !args.settled &&
    told.minor * 2 < unnamedOf(own) &&
    args.other === undefined
  )
    return { result: askFigure(turn, { what: 'by-or-to', figure, amount: told, change: null, part: null }) };
  if (own.parts.length === 0) return null;
  const named = own.amount.minor - unnamedOf(own);
  if (args.settled === 'whole') return { sum: { amount: told, parts: told.minor >= named ? own.parts : [] } };
  if (figure === 'monthly_income')
    return { sum: { amount: { ...told, minor: told.minor + named }, parts: own.parts } };
  if (told.minor === 0) return { sum: { amount: told, parts: [] } };
  if (own.parts.every(({ name }) => name === SEEN)) return null;
  // "Bills are more like 260": of the needs, what was told as bills.
  if (figure === 'fixed_expenses' && partCalled(own, 'bills') && told.minor < named)
    return { sum: withPart(own, 'bills', told.minor) };
  const asked = { what: 'by-or-to' as const, figure, amount: told, change: null, part: null };
  return { result: askFigure(turn, asked) };
}

function notKnown(
  { voice }: ToolTurn,
  { args, told, part }: { readonly args: StatedArgs; readonly told: Money; readonly part: string },
): Resolved {
  const of = NAMES[args.figure];
  const text = args.by
    ? `I don’t know yet what your ${part} is, so I can’t change it by ${voice.money(told)}. What is it a month now?`
    : `Noted: no ${part}. I had none among your ${of}, so nothing changes.`;
  return { result: { text, facts: [amountFact('asked', 'amount', told)] } };
}

function otherCurrency({ voice }: ToolTurn, own: ToldSum, told: Money): Resolved {
  return {
    result: {
      text: `You told me the rest of that in ${own.amount.currency}, and ${voice.money(told)} is another currency, so I haven’t added it. What is it in ${own.amount.currency}?`,
      facts: [amountFact('asked', 'amount', told)],
    },
  };
}

/** The figure that counts now; `own`: only as it was told. */
export function inForce(status: BudgetStatus, figure: Figure, own: boolean): Money | null {
  const found = {
    monthly_income: status.income,
    fixed_expenses: status.fixedNeeds,
    savings: status.savings,
    debt_minimums: status.debtMinimums,
    entertainment_budget: own ? status.statedBudget : (status.monthlyBudget ?? status.total),
  }[figure];
  if (!found) return null;
  const stated = found.sources.some(({ kind }) => kind === 'stated');
  return own && !stated ? null : found.amount;
}
