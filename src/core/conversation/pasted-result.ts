import { add, type Money, sum, zero } from '../../domain/money.js';
import type { ToolResult, ToolTurn } from '../tools/tool.js';
import { amountFact, type Fact } from './claims/facts.js';
import type { Pending } from './memory.js';
import type { PastedStatement } from './understanding/pasted-statement.js';

const PDF =
  'Pasted text I only add up: for figures I can prove and keep, drop the PDF here; its sums are checked line by line.';

/** What a pasted statement comes to, whether its balances tie out, and what of it could be kept. */
export function pastedStatement(pasted: PastedStatement, turn: ToolTurn): ToolResult {
  const { voice } = turn;
  if (pasted.unsigned > 0 || pasted.rows.length === 0) {
    return {
      text: `That looks like a statement pasted as text, but I can’t tell money in from money out in it. ${PDF}`,
      facts: [],
    };
  }
  const amounts = pasted.rows.map(({ amount }) => amount);
  const income = sum(
    amounts.filter(({ minor }) => minor > 0),
    turn.currency,
  );
  const out = sum(
    amounts.filter(({ minor }) => minor < 0),
    turn.currency,
  );
  const spent = { ...out, minor: -out.minor };
  const lines = [
    `I read ${pasted.rows.length} lines: **${voice.money(income)}** in and **${voice.money(spent)}** out.`,
    balanceText(pasted, amounts, turn),
    PDF,
  ];
  const facts: Fact[] = [amountFact('pasted', 'money in', income), amountFact('pasted', 'money out', spent)];
  if (income.minor === 0) return { text: lines.join('\n\n'), facts };
  const pending: Pending = {
    kind: 'figure',
    figure: 'monthly_income',
    amount: income,
    percent: null,
    per: 'monthly',
  };
  lines.push(
    `Shall I take ${voice.money(income)} as your monthly income meanwhile? Say yes, and I’ll work out a fun budget.`,
  );
  return {
    text: lines.join('\n\n'),
    facts,
    memory: { pending },
    buttons: [
      { id: 'answer:yes', label: 'Yes, that’s a month’s' },
      { id: 'answer:no', label: 'No' },
    ],
  };
}

function balanceText(pasted: PastedStatement, amounts: readonly Money[], turn: ToolTurn): string {
  const { opening, closing } = pasted;
  const { voice } = turn;
  if (!opening || !closing)
    return 'Without an opening and a closing balance I can’t tell whether lines are missing.';
  const total = amounts.reduce(add, zero(turn.currency));
  const expected = add(opening, total);
  const off = closing.minor - expected.minor;
  if (off === 0)
    return `It adds up: ${voice.money(opening)} + ${voice.money(total)} = ${voice.money(closing)}.`;
  return `It **doesn’t add up**: ${voice.money(opening)} + ${voice.money(total)} = ${voice.money(expected)}, and the closing balance says ${voice.money(closing)}. A line may be missing.`;
}
