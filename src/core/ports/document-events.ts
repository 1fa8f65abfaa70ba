import type { ReadingProgress } from '../../documents/ports.js';

/** What happens to one document, as it happens. */
export type DocumentEvent =
  | ({ readonly kind: 'progress'; readonly documentId: string } & ReadingProgress)
  | { readonly kind: 'settled'; readonly documentId: string };

/**
 * Tells listeners of this process at once what happens to a document. Other processes see the stored state within a
 * second (`watchDocument`), so nothing depends on an event's arrival.
 */
export interface DocumentEvents {
  publish(event: DocumentEvent): void;
  /** @returns a function that ends the registration. */
  subscribe(documentId: string, listener: (event: DocumentEvent) => void): () => void;
}
