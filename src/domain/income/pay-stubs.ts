import type { CoveredDays } from '../analysis/coverage.js';
import { longDate } from '../analysis/coverage.js';
import type { Entry } from '../analysis/entries.js';
import type { Say } from '../analysis/figures-of.js';
import type { PayStubRecord } from '../analysis/records.js';
import { monthlyEquivalent } from '../analysis/typical.js';
import { dayNumber } from '../calendar.js';
import type { FigureSource, Question } from '../figures.js';
import type { Currency } from '../money.js';
import { timesPerYear } from '../recurrence/cadence.js';
import type { RecurringSeries } from '../recurrence/series.js';
import { cadenceOf, type Employer, employersOf, namesPayer, payerNames } from './employers.js';
import type { IncomeStream } from './income.js';

/** What pay stubs add to the deposits: earners without a deposit in sight, and proof for those with one. */
export interface StubReading {
  readonly streams: readonly IncomeStream[];
  /** Deposits that a stub stands for, and that must not count again. */
  readonly depositIds: ReadonlySet<string>;
  sourcesOf(series: RecurringSeries): readonly FigureSource[];
  readonly questions: readonly Question[];
  /** Which stubs do not count beside what else is known, and why. */
  readonly notes: readonly string[];
  /** True where the statements are so much older than a stub that their pay no longer counts. */
  readonly bankIsOld: boolean;
}

export interface StubInput {
  readonly stubs: readonly PayStubRecord[];
  readonly series: readonly RecurringSeries[];
  readonly incoming: readonly Entry[];
  readonly covered: CoveredDays;
  /** What deposits come to a month on their own, minor units; null where they show too little. */
  readonly monthlyOf: (deposits: readonly Entry[]) => number | null;
  readonly currency: Currency;
  readonly say: Say;
}

const depositDays = 5;
/** Evidence that is older than the newest by more days tells of another time. */
const oldAfterDays = 92;
/** Two payments that are no further apart are of the same time: pay comes once a month at least. */
const sameTimeDays = 35;

/**
 * What pay stubs say beside the deposits. A stub and pay that reached the account are the same money unless it is proven
 * that they are of different employers at the same time: the statements show the days of the stub without its deposit, and
 * name other payers. So older or overlapping stubs never raise an income. Without pay in the statements, the stubs of the
 * newest month count, one for each employer.
 */
export function readStubs(input: StubInput): StubReading {
  const result = new Collected(input);
  const employers = employersOf(input.stubs).filter(({ newest }) => newest.net.currency === input.currency);
  const lastShown = input.covered.spans.at(-1)?.[1] ?? null;
  const lastStub = Math.max(Number.NEGATIVE_INFINITY, ...employers.map(({ day }) => day ?? -Infinity));
  const bankIsOld = lastShown !== null && lastStub - lastShown > oldAfterDays;
  const pay = bankIsOld ? [] : input.incoming.filter(({ category }) => category !== 'interest');
  const free: Employer[] = [];
  for (const employer of employers) {
    const own = depositsOf(employer, pay).filter(({ id }) => !result.standsFor(id));
    const owner = input.series.find((each) => own.some(({ id }) => each.transactionIds.includes(id)));
    if (own.length === 0 || (owner && isAfter(employer, owner))) free.push(employer);
    else if (owner) result.settle(employer, owner);
    else result.weigh(employer, own);
  }
  for (const employer of ofOneTime(free, lastStub, result)) {
    const why = pay.length > 0 ? notBeside(employer, pay, input.covered, lastShown) : null;
    if (why) result.leaveOut(employer, why);
    else result.count(employer, lastShown);
  }
  return result.reading(bankIsOld);
}

type Why = 'old' | 'unproven';

/** Whether the employer's stub is of a time after its deposits had ended. */
function isAfter({ day }: Employer, series: RecurringSeries): boolean {
  return series.ended && day !== null && day > dayNumber(series.lastOn) + sameTimeDays;
}

/** Why a stub does not count beside pay that the statements show; null where it is another income for certain. */
function notBeside(
  { day, words, newest }: Employer,
  pay: readonly Entry[],
  covered: CoveredDays,
  lastShown: number | null,
): Why | null {
  if (day === null || lastShown === null) return 'unproven';
  if (lastShown - day > oldAfterDays) return 'old';
  const shown = covered.spans.some(([from, to]) => day >= from - sameTimeDays && day <= to + sameTimeDays);
  const atTheTime = pay.filter((entry) => Math.abs(entry.day - day) <= oldAfterDays);
  const named = atTheTime.every(
    (entry) =>
      payerNames(entry).length > 0 || (entry.category !== 'salary' && entry.minor * 2 < newest.net.minor),
  );
  return shown && named && words.length > 0 ? null : 'unproven';
}

/** Of stubs without deposits those of the newest month: an earlier employer's stub is of another time. */
function ofOneTime(employers: readonly Employer[], lastStub: number, result: Collected): Employer[] {
  const dated = employers.filter(({ day }) => day !== null);
  if (dated.length === 0) {
    const [first, ...others] = [...employers].sort((a, b) => a.newest.net.minor - b.newest.net.minor);
    for (const other of others) result.leaveOut(other, 'unproven');
    return first ? [first] : [];
  }
  const kept = dated.filter((one) => one.day !== null && lastStub - one.day <= sameTimeDays);
  const nameless = kept.filter(({ words }) => words.length === 0);
  const counted =
    nameless.length > 0 && kept.length > 1 ? kept.filter(({ words }) => words.length > 0) : kept;
  for (const one of employers) {
    if (counted.includes(one)) continue;
    const old = one.day !== null && lastStub - one.day > oldAfterDays;
    result.leaveOut(one, old ? 'old' : 'unproven');
  }
  return counted;
}

