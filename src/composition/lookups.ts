import type { Config } from '../config/config.js';
import type { ExchangeRateProvider } from '../core/ports/exchange-rates.js';
import type { PriceProvider, ReviewProvider } from '../core/ports/prices-reviews.js';
import { createEuroRates } from '../infrastructure/exchange-rates/euro-rates.js';
import {
  amazonCreatorsHosts,
  createAmazonCreatorsProvider,
} from '../infrastructure/prices/amazon-creators.js';
import { amazonPagesHosts, createAmazonPagesProvider } from '../infrastructure/prices/amazon-pages.js';
import {
  createGoogleSearchEngine,
  createWebReviewProvider,
  googleSearchHosts,
} from '../infrastructure/reviews/web-search.js';
import { createYoutubeProvider, youtubeHosts } from '../infrastructure/reviews/youtube.js';
import { systemClock as clock } from '../infrastructure/runtime/clock.js';
import { createSafeFetch } from '../infrastructure/web-fetch/safe-fetch.js';

/**
 * Providers of prices, reviews and exchange rates that the configuration has keys or addresses for: official ones first,
 * pages last. Without any, the stored, static data stays as it is.
 */
export function createLookups(config: Config): {
  readonly priceProviders: PriceProvider[];
  readonly reviewProviders: ReviewProvider[];
  readonly exchangeRates?: ExchangeRateProvider;
} {
  const priceProviders: PriceProvider[] = [];
  const reviewProviders: ReviewProvider[] = [];
  const {
    AMAZON_ACCESS_KEY: credentialId,
    AMAZON_SECRET_KEY: credentialSecret,
    AMAZON_PARTNER_TAG: partnerTag,
  } = config;
  if (credentialId && credentialSecret && partnerTag) {
    const fetcher = createSafeFetch({ hosts: amazonCreatorsHosts, robots: false });
    priceProviders.push(
      createAmazonCreatorsProvider({ fetcher, clock, credentialId, credentialSecret, partnerTag }),
    );
  }
  if (config.FEATURE_PRICE_PAGES && config.PRICE_PAGES_TERMS_ACKNOWLEDGED) {
    const fetcher = createSafeFetch({ hosts: amazonPagesHosts, robots: true });
    priceProviders.push(createAmazonPagesProvider({ fetcher, clock }));
  }
  if (config.YOUTUBE_API_KEY) {
    const fetcher = createSafeFetch({ hosts: youtubeHosts, robots: false });
    reviewProviders.push(createYoutubeProvider({ fetcher, clock, apiKey: config.YOUTUBE_API_KEY }));
  }
  if (config.GOOGLE_API_KEY && config.GOOGLE_SEARCH_ENGINE_ID) {
    const fetcher = createSafeFetch({ hosts: googleSearchHosts, robots: false });
    const engine = createGoogleSearchEngine({
      fetcher,
      apiKey: config.GOOGLE_API_KEY,
      engineId: config.GOOGLE_SEARCH_ENGINE_ID,
    });
    reviewProviders.push(createWebReviewProvider(engine, clock));
  }
  const url = config.EXCHANGE_RATES_URL;
  if (url === undefined) return { priceProviders, reviewProviders };
  const fetcher = createSafeFetch({ hosts: [new URL(url).hostname], robots: false });
  return { priceProviders, reviewProviders, exchangeRates: createEuroRates({ fetcher, clock, url }) };
}
