import type { JSX } from 'preact';
import type { PanelProps } from '../parts/figure-card.js';

/** Filled in with the account routes. */
export function AccountPanel(_props: PanelProps): JSX.Element {
  return <h2>Account</h2>;
}
