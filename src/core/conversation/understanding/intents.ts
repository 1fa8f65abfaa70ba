import type { DateSpan, IsoDate } from '../../../domain/calendar.js';
import type { Currency, Money } from '../../../domain/money.js';
import type { ItemType } from '../../../domain/ranking/item.js';
import type { CostPart, MoneyFrame } from '../money-frame.js';
import type { SmallSum } from './arithmetic.js';
import type { Aspect } from './aspects.js';
import type { DocumentAsked } from './document-asked.js';
import type { FiguresAsked } from './figures-follow.js';
import type { Order } from './order.js';
import type { PlainIntent } from './plain-intents.js';
import type { ItemReference, References } from './references.js';
import type { AmountCadence } from './rhythms.js';
import type { Wish } from './wish-shape.js';

export type { PlainIntent };

/** What a follow-up changes in the last list of recommendations. */
export type Refinement =
  | 'cheaper'
  | 'pricier'
  | 'other'
  | 'more'
  | 'free'
  | 'less-like'
  | 'more-like'
  | 'change'
  | 'swap'
  | 'not-then'
  /** Differs from what was shown: shorter, calmer, newer. */
  | 'compared';

/** What somebody did with, or thinks of, a thing. */
export type Reaction =
  | 'saved'
  | 'purchased'
  | 'liked'
  | 'disliked'
  | 'seen'
  | 'owned'
  | 'rejected'
  | 'chosen'
  | 'unsaved';

/** One thing that was said of one or several things on the table. */
export interface ListReaction {
  readonly what: Reaction | { readonly stars: number };
  readonly about: References;
}

export type StatedFigureName =
  | 'monthly_income'
  | 'fixed_expenses'
  | 'savings'
  | 'debt_minimums'
  | 'entertainment_budget';

