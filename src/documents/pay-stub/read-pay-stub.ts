import type { Currency } from '../../domain/money.js';
import { findDateEvidence } from '../date-evidence.js';
import { findFigureConvention } from '../entries.js';
import { findCurrency } from '../layout/currency.js';
import type { DocumentLine } from '../layout/lines.js';
import type { FailedReading, PayStubReading, Problem } from '../reading.js';
import { type StubAmounts, stubAmounts } from './amounts.js';
import { inferredFrequency, printedFrequency, stubDates } from './dates.js';
import { withDepositsAsNet } from './deposits.js';
import { findEmployer } from './employer.js';
import { stubRows } from './rows.js';

/**
 * Reads a pay stub: this period's gross, deductions and net, the dates and who pays. `verified` only when gross less
 * what is taken off gives the printed net; a form without figures fails with BLANK_FORM.
 */
export function readPayStub(lines: readonly DocumentLine[]): PayStubReading | FailedReading {
  const texts = lines.map((line) => line.text);
  const currency = stubCurrency(texts);
  const rows = stubRows(lines, findFigureConvention(texts, currency));
  const amounts = stubAmounts(withDepositsAsNet(rows));
  const nothing = !amounts.grossPay && !amounts.netPay;
  if (nothing) return blank(rows.some((row) => row.figures.some((figure) => figure !== 0)));
  const dates = stubDates(lines, findDateEvidence(lines, currency));
  const employer = findEmployer(lines);
  const { verdict, proofs, problems } = judge(amounts);
  const noCurrency: Problem[] =
    currency === 'XXX'
      ? [
          {
            code: 'NO_CURRENCY',
            message: 'No currency is printed on this pay stub. Please tell me which it is.',
          },
        ]
      : [];
  return {
    kind: 'pay_stub',
    verdict,
    proofs,
    problems: [...problems, ...dates.problems, ...noCurrency],
    currency,
    employer: employer?.name ?? null,
    grossPay: amounts.grossPay,
    netPay: amounts.netPay,
    derivedNetPay: derivedNet(amounts),
    deductions: amounts.deductions,
    totalDeductions: amounts.totalDeductions,
    totalTaxes: amounts.totalTaxes,
    ytdGross: amounts.ytdGross,
    ytdNet: amounts.ytdNet,
    payDate: dates.payDate,
    periodStart: dates.periodStart,
    periodEnd: dates.periodEnd,
    frequency: printedFrequency(lines) ?? inferredFrequency(dates.periodStart, dates.periodEnd),
    sources: {
      ...amounts.sources,
      ...dates.sources,
      ...(employer && { employer: employer.source }),
    },
  };
}

