import type { PayStubReading, Reading, ReceiptReading, StatementReading } from '../../documents/reading.js';
import { isIsoDate } from '../../domain/calendar.js';
import { money } from '../../domain/money.js';
import type { DocumentView } from '../documents/document-view.js';
import { getDocumentAnalysis } from '../documents/get-document-analysis.js';
import { analyseFinances } from '../finance/analyse-finances.js';
import type { AnalysisReport } from '../finance/results.js';
import type { CoreContext } from '../ports/context.js';
import type { ImportCounts } from '../ports/stores/documents.js';
import { budgetFacts, howWords, leftWords, periodWords } from '../tools/budget-words.js';
import { fileLabel, kindWords } from '../tools/document-words.js';
import { consentButtons, subscriptionFacts } from '../tools/subscriptions.js';
import type { ToolResult, ToolTurn } from '../tools/tool.js';
import { amountFact, dateFact, type Fact, nameFact, numberFact } from './claims/facts.js';

/** What to say about a document that has been read: the verdict, what was in it, and what it means for the budget. */
export async function documentResult(
  context: CoreContext,
  turn: ToolTurn,
  view: DocumentView,
  duplicate: boolean,
): Promise<ToolResult> {
  const fileName = fileLabel(view.fileName);
  if (view.passwordRequired) return askPassword(context, turn, view, fileName);
  const { reading, imported } = await getDocumentAnalysis(context, {
    userId: turn.userId,
    documentId: view.id,
  });
  if (!reading || reading.verdict === 'failed') return failed(reading, fileName);
  const report = await analyseFinances(context, { userId: turn.userId });
  const receipt = 'merchant' in reading;
  const blocks = [
    verdictText(reading, fileName, duplicate, turn),
    receipt ? receiptText(reading, turn) : '',
    importText(reading, imported),
  ];
  const year = reading.problems.some((problem) => problem.code === 'NO_YEAR');
  if (!year)
    blocks.push(
      ...(receipt ? afterReceipt(report, turn) : meaning(report, turn, reading.kind === 'pay_stub')),
    );
  const proposed = report.proposed.map((one) => one.name);
  const pending = year
    ? { kind: 'year' as const, documentId: view.id, fileName }
    : proposed.length > 0
      ? { kind: 'subscriptions' as const, names: proposed }
      : null;
  return {
    text: blocks.filter((block) => block !== '').join('\n\n'),
    facts: [
      ...readingFacts(reading, fileName),
      ...budgetFacts(report.budget),
      ...subscriptionFacts(report.proposed, null),
    ],
    memory: { figure: 'document', subject: null, ...(pending && { pending }) },
    buttons:
      pending?.kind === 'subscriptions'
        ? consentButtons
        : [
            { id: 'ask:why-budget', label: 'Show the sum' },
            { id: 'ask:ideas', label: 'Ideas that fit' },
          ],
  };
}

async function askPassword(
  context: CoreContext,
  turn: ToolTurn,
  view: DocumentView,
  fileName: string,
): Promise<ToolResult> {
  await context.database.store.conversations.setAwaitsSecret(turn.conversationId, true);
  const wrong = view.failureCode === 'PASSWORD_WRONG';
  const text = wrong
    ? `That password doesn’t open ${fileName}. Try again, or say “no” to leave it.`
    : `${fileName} is protected. Type its password here, and I’ll use it once to open the file; I don’t keep it.`;
  return {
    text,
    facts: [nameFact(fileName)],
    memory: { pending: { kind: 'password', documentId: view.id, fileName } },
  };
}

function failed(reading: Reading | null, fileName: string): ToolResult {
  const [problem] = reading?.problems ?? [];
  const reason = problem?.message ?? 'I could not read it.';
  return { text: `I couldn’t read ${fileName}. ${reason}`, facts: [nameFact(fileName)] };
}

