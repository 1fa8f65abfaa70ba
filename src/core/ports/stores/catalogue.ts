/** Filled in by its area. */
export interface CatalogueStore {
  readonly area: 'catalogue';
}
