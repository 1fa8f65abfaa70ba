import { performance } from 'node:perf_hooks';
import { analyse } from '../../src/domain/analysis/analyse.js';
import { budgetStatus } from '../../src/domain/budget/calculate.js';
import { dayNumber } from '../../src/domain/calendar.js';
import { detectRecurring } from '../../src/domain/recurrence/detect.js';
import { paymentsOf } from '../../src/domain/recurrence/payments.js';
import { classifyAll } from '../../src/domain/transactions/classify-all.js';
import type { Transaction } from '../../src/domain/transactions/transaction.js';
import { exactAmountInThreeMonths, type Rule, steadyGaps } from '../support/histories/baselines.js';
import { generateHistory } from '../support/histories/generate.js';
import type { History } from '../support/histories/history.js';
import { judge } from '../support/histories/judge.js';
import { historyRecords, historyTransactions } from '../support/money/records.js';
import { type BenchLine, under } from './summary.js';

const kinds = new Map([
  ['current', 'current'],
  ['card', 'card'],
  ['savings', 'current'],
] as const);

/** Seeds that the detector was never tuned on. */
const firstSeed = 10_001;
const seeds = 240;

/** Measures recognition on generated histories and the time that ten years of lines take; prints what it finds. */
export async function run(): Promise<readonly BenchLine[]> {
  const histories = Array.from({ length: seeds }, (_, at) => generateHistory(firstSeed + at)).map(
    (history) => ({
      history,
      decided: classifyAll(historyTransactions(history), [], kinds),
    }),
  );
  console.log(`Recurring series on ${seeds} generated histories of 12–24 months`);
  const exact = recognise('exact amount in three months', histories, exactAmountInThreeMonths);
  const steady = recognise('±7.5 %, ±2 days', histories, steadyGaps);
  const ours = recognise('the detector', histories, null);
  console.table([exact, steady, ours]);
  console.log('Categories and roles on the same histories');
  const named = name(histories);
  console.table([named]);
  console.log(
    'Analysing anew, everything included (8 runs after the first; microseconds a line show the growth)',
  );
  const times = [5_000, 10_000, 20_000, 40_000].map(measure);
  console.table(times);
  const twenty = times.find(({ lines }) => lines === 20_000)?.againMs ?? Number.NaN;
  return [
    recognitionLine('precision', ours.precision, exact.precision),
    recognitionLine('recall', ours.recall, exact.recall),
    { what: 'lines with the right category', ours: String(named.categories) },
    { what: 'analysing 20,000 lines anew', ours: `${twenty} ms`, goal: under(twenty, 300, 'ms') },
  ];
}

interface Decided {
  readonly history: History;
  readonly decided: readonly Transaction[];
}

function recognise(rule: string, histories: readonly Decided[], simple: Rule | null) {
  const sums = { right: 0, found: 0, wanted: 0, met: 0, weekly: 0, weeklyMet: 0 };
  for (const { history, decided } of histories) {
    const today = dayNumber(history.end);
    const found = (['charge', 'income'] as const).flatMap((direction) => {
      const payments = paymentsOf(decided, direction);
      return simple ? simple(payments, direction) : detectRecurring(payments, direction, today);
    });
    const judged = judge(history, found);
    sums.right += judged.right;
    sums.found += judged.found;
    sums.wanted += judged.wanted;
    sums.met += judged.met;
    sums.weekly += judged.weekly.wanted;
    sums.weeklyMet += judged.weekly.met;
  }
  return {
    rule,
    series: sums.wanted,
    precision: share(sums.right, sums.found),
    recall: share(sums.met, sums.wanted),
    weeklyRecall: share(sums.weeklyMet, sums.weekly),
  };
}

function name(histories: readonly Decided[]) {
  const sums = { lines: 0, roles: 0, asked: 0, named: 0 };
  for (const { history, decided } of histories) {
    history.rows.forEach((row, at) => {
      sums.lines += 1;
      if (decided[at]?.role === row.role) sums.roles += 1;
      if (row.category === null || row.role !== 'spending') return;
      sums.asked += 1;
      if (decided[at]?.category === row.category) sums.named += 1;
    });
  }
  return {
    lines: sums.lines,
    categories: share(sums.named, sums.asked),
    roles: share(sums.roles, sums.lines),
  };
}

const share = (part: number, whole: number): number => Math.round((part / whole) * 10_000) / 10_000;

/** One user with ten years of lines: a life's worth of regular payments, its noise thinned out to the number wanted. */
function measure(lines: number): {
  readonly lines: number;
  readonly firstMs: number;
  readonly againMs: number;
  readonly againCpuMs: number;
  readonly microsecondsALine: number;
} {
  const months = 120;
  const history = generateHistory(20_002, { months });
  const records = historyRecords(history);
  const rows: Transaction[] = [];
  for (let copy = 0; rows.length < lines; copy += 1) {
    const more = historyTransactions(generateHistory(20_002 + copy, { months }));
    rows.push(
      ...more.map((row) => ({
        ...row,
        id: `${copy}-${row.id}`,
        amount: { ...row.amount, currency: history.currency },
      })),
    );
  }
  const transactions = rows
    .sort((a, b) => (a.postedOn < b.postedOn ? -1 : 1))
    .filter((_, at) => at % Math.max(1, Math.floor(rows.length / lines)) === 0)
    .slice(0, lines);
  const times: number[] = [];
  const cpu: number[] = [];
  for (let run = 0; run < 9; run += 1) {
    const started = performance.now();
    const before = process.cpuUsage();
    budgetStatus(analyse({ ...records, transactions }, history.end));
    times.push(performance.now() - started);
    const used = process.cpuUsage(before);
    cpu.push((used.user + used.system) / 1000);
  }
  const [first = 0] = times;
  const middle = (values: readonly number[]) =>
    Math.round([...values.slice(1)].sort((a, b) => a - b)[4] ?? 0);
  return {
    lines: transactions.length,
    firstMs: Math.round(first),
    againMs: middle(times),
    againCpuMs: middle(cpu),
    microsecondsALine: Math.round((middle(cpu) * 1000) / transactions.length),
  };
}

function recognitionLine(what: string, ours: number, exact: number): BenchLine {
  return {
    what: `${what} of recurring series`,
    ours: ours.toFixed(3),
    beside: { name: 'same amount in three months', figure: exact.toFixed(3) },
    ratio: ours / exact,
    goal: { text: 'at least .9', met: ours >= 0.9 },
  };
}
