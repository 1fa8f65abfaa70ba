import type { Currency } from '../../domain/money.js';
import { findDateEvidence } from '../date-evidence.js';
import { findFigureConvention, sourceOf } from '../entries.js';
import { findCurrency } from '../layout/currency.js';
import type { DocumentLine } from '../layout/lines.js';
import type { FailedReading, Problem, ReceiptReading } from '../reading.js';
import { type ReceiptAmounts, receiptAmounts } from './amounts.js';
import { findDocumentDate } from './dates.js';
import { findMerchant } from './merchant.js';
import { isPaid } from './payment.js';
import { receiptRows } from './rows.js';

/**
 * Reads a receipt or an invoice. `verified` only when items or subtotal + tax − discounts give the printed total; an
 * unpaid invoice says so and is not spending.
 */
export function readReceipt(
  lines: readonly DocumentLine[],
  kind: ReceiptReading['kind'],
): ReceiptReading | FailedReading {
  const texts = lines.map((line) => line.text);
  const currency = receiptCurrency(texts);
  const rows = receiptRows(lines, findFigureConvention(texts, currency), currency);
  const amounts = receiptAmounts(rows);
  if (!amounts.total) {
    return withoutTotal(
      kind,
      [...rows.labelled, ...rows.items].some(({ value }) => value !== 0),
    );
  }
  const date = findDocumentDate(lines, findDateEvidence(lines, currency));
  const merchant = findMerchant(lines);
  const { verdict, proofs, problems } = judge(amounts);
  return {
    kind,
    verdict,
    proofs,
    problems: [...problems, ...dateProblems(date), ...currencyProblems(currency)],
    currency,
    merchant: merchant?.name ?? null,
    date: date?.date ?? null,
    total: amounts.total,
    subtotal: amounts.subtotal,
    tax: amounts.tax,
    discount: amounts.discount,
    tip: amounts.tip,
    tendered: amounts.tendered,
    balanceDue: amounts.balanceDue,
    paid: isPaid(lines, kind, amounts),
    items: amounts.items.map((item) => ({
      description: item.description,
      amount: item.value,
      source: sourceOf(item.line),
    })),
    sources: {
      ...amounts.sources,
      ...(date?.date && { date: sourceOf(date.line) }),
      ...(merchant && { merchant: merchant.source }),
    },
  };
}

/** Canada's sales taxes: a dollar sign beside them is Canadian. */
const canadian = /\b(?:HST|QST|TPS|TVQ)\b|\bPST\s+\d/u;

function receiptCurrency(texts: readonly string[]): Currency {
  const { currency } = findCurrency(texts);
  const text = texts.join('\n');
  return currency === 'USD' && !/US\$|\bUSD\b/u.test(text) && canadian.test(text) ? 'CAD' : currency;
}

function withoutTotal(kind: ReceiptReading['kind'], hasFigures: boolean): FailedReading {
  const problem: Problem = hasFigures
    ? {
        code: 'NO_TOTAL',
        message: 'I found no total on this receipt or invoice. Please check that it is complete.',
      }
    : { code: 'BLANK_FORM', message: 'This is a blank form: no amount is filled in.' };
  return { verdict: 'failed', kind, proofs: [], problems: [problem] };
}

function dateProblems(date: ReturnType<typeof findDocumentDate>): Problem[] {
  if (!date?.ambiguous) return [];
  return [
    {
      code: 'AMBIGUOUS_DATES',
      message:
        'The date can be read with the day or the month first, and nothing in the document tells which.',
      source: sourceOf(date.line),
    },
  ];
}

function currencyProblems(currency: string): Problem[] {
  if (currency !== 'XXX') return [];
  return [{ code: 'NO_CURRENCY', message: 'No currency is printed here. Please tell me which it is.' }];
}

function judge(amounts: ReceiptAmounts): Pick<ReceiptReading, 'verdict' | 'proofs' | 'problems'> {
  if (amounts.contradiction !== null) {
    const message =
      'Figures printed here contradict one another: another total or subtotal, or what is due, does not follow.';
    const problem: Problem = { code: 'TOTAL_MISMATCH', message, difference: amounts.contradiction };
    return { verdict: 'discrepancy', proofs: [], problems: [problem] };
  }
  if (amounts.strayedItems) {
    const message =
      'Subtotal and tax give the total, but the things I could list do not add up to the subtotal.';
    return { verdict: 'unverifiable', proofs: [], problems: [{ code: 'UNPROVED', message }] };
  }
  if (amounts.proof) {
    const by = amounts.proof === 'items' ? 'The items' : 'The subtotal';
    return {
      verdict: 'verified',
      proofs: [`${by}, with tax and discounts as printed, give the total.`],
      problems: [],
    };
  }
  const source = amounts.sources.total;
  if (amounts.expected !== null && amounts.total !== null) {
    const problem: Problem = {
      code: 'TOTAL_MISMATCH',
      message: 'Subtotal, tax and discounts as printed do not give the total.',
      difference: amounts.total - amounts.expected,
      ...(source && { source }),
    };
    return { verdict: 'discrepancy', proofs: [], problems: [problem] };
  }
  const problem: Problem = {
    code: 'UNPROVED',
    message: 'Nothing else printed here adds up to the total, so I could not check it.',
    ...(source && { source }),
  };
  return { verdict: 'unverifiable', proofs: [], problems: [problem] };
}