/** Taxes and contributions that only one currency's payrolls know. */
const payrollHints: readonly (readonly [RegExp, Currency])[] = [
  [
    /\b401\(?k|\bFICA\b|\bOASDI\b|federal (?:income )?(?:tax|withholding)[\s\S]*(?:medicare|social security)/iu,
    'USD',
  ],
  [/\bCPP\b[\s\S]*\bEI\b|\bQPP\b|provincial (?:income )?tax/iu, 'CAD'],
  [/kiwisaver|\bACC (?:levy|earner)/iu, 'NZD'],
  [/superannuation|\bPAYG\b|medicare levy/iu, 'AUD'],
  [/national insurance|\bNI (?:number|no|contributions?)\b|\bHMRC\b/iu, 'GBP'],
  [/\bCPF\b|\bPte\.? Ltd\b/u, 'SGD'],
  [/\bUIF\b|\bSARS\b/u, 'ZAR'],
  [/\bINSS\b|\bFGTS\b/u, 'BRL'],
  [/\bAHV\b|\bALV\b|\bNBU\b/u, 'CHF'],
  [
    /lohnsteuer|solidaritätszuschlag|\bCSG\b|urssaf|\bIRPF\b|loonheffing|\bIRPEF\b|\bINPS\b|\bPRSI\b/iu,
    'EUR',
  ],
];

function stubCurrency(texts: readonly string[]): Currency {
  const { currency } = findCurrency(texts);
  const text = texts.join('\n');
  const hinted = payrollHints.find(([pattern]) => pattern.test(text))?.[1] ?? 'XXX';
  if (currency === 'XXX') return hinted;
  // A dollar sign alone is any of several currencies; the payroll's own terms tell which.
  const dollars = currency === 'USD' && !/US\$|\bUSD\b|\bUS dollar/u.test(text);
  return dollars && ['CAD', 'NZD', 'AUD', 'SGD'].includes(hinted) ? hinted : currency;
}

function blank(hasFigures: boolean): FailedReading {
  const problem: Problem = hasFigures
    ? {
        code: 'NO_TOTAL',
        message: 'I found no gross or net pay on this pay stub. Please check that it is complete.',
      }
    : {
        code: 'BLANK_FORM',
        message: 'This is a blank form: no amount is filled in. Please send the pay stub with its figures.',
      };
  return { verdict: 'failed', kind: 'pay_stub', proofs: [], problems: [problem] };
}

function derivedNet({ grossPay, netPay, takenOff, addedAfter }: StubAmounts): number | null {
  if (netPay !== null || grossPay === null || takenOff === null) return null;
  return grossPay - takenOff + addedAfter;
}

type Judgement = Pick<PayStubReading, 'verdict' | 'proofs' | 'problems'>;

function unproved(code: 'UNPROVED' | 'NET_NOT_PRINTED', message: string): Judgement {
  return { verdict: 'unverifiable', proofs: [], problems: [{ code, message }] };
}

const doubts: Record<NonNullable<StubAmounts['unbalanced']>, string> = {
  earnings:
    'Gross pay less deductions gives the net pay, but the earnings I could list do not add up to gross pay.',
  gross: 'Gross pay less deductions gives the net pay, but another gross pay is printed too.',
  deductions:
    'Gross pay less deductions gives the net pay, but the deductions I could list do not add up to their printed total.',
  year: 'Gross pay less deductions gives the net pay, but the figures of the year do not add up.',
  net: 'Gross pay less deductions gives one of the net pays printed, but another one is printed too.',
};

function judge(amounts: StubAmounts): Judgement {
  const { grossPay, netPay, takenOff, proved } = amounts;
  if (netPay === null) {
    return takenOff === null
      ? unproved(
          'NET_NOT_PRINTED',
          'Net pay is not printed on this pay stub, and neither are the deductions.',
        )
      : unproved(
          'NET_NOT_PRINTED',
          'Net pay is not printed on this pay stub; I worked it out as gross pay less the deductions listed.',
        );
  }
  if (grossPay === null) {
    return unproved('UNPROVED', 'Gross pay is not printed on this pay stub, so net pay cannot be checked.');
  }
  if (takenOff === null) {
    return unproved('UNPROVED', 'No deductions are listed on this pay stub, so net pay cannot be checked.');
  }
  if (proved && netPay === 0) {
    return unproved('UNPROVED', 'The net pay printed is nothing. Where was the pay put?');
  }
  if (!proved) return mismatch(amounts, netPay - (grossPay - takenOff));
  if (amounts.unbalanced) return unproved('UNPROVED', doubts[amounts.unbalanced]);
  const added = amounts.addedAfter === 0 ? '' : ' plus what was repaid';
  return {
    verdict: 'verified',
    proofs: [`Gross pay less deductions${added} gives the net pay as printed.`],
    problems: [],
  };
}

function mismatch(amounts: StubAmounts, difference: number): Judgement {
  const source = amounts.sources.netPay;
  const problem: Problem = {
    code: 'NET_MISMATCH',
    message: 'Gross pay less the deductions listed does not give the net pay printed.',
    difference,
    ...(source && { source }),
  };
  return { verdict: 'discrepancy', proofs: [], problems: [problem] };
}
