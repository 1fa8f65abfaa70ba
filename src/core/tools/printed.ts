import type { AccountReading, PayStubReading, Reading } from '../../documents/reading.js';
import { money } from '../../domain/money.js';
import { amountFact, dateFact, type Fact, nameFact } from '../conversation/claims/facts.js';
import { getDocumentAnalysis } from '../documents/get-document-analysis.js';
import { listDocuments } from '../documents/list-documents.js';
import { getBudgetStatus } from '../finance/get-budget-status.js';
import { getFinancialProfile } from '../finance/get-financial-profile.js';
import type { CoreContext } from '../ports/context.js';
import { budgetFacts, leftWords } from './budget-words.js';
import { fileLabel } from './document-words.js';
import type { ToolResult, ToolTurn } from './tool.js';

/** Documents that are looked through, the latest first. */
const LOOKED_AT = 20;

interface Printed<One> {
  readonly reading: One;
  readonly fileName: string;
}

/** One account as its newest statement prints it. */
interface Stand extends Printed<AccountReading> {
  readonly account: string;
  readonly day: string | null;
}

/** The balance of each account as its newest statement prints it: where it stood then, and not today. */
export async function printedBalance(context: CoreContext, turn: ToolTurn): Promise<ToolResult> {
  const { voice } = turn;
  const stands = newestOfEach(
    (await printedOf(context, turn, (reading) => ('accounts' in reading ? reading : null))).flatMap(
      ({ reading, fileName }) =>
        reading.accounts.map((account) => standOf(account, reading.issuer, fileName)),
    ),
  );
  const status = await getBudgetStatus(context, { userId: turn.userId });
  const fun = leftWords(status, voice);
  const [first] = stands;
  if (!first)
    return {
      text: `I can’t look into your bank, and no statement that I have prints a balance.${fun}`,
      facts: budgetFacts(status),
    };
  const oneFile = stands.every(({ fileName }) => fileName === first.fileName);
  const lines = stands.map((stand) => balanceLine(stand, turn, !oneFile));
  const where = oneFile
    ? `That’s what ${fileLabel(first.fileName)} prints`
    : 'That’s what your newest statements print';
  return {
    text: `${lines.join('\n')}\n\n${where}; I can’t see today’s balance.${fun}`,
    facts: [...stands.flatMap(({ reading }) => balanceFacts(reading)), ...budgetFacts(status)],
    memory: { figure: 'left', subject: null },
  };
}

function standOf(reading: AccountReading, issuer: string | null, fileName: string): Stand {
  const day = reading.periodEnd ?? reading.rows.at(-1)?.date ?? null;
  return {
    reading,
    fileName,
    account: [issuer, reading.currency, reading.numberEnding ?? reading.label].join(' '),
    day: day && /^\d{4}/.test(day) ? day : null,
  };
}

/** Of several statements of an account the one that ends last, whatever came in last. */
function newestOfEach(stands: readonly Stand[]): Stand[] {
  const newest = new Map<string, Stand>();
  for (const stand of stands) {
    if (stand.reading.closingBalance === null) continue;
    const known = newest.get(stand.account);
    if (!known || (stand.day ?? '') > (known.day ?? '')) newest.set(stand.account, stand);
  }
  return [...newest.values()];
}

function balanceLine({ reading, fileName, day }: Stand, { voice }: ToolTurn, withFile: boolean): string {
  const closing = money(reading.closingBalance ?? 0, reading.currency);
  const name = reading.numberEnding ? ` of the account ending in ${reading.numberEnding}` : '';
  const owed = reading.balanceMeaning === 'owed' ? ' (owed)' : '';
  const when = day ? ` on ${voice.date(day)}` : '';
  if (closing.minor < 0 && owed === '')
    return `The account${name.replace(' of the account', '')} was **overdrawn by ${voice.money({ ...closing, minor: -closing.minor })}**${when}.${withFile ? ` _(${fileLabel(fileName)})_` : ''}`;
  const file = withFile ? ` _(${fileLabel(fileName)})_` : '';
  return `The balance${name} was **${voice.money(closing)}**${owed}${when}.${file}`;
}

function balanceFacts(account: AccountReading): Fact[] {
  const day = account.periodEnd;
  return [
    amountFact('account', 'closing balance', money(account.closingBalance ?? 0, account.currency)),
    amountFact('account', 'overdrawn', money(Math.abs(account.closingBalance ?? 0), account.currency)),
    ...(day && /^\d{4}/.test(day) ? [dateFact('account', 'date', day)] : []),
    ...(account.numberEnding ? [nameFact(account.numberEnding)] : []),
  ];
}

/** What the latest pay stub prints: gross, each deduction, net. */
export async function printedPayStub(context: CoreContext, turn: ToolTurn): Promise<ToolResult> {
  const stubs = await printedOf(context, turn, (reading) => ('grossPay' in reading ? reading : null));
  const paidOn = ({ reading }: Printed<PayStubReading>) => reading.payDate ?? reading.periodEnd ?? '';
  const [found] = stubs.sort((left, right) => (paidOn(left) < paidOn(right) ? 1 : -1));
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

/** The net pay that the latest stub prints beside the pay that the statements show arriving. */
export async function payCompared(context: CoreContext, turn: ToolTurn): Promise<ToolResult> {
  const { voice } = turn;
  const [stub] = await printedOf(context, turn, (reading) => ('grossPay' in reading ? reading : null));
  const { payments } = await getFinancialProfile(context, { userId: turn.userId });
  const last = payments.at(-1);
  const net = stub ? (stub.reading.netPay ?? stub.reading.derivedNetPay) : null;
  if (!stub || net === null || !last) {
    const missing =
      stub && net !== null ? 'a bank statement that shows your pay arrive' : 'a pay stub with its net pay';
    return {
      text: `I can’t compare them yet: I have no ${missing.replace(/^a /, '')}. Drop one here (PDF).`,
      facts: [],
    };
  }
  const printed = money(net, stub.reading.currency);
  const same = printed.currency === last.amount.currency && printed.minor === last.amount.minor;
  const paid = stub.reading.payDate ? ` of ${voice.date(stub.reading.payDate)}` : '';
  const from = stub.reading.employer ? ` from ${stub.reading.employer}` : '';
  return {
    text: `${same ? 'Yes' : 'No'}: the pay stub${from}${paid} prints **${voice.money(printed)}** net; what arrived in your bank was **${voice.money(last.amount)}** (${last.name}, ${voice.date(last.on)}).${same ? '' : ' They may be of different times or jobs; which one I count is in “how much do I make”.'}`,
    facts: [
      ...payStubFacts(stub.reading),
      nameFact(last.name),
      amountFact(last.name, 'pay', last.amount),
      dateFact(last.name, 'paid', last.on),
    ],
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

/** What of the user's latest documents is of a kind, the one that came in last first. */
async function printedOf<One>(
  context: CoreContext,
  turn: ToolTurn,
  pick: (reading: Exclude<Reading, { verdict: 'failed' }>) => One | null,
): Promise<Printed<One>[]> {
  const { documents } = await listDocuments(context, { userId: turn.userId, limit: LOOKED_AT });
  const found: Printed<One>[] = [];
  for (const { id, fileName } of documents) {
    const { reading } = await getDocumentAnalysis(context, { userId: turn.userId, documentId: id });
    const picked = reading && reading.verdict !== 'failed' ? pick(reading) : null;
    if (picked) found.push({ reading: picked, fileName });
  }
  return found;
}
