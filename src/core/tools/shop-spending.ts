import { type DateSpan, daysBetween, isWithin, monthOf } from '../../domain/calendar.js';
import type { DataState } from '../../domain/figures.js';
import { add, type Currency, type Money, zero } from '../../domain/money.js';
import type { Transaction } from '../../domain/transactions/transaction.js';
import { amountFact, dateFact, type Fact, nameFact } from '../conversation/claims/facts.js';
import { withFigure } from '../conversation/money-frame.js';
import { listTransactions } from '../finance/list-transactions.js';
import type { CoreContext } from '../ports/context.js';
import type { ToolResult, ToolTurn } from './tool.js';

/** Rows that are shown; the rest is counted. */
const SHOWN = 6;
/** Statements that end longer before a stretch does leave days of it unknown. */
const RECENT_DAYS = 35;
/** Rows that are looked through, the latest first. */
const LOOKED_AT = 2_000;

/** What went to one shop over a span, or ever, and what came back, with its rows; where there is none, when it was last seen. */
export async function spentAt(
  context: CoreContext,
  turn: ToolTurn,
  shop: string,
  asked: { readonly span: DateSpan; readonly data: DataState; readonly ever: boolean },
): Promise<ToolResult> {
  const { voice } = turn;
  const all = await shopRows(context, turn, shop);
  const span = asked.ever ? spanOf(all, asked.span) : asked.span;
  const within = all.filter(({ postedOn }) => isWithin(postedOn, span));
  const found = within.filter(({ ignored }) => !ignored);
  const when = asked.ever ? 'in all that I have read' : spanWords(span, turn, asked.data);
  const [first] = found;
  if (!first)
    return nothingAt(turn, {
      shop,
      when,
      memory: { figure: 'spent', frame: { topic: 'figures', span, results: [] } },
      latest: (within.length > 0 ? within : all)[0],
    });
  const { currency } = first.amount;
  const same = found.filter(({ amount }) => amount.currency === currency);
  const sum = totals(same);
  const name = first.merchantName;
  const memory = {
    figure: 'spent',
    frame: withFigure(turn.memory.frame, {
      name: `at ${name}`,
      category: null,
      shop: name,
      amount: spentIn(same, currency),
      span,
    }),
  };
  const lines = found.slice(0, SHOWN).map((row) => rowLine(row, turn));
  const more = found.length > SHOWN ? [`- and ${found.length - SHOWN} more`] : [];
  const opening = `${sentenceOf(sum, { name, when }, turn)}`;
  const total = asked.ever ? null : everWords(all, turn, found.length);
  const text =
    found.length === 1
      ? `${opening.replace(/\.$/, '')}, once, on ${voice.date(first.postedOn)}.${total?.text ?? ''}`
      : `${opening}${total?.text ?? ''}\n\n${[...lines, ...more].join('\n')}`;
  return {
    text,
    facts: [
      nameFact(name),
      ...sumFacts(name, sum),
      ...(total?.facts ?? []),
      ...found.slice(0, SHOWN).flatMap(rowFacts),
    ],
    memory,
  };
}

/** The rows of a shop, the latest first: what was spent there and came back from it. */
export async function shopRows(context: CoreContext, turn: ToolTurn, shop: string): Promise<Transaction[]> {
  const { transactions } = await listTransactions(context, {
    userId: turn.userId,
    limit: LOOKED_AT,
    offset: 0,
  });
  return atShop(
    transactions.map(({ transaction }) => transaction),
    shop,
  );
}

/** What was spent in rows of a shop, less what came back. */
export function spentIn(rows: readonly Transaction[], currency: Currency): Money {
  const counted = rows.filter(({ amount, ignored }) => !ignored && amount.currency === currency);
  return { currency, minor: -counted.reduce((sum, { amount }) => sum + amount.minor, 0) };
}

interface Sum {
  readonly out: Money;
  readonly back: Money;
  readonly rowsOut: number;
  readonly rowsBack: number;
}

/** What went there and what came back, apart. @param rows of one currency, at least one */
function totals(rows: readonly Transaction[]): Sum {
  const currency = rows[0]?.amount.currency ?? '';
  const sumOf = (some: readonly Transaction[]) =>
    positive(some.reduce((sum, { amount }) => add(sum, amount), zero(currency)));
  const [out, back] = [
    rows.filter(({ amount }) => amount.minor < 0),
    rows.filter(({ amount }) => amount.minor > 0),
  ];
  return { out: sumOf(out), back: sumOf(back), rowsOut: out.length, rowsBack: back.length };
}

function sentenceOf(
  { out, back, rowsOut, rowsBack }: Sum,
  { name, when }: { readonly name: string; readonly when: string },
  { voice }: ToolTurn,
): string {
  if (rowsBack === 0)
    return `You spent **${voice.money(out)}** at ${name} ${when}${rowsOut > 1 ? `, in ${rowsOut} rows` : ''}.`;
  if (rowsOut === 0) return `Nothing went to ${name} ${when}; **${voice.money(back)}** came from there.`;
  const net = { ...out, minor: out.minor - back.minor };
  const rest =
    net.minor < 0
      ? `${voice.money(positive(net))} more than you paid`
      : `which leaves **${voice.money(net)}** spent`;
  return `**${voice.money(out)}** went to ${name} ${when}, in ${rowsOut} row${rowsOut === 1 ? '' : 's'}; ${voice.money(back)} came back${rowsBack > 1 ? ` in ${rowsBack}` : ''}, ${rest}.`;
}

