import { z } from 'zod';
import type { Money } from '../../domain/money.js';
import type { Json } from '../ports/stores/conversations.js';
import { type MoneyFrame, moneyFrame } from './money-frame.js';
import { reactions } from './reactions.js';
import { orders } from './understanding/order.js';
import type { Wish } from './understanding/wish-shape.js';

const statedFigures = [
  'monthly_income',
  'fixed_expenses',
  'savings',
  'debt_minimums',
  'entertainment_budget',
] as const;
const money = z.object({ minor: z.number(), currency: z.string() });
const itemType = z.enum(['movie', 'book', 'game', 'event', 'restaurant', 'board_game', 'card_game']);

const wish = z.object({
  types: z.array(itemType),
  genres: z.array(z.string()),
  excludeGenres: z.array(z.string()),
  excludeTypes: z.array(itemType).default([]),
  without: z
    .array(z.enum(['alcohol', 'meat', 'subscription', 'online', 'outdoors', 'fast-food']))
    .default([]),
  minPrice: money.nullable().default(null),
  avoid: z.array(z.string()).default([]),
  platforms: z.array(z.string()),
  maxPrice: money.nullable(),
  freeOnly: z.boolean(),
  partySize: z.number().nullable(),
  joining: z.number().nullable().default(null),
  maxMinutes: z.number().nullable(),
  minMinutes: z.number().nullable().default(null),
  age: z.number().nullable(),
  place: z.string().nullable(),
  mood: z.string().nullable(),
  when: z.object({ words: z.string(), span: z.object({ start: z.string(), end: z.string() }) }).nullable(),
  yearFrom: z.number().nullable(),
  yearTo: z.number().nullable().default(null),
  like: z.string().nullable(),
  about: z.string().nullable().default(null),
  theme: z.string().nullable().default(null),
  included: z.boolean().default(false),
  cheap: z.boolean().default(false),
  count: z.number().nullable().default(null),
  share: z.number().nullable().default(null),
  order: z.enum(orders).nullable().default(null),
  unseen: z.array(z.string()).default([]),
  lacking: z.string().nullable().default(null),
});

const offered = z.object({
  itemId: z.string(),
  recommendationId: z.string().nullable(),
  title: z.string(),
  type: itemType,
  /** What it would cost in all; null where nobody knows. */
  cost: money.nullable(),
  /** It stood below the list, without a number. */
  aside: z.boolean().optional(),
});

/** A question of ours that waits for the user's answer. */
const pending = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('forget') }),
  z.object({
    kind: z.literal('spend'),
    amount: money,
    description: z.string(),
    on: z.string().nullable(),
  }),
  z.object({
    kind: z.literal('figure'),
    figure: z.enum(statedFigures),
    amount: money.nullable(),
    percent: z.number().nullable(),
    per: z
      .enum(['weekly', 'fortnightly', 'four-weekly', 'monthly', 'quarterly', 'annual', 'daily'])
      .nullable(),
    /** What it is made of, a month. */
    parts: z.array(z.object({ name: z.string(), minor: z.number() })).optional(),
  }),
  z.object({
    kind: z.literal('ask-figure'),
    what: z.enum(['hours', 'days', 'how-often', 'by-or-to', 'on-top', 'whose', 'in-or-out', 'net']),
    figure: z.enum(statedFigures),
    amount: money,
    change: z.enum(['more', 'less']).nullable(),
    part: z.string().nullable(),
    per: z
      .enum(['weekly', 'fortnightly', 'four-weekly', 'monthly', 'quarterly', 'annual', 'daily'])
      .optional(),
  }),
  z.object({ kind: z.literal('password'), documentId: z.string(), fileName: z.string() }),
  z.object({ kind: z.literal('year'), documentId: z.string(), fileName: z.string() }),
  z.object({ kind: z.literal('subscriptions'), names: z.array(z.string()) }),
  z.object({ kind: z.literal('delete-document'), documentId: z.string(), fileName: z.string() }),
]);

/** What was done last, with what it takes to take it back. */
const done = z.discriminatedUnion('what', [
  z.object({ what: z.literal('spend') }),
  z.object({
    what: z.literal('reaction'),
    reaction: z.enum(reactions),
    itemId: z.string(),
    title: z.string(),
  }),
  z.object({
    what: z.literal('figure'),
    figure: z.enum(statedFigures),
    before: money.nullable(),
    change: z.enum(['more', 'less']).nullable(),
    part: z.string().nullable().default(null),
    /** What the figure before was made of. */
    parts: z.array(z.object({ name: z.string(), minor: z.number() })).default([]),
  }),
  z.object({ what: z.literal('subscription'), name: z.string(), change: z.enum(['add', 'end']) }),
  z.object({
    what: z.literal('correction'),
    /** What puts it back, as the tool that corrects takes it. */
    back: z.object({
      merchant: z.string().optional(),
      amount: z.number().optional(),
      on: z.string().optional(),
      once: z.boolean().optional(),
      ignored: z.boolean().optional(),
      category: z.string().optional(),
    }),
  }),
  z.object({
    what: z.literal('taste'),
    likes: z.array(z.string()),
    dislikes: z.array(z.string()),
    activities: z.array(z.string()),
  }),
]);

