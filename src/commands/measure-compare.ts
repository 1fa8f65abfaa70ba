import { z } from 'zod';

const amount = z.number().nullable().optional();
const text = z.string().nullable().optional();
const transaction = z.object({
  date: z.string().nullable(),
  description: z.string(),
  amount: z.number().nullable(),
});

/** What truth files and readings share; both are read as it. */
const document = z.looseObject({
  kind: z.string().optional(),
  transactions: z.array(transaction).optional(),
  items: z.array(z.object({ description: z.string(), amount: z.number().nullable() })).optional(),
  /** By name in truth files, as a list in readings. */
  deductions: z
    .union([z.record(z.string(), z.number()), z.array(z.object({ amount: z.number().nullable() }))])
    .optional(),
  rows_reconcile_with_printed_balances: z.boolean().nullable().optional(),
  /** What a truth file may say of the verdict the paper deserves. */
  expected_verdict: z.string().optional(),
  also_acceptable: z.array(z.string()).optional(),
});

type Document = z.infer<typeof document>;

const amountFields = z.object({
  opening_balance: amount,
  closing_balance: amount,
  total_in: amount,
  total_out: amount,
  printed_total_in: amount,
  printed_total_out: amount,
  gross_pay: amount,
  net_pay: amount,
  derived_net_pay: amount,
  ytd_gross: amount,
  total_taxes: amount,
  total_deductions: amount,
  total: amount,
  tax: amount,
  subtotal: amount,
  discount: amount,
  tip: amount,
  tendered: amount,
});
/** Truths name the rhythm of two weeks either way. */
const frequency = text.transform((name) => (name === 'biweekly' ? 'fortnightly' : name));
const textFields = z.object({
  kind: text,
  currency: text,
  period_start: text,
  period_end: text,
  pay_date: text,
  pay_period_start: text,
  pay_period_end: text,
  frequency,
  employer: text,
  merchant: text,
  date: text,
});

/** One document's reading against its truth. */
export interface Measured {
  readonly name: string;
  readonly rows: number;
  readonly exact: number;
  readonly missed: number;
  readonly invented: number;
  readonly fields: number;
  readonly fieldsRight: number;
  readonly wrong: readonly string[];
  readonly verdict: string;
  /** `right`: deserved; `WRONG`: called verified and is not; `modest`: all right, and not called verified. */
  readonly judged: 'right' | 'WRONG' | 'modest' | 'open';
  readonly allRight: boolean;
  readonly milliseconds: number;
}

type Transaction = z.infer<typeof transaction>;

const plain = (value: string) => value.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** A description may be wrapped or carry a reference: it holds when one text has the other, or most of its words. */
function sameText(left: string, right: string): boolean {
  const [a, b] = [plain(left), plain(right)];
  if (a.includes(b) || b.includes(a)) return true;
  const words = left.toLowerCase().split(/\s+/);
  const shared = words.filter((word) => b.includes(plain(word)));
  return shared.length >= words.length / 2;
}

function compareRows(truth: readonly Transaction[], read: readonly Transaction[]) {
  const left = [...read];
  let exact = 0;
  for (const row of truth) {
    const place = left.findIndex(
      (other) =>
        other.date === row.date &&
        other.amount === row.amount &&
        sameText(row.description, other.description),
    );
    if (place < 0) continue;
    left.splice(place, 1);
    exact += 1;
  }
  return { exact, missed: truth.length - exact, invented: left.length };
}

/** The rows of any kind of document: transactions, things bought, or deductions, whose names truth files shorten. */
function rowsOf(held: Document): Transaction[] {
  const { transactions, items, deductions } = held;
  if (transactions) return transactions;
  if (items) return items.map((item) => ({ ...item, date: null }));
  const amounts = Array.isArray(deductions)
    ? deductions.map((item) => item.amount)
    : Object.values(deductions ?? {});
  return amounts.map((value) => ({ date: null, description: '', amount: value }));
}

/** Names are compared as far as both print them: "Google (test order)" is Google. */
const sameName = (expected: string, found: string) =>
  plain(expected.replace(/\(.*?\)/g, '')) === plain(found) || plain(found).includes(plain(expected));