/** The same over everything that was read, where that is more. */
function everWords(
  all: readonly Transaction[],
  { voice }: ToolTurn,
  shown: number,
): { readonly text: string; readonly facts: readonly Fact[] } | null {
  const counted = all.filter(({ ignored }) => !ignored);
  const [latest] = counted;
  const earliest = counted.at(-1);
  if (!latest || !earliest || counted.length === shown) return null;
  const same = counted.filter(({ amount }) => amount.currency === latest.amount.currency);
  const sum = totals(same);
  const net = { ...sum.out, minor: sum.out.minor - sum.back.minor };
  if (net.minor <= 0) return null;
  return {
    text: ` Since ${voice.date(earliest.postedOn)} it’s ${voice.money(net)} in ${same.length} rows.`,
    facts: [
      amountFact(latest.merchantName, 'spent', net),
      dateFact(latest.merchantName, 'first', earliest.postedOn),
    ],
  };
}

function sumFacts(name: string, { out, back }: Sum): Fact[] {
  const net = positive({ ...out, minor: out.minor - back.minor });
  return [
    amountFact(name, 'spent', out),
    ...(back.minor > 0 ? [amountFact(name, 'received', back), amountFact(name, 'net', net)] : []),
  ];
}

function rowLine({ postedOn, amount }: Transaction, { voice }: ToolTurn): string {
  const sign = amount.minor > 0 ? '+' : '';
  return `- ${voice.date(postedOn)}: ${sign}${voice.money(positive(amount))}${amount.minor > 0 ? ' back' : ''}`;
}

function spanOf(rows: readonly Transaction[], otherwise: DateSpan): DateSpan {
  const [latest] = rows;
  const earliest = rows.at(-1);
  return latest && earliest ? { start: earliest.postedOn, end: latest.postedOn } : otherwise;
}

function nothingAt(
  { voice }: ToolTurn,
  {
    shop,
    when,
    memory,
    latest,
  }: {
    readonly shop: string;
    readonly when: string;
    readonly memory: ToolResult['memory'] & object;
    readonly latest: Transaction | undefined;
  },
): ToolResult {
  const other = latest?.ignored
    ? ` ${voice.money(positive(latest.amount))} on ${voice.date(latest.postedOn)} is left out of your figures, as you said.`
    : latest
      ? ` The latest from there that I know of: ${voice.money(positive(latest.amount))} on ${voice.date(latest.postedOn)}.`
      : ' Say `spending` for all of it by category.';
  return {
    text: `I see nothing spent at ${latest?.merchantName ?? `“${shop}”`} ${when}.${other}`,
    facts: latest ? rowFacts(latest) : [nameFact(shop)],
    memory,
  };
}

/**
 * Days in words: "in June", "on June 3", "from June 24 to June 30". A longer stretch is told as far as it is known: not
 * before the first statement, not after today.
 */
export function spanWords(span: DateSpan, { voice, today }: ToolTurn, data?: DataState): string {
  if (isWholeMonth(span)) return `in ${voice.month(monthOf(span.start))}`;
  const first = data?.firstDate;
  const start = first && first > span.start && first <= span.end ? first : span.start;
  const end = span.end > today && start <= today ? today : span.end;
  if (start === end) return `on ${voice.date(start)}`;
  const known = start === span.start ? '' : ', the first day that I know of,';
  const last = data?.lastDate;
  const until =
    last && last >= start && daysBetween(last, end) > RECENT_DAYS
      ? ` (statements to ${voice.date(last)})`
      : '';
  return `from ${voice.date(start)}${known} to ${voice.date(end)}${until}`;
}

export function isWholeMonth({ start, end }: DateSpan): boolean {
  return start.endsWith('-01') && monthOf(start) === monthOf(end) && end >= `${monthOf(end)}-28`;
}

/** What was spent at the shop and came back from it; money moved there only where nothing was spent. Latest first. */
function atShop(rows: readonly Transaction[], shop: string): Transaction[] {
  const there = rows.filter((row) => row.matchedTransactionId === null && isCalled(row, shop));
  const bought = there.some(({ role }) => role === 'spending' || role === 'refund');
  return bought ? there.filter(({ role }) => role !== 'transfer') : there;
}

/** Its name begins at a word of the row, however that splits it. */
function isCalled(row: Transaction, shop: string): boolean {
  const key = wordsOf(shop).join('');
  return [row.merchantName, row.description].some((text) => {
    const words = wordsOf(text);
    return key.length > 1 && words.some((_word, at) => words.slice(at).join('').startsWith(key));
  });
}

function wordsOf(text: string): string[] {
  return (
    text
      .toLowerCase()
      .replace(/'s?\b/g, '')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

function positive(amount: Money): Money {
  return { ...amount, minor: Math.abs(amount.minor) };
}

function rowFacts({ merchantName, amount, postedOn }: Transaction): Fact[] {
  return [
    nameFact(merchantName),
    amountFact(merchantName, 'spent', positive(amount)),
    dateFact(merchantName, 'date', postedOn),
  ];
}
