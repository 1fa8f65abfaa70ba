import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { readDocument } from '../../documents/pipeline.js';
import type { PageText, ReadingProgress } from '../../documents/ports.js';
import type { Reading } from '../../documents/reading.js';
import { createPageOcr } from './ocr.js';
import { openPdf, problemOf, readPage } from './pdf-text.js';
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
  let pdf: PDFDocumentProxy;
  try {
    // pdf.js takes its bytes over; rendering for OCR needs them once more.
    pdf = await openPdf(new Uint8Array(request.bytes), request.password);
  } catch (error) {
    return { reading: failed(problemOf(error)), pages: null };
  }
  try {
    if (pdf.numPages > request.maxPages) {
      return { reading: failed(tooManyPages(pdf.numPages, request.maxPages)), pages: null };
    }
    return await readPages(pdf, request, report);
  } finally {
    await pdf.destroy();
  }
}

async function readPages(pdf: PDFDocumentProxy, request: ReadTask, report: Report): Promise<ReadingResponse> {
  const total = pdf.numPages;
  const hasForm = (await pdf.getFieldObjects().catch(() => null)) !== null;
  const ocr = createPageOcr(request.bytes, request.password);
  const pages: PageText[] = [];
  let damaged = 0;
  try {
    for (let number = 1; number <= total; number += 1) {
      report({ stage: 'text', page: number, pages: total });
      try {
        const content = await readPage(pdf, number, hasForm);
        if (content.needsOcr) report({ stage: 'ocr', page: number, pages: total });
        pages.push(content.needsOcr ? await ocr.read(content.text) : content.text);
      } catch {
        damaged += 1;
      }
    }
  } finally {
    await ocr.close();
  }
  if (!pages.some((page) => page.spans.length > 0)) {
    const code = damaged === total ? 'DAMAGED' : 'NO_TEXT';
    return { reading: failed(fileProblem(code)), pages: null };
  }
  report({ stage: 'figures', page: total, pages: total });
  const reading = withDamage(readDocument(pages, request.hint ? { hint: request.hint } : {}), damaged);
  return { reading, pages: request.wantPages ? pages : null };
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