function compareFields(truth: unknown, read: unknown): { fields: number; wrong: string[] } {
  const wrong: string[] = [];
  let fields = 0;
  const foundAmounts = new Map(Object.entries(amountFields.parse(read)));
  for (const [name, expected] of Object.entries(amountFields.parse(truth))) {
    const found = foundAmounts.get(name) ?? null;
    if (expected === undefined) continue;
    fields += 1;
    if (found !== expected) wrong.push(`${name}:${found}≠${expected}`);
  }
  const foundTexts = new Map(Object.entries(textFields.parse(read)));
  const isStub = document.parse(truth).kind === 'pay_stub';
  for (const [name, expected] of Object.entries(textFields.parse(truth))) {
    if (isStub && name.startsWith('period_')) continue;
    const found = foundTexts.get(name) ?? null;
    if (expected === undefined) continue;
    fields += 1;
    const names = name === 'merchant' || name === 'employer';
    const same = names && expected && found ? sameName(expected, found) : found === expected;
    if (!same) wrong.push(`${name}:${found}≠${expected}`);
  }
  return { fields, wrong };
}

/** A document that yields nothing is right where the truth has no figures: then only the kind is held against it. */
function nothingRead(truth: unknown, reading: unknown): { fields: number; wrong: string[] } {
  const figures = Object.values(amountFields.parse(truth)).some((value) => typeof value === 'number');
  if (figures) return compareFields(truth, reading);
  const kind = (value: unknown) => ({ kind: document.parse(value).kind });
  return compareFields(kind(truth), kind(reading));
}

/**
 * Holds a reading, as the `parse` command prints it, against a truth file. Fields that the truth does not name are
 * not judged. A frequency is mostly inferred, in the truth as well, and does not make a verdict wrong.
 */
export function compare(
  name: string,
  truth: unknown,
  reading: Readonly<Record<string, unknown>>,
  milliseconds: number,
): Measured {
  const expected = document.parse(truth);
  const found = document.parse(reading);
  const verdict = String(reading.verdict);
  const expectedRows = rowsOf(expected);
  // A truth file without rows says nothing of them.
  const rows = compareRows(expectedRows, listsRows(expected) ? rowsOf(found) : []);
  const { fields, wrong } =
    verdict === 'failed' ? nothingRead(truth, reading) : compareFields(truth, reading);
  const rowsRight = rows.missed === 0 && rows.invented === 0;
  // A receipt proved by its subtotal need not list every thing bought; what it lists must be there.
  const held = expected.items ? rows.invented === 0 : rowsRight;
  const figuresRight = held && !wrong.some((field) => !soft.test(field) && !isMissing(field));
  return {
    name,
    rows: expectedRows.length,
    ...rows,
    fields,
    fieldsRight: fields - wrong.length,
    wrong,
    verdict,
    judged: judge(expected, verdict, figuresRight),
    allRight: rowsRight && wrong.length === 0,
    milliseconds,
  };
}

const listsRows = (truth: Document) =>
  truth.transactions !== undefined || truth.items !== undefined || truth.deductions !== undefined;

/** Fields that no verdict speaks for: names, a frequency that the truth infers as well, receipt or invoice. */
const soft = /^(?:frequency|merchant|employer|printed_total|kind:(?:receipt|invoice)≠(?:receipt|invoice))/;
/** A field left out is a gap, not an error: it makes no verdict wrong. XXX says that no currency is known. */
const isMissing = (field: string) => field.includes(':null≠') || field.startsWith('currency:XXX≠');

function judge(truth: Document, verdict: string, figuresRight: boolean): Measured['judged'] {
  const contradicts = truth.rows_reconcile_with_printed_balances === false;
  const expected = truth.expected_verdict;
  const deserved =
    expected === undefined ? !contradicts : [expected, ...(truth.also_acceptable ?? [])].includes('verified');
  if (verdict === 'verified') return figuresRight && deserved ? 'right' : 'WRONG';
  if (!figuresRight) return 'open';
  const provable =
    expected === undefined ? truth.rows_reconcile_with_printed_balances === true : expected === 'verified';
  return provable ? 'modest' : 'right';
}
