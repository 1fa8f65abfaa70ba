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

/** A file's name as a reply shows it: as code, so that nothing in it is markup. */
export function fileLabel(name: string): string {
  const plain = name.replace(/[`\p{Cc}]/gu, '').trim();
  return `\`${plain.length > 60 ? `${plain.slice(0, 57)}…` : plain || 'document.pdf'}\``;
}
