import type { PayStubReading, Reading, ReceiptReading, StatementReading } from '../../documents/reading.js';
import { isIsoDate, monthOf } from '../../domain/calendar.js';
import { groupOf } from '../../domain/categories/categories.js';
import { type Currency, type Money, money } from '../../domain/money.js';
import { amountFact, dateFact, type Fact, nameFact } from '../conversation/claims/facts.js';
import { withFigure } from '../conversation/money-frame.js';
import type { DocumentAsked, DocumentPart } from '../conversation/understanding/document-asked.js';
import { forWhat } from '../conversation/understanding/spending-asked.js';
import { getDocumentAnalysis } from '../documents/get-document-analysis.js';
import { listDocuments } from '../documents/list-documents.js';
import { listTransactions } from '../finance/list-transactions.js';
import type { CoreContext } from '../ports/context.js';
import { fileLabel, kindWords } from './document-words.js';
import type { ToolResult, ToolTurn } from './tool.js';

/** Rows that are shown. */
const SHOWN = 6;
/** Transactions among which a document's rows are looked for. */
const LOOKED_AT = 2_000;

type Read = Exclude<Reading, { verdict: 'failed' }>;

/** A figure, a name or a day that a document prints, under the name it has there. */
interface Printed {
  readonly name: string;
  readonly text: string;
  readonly facts: readonly Fact[];
  /** What it comes to, where it is an amount. */
  readonly amount?: Money;
}

/** One figure, name, day or row of the document that came in last, as it prints it. */
export async function documentPart(
  context: CoreContext,
  turn: ToolTurn,
  asked: DocumentAsked,
): Promise<ToolResult> {
  const { documents } = await listDocuments(context, { userId: turn.userId, limit: 1 });
  const [latest] = documents;
  if (!latest)
    return {
      text: 'I have no document of yours yet. Drop a PDF here, and I’ll read what it prints.',
      facts: [],
    };
  const { reading } = await getDocumentAnalysis(context, { userId: turn.userId, documentId: latest.id });
  const file = fileLabel(latest.fileName);
  const memory = { figure: 'document', subject: null };
  if (!reading || reading.verdict === 'failed')
    return {
      text: `I couldn’t read ${file}, so I can’t say what it prints.`,
      facts: [nameFact(file)],
      memory,
    };
  const facts = [nameFact(file)];
  if (asked.part === 'counts') return { ...(await counts(context, turn, latest.id, reading)), memory };
  const found =
    'accounts' in reading
      ? await ofStatement(context, turn, reading, asked, latest.id)
      : 'grossPay' in reading
        ? ofPayStub(turn, reading, asked.part)
        : ofReceipt(turn, reading, asked);
  if (found.length === 0)
    return {
      text: `The ${kindWords(reading.kind)} ${file} prints no ${asked.part === 'row' ? `“${asked.words.join(' ')}”` : NAMES[asked.part]}.`,
      facts,
      memory,
    };
  const [only] = found;
  const text =
    found.length === 1 && only
      ? `${only.name}: **${only.text}** _(${file})_.`
      : `${found.map(({ name, text: said }) => `- ${name}: **${said}**`).join('\n')}\n\n_(${file})_`;
  const frame =
    found.length === 1 && only?.amount
      ? withFigure(turn.memory.frame, {
          name: only.name.toLowerCase(),
          category: null,
          shop: null,
          amount: only.amount,
          span: null,
        })
      : null;
  return {
    text,
    facts: [...facts, ...found.flatMap((one) => one.facts)],
    memory: { ...memory, ...(frame && { frame }) },
  };
}

const NAMES: Readonly<Record<Exclude<DocumentPart, 'row'>, string>> = {
  counts: 'spend',
  tip: 'tip',
  tax: 'tax',
  discount: 'discount',
  subtotal: 'subtotal',
  gross: 'gross pay',
  deductions: 'deductions',
  net: 'net pay',
  opening: 'opening balance',
  closing: 'closing balance',
  largest: 'money that went out',
  fees: 'fees',
  period: 'period',
  date: 'date',
  issuer: 'name of who issued it',
  total: 'total',
};

