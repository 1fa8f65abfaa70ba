import { z } from 'zod';
import { itemTypes, priceTypes } from '../../../domain/ranking/item.js';
import { nextCursor } from '../../pagination.js';
import {
  amount,
  currencyCode,
  decimalNumber,
  givenAmount,
  id,
  instant,
  listOf,
  money,
  text,
  wholeNumber,
  yesNo,
} from '../../schemas.js';

const itemType = z.enum(itemTypes);
const word = z.string().trim().toLowerCase().min(1).max(60);
const name = z.string().trim().min(1).max(100);

export const cost = z
  .strictObject({
    known: z.boolean().meta({ description: 'Unknown stays unknown, never 0.' }),
    total: amount.nullable().meta({ description: 'For the whole party, known fees included.' }),
    currency: currencyCode.nullable(),
    basis: z.enum(['free', 'included', 'price', 'tier', 'upper-bound']).nullable(),
    recurring: z.boolean().meta({ description: 'Charged again every month or year.' }),
    service: z
      .string()
      .nullable()
      .meta({ description: 'The subscription that includes it, or that it takes.' }),
    tier: z.string().nullable(),
    partySize: z.int(),
    fees: amount.nullable(),
  })
  .meta({ id: 'Cost', description: 'What the item would cost you now.' });

const itemFields = {
  id,
  title: z.string(),
  type: itemType,
  description: z.string().nullable(),
  genre: z.string().nullable(),
  genres: z.array(z.string()),
  price: amount.nullable(),
  priceMax: amount.nullable(),
  currency: currencyCode,
  priceType: z.enum(priceTypes).nullable(),
  pricePer: z.enum(['person', 'group']),
  fee: amount.nullable(),
  priceAsOf: z.string().nullable().meta({ description: 'The date of the price: say “about” beside it.' }),
  platform: z.string().nullable(),
  externalUrl: z.string().nullable(),
  imageUrl: z.string().nullable(),
  rating: z.number().nullable().meta({ description: '0 to 5.' }),
  ratingCount: z.int().nullable(),
  year: z.int().nullable(),
  creators: z.array(z.string()),
  moods: z.array(z.string()),
  playersMin: z.int().nullable(),
  playersMax: z.int().nullable(),
  minutes: z.number().nullable(),
  age: z.number().nullable(),
  place: z
    .strictObject({
      city: z.string().nullable(),
      region: z.string().nullable(),
      country: z.string().nullable(),
      kind: z.string().nullable(),
    })
    .nullable(),
  includedIn: z.array(z.strictObject({ service: z.string(), region: z.string().nullable() })),
  tiers: z.array(z.strictObject({ name: z.string(), price: money, cadence: z.string() })),
  tags: z.array(z.string()),
};

export const item = z.strictObject(itemFields).meta({ id: 'Item' });
export const pricedItem = z.strictObject({ ...itemFields, cost }).meta({ id: 'PricedItem' });

export const quote = z
  .strictObject({
    provider: z.string().meta({ description: 'The source.' }),
    title: z.string(),
    price: amount,
    currency: currencyCode,
    url: z.string().nullable(),
    fetchedAt: instant.meta({ description: 'Its age.' }),
  })
  .meta({ id: 'PriceQuote' });

export const review = z
  .strictObject({
    provider: z.string().meta({ description: 'The source.' }),
    title: z.string(),
    url: z.string(),
    author: z.string().nullable(),
    snippet: z.string(),
    publishedAt: instant.nullable(),
    fetchedAt: instant,
  })
  .meta({ id: 'Review' });

export const itemStateName = z.enum(['owned', 'seen', 'rejected', 'purchased']);

export const itemDetails = z
  .strictObject({
    ...itemFields,
    cost,
    prices: z.array(quote),
    reviews: z.array(review),
    reviewSummary: z.string().nullable(),
    mine: z.strictObject({
      states: z.array(itemStateName),
      rating: z.number().nullable(),
      wished: z.boolean(),
    }),
  })
  .meta({ id: 'ItemDetails' });

const filterFields = {
  type: listOf(itemType, itemTypes.length).optional(),
  genre: listOf(word).optional(),
  excludeGenre: listOf(word).optional(),
  mood: listOf(word).optional(),
  platform: listOf(name).optional(),
  maxPrice: decimalNumber(0, 1_000_000).optional(),
  currency: currencyCode.optional(),
  freeOnly: yesNo.optional().meta({ description: 'Costs nothing more with what you subscribe to.' }),
  players: wholeNumber(1, 100).optional(),
  maxMinutes: wholeNumber(1, 100_000).optional(),
  age: wholeNumber(0, 120).optional(),
  yearFrom: wholeNumber(0, 3000).optional(),
  yearTo: wholeNumber(0, 3000).optional(),
  minRating: decimalNumber(0, 5).optional(),
  place: name.optional(),
};

