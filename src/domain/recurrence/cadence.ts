/** How often something recurs. */
export type Cadence =
  | 'weekly'
  | 'fortnightly'
  | 'four-weekly'
  | 'semi-monthly'
  | 'monthly'
  | 'quarterly'
  | 'half-yearly'
  | 'annual';

const perYear: Readonly<Record<Cadence, number>> = {
  weekly: 52,
  fortnightly: 26,
  'four-weekly': 13,
  'semi-monthly': 24,
  monthly: 12,
  quarterly: 4,
  'half-yearly': 2,
  annual: 1,
};

export function isCadence(text: string): text is Cadence {
  return Object.hasOwn(perYear, text);
}

/** Times a year, by the convention of docs/money.md (weekly 52, fortnightly 26, four-weekly 13). */
export function timesPerYear(cadence: Cadence): number {
  return perYear[cadence];
}
