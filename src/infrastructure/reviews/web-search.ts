import { z } from 'zod';
import type { LookupSubject, Review, ReviewProvider } from '../../core/ports/prices-reviews.js';
import type { Clock } from '../../core/ports/runtime.js';
import { createLookupGuard, failureOfStatus, LookupError } from '../web-fetch/lookup-guard.js';
import type { SafeFetch } from '../web-fetch/safe-fetch.js';

/** One page that a search engine found. */
export interface WebResult {
  readonly title: string;
  readonly url: string;
  readonly snippet: string;
}

/** A search engine; which one is the operator's choice, since none is certain to stay. */
export interface WebSearchEngine {
  readonly name: string;
  readonly callsPerDay: number;
  /** @throws LookupError, FetchError */
  search(words: string, signal: AbortSignal): Promise<readonly WebResult[]>;
}

/** The five best pages about an item, from whichever engine is plugged in. */
export function createWebReviewProvider(engine: WebSearchEngine, clock: Clock): ReviewProvider {
  const guard = createLookupGuard({ callsPerDay: engine.callsPerDay });
  const look = async (subject: LookupSubject, signal: AbortSignal): Promise<Review[]> => {
    const words = [subject.title, subject.creator, subject.type.replace('_', ' '), 'review'];
    const results = await engine.search(words.filter((word) => word !== null).join(' '), signal);
    return results.slice(0, 5).map(({ title, url, snippet }) => ({
      provider: engine.name,
      title,
      url,
      author: null,
      snippet: snippet.slice(0, 400),
      publishedAt: null,
      fetchedAt: clock.now(),
    }));
  };
  return { name: engine.name, lookUpReviews: (subject, signal) => guard(() => look(subject, signal)) };
}

/** The host that the fetcher must allow for Google's engine. */
export const googleSearchHosts = ['customsearch.googleapis.com'] as const;

const googleSchema = z.looseObject({
  items: z
    .array(z.looseObject({ title: z.string(), link: z.httpUrl(), snippet: z.string().default('') }))
    .default([]),
});

/** Google's Custom Search JSON API: for those who have it; it takes no new customers and ends on 2027-01-01. */
export function createGoogleSearchEngine(options: {
  readonly fetcher: SafeFetch;
  readonly apiKey: string;
  readonly engineId: string;
  readonly baseUrl?: string;
}): WebSearchEngine {
  const base = options.baseUrl ?? 'https://customsearch.googleapis.com';
  return {
    name: 'google',
    callsPerDay: 100,
    async search(words, signal) {
      const query = new URLSearchParams({ cx: options.engineId, q: words, num: '5' });
      const page = await options.fetcher.fetch(`${base}/customsearch/v1?${query}`, {
        signal,
        headers: { accept: 'application/json', 'x-goog-api-key': options.apiKey },
      });
      const failure = failureOfStatus(page.status);
      if (failure !== null) throw new LookupError(failure, `Google answered ${page.status}.`);
      let value: unknown;
      try {
        value = JSON.parse(page.text);
      } catch (error) {
        throw new LookupError('LAYOUT_CHANGED', 'The answer is not JSON.', error);
      }
      const result = googleSchema.safeParse(value);
      if (!result.success)
        throw new LookupError('LAYOUT_CHANGED', 'The answer has another shape.', result.error);
      return result.data.items.map(({ title, link, snippet }) => ({ title, url: link, snippet }));
    },
  };
}
