import type { MarkedLine } from './model.js';

/** Sentences print amounts and dates as well: many words, and punctuation at the end. */
export function isProse(line: MarkedLine): boolean {
  const words = line.line.words.filter((word) => /\p{L}{2}/u.test(word.text));
  return words.length >= 12 || (words.length >= 8 && /[.!?:;]$/.test(line.line.text));
}