/** The employer's pay among the deposits: of the net amount or by name around pay day, and all else of that payer. */
function depositsOf(employer: Employer, incoming: readonly Entry[]): Entry[] {
  const matched = employer.stubs.flatMap((stub) => {
    if (stub.payDate === null)
      return incoming.filter(({ minor, category }) => minor === stub.net.minor && category === 'salary');
    const day = dayNumber(stub.payDate);
    return incoming.filter(
      (entry) =>
        Math.abs(entry.day - day) <= depositDays &&
        (entry.minor === stub.net.minor ||
          (entry.minor < stub.net.minor && namesPayer(entry, employer.words))),
    );
  });
  const keys = new Set(matched.map(({ merchantKey }) => merchantKey));
  return incoming.filter((entry) => keys.has(entry.merchantKey) || namesPayer(entry, employer.words));
}

/** Collects what the stubs of one user add up to. */
class Collected {
  private readonly proofs = new Map<string, FigureSource[]>();
  private readonly streams: IncomeStream[] = [];
  private readonly depositIds = new Set<string>();
  private readonly questions: Question[] = [];
  private readonly notes: string[] = [];

  constructor(private readonly input: StubInput) {}

  reading(bankIsOld: boolean): StubReading {
    const { streams, depositIds, questions, notes } = this;
    const sourcesOf = (each: RecurringSeries) => this.proofs.get(each.key) ?? [];
    return { streams, depositIds, questions, notes, bankIsOld, sourcesOf };
  }

  standsFor(depositId: string): boolean {
    return this.depositIds.has(depositId);
  }

  /** The deposits recur: they are the figure, the stub is their proof. Pay that has ended does not come back by a stub. */
  settle(employer: Employer, owner: RecurringSeries): void {
    if (owner.ended) this.leaveOut(employer, 'old');
    else this.proofs.set(owner.key, [...(this.proofs.get(owner.key) ?? []), ...sourcesOf(employer)]);
  }

  /** Deposits of the employer's without a rhythm yet: the lower of what they and the stub come to counts. */
  weigh(employer: Employer, own: readonly Entry[]): void {
    const { day } = employer;
    const near = day === null || own.some((entry) => Math.abs(entry.day - day) <= sameTimeDays);
    if (!near) {
      this.leaveOut(employer, own.every((entry) => entry.day > day) ? 'old' : 'unproven');
      return;
    }
    const cadence = cadenceOf(employer.stubs);
    const byStub = cadence ? monthlyEquivalent(employer.newest.net, cadence).minor : null;
    const byDeposits = this.input.monthlyOf(own);
    if (byStub === null || (byDeposits !== null && byDeposits <= byStub)) return;
    for (const { id } of own) this.depositIds.add(id);
    this.count(employer, null);
  }

  count(employer: Employer, lastShown: number | null): void {
    const { newest, day } = employer;
    const { say } = this.input;
    const cadence = cadenceOf(employer.stubs);
    const name = newest.employer ?? 'Pay';
    if (!cadence) {
      this.questions.push({
        code: 'PAY_FREQUENCY',
        message: `How often does ${newest.employer ?? 'your employer'} pay you? The pay stub over ${say(newest.net)} does not say.`,
      });
      return;
    }
    const monthly = monthlyEquivalent(newest.net, cadence);
    const times = timesPerYear(cadence);
    const [first, ...others] = sourcesOf(employer);
    const old = lastShown !== null && day !== null && lastShown - day > oldAfterDays;
    const from = newest.payDate ? ` of ${longDate(newest.payDate)}` : '';
    this.streams.push({
      name,
      cadence,
      perPayment: newest.net,
      nextDueOn: null,
      lastOn: newest.payDate,
      monthly: {
        amount: monthly,
        approximate: old,
        arithmetic:
          times === 12
            ? `${name}: ${say(newest.net)} net a month, by the pay stub${from}`
            : `${name}: ${say(newest.net)} net ${cadence}, ${times} times a year by the pay stub${from} = ${say(monthly)} a month`,
        sources: [first ?? { kind: 'pay-stub', documentId: newest.documentId }, ...others],
      },
    });
  }

  leaveOut({ newest }: Employer, why: Why): void {
    const { say } = this.input;
    const whose = newest.employer ? ` from ${newest.employer}` : '';
    const on = newest.payDate ?? newest.period?.end;
    const date = on ? `, ${longDate(on)}` : '';
    const stub = `The pay stub${whose} (${say(newest.net)} net${date})`;
    if (why === 'old') {
      this.notes.push(`${stub} is of an earlier time than the pay that I count, so it is not added to it.`);
      return;
    }
    this.notes.push(`${stub} may be the same money as the pay I count already, so it is not added to it.`);
    this.questions.push({
      code: 'INCOME',
      message: `${stub} may be the same money as the pay I count already, so I count it once. If it comes on top, tell me what you take home in all (“I make 5,000 a month”).`,
    });
  }
}

function sourcesOf({ stubs }: Employer): FigureSource[] {
  return stubs.map(({ documentId }) => ({ kind: 'pay-stub', documentId }));
}