const memory = z.object({
  wish: wish.nullable(),
  offered: z.array(offered),
  shownIds: z.array(z.string()),
  planned: z.boolean().default(false),
  brief: z.boolean().default(false),
  child: z.number().nullable().default(null),
  consoles: z.array(z.string()).default([]),
  spoken: z.array(z.string()).default([]),
  wishes: z.array(wish).default([]),
  subject: z.object({ itemId: z.string(), title: z.string() }).nullable(),
  figure: z.string().nullable(),
  home: z.string().nullable().default(null),
  service: z.string().nullable().default(null),
  lastSpend: z
    .object({
      transactionId: z.string(),
      description: z.string(),
      on: z.string().optional(),
      amount: money.optional(),
    })
    .nullable(),
  done: done.nullable().default(null),
  frame: moneyFrame.nullable().default(null),
  spends: z.array(z.object({ transactionId: z.string(), description: z.string() })).default([]),
  pending: pending.nullable(),
  turns: z.number().default(0),
  gists: z.array(z.string()).default([]),
});

export type Done = z.infer<typeof done>;
type OfferedItem = z.infer<typeof offered>;
export type Pending = z.infer<typeof pending>;

/** What a conversation keeps in mind from turn to turn: the last wish, what was offered, what was asked. */
export interface TurnMemory {
  readonly wish: Wish | null;
  /** The parts of the last wish, where it had several: "dinner, and then a film". */
  readonly wishes: readonly Wish[];
  /** The last list, in the order in which it was shown. */
  readonly offered: readonly OfferedItem[];
  readonly shownIds: readonly string[];
  /** What was offered is one evening, and not a choice. */
  readonly planned: boolean;
  /** They asked for short answers. */
  readonly brief: boolean;
  /** The age of their youngest child, where they told it. */
  readonly child: number | null;
  /** What they play on, where they told it. */
  readonly consoles: readonly string[];
  /** The things of the list that the last answer spoke of, by their ids. */
  readonly spoken: readonly string[];
  /** The item spoken of last. */
  readonly subject: { readonly itemId: string; readonly title: string } | null;
  readonly figure: string | null;
  /** Where they said they live, for outings. */
  readonly home: string | null;
  /** The service spoken of last. */
  readonly service: string | null;
  readonly lastSpend: {
    readonly transactionId: string;
    readonly description: string;
    readonly on?: string | undefined;
    readonly amount?: Money | undefined;
  } | null;
  readonly done: Done | null;
  /** The last question about money, whole, for what goes on from it. */
  readonly frame: MoneyFrame | null;
  /** The latest spends that were told, the newest first. */
  readonly spends: readonly { readonly transactionId: string; readonly description: string }[];
  readonly pending: Pending | null;
  /** Turns of the session so far, and what the latest were about: the running summary. */
  readonly turns: number;
  readonly gists: readonly string[];
}

/** Items kept from being shown again in one conversation. */
const MAX_SHOWN = 120;
/** Turns that the running summary tells of. */
const MAX_GISTS = 12;

export const emptyMemory: TurnMemory = {
  wish: null,
  wishes: [],
  offered: [],
  shownIds: [],
  planned: false,
  brief: false,
  child: null,
  consoles: [],
  spoken: [],
  subject: null,
  figure: null,
  home: null,
  service: null,
  lastSpend: null,
  done: null,
  frame: null,
  spends: [],
  pending: null,
  turns: 0,
  gists: [],
};

/** What a turn left, from its `facts` column; an unreadable record is an empty memory. */
export function readMemory(facts: Json): TurnMemory {
  const parsed = z.object({ memory }).safeParse(facts);
  return parsed.success ? parsed.data.memory : emptyMemory;
}

/** The memory after a turn. A question that was not asked again is over; that for a document's year stays open. */
export function remember(
  earlier: TurnMemory,
  changes: readonly Partial<TurnMemory>[],
  gist: string,
): TurnMemory {
  let next: TurnMemory = {
    ...earlier,
    frame: stays(earlier.frame, changes) ? earlier.frame : null,
    pending: earlier.pending?.kind === 'year' ? earlier.pending : null,
  };
  for (const change of changes) next = { ...next, ...change };
  const fresh = next.offered.map((item) => item.itemId);
  const shownIds = [...new Set([...fresh, ...earlier.shownIds])].slice(0, MAX_SHOWN);
  const gists = [...earlier.gists, gist].filter((one) => one !== '').slice(-MAX_GISTS);
  return { ...next, shownIds, turns: earlier.turns + 1, gists };
}

/** A question about money stays in mind until something else is answered; what is left says nothing new of a price. */
function stays(frame: MoneyFrame | null, changes: readonly Partial<TurnMemory>[]): boolean {
  return changes.every(
    ({ figure, offered: list }) =>
      list === undefined && (figure === undefined || (figure === 'left' && frame?.topic === 'price')),
  );
}
