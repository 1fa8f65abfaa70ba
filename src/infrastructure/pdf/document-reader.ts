import { linesForAdvisor, needsAdvice } from '../../documents/pipeline.js';
import type { DocumentReader, LayoutAdvisor, PageText, ReadDocumentOptions } from '../../documents/ports.js';
import type { Reading } from '../../documents/reading.js';
import { builtModule } from '../built-module.js';
import { JobFailedError } from './job-failure.js';
import { failed, fileProblem, tooLarge } from './problems.js';
import { createProcessPool, type ProcessPool } from './process-pool.js';
import { type ReadingRequest, type ReadingResponse, readingProgress, readingResponse } from './protocol.js';

export interface DocumentReaderOptions {
  /** Reading processes kept warm; each takes one document at a time. */
  readonly workers: number;
  /** Milliseconds to read a document in; pages read earn a little more, pages read by OCR a lot. */
  readonly timeLimitMs: number;
  /** Resident memory of one reading process, megabytes. */
  readonly memoryLimitMb: number;
  readonly maxPages: number;
  readonly maxBytes: number;
  /** Asked where the rules cannot settle a layout. */
  readonly layoutAdvisor?: LayoutAdvisor;
}

const waitingDocuments = 100;
/** A page of text takes about 10 ms, a page of OCR 1.5 s: several times that on a machine under load. */
const grace = { text: 100, ocr: 15_000, figures: 0 };

/** The reader, and what a test or a health check may want to see of it. */
export interface PdfDocumentReader extends DocumentReader {
  pids(): number[];
}

/**
 * Reads PDFs in child processes that are kept warm and watched from outside. `read` resolves with a failed reading
 * for whatever is wrong with the file; it rejects with JobFailedError only when too many documents wait (BUSY) or the
 * reader was closed (CLOSED), and with the signal's reason when aborted.
 */
export function createDocumentReader(options: DocumentReaderOptions): PdfDocumentReader {
  const pool = createProcessPool({
    module: builtModule('./reading-process.js', import.meta.url),
    size: options.workers,
    memoryLimitMb: options.memoryLimitMb,
    maxQueue: waitingDocuments,
  });
  const { layoutAdvisor } = options;
  return {
    async read(bytes, readOptions = {}) {
      const refused = refusal(bytes, options.maxBytes);
      if (refused) return refused;
      const request: ReadingRequest = {
        task: 'read',
        bytes,
        password: readOptions.password ?? null,
        hint: readOptions.hint ?? null,
        maxPages: options.maxPages,
        wantPages: layoutAdvisor !== undefined,
      };
      const first = await ask(pool, request, readOptions, options.timeLimitMs);
      if (!layoutAdvisor || !first.pages || !needsAdvice(first.reading)) return first.reading;
      return advised(pool, layoutAdvisor, first.reading, first.pages, readOptions, options.timeLimitMs);
    },
    pids: () => pool.pids(),
    close: () => pool.close(),
  };
}

/** What can be said of the bytes without reading them. */
function refusal(bytes: Uint8Array, maxBytes: number): Reading | null {
  if (bytes.length === 0) return failed(fileProblem('EMPTY_FILE'));
  if (bytes.length > maxBytes) return failed(tooLarge(bytes.length, maxBytes));
  // The header may stand anywhere in the first kilobyte, the end mark anywhere in the last (ISO 32000-1, annex H.3).
  const text = (from: number, to: number) => Buffer.from(bytes.subarray(from, to)).toString('latin1');
  const isPdf = text(0, 1024).includes('%PDF-') || text(-1024, bytes.length).includes('%%EOF');
  return isPdf ? null : failed(fileProblem('NOT_A_PDF'));
}

/** One request to a reading process. A process that died of something else than the file is tried once more. */
async function ask(
  pool: ProcessPool,
  request: ReadingRequest,
  { signal, onProgress }: ReadDocumentOptions,
  timeLimitMs: number,
): Promise<ReadingResponse> {
  const run = () =>
    pool.run(request, {
      timeLimitMs,
      signal,
      onProgress(report) {
        const progress = readingProgress.parse(report);
        onProgress?.(progress);
        return grace[progress.stage];
      },
    });
  try {
    const result = await run().catch((error: unknown) => {
      if (error instanceof JobFailedError && error.code === 'CRASHED') return run();
      throw error;
    });
    return readingResponse.parse(result);
  } catch (error) {
    if (!(error instanceof JobFailedError)) throw error;
    if (error.code === 'BUSY' || error.code === 'CLOSED') throw error;
    const code = error.code === 'CRASHED' ? 'DAMAGED' : error.code;
    return { reading: failed(fileProblem(code)), pages: null };
  }
}

/** Lets the advisor point at lines, reads once more, and keeps whichever reading arithmetic makes the better one. */
async function advised(
  pool: ProcessPool,
  advisor: LayoutAdvisor,
  reading: Reading,
  pages: readonly PageText[],
  options: ReadDocumentOptions,
  timeLimitMs: number,
): Promise<Reading> {
  const advice = await advisor.adviseLayout(linesForAdvisor(pages), options.signal);
  if (!advice) return reading;
  const request: ReadingRequest = { task: 'advised', pages, hint: options.hint ?? null, advice };
  const second = await ask(pool, request, options, timeLimitMs);
  const accepted = second.reading.verdict === 'verified' || reading.verdict === 'failed';
  return accepted && second.reading.verdict !== 'failed' ? second.reading : reading;
}
