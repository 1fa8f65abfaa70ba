import { type DateSpan, isWithin, monthOf } from '../../domain/calendar.js';
import { add, type Money, zero } from '../../domain/money.js';
import type { Transaction } from '../../domain/transactions/transaction.js';
import { amountFact, dateFact, type Fact, nameFact } from '../conversation/claims/facts.js';
import { listTransactions } from '../finance/list-transactions.js';
import type { CoreContext } from '../ports/context.js';
import type { ToolResult, ToolTurn } from './tool.js';

/** Rows that are shown; the rest is counted. */
const SHOWN = 6;
/** Rows that are looked through, the latest first. */
const LOOKED_AT = 2_000;

/** What was spent at one shop over a span, refunds taken off, with its rows; where there is none, when it was last seen. */
export async function spentAt(
  context: CoreContext,
  turn: ToolTurn,
  shop: string,
  span: DateSpan,
): Promise<ToolResult> {
  const { voice } = turn;
  const { transactions } = await listTransactions(context, {
    userId: turn.userId,
    limit: LOOKED_AT,
    offset: 0,
  });
  const all = transactions.map(({ transaction }) => transaction).filter((row) => isAt(row, shop));
  const within = all.filter(({ postedOn }) => isWithin(postedOn, span));
  const found = within.filter(({ ignored }) => !ignored);
  const memory = { figure: 'spent', span };
  const when = spanWords(span, turn);
  const [first] = found;
  if (!first) {
    const [latest] = within.length > 0 ? within : all;
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
  const { currency } = first.amount;
  const same = found.filter(({ amount }) => amount.currency === currency);
  const net = same.reduce((sum, { amount }) => add(sum, amount), zero(currency));
  const spent = { ...net, minor: -net.minor };
  const name = first.merchantName;
  const lines = found
    .slice(0, SHOWN)
    .map(
      ({ postedOn, amount }) =>
        `- ${voice.date(postedOn)}: ${amount.minor > 0 ? '+' : ''}${voice.money(positive(amount))}${amount.minor > 0 ? ' back' : ''}`,
    );
  const more = found.length > SHOWN ? [`- and ${found.length - SHOWN} more`] : [];
  const opening = `You spent **${voice.money(spent)}** at ${name} ${when}`;
  const text =
    found.length === 1
      ? `${opening}, once, on ${voice.date(first.postedOn)}.`
      : `${opening}, in ${found.length} rows:\n\n${[...lines, ...more].join('\n')}`;
  return {
    text,
    facts: [nameFact(name), amountFact(name, 'spent', spent), ...found.slice(0, SHOWN).flatMap(rowFacts)],
    memory,
  };
}

/** Days in words: "in June", "on June 3", "from June 24 to June 30". */
export function spanWords({ start, end }: DateSpan, { voice }: ToolTurn): string {
  const wholeMonth = start.endsWith('-01') && monthOf(start) === monthOf(end) && end >= `${monthOf(end)}-28`;
  if (wholeMonth) return `in ${voice.month(monthOf(start))}`;
  return start === end ? `on ${voice.date(start)}` : `from ${voice.date(start)} to ${voice.date(end)}`;
}

/** A spend, or its refund, at the shop: its name begins at a word of the row, however that splits it. */
function isAt(row: Transaction, shop: string): boolean {
  if (row.matchedTransactionId !== null) return false;
  if (row.role !== 'spending' && row.role !== 'refund') return false;
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
