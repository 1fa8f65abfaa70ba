import type { AlertRow } from '../ports/stores/finance.js';
import type { AlertView } from './results.js';

const kinds = [
  'pace',
  'overspent',
  'subscription-due',
  'price-rise',
  'unusual',
  'wish-price',
  'digest',
] as const;
const severities = ['info', 'warn', 'critical'] as const;
const statuses = ['active', 'dismissed', 'snoozed'] as const;

/** An alert as it is shown; a snooze that is over makes it active again. */
export function alertView(row: AlertRow, now: Date): AlertView {
  const status = oneOf(statuses, row.status, 'active');
  const over = status === 'snoozed' && row.snoozedUntil !== null && row.snoozedUntil <= now;
  return {
    id: row.id,
    kind: oneOf(kinds, row.kind, 'pace'),
    severity: oneOf(severities, row.severity, 'info'),
    status: over ? 'active' : status,
    message: row.message,
    snoozedUntil: over ? null : (row.snoozedUntil?.toISOString() ?? null),
    createdAt: row.createdAt.toISOString(),
  };
}

function oneOf<T extends string>(allowed: readonly T[], text: string, fallback: T): T {
  return allowed.find((each) => each === text) ?? fallback;
}
