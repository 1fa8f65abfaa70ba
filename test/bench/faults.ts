import { z } from 'zod';
import { type FaultReport, runFaults } from '../support/conversation/fault-harness.js';
import { addCounts, keptTotals } from './kept-totals.js';
import { type BenchLine, none } from './summary.js';

/** SIGKILLs and failing writes together: one in five is a kill. */
const wanted = Number(process.env.FAULTS ?? 60);
/** A run that reaches its time ends with what it has; with `FAULT_STATE` the next one goes on from there. */
const seconds = Number(process.env.FAULT_SECONDS ?? 3_600);
const firstSeed = Number(process.env.FAULT_SEED ?? 1);

const totals = z.object({
  runs: z.number(),
  kills: z.number(),
  writeFailures: z.number(),
  acknowledged: z.number(),
  lost: z.number(),
  answeredTwice: z.number(),
  killsAt: z.record(z.string(), z.number()),
});
type Totals = z.infer<typeof totals>;

const nothing: Totals = {
  runs: 0,
  kills: 0,
  writeFailures: 0,
  acknowledged: 0,
  lost: 0,
  answeredTwice: 0,
  killsAt: {},
};

/**
 * Kills real processes again and again, fails their platform's writes, and counts lost and doubled answers: on the
 * PostgreSQL of TEST_DATABASE_URL, else on the embedded database.
 */
export async function run(): Promise<readonly BenchLine[]> {
  const databaseUrl = process.env.TEST_DATABASE_URL;
  const { before, save } = keptTotals(process.env.FAULT_STATE, totals, nothing);
  const report = await runFaults({
    kills: Math.max(1, Math.round(wanted / 5) - before.kills),
    failures: wanted - before.kills - before.writeFailures,
    milliseconds: seconds * 1_000,
    seed: firstSeed + before.runs,
    messages: 10,
    // A dead process's conversations stay taken for the length of a lease where others are still alive.
    conversations: databaseUrl ? 400 : 40,
    lanes: 2,
    failingShare: 0.25,
    ...(databaseUrl && { databaseUrl }),
  });
  const after = add(before, report);
  save(after);
  const name = databaseUrl ? 'PostgreSQL' : 'embedded';
  if (before.runs > 0) console.log(`${name}, this run: ${describe(add(nothing, report))}`);
  console.log(`${name}: ${describe(after)}`);
  for (const [place, times] of Object.entries(after.killsAt)) console.log(`  killed ${times}: ${place}`);
  for (const key of [...report.lost, ...report.answeredTwice]) console.log(`  lost or doubled: ${key}`);
  const wrong = after.lost + after.answeredTwice;
  if (wrong > 0) process.exitCode = 1;
  return [
    {
      what: `${name}: lost or answered twice, over ${after.kills} SIGKILLs and ${after.writeFailures} failed writes`,
      ours: String(wrong),
      goal: none(wrong),
    },
  ];
}

function add(before: Totals, report: FaultReport): Totals {
  return {
    runs: before.runs + 1,
    kills: before.kills + report.kills,
    writeFailures: before.writeFailures + report.writeFailures,
    acknowledged: before.acknowledged + report.acknowledged,
    lost: before.lost + report.lost.length,
    answeredTwice: before.answeredTwice + report.answeredTwice.length,
    killsAt: addCounts(before.killsAt, report.killsAt),
  };
}

function describe(sum: Totals): string {
  return `${sum.kills} SIGKILLs, ${sum.writeFailures} failed writes (${sum.kills + sum.writeFailures} failures), ${sum.acknowledged} messages acknowledged; lost ${sum.lost}, answered twice ${sum.answeredTwice}`;
}
