import type { AccountReading, PayStubReading, Reading } from '../../documents/reading.js';
import { money } from '../../domain/money.js';
import { amountFact, dateFact, type Fact, nameFact } from '../conversation/claims/facts.js';
import { getDocumentAnalysis } from '../documents/get-document-analysis.js';
import { listDocuments } from '../documents/list-documents.js';
import { getBudgetStatus } from '../finance/get-budget-status.js';
import type { CoreContext } from '../ports/context.js';
import { budgetFacts, periodWords } from './budget-words.js';
import { fileLabel } from './document-words.js';
import type { ToolResult, ToolTurn } from './tool.js';

/** Documents that are looked through, the latest first. */
const LOOKED_AT = 20;

interface Printed<One> {
  readonly reading: One;
  readonly fileName: string;
}

/** The balance that the latest statement prints: where the account stood then, and not today. */
export async function printedBalance(context: CoreContext, turn: ToolTurn): Promise<ToolResult> {
  const { voice } = turn;
  const found = await latestOf(context, turn, (reading) => ('accounts' in reading ? reading : null));
  const status = await getBudgetStatus(context, { userId: turn.userId });
  const fun = status.left
    ? ` For fun, **${voice.money(status.left.amount)}** is left ${periodWords(status)}.`
    : '';
  const accounts = (found?.reading.accounts ?? []).filter(({ closingBalance }) => closingBalance !== null);
  if (!found || accounts.length === 0)
    return {
      text: `I can’t look into your bank, and no statement that I have prints a balance.${fun}`,
      facts: budgetFacts(status),
    };
  const lines = accounts.map((account) => balanceLine(account, turn));
  return {
    text: `${lines.join('\n')}\n\nThat’s what ${fileLabel(found.fileName)} prints; I can’t see today’s balance.${fun}`,
    facts: [...accounts.flatMap((account) => balanceFacts(account)), ...budgetFacts(status)],
    memory: { figure: 'left', subject: null },
  };
}

function balanceLine(account: AccountReading, { voice }: ToolTurn): string {
  const closing = money(account.closingBalance ?? 0, account.currency);
  const day = account.periodEnd ?? account.rows.at(-1)?.date ?? null;
  const name = account.numberEnding ? ` of the account ending in ${account.numberEnding}` : '';
  const owed = account.balanceMeaning === 'owed' ? ' (owed)' : '';
  return `The balance${name} was **${voice.money(closing)}**${owed}${day && /^\d{4}/.test(day) ? ` on ${voice.date(day)}` : ''}.`;
}

function balanceFacts(account: AccountReading): Fact[] {
  const day = account.periodEnd;
  return [
    amountFact('account', 'closing balance', money(account.closingBalance ?? 0, account.currency)),
    ...(day && /^\d{4}/.test(day) ? [dateFact('account', 'date', day)] : []),
    ...(account.numberEnding ? [nameFact(account.numberEnding)] : []),
  ];
}

/** What the latest pay stub prints: gross, each deduction, net. */
export async function printedPayStub(context: CoreContext, turn: ToolTurn): Promise<ToolResult> {
  const found = await latestOf(context, turn, (reading) => ('grossPay' in reading ? reading : null));
  if (!found)
    return {
      text: 'I have no pay stub of yours, so I can’t say what’s on it. Drop it here as a PDF, and I’ll read its gross, deductions and net.',
      facts: [],
    };
  const { reading, fileName } = found;
  const { voice } = turn;
  const say = (minor: number): string => voice.money(money(minor, reading.currency));
  const net = reading.netPay ?? reading.derivedNetPay;
  const taxes = reading.totalTaxes;
  const lines = [
    ...(reading.grossPay === null ? [] : [`- Gross: ${say(reading.grossPay)}`]),
    ...reading.deductions.slice(0, 12).map(({ name, amount }) => `- ${name}: ${say(Math.abs(amount))}`),
    ...(reading.totalDeductions === null ? [] : [`- Deductions together: ${say(reading.totalDeductions)}`]),
    ...(taxes === null ? [] : [`- Taxes together: **${say(taxes)}**`]),
    ...(net === null ? [] : [`- Net: **${say(net)}**`]),
  ];
  const paid = reading.payDate ? `, paid on ${voice.date(reading.payDate)}` : '';
  return {
    text: `${fileLabel(fileName)}${reading.employer ? ` from ${reading.employer}` : ''}${paid}:\n\n${lines.join('\n')}`,
    facts: payStubFacts(reading),
    memory: { figure: 'monthly_income', subject: null },
  };
}

function payStubFacts(reading: PayStubReading): Fact[] {
  const { currency } = reading;
  const figures: readonly (readonly [string, number | null])[] = [
    ['gross', reading.grossPay],
    ['net', reading.netPay ?? reading.derivedNetPay],
    ['deductions', reading.totalDeductions],
    ['taxes', reading.totalTaxes],
    ...reading.deductions.map(({ name, amount }) => [name, Math.abs(amount)] as const),
  ];
  return [
    ...(reading.employer ? [nameFact(reading.employer)] : []),
    ...(reading.payDate ? [dateFact('pay stub', 'paid', reading.payDate)] : []),
    ...figures.flatMap(([name, minor]) =>
      minor === null ? [] : [nameFact(name), amountFact('pay stub', name, money(minor, currency))],
    ),
  ];
}

async function latestOf<One>(
  context: CoreContext,
  turn: ToolTurn,
  pick: (reading: Exclude<Reading, { verdict: 'failed' }>) => One | null,
): Promise<Printed<One> | null> {
  const { documents } = await listDocuments(context, { userId: turn.userId, limit: LOOKED_AT });
  for (const { id, fileName } of documents) {
    const { reading } = await getDocumentAnalysis(context, { userId: turn.userId, documentId: id });
    const picked = reading && reading.verdict !== 'failed' ? pick(reading) : null;
    if (picked) return { reading: picked, fileName };
  }
  return null;
}
