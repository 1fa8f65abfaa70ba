import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { createDocumentReader } from '../../src/infrastructure/pdf/document-reader.js';
import type { ReadingRequest } from '../../src/infrastructure/pdf/protocol.js';
import { readRequest } from '../../src/infrastructure/pdf/read-request.js';
import { residentMemoryMb } from '../../src/infrastructure/pdf/resident-memory.js';
import { recipes } from '../support/documents/catalogue.js';
import { drawPdf } from '../support/documents/draw.js';
import { scanned } from '../support/documents/scan.js';
import { type BenchLine, under } from './summary.js';

const limits = {
  workers: 1,
  timeLimitMs: 30_000,
  memoryLimitMb: 512,
  maxPages: 200,
  maxBytes: 10 * 1024 * 1024,
};
const rounds = 5;

interface Sample {
  readonly bytes: Uint8Array;
  readonly pages: number;
}

/** pdf.js alone: opening the file and asking each page for its text. */
async function textAlone(bytes: Uint8Array): Promise<number> {
  const pdf = await getDocument({ data: bytes.slice(), verbosity: VerbosityLevel.ERRORS }).promise;
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    await page.getTextContent();
    page.cleanup();
  }
  const pages = pdf.numPages;
  await pdf.destroy();
  return pages;
}

function request(bytes: Uint8Array): ReadingRequest {
  return { task: 'read', bytes, password: null, hint: null, maxPages: limits.maxPages, wantPages: false };
}

async function millisecondsOf(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Median milliseconds a page over all samples, the two ways by turns so that the machine's moods hit both. */
async function compareWays(samples: readonly Sample[]) {
  const alone: number[] = [];
  const whole: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    for (const { bytes, pages } of samples) {
      const text = (await millisecondsOf(() => textAlone(bytes))) / pages;
      const reading = (await millisecondsOf(() => readRequest(request(bytes), () => undefined))) / pages;
      // The first round warms both up.
      if (round === 0) continue;
      alone.push(text);
      whole.push(reading);
    }
  }
  return { alone: median(alone), whole: median(whole) };
}

/** Most resident memory of the reading process while it reads, megabytes, and its time a page. */
async function watchProcess(samples: readonly Sample[]) {
  const reader = createDocumentReader(limits);
  let peakMb = 0;
  const timer = setInterval(async () => {
    for (const pid of reader.pids()) peakMb = Math.max(peakMb, (await residentMemoryMb(pid)) ?? 0);
  }, 10);
  const times: number[] = [];
  const [first] = samples;
  if (first) await reader.read(first.bytes);
  for (const { bytes, pages } of samples) {
    times.push((await millisecondsOf(() => reader.read(bytes))) / pages);
  }
  clearInterval(timer);
  await reader.close();
  return { peakMb, milliseconds: median(times) };
}

/** Reads one document of every layout: time against pdf.js itself in the same run, memory, and a scan by OCR. */
export async function run(): Promise<readonly BenchLine[]> {
  const samples: Sample[] = [];
  for (const recipe of recipes) {
    const bytes = await drawPdf(recipe.build(7).sheet);
    samples.push({ bytes, pages: await textAlone(bytes) });
  }
  const [first] = samples;
  if (!first) throw new Error('There are no layouts to read.');
  const scan = await scanned(first.bytes, { scale: 2.5, skew: 0.6 });
  const ways = await compareWays(samples);
  const reader = await watchProcess(samples);
  const ocr = await watchProcess([{ bytes: scan, pages: first.pages }]);
  const pages = samples.reduce((sum, sample) => sum + sample.pages, 0);
  const rows: readonly (readonly [string, string, string])[] = [
    ['pdf.js alone, text of a page', `${ways.alone.toFixed(1)} ms`, ''],
    ['text and reading of a page', `${ways.whole.toFixed(1)} ms`, ''],
    ['ratio', (ways.whole / ways.alone).toFixed(2), 'under 2'],
    ['through the reading process, a page', `${reader.milliseconds.toFixed(1)} ms`, ''],
    ['memory of the process, text', `${reader.peakMb.toFixed(0)} MB`, `under ${limits.memoryLimitMb} MB`],
    ['OCR of a page', `${(ocr.milliseconds / 1000).toFixed(1)} s`, ''],
    ['memory of the process, OCR', `${ocr.peakMb.toFixed(0)} MB`, `under ${limits.memoryLimitMb} MB`],
  ];
  console.log(`\ndocuments: ${samples.length} layouts, ${pages} pages, warm, median`);
  console.log('| what | measured | goal |\n|---|---|---|');
  for (const row of rows) console.log(`| ${row.join(' | ')} |`);
  const ratio = ways.whole / ways.alone;
  return [
    {
      what: 'text and reading of a page',
      ours: `${ways.whole.toFixed(1)} ms`,
      beside: { name: 'pdf.js, text alone', figure: `${ways.alone.toFixed(1)} ms` },
      ratio,
      goal: under(ratio, 2, '×'),
    },
    memoryLine('memory of the reading process, text', reader.peakMb),
    memoryLine('memory of the reading process, OCR', ocr.peakMb),
    { what: 'OCR of a page', ours: `${(ocr.milliseconds / 1000).toFixed(1)} s` },
  ];
}

function memoryLine(what: string, megabytes: number): BenchLine {
  return { what, ours: `${megabytes.toFixed(0)} MB`, goal: under(megabytes, limits.memoryLimitMb, 'MB') };
}
