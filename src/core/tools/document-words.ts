import type { DocumentKind } from '../../documents/reading.js';

const KINDS: Readonly<Record<DocumentKind, string>> = {
  bank_statement: 'bank statement',
  credit_card_statement: 'card statement',
  pay_stub: 'pay stub',
  receipt: 'receipt',
  invoice: 'invoice',
};

/** A document's kind in words; "document" before it is known. */
export function kindWords(kind: DocumentKind | null): string {
  return kind ? KINDS[kind] : 'document';
}