function verdictText(
  reading: Exclude<Reading, { verdict: 'failed' }>,
  fileName: string,
  duplicate: boolean,
  turn: ToolTurn,
): string {
  const { voice } = turn;
  const again = duplicate ? 'I have this one already, so nothing is counted twice. ' : '';
  const what = kindWords(reading.kind);
  const proof = proofWords(reading);
  const problems = reading.problems.slice(0, 3).map((problem) => problem.message);
  if (reading.verdict === 'verified')
    return `${again}${voice.pick('Read and **verified**', 'Done, and **verified**')}: ${fileName} (${what}).${proof}`;
  if (reading.verdict === 'discrepancy')
    return `${again}I read ${fileName} (${what}), but it **doesn’t add up**: ${problems.join(' ')} I took it in as printed.`;
  return `${again}I read ${fileName} (${what}). Nothing contradicts it, but I **couldn’t prove all of it**: ${problems.join(' ') || 'it prints too little to check against.'}`;
}

/** What arithmetic proved: of several accounts in one file all of them, as each was. */
function proofWords(reading: Exclude<Reading, { verdict: 'failed' }>): string {
  const several = 'accounts' in reading ? reading.accounts.length : 1;
  if (several > 1)
    return ` It holds ${several} statements; for each, the opening balance and its rows give the closing balance as printed.`;
  return reading.proofs[0] ? ` ${reading.proofs[0]}` : '';
}

/** A receipt in a sentence: where, when, how much. */
function receiptText(reading: ReceiptReading, { voice }: ToolTurn): string {
  const { merchant, date, total, currency, paid } = reading;
  if (total === null) return '';
  const day = date && isIsoDate(date) ? ` on ${voice.date(date)}` : '';
  const due = paid === false ? 'still to be paid' : 'in all';
  return `**${voice.money(money(total, currency))}** ${due}${merchant ? ` at ${merchant}` : ''}${day}.`;
}

/** What a receipt does to the budget: what is left of it, where one is known. */
function afterReceipt(report: AnalysisReport, turn: ToolTurn): string[] {
  const [question] = report.budget.questions.filter(({ code }) => code !== 'INCOME');
  return [leftWords(report.budget, turn.voice).trim(), question?.message ?? ''];
}

function importText(reading: Exclude<Reading, { verdict: 'failed' }>, imported: ImportCounts | null): string {
  if (!imported || reading.kind === 'pay_stub') return '';
  const parts: string[] = [];
  if (imported.rowsAdded > 0) parts.push(`${count(imported.rowsAdded, 'new transaction')}`);
  if (imported.rowsRecognised > 0) parts.push(`${imported.rowsRecognised} that I knew already`);
  if (imported.rowsMerged > 0) parts.push(`${imported.rowsMerged} that you had told me before`);
  if (imported.rowsSkipped > 0) parts.push(`${count(imported.rowsSkipped, 'row')} I could not take in yet`);
  return parts.length === 0 ? '' : `It gave me ${joined(parts)}.`;
}

function count(number: number, one: string, many = `${one}s`): string {
  return number === 1 ? `1 ${one}` : `${number} ${many}`;
}