/** What a message asks for or tells, as the grammar understood it. */
export type Intent =
  /** `keep`: the first of them goes onto the wishlist. */
  | { readonly kind: 'recommend'; readonly wish: Wish; readonly keep?: true }
  /** Things of different kinds, with what they may cost together. */
  | {
      readonly kind: 'several';
      readonly wishes: readonly Wish[];
      readonly total: Money | null;
      /** What else has to be paid out of the same money. */
      readonly extra: { readonly name: string; readonly cost: Money } | null;
    }
  /** Takes back what was done last. */
  | { readonly kind: 'undo' }
  /** The figure that was changed last is another. */
  | { readonly kind: 'amend-figure'; readonly amount: Money }
  | {
      readonly kind: 'refine';
      readonly refinement: Refinement;
      readonly wish: Wish;
      readonly item: ItemReference | null;
      /** What it asks for is beyond the grammar: others are offered, and that is said. */
      readonly unsure?: true;
      /** Shorter than what was shown, without a figure. */
      readonly shorter?: true;
    }
  /** All that was offered is known already. */
  | { readonly kind: 'known-all'; readonly wish: Wish }
  /** Which of the things on the table: by what was asked, or the first of them where a choice was left to us. */
  | { readonly kind: 'pick'; readonly order: Order | null; readonly types: readonly ItemType[] }
  /** Which of two things. */
  | { readonly kind: 'compare'; readonly titles: readonly [string, string]; readonly wish: Wish }
  | { readonly kind: 'plan'; readonly wish: Wish }
  | { readonly kind: 'search'; readonly query: string; readonly wish: Wish }
  | {
      readonly kind: 'why';
      readonly item: ItemReference | null;
      readonly figure: string | null;
      /** The amount that is asked about. */
      readonly amount?: Money;
      /** What it comes to, and not why it was suggested. */
      readonly total?: true;
      /** What of it is asked, and not why it was suggested. */
      readonly aspect?: Aspect;
      /** On which service it is, and not why it was suggested. */
      readonly where?: true;
      /** Whether it costs less, or more, than that. */
      readonly against?: { readonly amount: Money; readonly bound: 'under' | 'over' };
    }
  | {
      readonly kind: 'afford';
      readonly price: Money | null;
      readonly title: string | null;
      /** What the price is made of. */
      readonly parts?: readonly CostPart[];
      /** One of the parts, and not all of them: the price is that of the dearest. */
      readonly either?: true;
      /** What the price is one's own share of. */
      readonly of?: Money;
      /** Where one part alone is meant: all of them. */
      readonly whole?: readonly CostPart[];
      /** A part that was named, though nothing of the price is called so. */
      readonly unknown?: string;
      /** How many payments of it there are in all. */
      readonly instalments?: number;
      /** What is there already when the saving begins. */
      readonly start?: Money;
      /** It would be put aside, and not be spent. */
      readonly saved?: true;
      /** What is put aside each time to save up for it. */
      readonly pace?: { readonly amount: Money; readonly per: AmountCadence };
      /** The same as a part of the fun budget, from 0 to 1. */
      readonly share?: number;
      /** Not out of what is left now, but of a period to come. */
      readonly when?: 'next-period';
      /** How long it takes to have it was asked. */
      readonly howLong?: true;
      readonly recurring: AmountCadence | null;
    }
  | {
      readonly kind: 'budget';
      readonly per?: 'week' | 'day';
      /** Spread over so many times. */
      readonly times?: number;
    }
  | {
      readonly kind: 'spending';
      readonly span: DateSpan | null;
      readonly words: string | null;
      readonly months: number | null;
      readonly category: string | null;
      /** A shop by the name that was said, where no category is. */
      readonly shop?: string;
      /** The days it is compared with. */
      readonly against?: DateSpan;
      /** What it comes to in a usual month, or week. */
      readonly average?: 'month' | 'week';
      /** Ever, and not only in the running month. */
      readonly all?: true;
      /** Whether it went up or down since the month before. */
      readonly trend?: true;
    }
  /** The figures that the last answers gave: together, against another, as a share. */
  | { readonly kind: 'figures'; readonly asked: FiguresAsked }
  /** A sum that needs nothing but what is said. */
  | { readonly kind: 'sum'; readonly asked: SmallSum }
  /** Figures of a question that its answer has no place for: they are named before it. */
  | { readonly kind: 'left-out'; readonly amounts: readonly Money[] }
  /** What of the income was not spent. */
  | { readonly kind: 'saved'; readonly span: DateSpan | null }
  /** What has to be put aside each time to have an amount by a day. */
  | {
      readonly kind: 'goal';
      readonly amount: Money;
      readonly by: IsoDate | null;
      readonly per: AmountCadence | null;
    }
  /** What the budget would be without services, by the names that were said; none: all of them. */
  | { readonly kind: 'suppose-cancel'; readonly names: readonly string[] }
  | { readonly kind: 'insights' }
  /** What is known of income and needs; when pay comes next. */
  | { readonly kind: 'known' }
  | { readonly kind: 'income' }
  /** Single spends: the largest, or those that count as fun. */
  | { readonly kind: 'spends'; readonly which: 'largest' | 'fun' }
  /** Single rows of what came in and went out: by their words, their amount, or a time. */
  | {
      readonly kind: 'rows';
      readonly words: readonly string[];
      readonly amount: Money | null;
      readonly span: DateSpan | null;
      /** `out`: what was spent, and no money that merely moves. */
      readonly direction: 'in' | 'out' | null;
    }
  /** What the latest papers print: the balance of an account, the lines of a pay stub. */
  | { readonly kind: 'printed'; readonly what: 'balance' | 'pay-stub' | 'pay-compared' }
  /** One thing that the document which came in last prints. */
  | { readonly kind: 'document-part'; readonly asked: DocumentAsked }
  | {
      readonly kind: 'subscriptions';
      readonly name?: string;
      /** What it, or all of them, come to a year. */
      readonly yearly?: true;
    }
  | { readonly kind: 'cannot-cancel'; readonly name: string }
  | {
      readonly kind: 'subscription-change';
      readonly change: 'add' | 'end';
      readonly name: string;
      readonly price: Money | null;
      readonly per: AmountCadence | null;
    }
  | { readonly kind: 'wishlist' }
  | {
      readonly kind: 'react';
      readonly reaction: Reaction;
      readonly item: ItemReference;
      /** The price to wait for. */
      readonly target?: Money | null;
    }
  | { readonly kind: 'rate'; readonly item: ItemReference; readonly stars: number }
  /** Different things said of several things on the table in one breath. */
  | { readonly kind: 'reactions'; readonly said: readonly ListReaction[] }
  /** Things on the table are pointed at, and nothing is said of them. */
  | {
      readonly kind: 'point';
      readonly about: References;
      /** What they cost for so many was asked. */
      readonly people?: number;
    }
  | {
      readonly kind: 'log';
      readonly amount: Money;
      readonly description: string;
      readonly on: IsoDate | null;
      /** The thing on the table that was bought. */
      readonly item?: ItemReference;
    }
  /** The last spend was another amount, or none. */
  | {
      readonly kind: 'amend';
      readonly amount: Money | null;
      readonly description?: string | null;
      readonly on?: IsoDate | null;
      /** The description of an earlier spend, where not the last is meant. */
      readonly which?: string;
    }
  | {
      readonly kind: 'correct';
      readonly merchant: string | null;
      /** Only lines of that amount. */
      readonly amount?: Money;
      /** Only the line of that day, or of that day of a month. */
      readonly on?: IsoDate;
      /** Only the latest line, and no rule for those to come. */
      readonly once?: true;
      readonly change: SpendingChange;
    }
  | {
      readonly kind: 'figure';
      readonly figure: StatedFigureName;
      readonly amount: Money | null;
      readonly percent: number | null;
      /** The amount is what the figure grows or shrinks by. */
      readonly change?: 'more' | 'less';
      /** What of the figure it is, by its name: "rent", "child support"; the rest of it stays as it is. */
      readonly part?: string;
      /** That part changes by the amount, and not the figure by all of it. */
      readonly by?: true;
      /** What the amount is made of, as far as that was told by name. */
      readonly parts?: readonly { readonly name: string; readonly amount: Money }[];
      /** Of a figure that varies: the other end of what it comes to; `amount` is the careful one. */
      readonly other?: Money;
      /** Of an income that is known from papers: how often one payment comes in its rhythm. */
      readonly times?: number;
      /** It is all of the income, with everything that was told as a part of it. */
      readonly whole?: true;
      /** Of an income: before tax. */
      readonly gross?: true;
      readonly per: AmountCadence | null;
    }
  /**
   * What is missing of a figure has to be asked before it is kept: the hours or days worked in a week, how often a payment
   * comes, or whether a budget changes by an amount or to it.
   */
  | {
      readonly kind: 'ask-figure';
      readonly what: 'hours' | 'days' | 'how-often' | 'by-or-to' | 'whose' | 'in-or-out';
      readonly figure: StatedFigureName;
      readonly amount: Money;
      readonly change?: 'more' | 'less';
      readonly part?: string;
      readonly per?: AmountCadence;
      readonly gross?: true;
    }
  /** Figures of a sentence about money that were not understood: nothing was kept of them, and they are asked about. */
  | { readonly kind: 'untaken'; readonly amounts: readonly Money[]; readonly beside: boolean }
  /** What was told of one of the figures: "what did I tell you for rent". */
  | { readonly kind: 'told-part'; readonly name: string | null }
  | { readonly kind: 'taste'; readonly changes: TasteChanges }
  | { readonly kind: 'show-taste' }
  | { readonly kind: 'alerts'; readonly change: 'on' | 'off' | 'snooze' | null }
  | { readonly kind: 'documents'; readonly change: 'list' | 'how' | 'delete' | 'latest' }
  | { readonly kind: 'link'; readonly code: string | null }
  | { readonly kind: 'unlink' }
  | {
      readonly kind: 'setting';
      readonly setting: 'currency' | 'place' | 'length' | 'child' | 'console';
      readonly value: string;
    }
  | { readonly kind: PlainIntent }
  | { readonly kind: 'unknown' };

