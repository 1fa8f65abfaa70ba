import type { IsoDate } from '../../../domain/calendar.js';
import type { Currency, Money } from '../../../domain/money.js';
import type { Ledger } from './ledger.js';

/** What sentences are checked against. */
export interface ClaimsWorld {
  readonly ledger: Ledger;
  readonly currency: Currency;
  readonly today: IsoDate;
  /** The user's message and the tools' own words: what they name may be named again. */
  readonly support: string;
  /** The tools' words alone: a sentence of theirs stands as it is, said of the same thing. */
  readonly notes?: string;
  /** An amount as a reply writes it. */
  readonly format: (amount: Money) => string;
}
