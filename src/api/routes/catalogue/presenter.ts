import type { z } from 'zod';
import type { FoundItem, ItemDetails, ProviderOutcome } from '../../../core/catalogue/types.js';
import type { PriceQuote, Review } from '../../../core/ports/prices-reviews.js';
import type {
  EveningPlan,
  Explanation,
  RecommendationList,
  RecommendedItem,
  WishlistEntry,
} from '../../../core/recommendations/types.js';
import { type Money, toMajor } from '../../../domain/money.js';
import type { EffectiveCost } from '../../../domain/ranking/effective-cost.js';
import type { CatalogueItem } from '../../../domain/ranking/item.js';
import { presentMoney } from '../../present.js';
import type * as schemas from './schemas.js';

function major(amount: Money | null): number | null {
  return amount === null ? null : toMajor(amount);
}

export function presentItem(item: CatalogueItem): z.input<typeof schemas.item> {
  return {
    id: item.id,
    title: item.title,
    type: item.type,
    description: item.description,
    genre: item.genres[0] ?? null,
    genres: [...item.genres],
    price: major(item.price),
    priceMax: major(item.priceMax),
    currency: item.currency,
    priceType: item.priceType,
    pricePer: item.pricePer,
    fee: major(item.fee),
    priceAsOf: item.priceAsOf,
    platform: item.platform,
    externalUrl: item.externalUrl,
    imageUrl: item.imageUrl,
    rating: item.rating,
    ratingCount: item.ratingCount,
    year: item.year,
    creators: [...item.creators],
    moods: [...item.moods],
    playersMin: item.playersMin,
    playersMax: item.playersMax,
    minutes: item.minutes,
    age: item.age,
    place: item.place && {
      city: item.place.city,
      region: item.place.region,
      country: item.place.country,
      kind: item.place.kind,
    },
    includedIn: item.includedIn.map(({ service, region }) => ({ service, region })),
    tiers: item.tiers.map(({ name, price, cadence }) => ({ name, price: presentMoney(price), cadence })),
    tags: [...item.tags],
  };
}

export function presentCost(cost: EffectiveCost): z.input<typeof schemas.cost> {
  if (!cost.known) {
    return {
      known: false,
      total: null,
      currency: null,
      basis: null,
      recurring: false,
      service: null,
      tier: null,
      partySize: 1,
      fees: null,
    };
  }
  return {
    known: true,
    total: toMajor(cost.total),
    currency: cost.total.currency,
    basis: cost.basis,
    recurring: cost.recurring,
    service: cost.service,
    tier: cost.tier,
    partySize: cost.partySize,
    fees: major(cost.fees),
  };
}

export function presentPriced({ item, cost }: Omit<FoundItem, 'score'>): z.input<typeof schemas.pricedItem> {
  return { ...presentItem(item), cost: presentCost(cost) };
}

export function presentQuote(quote: PriceQuote): z.input<typeof schemas.quote> {
  return {
    provider: quote.provider,
    title: quote.title,
    price: toMajor(quote.price),
    currency: quote.price.currency,
    url: quote.url,
    fetchedAt: quote.fetchedAt.toISOString(),
  };
}

export function presentReview(review: Review): z.input<typeof schemas.review> {
  return {
    provider: review.provider,
    title: review.title,
    url: review.url,
    author: review.author,
    snippet: review.snippet,
    publishedAt: review.publishedAt?.toISOString() ?? null,
    fetchedAt: review.fetchedAt.toISOString(),
  };
}

export function presentOutcome({ provider, found, failure }: ProviderOutcome) {
  return { provider, found, failure };
}

export function presentDetails(details: ItemDetails): z.input<typeof schemas.itemDetails> {
  return {
    ...presentPriced(details),
    prices: details.quotes.map(presentQuote),
    reviews: details.reviews.map(presentReview),
    reviewSummary: details.reviewSummary,
    mine: {
      states: [...(details.mine?.states ?? [])],
      rating: details.mine?.rating ?? null,
      wished: details.mine?.wished ?? false,
    },
  };
}

function presentRecommended(
  entry: RecommendedItem,
): z.input<typeof schemas.recommendations>['items'][number] {
  return {
    recommendationId: entry.recommendationId,
    item: presentItem(entry.item),
    cost: presentCost(entry.cost),
    score: entry.score,
    reason: entry.reason,
    alternatives: entry.alternatives.map(({ itemId, title, cost }) => ({
      itemId,
      title,
      cost: presentMoney(cost),
    })),
  };
}

export function presentRecommendations(list: RecommendationList): z.input<typeof schemas.recommendations> {
  return {
    items: list.items.map(presentRecommended),
    freeAlternative: list.freeAlternative && presentRecommended(list.freeAlternative),
    limit: list.limit && presentMoney(list.limit),
    unmet: [...list.unmet],
  };
}

export function presentWish(entry: WishlistEntry): z.input<typeof schemas.wishlist>['items'][number] {
  return {
    item: presentItem(entry.item),
    targetPrice: entry.targetPrice && presentMoney(entry.targetPrice),
    currentPrice: entry.currentPrice && presentMoney(entry.currentPrice),
    priceAsOf: entry.priceAsOf,
    reached: entry.reached,
    addedAt: entry.addedAt.toISOString(),
  };
}

export function presentItemExplanation(value: Explanation): z.input<typeof schemas.explanation> {
  return {
    item: presentItem(value.item),
    cost: presentCost(value.cost),
    recommendable: value.recommendable,
    reason: value.reason,
    whyNot: [...value.whyNot],
  };
}

export function presentEvening(plan: EveningPlan | null): z.input<typeof schemas.eveningPlan> {
  if (plan === null) return { plan: null };
  return {
    plan: {
      parts: plan.parts.map(({ item, cost, role }) => ({
        item: presentItem(item),
        cost: presentMoney(cost),
        role,
      })),
      total: presentMoney(plan.total),
      left: presentMoney(plan.left),
      partySize: plan.partySize,
      summary: plan.summary,
    },
  };
}
