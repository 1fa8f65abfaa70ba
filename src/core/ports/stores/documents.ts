/** Filled in by its area. */
export interface DocumentStore {
  readonly area: 'documents';
}