function amountOf({ voice }: ToolTurn, currency: Currency, name: string, minor: number | null): Printed[] {
  if (minor === null) return [];
  const amount = money(minor, currency);
  const size = { ...amount, minor: Math.abs(minor) };
  return [
    {
      name,
      text: voice.money(amount),
      facts: [nameFact(name), amountFact('document', name, size)],
      amount: size,
    },
  ];
}

function nameOf(name: string, said: string | null): Printed[] {
  return said ? [{ name, text: said, facts: [nameFact(said)] }] : [];
}

function dayOf({ voice }: ToolTurn, name: string, day: string | null): Printed[] {
  return day && isIsoDate(day)
    ? [{ name, text: voice.date(day), facts: [dateFact('document', name, day)] }]
    : [];
}

function ofReceipt(turn: ToolTurn, reading: ReceiptReading, { part, words }: DocumentAsked): Printed[] {
  const say = (name: string, minor: number | null) => amountOf(turn, reading.currency, name, minor);
  switch (part) {
    case 'tip':
      return say('Tip', reading.tip);
    case 'tax':
      return say('Tax', reading.tax);
    case 'discount':
      return say('Discount', reading.discount === null ? null : Math.abs(reading.discount));
    case 'subtotal':
      return say('Subtotal', reading.subtotal);
    case 'closing':
      return say('Still to be paid', reading.balanceDue);
    case 'total':
    case 'gross':
    case 'net':
      return say('Total', reading.total);
    case 'issuer':
      return nameOf('Issued by', reading.merchant);
    case 'date':
    case 'period':
      return dayOf(turn, 'Date', reading.date);
    case 'largest':
      return [...reading.items]
        .sort((left, right) => right.amount - left.amount)
        .slice(0, 1)
        .flatMap(({ description, amount }) => say(description, amount));
    default:
      return reading.items
        .filter(({ description }) => isNamed(description, words))
        .slice(0, SHOWN)
        .flatMap(({ description, amount }) => say(description, amount));
  }
}

function ofPayStub(turn: ToolTurn, reading: PayStubReading, part: DocumentPart): Printed[] {
  const say = (name: string, minor: number | null) => amountOf(turn, reading.currency, name, minor);
  const taxes = reading.deductions.filter(({ name }) => /\btax|withh|fica|medicare|social/i.test(name));
  switch (part) {
    case 'gross':
      return say('Gross pay', reading.grossPay);
    case 'net':
    case 'total':
      return say('Net pay', reading.netPay ?? reading.derivedNetPay);
    case 'tax':
      return [
        ...taxes.flatMap(({ name, amount }) => say(name, Math.abs(amount))),
        ...(taxes.length === 1 ? [] : say('Taxes together', reading.totalTaxes)),
      ];
    case 'deductions':
      return [
        ...reading.deductions.slice(0, SHOWN).flatMap(({ name, amount }) => say(name, Math.abs(amount))),
        ...say('Deductions together', reading.totalDeductions),
      ];
    case 'issuer':
      return nameOf('Employer', reading.employer);
    case 'date':
      return dayOf(turn, 'Paid on', reading.payDate);
    case 'period':
      return [
        ...dayOf(turn, 'Pay period from', reading.periodStart),
        ...dayOf(turn, 'Pay period to', reading.periodEnd),
      ];
    default:
      return [];
  }
}

