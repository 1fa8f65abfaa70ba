import type { Language } from '../dates.js';

/** Kinds of movement an account sees. */
export type MovementKind =
  | 'salary'
  | 'rent'
  | 'utility'
  | 'subscription'
  | 'groceries'
  | 'eating'
  | 'fuel'
  | 'shopping'
  | 'cash'
  | 'transferOut'
  | 'transferIn'
  | 'fee'
  | 'interest'
  | 'refund'
  | 'cheque'
  | 'foreign'
  | 'payment';

/**
 * What life looks like in a country: names, and the phrases its banks print. A phrase is one printed entry, its
 * lines split by `|`. Marks: {m} merchant, {M} in capitals, {c} city, {C} in capitals, {p} person, {P} in capitals, {e} employer, {E} in capitals,
 * {l} landlord, {4} {6} {9} {12} random digits, {t} a time, {d} day/month, {y} the year, {oc} {oa} {or} an original amount: currency, amount, rate.
 */
export interface Place {
  readonly code: string;
  readonly currency: string;
  readonly exponent: number;
  /** Local price of one dollar's worth, so that amounts look right. */
  readonly scale: number;
  readonly language: Language;
  readonly cities: readonly string[];
  readonly people: readonly string[];
  readonly employers: readonly string[];
  readonly landlords: readonly string[];
  readonly groceries: readonly string[];
  readonly eating: readonly string[];
  readonly fuel: readonly string[];
  readonly shopping: readonly string[];
  readonly utilities: readonly string[];
  readonly subscriptions: readonly string[];
  readonly phrases: Readonly<Record<MovementKind, readonly string[]>>;
}

/** What a place may leave out: English phrases and worldwide subscriptions stand in. */
export type PlaceNotes = Omit<Place, 'phrases' | 'exponent' | 'subscriptions' | 'currency' | 'code'> & {
  readonly exponent?: number;
  readonly subscriptions?: readonly string[];
  readonly phrases?: Partial<Place['phrases']>;
};

const ENGLISH: Place['phrases'] = {
  salary: ['{E} PAYROLL', '{E} SALARY', 'SALARY {E}'],
  rent: ['RENT {L}', 'STANDING ORDER {L}'],
  utility: ['DIRECT DEBIT {M}', '{M} BILL PAYMENT'],
  subscription: ['{M}', '{M} {9}'],
  groceries: ['{M} {C}', 'CARD PURCHASE {M}', '{M} #{4}'],
  eating: ['{M} {C}', '{M}'],
  fuel: ['{M} {C}', '{M} {4}'],
  shopping: ['{M}', '{M} ONLINE', '{M} {C}'],
  cash: ['ATM WITHDRAWAL {C}', 'CASH WITHDRAWAL {4}'],
  transferOut: ['TRANSFER TO {P}', 'TRANSFER TO SAVINGS {4}'],
  transferIn: ['TRANSFER FROM {P}', 'PAYMENT FROM {P}'],
  fee: ['MONTHLY ACCOUNT FEE', 'ACCOUNT MAINTENANCE FEE'],
  interest: ['INTEREST PAID', 'CREDIT INTEREST'],
  refund: ['REFUND {M}', '{M} REFUND'],
  cheque: ['CHEQUE {6}'],
  foreign: ['{M}|{oc} {oa} @ {or}', '{M}|FOREIGN AMOUNT {oc} {oa} RATE {or}'],
  payment: ['PAYMENT RECEIVED - THANK YOU', 'PAYMENT THANK YOU'],
};

const STREAMS = [
  'NETFLIX.COM',
  'SPOTIFY',
  'DISNEY PLUS',
  'AUDIBLE',
  'XBOX GAME PASS',
  'ICLOUD STORAGE',
  'BOOKLOFT UNLIMITED',
];

/** Completes a place's notes. Phrases given replace the English ones of their kind. */
export function place(code: string, currency: string, notes: PlaceNotes): Place {
  return {
    ...notes,
    code,
    currency,
    exponent: notes.exponent ?? 2,
    subscriptions: notes.subscriptions ?? STREAMS,
    phrases: { ...ENGLISH, ...notes.phrases },
  };
}
