import { readFile, stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { DocumentReader } from '../documents/ports.js';
import type { Reading } from '../documents/reading.js';
import { createDocumentReader } from '../infrastructure/pdf/document-reader.js';
import { presentReading } from './parse-output.js';

const usage = `Usage: npm run -s parse -- FILE… [--password PASSWORD]

Reads bank and card statements, pay stubs, receipts and invoices (PDF) and prints one JSON object a line,
in the order of the files. The exit code is 1 when any file could not be read.`;

const megabyte = 1024 * 1024;
const limits = { timeLimitMs: 9_000, memoryLimitMb: 512, maxPages: 200, maxBytes: 10 * megabyte };

function parseArguments(): { files: string[]; password: string | undefined } | null {
  try {
    const { values, positionals } = parseArgs({
      options: { password: { type: 'string' }, help: { type: 'boolean' } },
      allowPositionals: true,
    });
    if (values.help || positionals.length === 0) return null;
    return { files: positionals, password: values.password };
  } catch (error) {
    if (error instanceof Error) console.error(error.message);
    return null;
  }
}

function unreadable(error: unknown): Reading {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  const message =
    code === 'ENOENT'
      ? 'There is no such file. Please check the path.'
      : code === 'EISDIR'
        ? 'This is a folder. Please name the files in it.'
        : 'This file cannot be opened. Please check that you may read it.';
  return { verdict: 'failed', kind: null, proofs: [], problems: [{ code: 'DAMAGED', message }] };
}

/** npm runs scripts in the package's folder; the paths are meant from where the user stands. */
async function readOne(reader: DocumentReader, file: string, password: string | undefined): Promise<Reading> {
  try {
    const path = resolve(process.env.INIT_CWD ?? process.cwd(), file);
    const { size } = await stat(path);
    // A file beyond the limit is judged by its size alone, without reading it in.
    const bytes = size > limits.maxBytes ? new Uint8Array(limits.maxBytes + 1) : await readFile(path);
    return await reader.read(bytes, password === undefined ? {} : { password });
  } catch (error) {
    return unreadable(error);
  }
}

async function main(): Promise<number> {
  const args = parseArguments();
  if (!args) {
    console.error(usage);
    return 2;
  }
  const workers = Math.min(args.files.length, availableParallelism(), 4);
  const reader = createDocumentReader({ workers, ...limits });
  const running: Promise<Reading>[] = [];
  let failures = 0;
  // A few more than there are workers are under way, so that none waits and memory stays small.
  const ahead = workers + 2;
  for (let index = 0; index < args.files.length; index += 1) {
    for (let next = running.length; next < args.files.length && next < index + ahead; next += 1) {
      running.push(readOne(reader, args.files[next] ?? '', args.password));
    }
    const reading = await running[index];
    if (!reading) continue;
    if (reading.verdict === 'failed') failures += 1;
    console.log(JSON.stringify(presentReading(args.files[index] ?? '', reading)));
  }
  await reader.close();
  return failures > 0 ? 1 : 0;
}

process.exitCode = await main();
