/** Filled in by its area. */
export interface FinanceStore {
  readonly area: 'finance';
}