function joined(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

/** Income, needs, the budget with its sum, and the subscriptions that were found. */
function meaning(report: AnalysisReport, turn: ToolTurn, ofPayStub: boolean): string[] {
  const { voice } = turn;
  const { budget } = report;
  const blocks: string[] = [];
  const lines: string[] = [];
  if (budget.income)
    lines.push(
      `- Income: ${approximate(budget.income.approximate)}${voice.money(budget.income.amount)} a month`,
    );
  lines.push(
    `- Needs: ${approximate(budget.fixedNeeds.approximate)}${voice.money(budget.fixedNeeds.amount)} a month`,
  );
  if (budget.savings.amount.minor > 0) lines.push(`- Savings: ${voice.money(budget.savings.amount)} a month`);
  if (budget.monthlyBudget)
    lines.push(
      `- **Fun budget: ${voice.money(budget.monthlyBudget.amount)} a month**${budget.statedBudget ? ' (your own figure)' : ''}`,
    );
  if (budget.state === 'no-income') {
    blocks.push(
      `I see no income in it, so I can’t suggest a budget yet. Tell me (“I make 3,200 a month”), or drop a statement of the account your pay goes to.`,
    );
  } else {
    blocks.push(`What it means:\n${lines.join('\n')}`);
    if (!budget.statedBudget && budget.derivedBudget) blocks.push(howWords(budget));
    blocks.push(leftText(report, turn));
  }
  if (budget.data.basedOn)
    blocks.push(
      `_${budget.data.basedOn.charAt(0).toUpperCase()}${budget.data.basedOn.slice(1)}.${budget.data.missingMonths.length > 0 ? ` Missing: ${budget.data.missingMonths.map((month) => voice.month(month)).join(', ')}.` : ''}_`,
    );
  const [question] = budget.questions;
  if (question) blocks.push(question.message);
  // What a question does not settle: evidence of another time, which a pay stub just handed in may be.
  else if (ofPayStub) blocks.push(...report.profile.incomeNotes.slice(0, 1));
  if (report.proposed.length > 0) {
    const found = report.proposed.map(
      (one) =>
        `${one.name}${one.price ? ` (${voice.money(one.price.amount)}${one.seenOnceOn && !one.cadence ? ', seen once so far' : ''})` : ''}`,
    );
    blocks.push(
      found.length === 1
        ? `I also spotted what looks like a subscription: ${joined(found)}. Shall I keep it on your list? What it includes costs you nothing more.`
        : `I also spotted what look like subscriptions: ${joined(found)}. Shall I keep them on your list? What they include costs you nothing more.`,
    );
  }
  return blocks.filter((block) => block !== '');
}

function approximate(is: boolean): string {
  return is ? 'about ' : '';
}

function leftText({ budget }: AnalysisReport, turn: ToolTurn): string {
  const { voice } = turn;
  if (budget.state === 'free-only')
    return 'After needs, savings and debt payments nothing is left over for fun, so I’ll look for free things and what you subscribe to already.';
  if (!budget.left || !budget.total) return '';
  const over = budget.left.amount.minor < 0;
  if (over)
    return `You’re ${voice.money(money(-budget.left.amount.minor, budget.left.amount.currency))} over it ${periodWords(budget)}.`;
  return `**${voice.money(budget.left.amount)}** of it is left ${periodWords(budget)}. Ask me what you could do with it!`;
}

/** The figures that the document itself prints. */
function readingFacts(reading: Exclude<Reading, { verdict: 'failed' }>, fileName: string): Fact[] {
  if ('accounts' in reading) return statementFacts(reading, fileName);
  return 'grossPay' in reading ? payStubFacts(reading, fileName) : receiptFacts(reading, fileName);
}

function statementFacts(reading: StatementReading, fileName: string): Fact[] {
  return reading.accounts.flatMap((account) => {
    const { currency } = account;
    const facts = [
      nameFact(fileName),
      numberFact(fileName, 'rows', account.rows.length, 'count'),
      amountFact(fileName, 'money in', money(account.totalIn, currency)),
      amountFact(fileName, 'money out', money(account.totalOut, currency)),
    ];
    if (account.openingBalance !== null)
      facts.push(amountFact(fileName, 'opening balance', money(account.openingBalance, currency)));
    if (account.closingBalance !== null)
      facts.push(amountFact(fileName, 'closing balance', money(account.closingBalance, currency)));
    return facts;
  });
}

function payStubFacts(reading: PayStubReading, fileName: string): Fact[] {
  const net = reading.netPay ?? reading.derivedNetPay;
  return [
    nameFact(fileName),
    ...(reading.grossPay === null
      ? []
      : [amountFact(fileName, 'gross', money(reading.grossPay, reading.currency))]),
    ...(net === null ? [] : [amountFact(fileName, 'net', money(net, reading.currency))]),
  ];
}

function receiptFacts(reading: ReceiptReading, fileName: string): Fact[] {
  return [
    nameFact(fileName),
    ...(reading.merchant ? [nameFact(reading.merchant)] : []),
    ...(reading.date && isIsoDate(reading.date) ? [dateFact(fileName, 'date', reading.date)] : []),
    ...(reading.total === null
      ? []
      : [amountFact(fileName, 'total', money(reading.total, reading.currency))]),
  ];
}
