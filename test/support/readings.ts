import type { DocumentReader, ReadDocumentOptions } from '../../src/documents/ports.js';
import type { FailedReading, Reading, StatementReading } from '../../src/documents/reading.js';

/** A verified statement of one checking account in March 2026: opening 1,000.00, the rows, and what they come to. */
export function buildStatement(
  rows: readonly { date: string; description: string; amount: number }[],
): StatementReading {
  const opening = 100_000;
  let balance = opening;
  const read = rows.map(({ date, description, amount }, index) => {
    balance += amount;
    const source = { page: 1, line: index + 10, text: `${date} ${description} ${amount / 100}` };
    return { date, description, amount, balance, source };
  });
  const sum = (sign: number) =>
    Math.abs(
      rows.filter(({ amount }) => Math.sign(amount) === sign).reduce((total, row) => total + row.amount, 0),
    );
  return {
    kind: 'bank_statement',
    verdict: 'verified',
    issuer: 'Harbour Bank',
    proofs: ['Opening balance and all rows come to the closing balance.'],
    problems: [],
    accounts: [
      {
        label: 'Everyday account',
        numberEnding: '1234',
        currency: 'USD',
        balanceMeaning: 'held',
        openingBalance: opening,
        closingBalance: balance,
        totalIn: sum(1),
        totalOut: sum(-1),
        printedTotalIn: null,
        printedTotalOut: null,
        periodStart: '2026-03-01',
        periodEnd: '2026-03-31',
        rows: read,
        verdict: 'verified',
        proofs: ['Opening balance and all rows come to the closing balance.'],
        problems: [],
        sources: {},
      },
    ],
  };
}

export function buildFailure(
  code: FailedReading['problems'][number]['code'],
  message: string,
): FailedReading {
  return { verdict: 'failed', kind: null, proofs: [], problems: [{ code, message }] };
}

/** Reads what it is told to: one answer a call, the last one again and again. Remembers how it was asked. */
export interface ScriptedReader extends DocumentReader {
  readonly asked: ReadDocumentOptions[];
  script(...answers: (Reading | ((options: ReadDocumentOptions) => Promise<Reading>))[]): void;
}

export function createScriptedReader(): ScriptedReader {
  const asked: ReadDocumentOptions[] = [];
  let answers: (Reading | ((options: ReadDocumentOptions) => Promise<Reading>))[] = [];
  return {
    asked,
    script: (...next) => {
      answers = next;
      asked.length = 0;
    },
    read: async (_bytes, options = {}) => {
      asked.push(options);
      const answer = answers.length > 1 ? answers.shift() : answers[0];
      if (answer === undefined) throw new Error('The reader was not told what to answer.');
      return typeof answer === 'function' ? answer(options) : answer;
    },
    close: async () => undefined,
  };
}
