import type { Entry } from '../analysis/entries.js';
import type { Say } from '../analysis/figures-of.js';
import type { PayStubRecord } from '../analysis/records.js';
import { monthlyEquivalent } from '../analysis/typical.js';
import { dayNumber, spanDays } from '../calendar.js';
import type { FigureSource, Question } from '../figures.js';
import { normaliseMerchant } from '../merchants/normalise.js';
import type { Currency } from '../money.js';
import { type Cadence, timesPerYear } from '../recurrence/cadence.js';
import { periodDays } from '../recurrence/grid.js';
import type { RecurringSeries } from '../recurrence/series.js';
import { median } from '../recurrence/statistics.js';
import type { IncomeStream } from './income.js';

/** What pay stubs add to the deposits: earners without a deposit in sight, and proof for those with one. */
export interface StubReading {
  readonly streams: readonly IncomeStream[];
  /** Deposits that a stub already stands for, and that must not count again. */
  readonly depositIds: ReadonlySet<string>;
  sourcesOf(series: RecurringSeries): readonly FigureSource[];
  readonly questions: readonly Question[];
}

const depositDays = 5;

/**
 * Sorts pay stubs by employer. Stubs whose deposits are a recurring series only add their proof to it; other stubs make a
 * stream by their own cadence (printed, or told from the pay period or several pay dates) and stand for their deposits.
 */
export function readStubs(
  stubs: readonly PayStubRecord[],
  series: readonly RecurringSeries[],
  incoming: readonly Entry[],
  currency: Currency,
  say: Say,
): StubReading {
  const proofs = new Map<string, FigureSource[]>();
  const streams: IncomeStream[] = [];
  const depositIds = new Set<string>();
  const questions: Question[] = [];
  for (const [employer, ofEmployer] of byEmployer(stubs)) {
    const deposits = ofEmployer.flatMap((stub) => depositsOf(stub, employer, incoming));
    const owner = series.find((each) => deposits.some(({ id }) => each.transactionIds.includes(id)));
    const sources = ofEmployer.map(({ documentId }): FigureSource => ({ kind: 'pay-stub', documentId }));
    if (owner && !owner.ended) {
      proofs.set(owner.key, [...(proofs.get(owner.key) ?? []), ...sources]);
      continue;
    }
    const newest = ofEmployer.at(-1);
    if (!newest || newest.net.currency !== currency) continue;
    for (const { id } of deposits) depositIds.add(id);
    const cadence = cadenceOf(ofEmployer);
    const name = newest.employer ?? 'Pay';
    if (!cadence) {
      questions.push({
        code: 'PAY_FREQUENCY',
        message: `How often does ${newest.employer ?? 'your employer'} pay you? The pay stub over ${say(newest.net)} does not say.`,
      });
      continue;
    }
    const monthly = monthlyEquivalent(newest.net, cadence);
    const times = timesPerYear(cadence);
    streams.push({
      name,
      cadence,
      perPayment: newest.net,
      nextDueOn: null,
      lastOn: newest.payDate,
      monthly: {
        amount: monthly,
        approximate: false,
        arithmetic:
          times === 12
            ? `${name}: ${say(newest.net)} net a month, by pay stub`
            : `${name}: ${say(newest.net)} net ${cadence}, by pay stub · ${times}/12 = ${say(monthly)} a month`,
        sources: [sources[0] ?? { kind: 'pay-stub', documentId: newest.documentId }, ...sources.slice(1)],
      },
    });
  }
  return { streams, depositIds, sourcesOf: (each) => proofs.get(each.key) ?? [], questions };
}

/** By employer, oldest first within each; the order of import plays no part. */
function byEmployer(stubs: readonly PayStubRecord[]): Map<string, PayStubRecord[]> {
  const groups = new Map<string, PayStubRecord[]>();
  const sorted = [...stubs].sort(
    (a, b) =>
      text(a.payDate ?? '', b.payDate ?? '') || a.net.minor - b.net.minor || text(a.documentId, b.documentId),
  );
  for (const stub of sorted) {
    const key = stub.employer === null ? 'unnamed' : normaliseMerchant(stub.employer).key;
    const group = groups.get(key);
    // The same stub handed in twice is one stub.
    if (group?.some((each) => each.payDate === stub.payDate && each.net.minor === stub.net.minor)) continue;
    if (group) group.push(stub);
    else groups.set(key, [stub]);
  }
  return groups;
}

const text = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

/** Deposits within five days of pay day: of exactly the net amount, or by the employer's name (pay split in two). */
function depositsOf(stub: PayStubRecord, employer: string, incoming: readonly Entry[]): Entry[] {
  if (stub.payDate === null) {
    return incoming.filter(({ minor, category }) => minor === stub.net.minor && category === 'salary');
  }
  const day = dayNumber(stub.payDate);
  const names = employer.split(' ').filter((word) => word.length >= 4);
  return incoming.filter((entry) => {
    if (Math.abs(entry.day - day) > depositDays) return false;
    const words = entry.merchantKey.split(' ');
    return (
      entry.minor === stub.net.minor ||
      (entry.minor < stub.net.minor && names.some((name) => words.includes(name)))
    );
  });
}

function cadenceOf(stubs: readonly PayStubRecord[]): Cadence | null {
  const printed = stubs.findLast(({ cadence }) => cadence !== null)?.cadence;
  if (printed) return printed;
  const period = stubs.findLast((stub) => stub.period !== null)?.period;
  const dates = stubs.flatMap(({ payDate }) => (payDate === null ? [] : [dayNumber(payDate)]));
  const gaps = dates
    .slice(1)
    .map((day, at) => day - (dates[at] ?? day))
    .filter((gap) => gap > 0);
  const days = period ? spanDays(period) : gaps.length > 0 ? median(gaps) : null;
  if (days === null) return null;
  const tolerance: readonly [Cadence, number][] = [
    ['weekly', 1],
    ['fortnightly', 0.9],
    ['semi-monthly', 1],
    ['four-weekly', 0.9],
    ['monthly', 2],
  ];
  return tolerance.find(([cadence, off]) => Math.abs(days - periodDays[cadence]) <= off)?.[0] ?? null;
}
