import { phraseGroups } from './kind-phrases.js';
import type { DocumentLine } from './layout/lines.js';
import type { DocumentKind } from './reading.js';

/** A kind the document may be, and how much in it speaks for that. */
export interface KindCandidate {
  readonly kind: DocumentKind;
  readonly score: number;
}

const kinds: readonly DocumentKind[] = [
  'bank_statement',
  'credit_card_statement',
  'pay_stub',
  'receipt',
  'invoice',
];

/** Below this a document says too little of itself to be taken for anything. */
const threshold = 3;
/** What the user says tips the scales between near kinds, and never outweighs a document's own title. */
const hintWeight = 3;
/** A title stands in the first lines; the same words further down are mere mention. */
const titleLines = 12;

const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** Scripts that put no spaces between words. */
const unspaced = /[\u2e80-\u9fff\uac00-\ud7af]/u;
const words = (text: string): readonly string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

const groups = phraseGroups.map((group) => ({
  ...group,
  patterns: group.phrases.map((phrase) => ({
    phrase,
    /** The word it begins with, where words are apart: without it in a document the phrase is not there either. */
    first: unspaced.test(phrase) ? null : (words(phrase)[0] ?? null),
    whole: unspaced.test(phrase)
      ? new RegExp(literal(phrase), 'u')
      : new RegExp(`(?<![\\p{L}\\p{N}])${literal(phrase)}(?![\\p{L}\\p{N}])`, 'u'),
  })),
}));

const dateStart =
  /^\s*(?:\d{1,4}[./-]\d{1,2}(?:[./-]\d{1,4})?\.?|\d{4}年\d{1,2}月\d{1,2}日|\d{1,2}[ .-]?\p{L}{3,9}\.?(?:[ .-]\d{2,4})?|\p{L}{3,9}\.? \d{1,2})(?=\s|,|$)/u;
const amountEnd = /\d(?:[.,]\d{2}|(?:,\d{3})+)\)?\s?(?:-|CR|DR|\p{Sc})?(?:\s|$)/u;

const paidAtTill =
  /\b(?:eftpos|approved|paynow|twint|swish|girocard|contactless|auth(?:orisation|orization)? code|cashier|change due|tendered|rückgeld|wechselgeld|wisselgeld)\b/;
const dueLater = /\b(?:due date|amount due|balance due|payment terms|bill to|remit)\b/;

/** Lines that begin with a date and hold an amount: a statement is made of them. */
function datedRows(lines: readonly DocumentLine[]): number {
  return lines.filter((line) => dateStart.test(line.text) && amountEnd.test(line.text)).length;
}

/**
 * The kinds a document may be, the likeliest first, from what it says: titles, the names of its figures, rows that
 * begin with a date. `hint` is what the user calls it. Empty when the document speaks for no kind.
 */
export function recognizeKinds(lines: readonly DocumentLine[], hint?: DocumentKind): KindCandidate[] {
  const body = lines.map((line) => line.text.toLowerCase()).join('\n');
  const title = lines
    .slice(0, titleLines)
    .map((line) => line.text.toLowerCase())
    .join('\n');
  const scores = new Map<DocumentKind, number>(kinds.map((kind) => [kind, 0]));
  const add = (kind: DocumentKind, score: number) => scores.set(kind, (scores.get(kind) ?? 0) + score);
  const present = new Set(words(body));
  for (const { kind, weight, patterns } of groups) {
    for (const { phrase, first, whole } of patterns) {
      // Most phrases are not there at all: looking for words is a hundred times faster than for patterns.
      if ((first !== null && !present.has(first)) || !body.includes(phrase)) continue;
      if (whole.test(title)) add(kind, weight >= 4 ? weight + 3 : weight);
      else if (whole.test(body)) add(kind, weight >= 4 ? weight / 2 : weight);
    }
  }
  add('bank_statement', Math.min(datedRows(lines), 8));
  // In some countries a till's receipt must be titled "tax invoice": paid on the spot, it is a receipt.
  if (paidAtTill.test(body) && !dueLater.test(body)) add('receipt', (scores.get('invoice') ?? 0) * 0.75);
  // A card statement is a statement of an account too; its own words decide between the two.
  const card = scores.get('credit_card_statement') ?? 0;
  if (card >= 4) add('credit_card_statement', (scores.get('bank_statement') ?? 0) * 0.75);
  if (hint) add(hint, hintWeight);
  return [...scores]
    .map(([kind, score]) => ({ kind, score }))
    .filter(({ score }) => score >= threshold)
    .sort((a, b) => b.score - a.score);
}
