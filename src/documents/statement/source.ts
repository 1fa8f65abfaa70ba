import type { SourceLine } from '../reading.js';
import type { MarkedLine } from './model.js';

/** Where a line stands in the document, and its text. */
export function sourceOf(line: MarkedLine): SourceLine {
  return { page: line.line.page, line: line.line.line, text: line.line.text };
}
