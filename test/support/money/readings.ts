import type {
  AccountReading,
  PayStubReading,
  ReceiptReading,
  StatementReading,
} from '../../../src/documents/reading.js';

export type PrintedRow = readonly [date: string | null, description: string, amount: number];

/** A verified statement of one account as the reader gives it. Amounts in minor units. */
export function buildStatement(
  rows: readonly PrintedRow[],
  more: Partial<AccountReading> & { readonly issuer?: string; readonly kind?: StatementReading['kind'] } = {},
): StatementReading {
  const { issuer = 'Kauri Bank', kind = 'bank_statement', ...account } = more;
  const sum = (sign: number) =>
    rows.reduce((total, [, , amount]) => (Math.sign(amount) === sign ? total + Math.abs(amount) : total), 0);
  return {
    kind,
    issuer,
    verdict: 'verified',
    proofs: [],
    problems: [],
    accounts: [
      {
        label: 'Everyday',
        numberEnding: '1234',
        currency: 'USD',
        balanceMeaning: kind === 'credit_card_statement' ? 'owed' : 'held',
        openingBalance: 0,
        closingBalance: sum(1) - sum(-1),
        totalIn: sum(1),
        totalOut: sum(-1),
        printedTotalIn: null,
        printedTotalOut: null,
        periodStart: null,
        periodEnd: null,
        rows: rows.map(([date, description, amount], at) => ({
          date,
          description,
          amount,
          balance: null,
          source: { page: 1, line: at + 10, text: `${date} ${description} ${amount}` },
        })),
        verdict: 'verified',
        proofs: [],
        problems: [],
        sources: {},
        ...account,
      },
    ],
  };
}

export function buildPayStub(more: Partial<PayStubReading> = {}): PayStubReading {
  return {
    kind: 'pay_stub',
    verdict: 'verified',
    proofs: [],
    problems: [],
    currency: 'USD',
    employer: 'Kauri Farms Ltd',
    grossPay: 160_000,
    netPay: 120_000,
    derivedNetPay: null,
    deductions: [],
    totalDeductions: 40_000,
    totalTaxes: null,
    ytdGross: null,
    ytdNet: null,
    payDate: '2026-03-13',
    periodStart: null,
    periodEnd: null,
    frequency: 'fortnightly',
    sources: {},
    ...more,
  };
}

export function buildReceipt(more: Partial<ReceiptReading> = {}): ReceiptReading {
  return {
    kind: 'receipt',
    verdict: 'verified',
    proofs: [],
    problems: [],
    currency: 'USD',
    merchant: 'Little Owl Books',
    date: '2026-03-10',
    total: 2450,
    subtotal: null,
    tax: null,
    discount: null,
    tip: null,
    tendered: null,
    balanceDue: null,
    paid: true,
    items: [],
    sources: { total: { page: 1, line: 7, text: 'TOTAL 24.50' } },
    ...more,
  };
}
