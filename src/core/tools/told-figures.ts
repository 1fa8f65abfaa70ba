import type { Money } from '../../domain/money.js';
import { amountFact } from '../conversation/claims/facts.js';
import type { CoreContext } from '../ports/context.js';
import { toldSum } from './resolve-parts.js';
import { NAMES } from './stated-words.js';
import { partCalled, type ToldSum } from './told-parts.js';
import type { ToolResult, ToolTurn } from './tool.js';

const TOLD = ['fixed_expenses', 'debt_minimums', 'monthly_income'] as const;

/** What was told of one thing by its name ("rent"), or of all needs; the sums, and what they are made of. */
export async function toldFigures(
  context: CoreContext,
  turn: ToolTurn,
  name: string | null,
): Promise<ToolResult> {
  const { voice } = turn;
  const sums = await Promise.all(
    TOLD.map(async (figure) => ({ figure, sum: await toldSum(context, turn, figure) })),
  );
  for (const { figure, sum } of sums) {
    const part = sum && name ? partCalled(sum, name) : undefined;
    if (!sum || !part) continue;
    const amount = { ...sum.amount, minor: part.minor };
    return {
      text: `You told me **${voice.money(amount)}** a month for ${part.name}. With everything you told me, your ${NAMES[figure]} ${figure === 'monthly_income' ? 'is' : 'are'} ${voice.money(sum.amount)} a month.`,
      facts: [amountFact(part.name, 'told', amount), amountFact(NAMES[figure], 'stated', sum.amount)],
      memory: { figure },
    };
  }
  const needs = sums[0]?.sum ?? null;
  const all = needs ? allWords(turn, needs) : null;
  const facts = needs
    ? [
        amountFact(NAMES.fixed_expenses, 'stated', needs.amount),
        ...needs.parts.map((part) => amountFact(part.name, 'told', { ...needs.amount, minor: part.minor })),
      ]
    : [];
  const missing = name ? `You haven’t told me your ${name} by itself.` : '';
  const rest =
    all ??
    (name ? ` Tell me (“${name} is 40 a month”), and I’ll count it.` : 'You haven’t told me any bills yet.');
  return {
    text: `${missing}${missing && all ? ' ' : ''}${rest}`,
    facts,
    memory: { figure: 'fixed_expenses' },
  };
}

function allWords({ voice }: ToolTurn, { amount, parts }: ToldSum): string {
  const sum = `You told me **${voice.money(amount)}** a month for your needs`;
  if (parts.length === 0) return `${sum}, as one sum.`;
  const named = parts.map(({ name, minor }) => `${voice.money({ ...amount, minor })} for ${name}`);
  return `${sum}: ${voice.list(named)}.`;
}

/** Says which figures were not kept, so that nothing counts that nobody meant. */
export function untakenWords(
  { voice }: ToolTurn,
  { amounts, beside }: { readonly amounts: readonly Money[]; readonly beside: boolean },
): ToolResult {
  const list = voice.list(amounts.map((amount) => voice.money(amount)));
  const them = amounts.length === 1 ? 'it' : 'they';
  const be = amounts.length === 1 ? 'is' : 'are';
  const text = beside
    ? `I left out the ${list}: what ${be} ${them}? Tell me in a sentence of ${amounts.length === 1 ? 'its' : 'their'} own, and I’ll count ${amounts.length === 1 ? 'it' : 'them'}.`
    : `I haven’t noted the ${list}, so that nothing wrong counts. What ${be} ${them}: what you earn (and how often), a bill, or something you spent?`;
  return { text, facts: amounts.map((amount) => amountFact('asked', 'amount', amount)) };
}
