/**
 * Runs the benches one after the other: `npm run bench`, or `npm run bench -- documents ranking` for some of them. Each
 * compares with a named baseline in the same run; the ratio is what counts, absolute figures are orientation. All lines
 * stand in one table at the end.
 */
import { availableParallelism, loadavg } from 'node:os';
import { type BenchLine, type BenchResult, renderSummary } from './summary.js';

interface Bench {
  run(): Promise<readonly BenchLine[]>;
}

const benches: Readonly<Record<string, () => Promise<Bench>>> = {
  documents: () => import('./documents.js'),
  ranking: () => import('./ranking.js'),
  catalogue: () => import('./catalogue.js'),
  api: () => import('./api.js'),
  streams: () => import('./streams.js'),
  finance: () => import('./finance.js'),
  conversation: () => import('./conversation.js'),
  faults: () => import('./faults.js'),
  platforms: () => import('./platforms.js'),
  model: () => import('./model.js'),
  users: () => import('./users.js'),
};

/** What a person judges, not a figure; run by name alone. */
const readings: Readonly<Record<string, () => Promise<{ run(): Promise<void> }>>> = {
  questions: () => import('./questions.js'),
};

const wanted = process.argv.slice(2);
const known = [...Object.keys(benches), ...Object.keys(readings)];
const unknown = wanted.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  console.error(`There is no bench called ${unknown.join(', ')}. There are: ${known.join(', ')}.`);
  process.exit(2);
}

const results: BenchResult[] = [];
for (const [name, load] of Object.entries(benches)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`\n== ${name} ==`);
  results.push(await resultOf(name, load));
}
for (const [name, load] of Object.entries(readings)) if (wanted.includes(name)) await (await load()).run();

if (results.length > 0) {
  const load = loadavg().map((value) => value.toFixed(1));
  console.log(`\n== all of it ==\n${availableParallelism()} cores, load ${load.join(' ')}\n`);
  console.log(renderSummary(results));
}

/** One that fails says so in the table, and the others still run. */
async function resultOf(bench: string, load: () => Promise<Bench>): Promise<BenchResult> {
  try {
    return { bench, lines: await (await load()).run() };
  } catch (error) {
    console.error(error);
    process.exitCode = 1;
    return { bench, lines: [], failure: error instanceof Error ? error.message : String(error) };
  }
}
