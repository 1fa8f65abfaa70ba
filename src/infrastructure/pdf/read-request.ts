import { readDocument } from '../../documents/pipeline.js';
import type { PageText, ReadingProgress } from '../../documents/ports.js';
import type { Reading } from '../../documents/reading.js';
import { createPageOcr } from './ocr.js';
import { openPdf, type PageContent, problemOf, readPage } from './pdf-text.js';
import { failed, fileProblem, tooManyPages } from './problems.js';
import type { ReadingRequest, ReadingResponse } from './protocol.js';

type Report = (progress: ReadingProgress) => void;
type ReadTask = Extract<ReadingRequest, { task: 'read' }>;

/** Does in the reading process what the parent asked for. Rejects only on faults of our own. */
export async function readRequest(request: ReadingRequest, report: Report): Promise<ReadingResponse> {
  if (request.task === 'advised') {
    const options = { advice: request.advice, ...(request.hint && { hint: request.hint }) };
    return { reading: readDocument(request.pages, options), pages: null };
  }
  let text: TextLayers;
  try {
    text = await readTextLayers(request, report);
  } catch (error) {
    return { reading: failed(problemOf(error)), pages: null };
  }
  if (text.total > request.maxPages) {
    return { reading: failed(tooManyPages(text.total, request.maxPages)), pages: null };
  }
  const { pages, damaged } = await readPictures(request, text, report);
  if (!pages.some((page) => page.spans.length > 0)) {
    const code = damaged === text.total ? 'DAMAGED' : 'NO_TEXT';
    return { reading: failed(fileProblem(code)), pages: null };
  }
  report({ stage: 'figures', page: text.total, pages: text.total });
  const reading = withDamage(readDocument(pages, request.hint ? { hint: request.hint } : {}), damaged);
  return { reading, pages: request.wantPages ? pages : null };
}

interface TextLayers {
  readonly total: number;
  readonly contents: readonly PageContent[];
  readonly damaged: number;
}

/** The text layer of every page; none are read of a document with too many. */
async function readTextLayers(request: ReadTask, report: Report): Promise<TextLayers> {
  // pdf.js takes its bytes over; rendering for OCR needs them once more.
  const pdf = await openPdf(new Uint8Array(request.bytes), request.password);
  try {
    const total = pdf.numPages;
    if (total > request.maxPages) return { total, contents: [], damaged: 0 };
    const hasForm = (await pdf.getFieldObjects().catch(() => null)) !== null;
    const contents: PageContent[] = [];
    for (let number = 1; number <= total; number += 1) {
      report({ stage: 'text', page: number, pages: total });
      const content = await readPage(pdf, number, hasForm).catch(() => null);
      if (content) contents.push(content);
    }
    return { total, contents, damaged: total - contents.length };
  } finally {
    await pdf.destroy();
  }
}

/** Pages as their text layer has them; those whose text layer does not tell are read by OCR, one at a time. */
async function readPictures(
  request: ReadTask,
  text: TextLayers,
  report: Report,
): Promise<{ pages: PageText[]; damaged: number }> {
  const ocr = createPageOcr(request.bytes, request.password);
  const pages: PageText[] = [];
  let { damaged } = text;
  try {
    for (const content of text.contents) {
      if (!content.needsOcr) {
        pages.push(content.text);
        continue;
      }
      report({ stage: 'ocr', page: content.text.page, pages: text.total });
      const read = await ocr.read(content.text, content.imagePixels).catch(() => null);
      if (read) pages.push(read);
      else damaged += 1;
    }
  } finally {
    await ocr.close();
  }
  return { pages, damaged };
}

/** A document with a page that could not be read is never proved as a whole. */
function withDamage(reading: Reading, damaged: number): Reading {
  if (damaged === 0) return reading;
  const problem = {
    code: 'DAMAGED' as const,
    message: `${damaged === 1 ? 'One page' : `${damaged} pages`} of this PDF could not be read, so something may be missing.`,
  };
  const problems = [...reading.problems, problem];
  if (reading.verdict !== 'verified') return { ...reading, problems };
  return { ...reading, verdict: 'unverifiable', problems };
}