export type SpendingChange =
  | { readonly category: string }
  | { readonly entertainment: false }
  | { readonly ignored: boolean };

export interface TasteChanges {
  readonly likes: readonly string[];
  readonly dislikes: readonly string[];
  readonly activities: readonly string[];
  readonly priceSensitivity: 'budget' | 'moderate' | 'flexible' | null;
}

/** Kinds that tell something to be kept, and ask nothing. */
export const TOLD: ReadonlySet<Intent['kind']> = new Set([
  'taste',
  'figure',
  'log',
  'correct',
  'amend',
  'amend-figure',
  'undo',
  'subscription-change',
  'setting',
]);

/** Talk that needs no answer beside a question. */
export const SMALL_TALK: ReadonlySet<Intent['kind']> = new Set([
  'greeting',
  'thanks',
  'farewell',
  'how-are-you',
  'yes',
  'no',
]);

/** What the grammar needs to know of the reader's world. */
export interface ReadingWorld {
  readonly currency: Currency;
  readonly today: IsoDate;
  /** Titles of the last list, in its order, as they were shown. */
  readonly offered: readonly string[];
  /** So many of them stood in the list with a number; all where it is not said. */
  readonly numbered?: number;
  /** A spend was told a moment ago. */
  readonly spent?: boolean;
  /** The service that was spoken of last. */
  readonly service?: string | null;
  /** Descriptions of the latest spends that were told. */
  readonly spends?: readonly string[];
  /** The figure of the last answer: `spent`, `category:dining`, `subscriptions`. */
  readonly figure?: string | null;
  /** The last question about money, whole. */
  readonly frame?: MoneyFrame | null;
  /** What was done last and can be taken back. */
  readonly done?: 'spend' | 'reaction' | 'figure' | 'subscription' | 'taste' | 'correction' | null;
}