export const listQuery = z.strictObject({
  ...filterFields,
  sort: z.enum(['popular', 'rating', 'price', 'newest', 'title']).default('popular'),
  limit: wholeNumber(1, 100).default(20),
  cursor: z.string().max(500).optional(),
});

export const searchQuery = z.strictObject({
  q: text(300).meta({
    description: 'A title (typos forgiven), words, or a wish.',
    example: 'cosy board game',
  }),
  ...filterFields,
  partySize: wholeNumber(1, 50).default(1),
  limit: wholeNumber(1, 50).default(10),
});

export const recommendQuery = z.strictObject({
  limit: wholeNumber(1, 50).default(10),
  maxPrice: decimalNumber(0, 1_000_000).optional(),
  currency: currencyCode.optional(),
  mood: word.optional(),
  q: text(300).optional().meta({ description: 'Free words of the wish.' }),
  type: listOf(itemType, itemTypes.length).optional(),
  genre: listOf(word).optional(),
  excludeGenre: listOf(word).optional(),
  platform: listOf(name).optional(),
  partySize: wholeNumber(1, 50).default(1),
  maxMinutes: wholeNumber(1, 100_000).optional(),
  age: wholeNumber(0, 120).optional(),
  place: name.optional(),
  yearFrom: wholeNumber(0, 3000).optional(),
  freeOnly: yesNo.optional(),
  exclude: listOf(id, 100).optional().meta({ description: 'Items already shown.' }),
  sessionId: id.optional().meta({ description: 'The conversation they belong to.' }),
});

export const itemPage = z.strictObject({ items: z.array(pricedItem), nextCursor });

export const searchResult = z.strictObject({
  items: z.array(z.strictObject({ ...itemFields, cost, score: z.number() })),
  unmet: z
    .array(z.string())
    .meta({ description: 'Wishes that could not be met; the items are the nearest.' }),
});

const recommended = z
  .strictObject({
    recommendationId: id.nullable(),
    item,
    cost,
    score: z.number().meta({ description: '0 to 1 within this list.' }),
    reason: z.string(),
    alternatives: z.array(z.strictObject({ itemId: id, title: z.string(), cost: money })),
  })
  .meta({ id: 'RecommendedItem' });

export const recommendations = z.strictObject({
  items: z.array(recommended),
  freeAlternative: recommended.nullable(),
  limit: money.nullable().meta({ description: 'What one thing may cost; null when money is no object.' }),
  unmet: z.array(z.string()),
});

export const wish = z.strictObject({
  targetPrice: givenAmount.optional().meta({ description: 'Tell me at this price; any drop when left out.' }),
  currency: currencyCode.optional(),
});

export const saved = z.strictObject({ itemId: id, title: z.string(), saved: z.literal(true) });
export const removed = z.strictObject({ removed: z.boolean() });
export const rating = z.strictObject({ rating: z.number().min(0).max(5).meta({ example: 4.5 }) });
export const rated = z.strictObject({ itemId: id, rating: z.number() });

export const stateParams = z.strictObject({ id, state: itemStateName });
export const marked = z.strictObject({ itemId: id, state: itemStateName, on: z.boolean() });

export const wishlist = z.strictObject({
  items: z.array(
    z.strictObject({
      item,
      targetPrice: money.nullable(),
      currentPrice: money.nullable(),
      priceAsOf: z.string().nullable(),
      reached: z.boolean(),
      addedAt: instant,
    }),
  ),
});

export const response = z.strictObject({ response: z.enum(['liked', 'disliked', 'saved', 'purchased']) });
export const responded = z.strictObject({ itemId: id, title: z.string(), response: response.shape.response });

export const explanationQuery = z.strictObject({ partySize: wholeNumber(1, 50).default(1) });
export const explanation = z.strictObject({
  item,
  cost,
  recommendable: z.boolean(),
  reason: z.string(),
  whyNot: z.array(z.string()),
});

export const evening = z.strictObject({
  limit: givenAmount,
  currency: currencyCode.optional(),
  partySize: z.int().min(1).max(50).default(1),
  mood: word.optional(),
  place: name.optional(),
  age: z.int().min(0).max(120).optional(),
  types: z.array(itemType).max(itemTypes.length).optional(),
});

export const eveningPlan = z.strictObject({
  plan: z
    .strictObject({
      parts: z.array(z.strictObject({ item, cost: money, role: z.enum(['eat', 'do']) })),
      total: money,
      left: money,
      partySize: z.int(),
      summary: z.string(),
    })
    .nullable()
    .meta({ description: 'Null when nothing fits.' }),
});

const outcome = z.strictObject({
  provider: z.string(),
  found: z.int(),
  failure: z.string().nullable(),
});
export const priceList = z.strictObject({ prices: z.array(quote) });
export const priceReport = z.strictObject({ prices: z.array(quote), outcomes: z.array(outcome) });
export const reviewList = z.strictObject({ reviews: z.array(review), summary: z.string().nullable() });
export const reviewReport = z.strictObject({
  reviews: z.array(review),
  summary: z.string().nullable(),
  outcomes: z.array(outcome),
});
