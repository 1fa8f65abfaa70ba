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
  rows_reconcile_with_printed_balances: z.boolean().nullable().optional(),
});

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
});
const textFields = z.object({
  kind: text,
  currency: text,
  period_start: text,
  period_end: text,
  pay_date: text,
  pay_period_start: text,
  pay_period_end: text,
  frequency: text,
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
  const rows = compareRows(expected.transactions ?? [], found.transactions ?? []);
  const { fields, wrong } =
    verdict === 'failed' ? nothingRead(truth, reading) : compareFields(truth, reading);
  const grave = wrong.filter((field) => !/^(?:frequency|merchant|employer|printed_total)/.test(field));
  const allRight = wrong.length === 0 && rows.missed === 0 && rows.invented === 0;
  const figuresRight = grave.length === 0 && rows.missed === 0 && rows.invented === 0;
  const contradicts = expected.rows_reconcile_with_printed_balances === false;
  const judged =
    verdict === 'verified'
      ? figuresRight && !contradicts
        ? 'right'
        : 'WRONG'
      : expected.rows_reconcile_with_printed_balances === true && figuresRight
        ? 'modest'
        : figuresRight
          ? 'right'
          : 'open';
  return {
    name,
    rows: expected.transactions?.length ?? 0,
    ...rows,
    fields,
    fieldsRight: fields - wrong.length,
    wrong,
    verdict,
    judged,
    allRight,
    milliseconds,
  };
}
