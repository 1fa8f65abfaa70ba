import { isLivedOn } from '../../domain/income/income.js';
import { add, type Money, zero } from '../../domain/money.js';
import type { Transaction } from '../../domain/transactions/transaction.js';
import { amountFact, dateFact, type Fact, nameFact } from '../conversation/claims/facts.js';
import type { Intent } from '../conversation/understanding/intents.js';
import { listTransactions, type TransactionView } from '../finance/list-transactions.js';
import type { CoreContext } from '../ports/context.js';
import { fileLabel } from './document-words.js';
import type { ToolResult, ToolTurn } from './tool.js';

/** Rows that are shown; the rest is counted. */
const SHOWN = 8;
/** Rows that are looked through, the latest first. */
const LOOKED_AT = 2_000;

type Asked = Extract<Intent, { kind: 'rows' }>;

/** Single rows of what came in and went out, as they stand in the statements, with their sum. */
export async function rowsFor(context: CoreContext, turn: ToolTurn, asked: Asked): Promise<ToolResult> {
  const { transactions } = await listTransactions(context, {
    userId: turn.userId,
    ...(asked.span && { span: asked.span }),
    limit: LOOKED_AT,
    offset: 0,
  });
  const meant = transactions.filter(({ transaction }) => isMeant(transaction, asked));
  // "My tax refund" is the row with both words, where there is one.
  const most = Math.max(0, ...meant.map(({ transaction }) => hitsOf(transaction, asked)));
  const found = meant.filter(({ transaction }) => hitsOf(transaction, asked) === most);
  const { voice } = turn;
  if (found.length === 0) return nothing(turn, asked, transactions.length > 0);
  const lines = found.slice(0, SHOWN).map((view) => `- ${line(view, turn)}`);
  const more = found.length > SHOWN ? `\n- and ${found.length - SHOWN} more` : '';
  const sum = totalOf(found);
  const [only] = found;
  const opening =
    asked.direction === 'in'
      ? `${sum ? `**${voice.money(sum)}** came in` : 'This came in'}${asked.span ? ` from ${voice.date(asked.span.start)} to ${voice.date(asked.span.end)}` : ''}:`
      : asked.direction === 'out'
        ? `You spent ${sum ? `**${voice.money(sum)}**` : 'this'}${asked.span ? ` from ${voice.date(asked.span.start)} to ${voice.date(asked.span.end)}` : ''}, in ${found.length} row${found.length === 1 ? '' : 's'}:`
        : found.length === 1 && only
          ? 'That’s this one:'
          : `${found.length} of them${sum ? `, **${voice.money(sum)}** together` : ''}:`;
  const role = asked.direction === 'in' ? incomeNote(found, turn) : '';
  return {
    text: [opening, `${lines.join('\n')}${more}`, role].filter(Boolean).join('\n\n'),
    facts: [...found.slice(0, SHOWN).flatMap(rowFacts), ...(sum ? [amountFact('rows', 'total', sum)] : [])],
    memory: {
      figure: null,
      subject: null,
      ...(sum && {
        frame: {
          topic: 'figures' as const,
          span: asked.span,
          results: [
            {
              name: asked.direction === 'in' ? 'that came in' : 'in those rows',
              category: null,
              shop: null,
              amount: sum,
              span: null,
            },
          ],
        },
      }),
    },
  };
}

function hitsOf(row: Transaction, { words }: Asked): number {
  const text = `${row.merchantName} ${row.description}`.toLowerCase();
  return words.filter((word) => text.includes(word.replace(/s$/, ''))).length;
}

function isMeant(row: Transaction, asked: Asked): boolean {
  const { words, amount, direction } = asked;
  if (row.matchedTransactionId !== null) return false;
  if (direction === 'out') return row.amount.minor < 0 && row.role === 'spending' && !row.ignored;
  if (direction === 'in')
    return row.amount.minor > 0 && (words.length > 0 ? hitsOf(row, asked) > 0 : row.role !== 'transfer');
  if (amount && !isAmount(row.amount, amount)) return false;
  if (words.length === 0) return amount !== null;
  const hits = hitsOf(row, asked);
  // An amount says more than a word beside it: "the 250 zelle from".
  return amount ? true : hits > 0 && hits >= Math.min(words.length, 2) - (words.length > 1 ? 1 : 0);
}

/** Said in whole units, an amount is rounded. */
function isAmount(row: Money, said: Money): boolean {
  const apart = Math.abs(Math.abs(row.minor) - said.minor);
  return row.currency === said.currency && apart < (said.minor % 100 === 0 ? 100 : 1);
}

function line({ transaction, sources }: TransactionView, { voice }: ToolTurn): string {
  const [source] = sources;
  const where = source
    ? ` _(${fileLabel(source.fileName)}${source.page ? `, page ${source.page}` : ''})_`
    : '';
  const said = transaction.description.replace(/\s+/g, ' ').trim();
  const name = said === '' || said === transaction.merchantName ? transaction.merchantName : said;
  return `${voice.date(transaction.postedOn)}: ${name}, ${transaction.amount.minor > 0 ? '+' : ''}${voice.money(transaction.amount)}${where}`;
}

function rowFacts({ transaction }: TransactionView): Fact[] {
  const { merchantName, amount, postedOn, description } = transaction;
  const positive = { ...amount, minor: Math.abs(amount.minor) };
  return [
    nameFact(merchantName),
    nameFact(description),
    amountFact(merchantName, amount.minor > 0 ? 'received' : 'spent', positive),
    dateFact(merchantName, 'date', postedOn),
  ];
}

/** The sum without its sign; null where rows are of several currencies, or go both ways. */
function totalOf(found: readonly TransactionView[]): Money | null {
  const [first] = found;
  if (!first || found.length < 2) return first ? positiveOf(first.transaction.amount) : null;
  const { currency, minor } = first.transaction.amount;
  const same = found.every(
    ({ transaction: { amount } }) => amount.currency === currency && amount.minor > 0 === minor > 0,
  );
  return same
    ? positiveOf(found.reduce((sum, { transaction }) => add(sum, transaction.amount), zero(currency)))
    : null;
}

function positiveOf(amount: Money): Money {
  return { ...amount, minor: Math.abs(amount.minor) };
}

/** What of it counts as income, where not all does. */
function incomeNote(found: readonly TransactionView[], { voice }: ToolTurn): string {
  const counted = found.filter(
    ({ transaction: { role, category } }) =>
      role === 'income' && isLivedOn(category) && category !== 'interest',
  );
  const income = counted.length < found.length && counted.length > 0 ? totalOf(counted) : null;
  return income
    ? `Of that, ${voice.money(income)} counts as income to live on; tax refunds, interest, refunds and money from friends don’t.`
    : '';
}

function nothing({ voice }: ToolTurn, asked: Asked, known: boolean): ToolResult {
  if (!known)
    return {
      text: 'I have no transactions for that yet. Drop a bank statement (PDF) here, and I can look them up.',
      facts: [],
    };
  const what = asked.amount
    ? `${voice.money(asked.amount)}${asked.words.length > 0 ? ` for “${asked.words.join(' ')}”` : ''}`
    : asked.words.length > 0
      ? `“${asked.words.join(' ')}”`
      : 'that';
  return {
    text: `I see no row with ${what} in what I have read. Say \`spending\` for all of it by category.`,
    facts: asked.amount ? [amountFact('asked', 'amount', asked.amount)] : [],
  };
}
