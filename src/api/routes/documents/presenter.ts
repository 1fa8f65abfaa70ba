import type { z } from 'zod';
import type { DocumentView } from '../../../core/documents/document-view.js';
import type { DocumentAnalysis } from '../../../core/documents/get-document-analysis.js';
import { type Currency, money, toMajor } from '../../../domain/money.js';
import type * as schemas from './schemas.js';

type Reading = NonNullable<DocumentAnalysis['reading']>;
type AccountReading = Extract<Reading, { accounts: unknown }>['accounts'][number];
type PayStubReading = Extract<Reading, { employer: unknown }>;
type ReceiptReading = Extract<Reading, { merchant: unknown }>;
type SourceLine = AccountReading['rows'][number]['source'];
type Problem = Reading['problems'][number];

type Analysis = z.input<typeof schemas.analysis>;
type PresentedReading = NonNullable<Analysis['reading']>;
type PresentedAccount = NonNullable<PresentedReading['statement']>['accounts'][number];

export function presentDocument(view: DocumentView): z.input<typeof schemas.document> {
  return {
    id: view.id,
    documentType: view.documentType,
    kind: view.kind,
    fileName: view.fileName,
    fileSizeBytes: view.size,
    mimeType: view.mimeType,
    processingStatus: view.status,
    verdict: view.verdict,
    failureCode: view.failureCode,
    passwordRequired: view.passwordRequired,
    progress: view.progress && {
      stage: view.progress.stage,
      page: view.progress.page,
      pages: view.progress.pages,
    },
    uploadedAt: view.uploadedAt.toISOString(),
    processedAt: view.processedAt?.toISOString() ?? null,
  };
}

/** A reading's amounts are minor units of one currency; JSON has major units. */
function inMajor(currency: Currency): {
  one: (minor: number) => number;
  maybe: (minor: number | null) => number | null;
} {
  const one = (minor: number) => toMajor(money(minor, currency));
  return { one, maybe: (minor) => (minor === null ? null : one(minor)) };
}

function presentSource({ page, line, text }: SourceLine) {
  return { page, line, text };
}

function presentSources(sources: Readonly<Record<string, SourceLine>>) {
  return Object.fromEntries(Object.entries(sources).map(([name, line]) => [name, presentSource(line)]));
}

function presentProblems(problems: readonly Problem[], currency: Currency) {
  const { maybe } = inMajor(currency);
  return problems.map(({ code, message, source, difference }) => ({
    code,
    message,
    source: source ? presentSource(source) : null,
    difference: maybe(difference ?? null),
  }));
}

function presentAccount(account: AccountReading): PresentedAccount {
  const { one, maybe } = inMajor(account.currency);
  return {
    label: account.label,
    numberEnding: account.numberEnding,
    currency: account.currency,
    balanceMeaning: account.balanceMeaning,
    openingBalance: maybe(account.openingBalance),
    closingBalance: maybe(account.closingBalance),
    totalIn: one(account.totalIn),
    totalOut: one(account.totalOut),
    printedTotalIn: maybe(account.printedTotalIn),
    printedTotalOut: maybe(account.printedTotalOut),
    periodStart: account.periodStart,
    periodEnd: account.periodEnd,
    verdict: account.verdict,
    proofs: [...account.proofs],
    problems: presentProblems(account.problems, account.currency),
    sources: presentSources(account.sources),
    transactions: account.rows.map((row) => ({
      date: row.date,
      description: row.description,
      amount: one(row.amount),
      balance: maybe(row.balance),
      source: presentSource(row.source),
      original: row.original
        ? { currency: row.original.currency, amount: inMajor(row.original.currency).one(row.original.amount) }
        : null,
    })),
  };
}

function presentPayStub(reading: PayStubReading): NonNullable<PresentedReading['payStub']> {
  const { one, maybe } = inMajor(reading.currency);
  return {
    currency: reading.currency,
    employer: reading.employer,
    grossPay: maybe(reading.grossPay),
    netPay: maybe(reading.netPay),
    derivedNetPay: maybe(reading.derivedNetPay),
    deductions: reading.deductions.map(({ name, amount, source }) => ({
      name,
      amount: one(amount),
      source: presentSource(source),
    })),
    totalDeductions: maybe(reading.totalDeductions),
    totalTaxes: maybe(reading.totalTaxes),
    ytdGross: maybe(reading.ytdGross),
    ytdNet: maybe(reading.ytdNet),
    payDate: reading.payDate,
    periodStart: reading.periodStart,
    periodEnd: reading.periodEnd,
    frequency: reading.frequency,
    sources: presentSources(reading.sources),
  };
}

function presentReceipt(reading: ReceiptReading): NonNullable<PresentedReading['receipt']> {
  const { one, maybe } = inMajor(reading.currency);
  return {
    currency: reading.currency,
    merchant: reading.merchant,
    date: reading.date,
    total: maybe(reading.total),
    subtotal: maybe(reading.subtotal),
    tax: maybe(reading.tax),
    discount: maybe(reading.discount),
    tip: maybe(reading.tip),
    tendered: maybe(reading.tendered),
    balanceDue: maybe(reading.balanceDue),
    paid: reading.paid,
    items: reading.items.map(({ description, amount, source }) => ({
      description,
      amount: one(amount),
      source: presentSource(source),
    })),
    sources: presentSources(reading.sources),
  };
}

function currencyOf(reading: Reading): Currency {
  if ('currency' in reading) return reading.currency;
  return 'accounts' in reading ? (reading.accounts[0]?.currency ?? 'XXX') : 'XXX';
}

function presentReading(reading: Reading): PresentedReading {
  return {
    kind: reading.kind,
    verdict: reading.verdict,
    proofs: [...reading.proofs],
    problems: presentProblems(reading.problems, currencyOf(reading)),
    statement:
      'accounts' in reading
        ? { issuer: reading.issuer, accounts: reading.accounts.map(presentAccount) }
        : null,
    payStub: 'employer' in reading ? presentPayStub(reading) : null,
    receipt: 'merchant' in reading ? presentReceipt(reading) : null,
  };
}

/** What was read from a document, each figure with its evidence. */
export function presentDocumentAnalysis(analysis: DocumentAnalysis): Analysis {
  return {
    document: presentDocument(analysis.document),
    reading: analysis.reading && presentReading(analysis.reading),
    imported: analysis.imported && { ...analysis.imported },
  };
}
