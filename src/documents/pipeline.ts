import { recognizeKinds } from './kind.js';
import { assembleLines, type DocumentLine } from './layout/lines.js';
import { apartFromPanels } from './layout/panels.js';
import { joinSplitDates } from './layout/split-dates.js';
import { joinSplitMarks } from './layout/split-marks.js';
import { readPayStub } from './pay-stub/read-pay-stub.js';
import type { LayoutAdvice, PageText } from './ports.js';
import type { DocumentKind, FailedReading, Problem, Reading } from './reading.js';
import { readReceipt } from './receipt/read-receipt.js';
import { readStatement } from './statement/read-statement.js';

export interface PipelineOptions {
  /** What the user calls the document. */
  readonly hint?: DocumentKind;
  /** The layout advisor's answer, by line numbers of `linesForAdvisor`. */
  readonly advice?: LayoutAdvice;
}

/** How much a verdict settles, for choosing between readings as different kinds. */
const settled: Record<Reading['verdict'], number> = {
  verified: 3,
  discrepancy: 2,
  unverifiable: 1,
  failed: 0,
};

/** A reading without anything in it settles nothing, whatever its verdict. */
const weightOf = (reading: Reading): number =>
  hasSubstance(reading) ? settled[reading.verdict] : settled[reading.verdict] / 10;

/** A kind must speak for itself this much, as a share of the likeliest kind's score, to be tried after it. */
const worthTrying = 0.4;

/**
 * From positioned text to figures: lines, kind, the kind's reader. When the likeliest kind yields nothing, the next
 * likely ones are tried. Pure: the same pages give the same reading.
 */
export function readDocument(pages: readonly PageText[], options: PipelineOptions = {}): Reading {
  const lines = assembleLines(pages);
  const candidates = recognizeKinds(lines, options.advice?.kind ?? options.hint);
  const strongest = candidates[0]?.score ?? 0;
  let best: Reading | null = null;
  for (const { kind, score } of candidates) {
    if (best && (hasSubstance(best) || score < strongest * worthTrying)) break;
    const reading = readAs(kind, lines, pages, options);
    const better = best && (!hasSubstance(best) || reading.verdict === 'verified');
    if (!best || (better && weightOf(reading) > weightOf(best))) best = reading;
  }
  return withOcrDoubts(best ?? provenAnyway(lines, pages, options) ?? unknown, pages);
}

/** A document that says nothing of its kind, whose rows and balances prove themselves all the same. */
function provenAnyway(
  lines: readonly DocumentLine[],
  pages: readonly PageText[],
  options: PipelineOptions,
): Reading | null {
  const reading = readAs('bank_statement', lines, pages, options);
  return reading.verdict === 'verified' ? reading : null;
}

/** False for a reading that says so little that another kind may fit better: a statement without a row. */
function hasSubstance(reading: Reading): boolean {
  if (reading.verdict === 'failed') return false;
  return !('accounts' in reading) || reading.accounts.some((account) => account.rows.length > 0);
}

const unknown: FailedReading = {
  verdict: 'failed',
  kind: null,
  proofs: [],
  problems: [
    {
      code: 'UNKNOWN_KIND',
      message:
        'This does not look like a bank or card statement, a pay stub, a receipt or an invoice. If it is one, tell me which.',
    },
  ],
};

function readAs(
  kind: DocumentKind,
  lines: readonly DocumentLine[],
  pages: readonly PageText[],
  options: PipelineOptions,
): Reading {
  if (kind === 'pay_stub') return readPayStub(lines);
  if (kind === 'receipt' || kind === 'invoice') return readReceipt(lines, kind);
  return readStatement(statementLines(lines), pages, {
    hint: kind,
    ...(options.advice && { advice: options.advice }),
  });
}

/** Lines as statements are read, and shown to the advisor: without boxes beside them, dates in one piece. */
const statementLines = (lines: readonly DocumentLine[]) =>
  joinSplitMarks(joinSplitDates(apartFromPanels(lines)));

/** Words below this confidence are guesses. */
const surely = 0.6;
/** Above this share of guessed words a page is too poor a picture to trust what it does not prove. */
const doubtfulShare = 0.15;

/** Says when OCR was unsure. Proofs by arithmetic stand: a misread figure would have broken them. */
function withOcrDoubts(reading: Reading, pages: readonly PageText[]): Reading {
  const words = pages.filter((page) => page.origin === 'ocr').flatMap((page) => page.spans);
  const unsure = words.filter((word) => (word.confidence ?? 1) < surely).length;
  if (words.length === 0 || unsure / words.length <= doubtfulShare) return reading;
  const problem: Problem = {
    code: 'LOW_OCR_CONFIDENCE',
    message:
      'This is a scan, and parts of it are hard to read. Please check the figures, or send the original PDF.',
  };
  return { ...reading, problems: [...reading.problems, problem] };
}

/** True where the rules could not settle the layout, so that a hint at lines and columns may help. */
export function needsAdvice(reading: Reading): boolean {
  if (reading.verdict === 'verified' || reading.verdict === 'discrepancy') return false;
  if (reading.verdict === 'failed') {
    return reading.problems.some(({ code }) => code === 'UNKNOWN_KIND' || code === 'NO_TRANSACTIONS');
  }
  return reading.problems.some(({ code }) => code === 'UNPROVED' || code === 'AMBIGUOUS_SIGNS');
}

/** A model's window and patience are small: more lines than this are not shown. */
const advisorLines = 400;

/** The document's lines as the layout advisor sees them; their numbers count from 0. */
export function linesForAdvisor(pages: readonly PageText[]): string[] {
  return statementLines(assembleLines(pages))
    .slice(0, advisorLines)
    .map((line) => line.text);
}
