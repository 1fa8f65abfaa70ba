import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { createDocumentReader } from '../infrastructure/pdf/document-reader.js';
import { compare, type Measured } from './measure-compare.js';
import { presentReading } from './parse-output.js';

const usage = `Usage: npm run -s measure -- FOLDER [WORD…]

Reads every PDF of a folder that has a truth file and prints a table: rows exact, missed and invented, header
fields right, the verdict and whether it is deserved, milliseconds a page. Truth files are truth/NAME.json or
NAME.json beside NAME.pdf. Words keep only the documents whose path has one of them.`;

const limits = { timeLimitMs: 9_000, memoryLimitMb: 512, maxPages: 500, maxBytes: 20 * 1024 * 1024 };

interface Pair {
  readonly name: string;
  readonly pdf: string;
  readonly truth: string;
}

/** Each PDF below the folder with the truth file of its name. */
async function findPairs(folder: string, words: readonly string[]): Promise<Pair[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const pairs: Pair[] = [];
  for (const entry of entries) {
    if (!entry.isFile() || !entry.name.endsWith('.pdf')) continue;
    const pdf = join(entry.parentPath, entry.name);
    const name = basename(entry.name, '.pdf');
    const truth = [join(folder, 'truth', `${name}.json`), join(entry.parentPath, `${name}.json`)].find(
      existsSync,
    );
    const wanted = words.length === 0 || words.some((word) => pdf.includes(word));
    if (truth && wanted) pairs.push({ name: pdf.slice(folder.length + 1), pdf, truth });
  }
  return pairs.sort((a, b) => a.name.localeCompare(b.name));
}

async function measure(folder: string, words: readonly string[]): Promise<Measured[]> {
  const reader = createDocumentReader({ workers: 1, ...limits });
  const measured: Measured[] = [];
  for (const pair of await findPairs(folder, words)) {
    const bytes = await readFile(pair.pdf);
    let pages = 1;
    // The first document pays for starting the process; each is read twice where that is cheap, and the second counts.
    const read = () => reader.read(bytes, { onProgress: (progress) => (pages = progress.pages) });
    let started = performance.now();
    let reading = await read();
    if (performance.now() - started < 2_000) {
      started = performance.now();
      reading = await read();
    }
    const milliseconds = (performance.now() - started) / pages;
    const truth: unknown = JSON.parse(await readFile(pair.truth, 'utf8'));
    measured.push(compare(pair.name, truth, presentReading(pair.name, reading), milliseconds));
  }
  await reader.close();
  return measured;
}

function print(rows: readonly Measured[]): void {
  const width = Math.max(...rows.map((row) => row.name.length));
  const line = (cells: readonly string[]) => console.log(cells.join('  '));
  line([
    'document'.padEnd(width),
    'exact/rows',
    'missed',
    'invented',
    'fields',
    'verdict'.padEnd(12),
    'judged'.padEnd(8),
    'ms/page',
    'wrong',
  ]);
  for (const row of rows) {
    line([
      row.name.padEnd(width),
      `${row.exact}/${row.rows}`.padStart(10),
      String(row.missed).padStart(6),
      String(row.invented).padStart(8),
      `${row.fieldsRight}/${row.fields}`.padStart(6),
      row.verdict.padEnd(12),
      row.judged.padEnd(8),
      row.milliseconds.toFixed(0).padStart(7),
      row.wrong.join(' '),
    ]);
  }
  const total = (pick: (row: Measured) => number) => rows.reduce((sum, row) => sum + pick(row), 0);
  const withRows = rows.filter((row) => row.rows > 0);
  console.log(`
documents ${rows.length}, right in everything ${rows.filter((row) => row.allRight).length}
rows ${total((row) => row.rows)}, exact ${total((row) => row.exact)}, missed ${total((row) => row.missed)}, invented ${total((row) => row.invented)}
statements with every row exact ${withRows.filter((row) => row.exact === row.rows && row.invented === 0).length} of ${withRows.length}
header fields ${total((row) => row.fieldsRight)} of ${total((row) => row.fields)}
verified ${rows.filter((row) => row.verdict === 'verified').length}, verified but wrong ${rows.filter((row) => row.judged === 'WRONG').length}
milliseconds a page, median ${median(rows.map((row) => row.milliseconds)).toFixed(0)}`);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

const [folder, ...words] = process.argv.slice(2);
if (!folder) {
  console.error(usage);
  process.exitCode = 2;
} else {
  const rows = await measure(resolve(process.env.INIT_CWD ?? process.cwd(), folder), words);
  print(rows);
  process.exitCode = rows.some((row) => row.judged === 'WRONG') ? 1 : 0;
}
