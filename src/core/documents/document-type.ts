import type { DocumentKind } from '../../documents/reading.js';
import type { DocumentType } from '../ports/stores/documents.js';

const types: Readonly<Record<DocumentKind, DocumentType>> = {
  bank_statement: 'bank_statement',
  credit_card_statement: 'bank_statement',
  pay_stub: 'pay_stub',
  receipt: 'receipt',
  invoice: 'receipt',
};

/** How a kind is stored: a card statement as `bank_statement`, an invoice as `receipt`. */
export function documentTypeOf(kind: DocumentKind): DocumentType {
  return types[kind];
}