async function ofStatement(
  context: CoreContext,
  turn: ToolTurn,
  reading: StatementReading,
  asked: DocumentAsked,
  documentId: string,
): Promise<Printed[]> {
  const { part } = asked;
  if (part === 'issuer') return nameOf('Issued by', reading.issuer);
  if (part === 'row' || part === 'tax' || part === 'fees' || part === 'tip') {
    const words = part === 'row' ? asked.words : part === 'fees' ? ['fee'] : [part];
    return rowsNamed(context, turn, documentId, words);
  }
  const several = reading.accounts.length > 1;
  return reading.accounts.flatMap((account) => {
    const ending = several && account.numberEnding ? `, account ending in ${account.numberEnding}` : '';
    const say = (name: string, minor: number | null) =>
      amountOf(turn, account.currency, `${name}${ending}`, minor);
    const largest = account.rows
      .filter(({ amount }) => amount < 0)
      .sort((left, right) => left.amount - right.amount)[0];
    switch (part) {
      case 'opening':
        return say('Opening balance', account.openingBalance);
      case 'closing':
        return say(
          account.balanceMeaning === 'owed' ? 'Owed at the end' : 'Closing balance',
          account.closingBalance,
        );
      case 'largest':
        return largest ? say(largest.description, -largest.amount) : [];
      case 'total':
        return [...say('Went out', account.totalOut), ...say('Came in', account.totalIn)];
      case 'period':
      case 'date':
        return [
          ...dayOf(turn, `From${ending}`, account.periodStart),
          ...dayOf(turn, `To${ending}`, account.periodEnd),
        ];
      default:
        return [];
    }
  });
}

/** The rows of a statement that are called so, else those whose kind of spending the words name. */
async function rowsNamed(
  context: CoreContext,
  turn: ToolTurn,
  documentId: string,
  words: readonly string[],
): Promise<Printed[]> {
  const { transactions } = await listTransactions(context, {
    userId: turn.userId,
    limit: LOOKED_AT,
    offset: 0,
  });
  const inside = transactions.filter(({ sources }) => sources.some((one) => one.documentId === documentId));
  const named = inside.filter(({ transaction: { merchantName, description } }) =>
    isNamed(`${merchantName} ${description}`, words),
  );
  const { category } = forWhat(words.join(' '));
  const meant =
    named.length > 0
      ? named
      : inside.filter(({ transaction }) => category && transaction.category === category);
  return meant.slice(0, SHOWN).map(({ transaction: { merchantName, description, amount, postedOn } }) => {
    const size = { ...amount, minor: Math.abs(amount.minor) };
    const name = description.replace(/\s+/g, ' ').trim() || merchantName;
    const way = amount.minor > 0 ? ' came in' : '';
    return {
      name,
      text: `${turn.voice.money(size)}${way} on ${turn.voice.date(postedOn)}`,
      facts: [nameFact(name), amountFact(name, 'amount', size), dateFact(name, 'date', postedOn)],
    };
  });
}

function isNamed(text: string, words: readonly string[]): boolean {
  const said = ` ${text.toLowerCase()} `;
  return words.length > 0 && words.every((word) => said.includes(word.replace(/s$/, '')));
}

/** Whether what a receipt shows counts in the running month, or to which it belongs. */
async function counts(
  context: CoreContext,
  turn: ToolTurn,
  documentId: string,
  reading: Read,
): Promise<ToolResult> {
  const { voice, today } = turn;
  const { transactions } = await listTransactions(context, {
    userId: turn.userId,
    limit: LOOKED_AT,
    offset: 0,
  });
  const inside = transactions.filter(({ sources }) => sources.some((one) => one.documentId === documentId));
  const now = inside.filter(({ transaction }) => monthOf(transaction.postedOn) === monthOf(today));
  const fun = now.filter(
    ({ transaction }) =>
      transaction.amount.minor < 0 &&
      !transaction.ignored &&
      groupOf(transaction.category) === 'entertainment',
  );
  const [first] = inside;
  if (!first)
    return {
      text: `No: I took no spend from that ${kindWords(reading.kind)}, so it changes nothing ${voice.month(monthOf(today))}.`,
      facts: [],
    };
  const day = first.transaction.postedOn;
  const facts = [dateFact('document', 'date', day)];
  if (now.length === 0)
    return {
      text: `No: it’s from **${voice.date(day)}**, so it belongs to ${voice.month(monthOf(day))} and takes nothing from this month.`,
      facts,
    };
  return {
    text:
      fun.length > 0
        ? 'Yes: it’s of this month and counts against your fun budget.'
        : 'It’s of this month, but it isn’t fun, so it takes nothing from your fun budget.',
    facts,
  };
}
