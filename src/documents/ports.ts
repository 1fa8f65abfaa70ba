import type { DocumentKind, Reading } from './reading.js';

/** A run of text as the page prints it. Coordinates in points, origin at the page's top left. */
export interface TextSpan {
  readonly text: string;
  readonly x: number;
  /** Baseline. */
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** 0 to 1 where OCR read the span; absent for a text layer, which is certain. */
  readonly confidence?: number;
}

/** A page's text in the order of the file, and the rulings drawn on it. */
export interface PageText {
  readonly page: number;
  readonly width: number;
  readonly height: number;
  readonly spans: readonly TextSpan[];
  readonly origin: 'text-layer' | 'ocr';
}

/** Progress of a reading, page by page. */
export interface ReadingProgress {
  readonly stage: 'text' | 'ocr' | 'figures';
  readonly page: number;
  readonly pages: number;
}

export interface ReadDocumentOptions {
  /** Used once to open the file; never stored or logged. */
  readonly password?: string;
  /** What the user says the document is: a hint, the content decides. */
  readonly hint?: DocumentKind;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ReadingProgress) => void;
}

/**
 * Reads a whole PDF within limits of time, memory and pages that are enforced from outside the reading process.
 * Never throws for what is in the file: whatever cannot be read comes back as a failed reading with its problem.
 */
export interface DocumentReader {
  read(bytes: Uint8Array, options?: ReadDocumentOptions): Promise<Reading>;
  /** Ends the reading processes; later calls to `read` reject. */
  close(): Promise<void>;
}

/**
 * The language model's part in an unknown layout: it sees numbered lines and points at roles. Amounts are always
 * read from the document and arithmetic decides whether the answer stands.
 */
export interface LayoutAdvisor {
  adviseLayout(lines: readonly string[], signal?: AbortSignal): Promise<LayoutAdvice | null>;
}

/** Line numbers from 0 into what the advisor was shown. */
export interface LayoutAdvice {
  readonly kind: DocumentKind | null;
  readonly transactionLines: readonly number[];
  readonly openingBalanceLine: number | null;
  readonly closingBalanceLine: number | null;
  readonly amountColumn: 'first' | 'last' | 'only' | null;
}
