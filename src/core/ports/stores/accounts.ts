/** Filled in by its area. */
export interface AccountStore {
  readonly area: 'accounts';
}
