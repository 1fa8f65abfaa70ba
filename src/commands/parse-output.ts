import type {
  AccountReading,
  PayStubReading,
  Problem,
  Reading,
  ReceiptReading,
  StatementReading,
} from '../documents/reading.js';
import { type Currency, money, toMajor } from '../domain/money.js';

type Json = { readonly [name: string]: unknown };

const major = (minor: number | null, currency: Currency) =>
  minor === null ? null : toMajor(money(minor, currency));

/** `--MM-DD`, a date without a year, is printed as `MM-DD`. */
const presentDate = (date: string | null) => (date?.startsWith('--') ? date.slice(2) : date);

function presentProblem({ code, message, source, difference }: Problem, currency: Currency): Json {
  return {
    code,
    message,
    ...(source && { page: source.page, line: source.line }),
    ...(difference !== undefined && { difference: major(difference, currency) }),
  };
}

function presentAccount(account: AccountReading) {
  const { currency } = account;
  const amount = (minor: number | null) => major(minor, currency);
  return {
    currency,
    opening_balance: amount(account.openingBalance),
    closing_balance: amount(account.closingBalance),
    balance_meaning: account.balanceMeaning,
    total_in: amount(account.totalIn),
    total_out: amount(account.totalOut),
    printed_total_in: amount(account.printedTotalIn),
    printed_total_out: amount(account.printedTotalOut),
    period_start: presentDate(account.periodStart),
    period_end: presentDate(account.periodEnd),
    transaction_count: account.rows.length,
    transactions: account.rows.map((row) => ({
      date: presentDate(row.date),
      description: row.description,
      amount: amount(row.amount),
    })),
  };
}

/** The one figure that all accounts share, or null where they differ. */
function shared<T>(values: readonly T[]): T | null {
  const [first = null] = values;
  return values.every((value) => value === first) ? first : null;
}

/** Statements that follow one another (each opens with what the one before closed with) read as one. */
function areConsecutive(accounts: readonly AccountReading[]): boolean {
  return accounts.every((account, index) => {
    const before = accounts[index - 1];
    return (
      before === undefined ||
      (before.closingBalance !== null && before.closingBalance === account.openingBalance)
    );
  });
}

function presentStatement(reading: StatementReading): Json {
  const [only, ...others] = reading.accounts;
  if (!only) return { kind: reading.kind };
  const head = { kind: reading.kind, issuer: reading.issuer };
  if (others.length === 0) return { ...head, account: only.label, ...presentAccount(only) };
  const accounts = reading.accounts.map((account) => ({
    account: account.label,
    verdict: account.verdict,
    ...presentAccount(account),
  }));
  const consecutive = areConsecutive(reading.accounts);
  const currency = shared(reading.accounts.map((account) => account.currency));
  const total = (pick: (account: AccountReading) => number) =>
    currency === null
      ? null
      : major(
          reading.accounts.reduce((sum, account) => sum + pick(account), 0),
          currency,
        );
  const starts = reading.accounts.flatMap((account) => account.periodStart ?? []).sort();
  const ends = reading.accounts.flatMap((account) => account.periodEnd ?? []).sort();
  return {
    ...head,
    currency: currency ?? 'XXX',
    opening_balance: consecutive && currency ? major(only.openingBalance, currency) : null,
    closing_balance: consecutive && currency ? major(others.at(-1)?.closingBalance ?? null, currency) : null,
    total_in: total((account) => account.totalIn),
    total_out: total((account) => account.totalOut),
    period_start: presentDate(starts[0] ?? null),
    period_end: presentDate(ends.at(-1) ?? null),
    transaction_count: accounts.reduce((sum, account) => sum + account.transactions.length, 0),
    transactions: accounts.flatMap((account) => account.transactions),
    accounts,
  };
}

function presentPayStub(reading: PayStubReading): Json {
  const amount = (minor: number | null) => major(minor, reading.currency);
  return {
    kind: reading.kind,
    currency: reading.currency,
    employer: reading.employer,
    gross_pay: amount(reading.grossPay),
    net_pay: amount(reading.netPay),
    derived_net_pay: amount(reading.derivedNetPay),
    pay_date: reading.payDate,
    pay_period_start: reading.periodStart,
    pay_period_end: reading.periodEnd,
    frequency: reading.frequency,
    deductions: reading.deductions.map(({ name, amount: minor }) => ({ name, amount: amount(minor) })),
    total_deductions: amount(reading.totalDeductions),
    total_taxes: amount(reading.totalTaxes),
    ytd_gross: amount(reading.ytdGross),
    ytd_net: amount(reading.ytdNet),
  };
}

function presentReceipt(reading: ReceiptReading): Json {
  const amount = (minor: number | null) => major(minor, reading.currency);
  return {
    kind: reading.kind,
    currency: reading.currency,
    merchant: reading.merchant,
    date: reading.date,
    total: amount(reading.total),
    subtotal: amount(reading.subtotal),
    tax: amount(reading.tax),
    discount: amount(reading.discount),
    tip: amount(reading.tip),
    tendered: amount(reading.tendered),
    balance_due: amount(reading.balanceDue),
    paid: reading.paid,
    items: reading.items.map(({ description, amount: minor }) => ({ description, amount: amount(minor) })),
  };
}

function presentFields(reading: Reading): { fields: Json; currency: Currency } {
  if (reading.verdict === 'failed') {
    return { fields: reading.kind ? { kind: reading.kind } : {}, currency: 'XXX' };
  }
  if ('accounts' in reading) {
    return { fields: presentStatement(reading), currency: reading.accounts[0]?.currency ?? 'XXX' };
  }
  const fields = reading.kind === 'pay_stub' ? presentPayStub(reading) : presentReceipt(reading);
  return { fields, currency: reading.currency };
}

/**
 * A reading as the `parse` command prints it: the field names and signs of the truth files, amounts as numbers in
 * major units, dates without a year as `MM-DD`; negative is money out of the customer's pocket.
 */
export function presentReading(file: string, reading: Reading): Json {
  const { fields, currency } = presentFields(reading);
  const accountProblems =
    'accounts' in reading && reading.accounts.length > 1
      ? reading.accounts.flatMap((account) => account.problems)
      : [];
  const problems = [...new Set([...reading.problems, ...accountProblems])];
  return {
    file,
    verdict: reading.verdict,
    ...fields,
    proofs: reading.proofs,
    problems: problems.map((problem) => presentProblem(problem, currency)),
  };
}
