import { z } from 'zod';
import type { LookupSubject, Review, ReviewProvider } from '../../core/ports/prices-reviews.js';
import type { Clock } from '../../core/ports/runtime.js';
import { sameTitle } from '../prices/same-title.js';
import { createLookupGuard, failureOfStatus, LookupError } from '../web-fetch/lookup-guard.js';
import type { SafeFetch } from '../web-fetch/safe-fetch.js';

/** The host that the fetcher must allow. */
export const youtubeHosts = ['www.googleapis.com'] as const;

const searchSchema = z.looseObject({
  items: z.array(z.looseObject({ id: z.looseObject({ videoId: z.string().regex(/^[\w-]{6,20}$/) }) })),
});
const videosSchema = z.looseObject({
  items: z.array(
    z.looseObject({
      id: z.string(),
      snippet: z.looseObject({
        title: z.string(),
        channelTitle: z.string(),
        description: z.string(),
        publishedAt: z.iso.datetime(),
      }),
    }),
  ),
});

const snippetLimit = 400;

/** The first paragraph that says something: descriptions begin with links more often than not. */
function snippetOf(description: string): string {
  const paragraphs = description.split(/\n+/).map((line) => line.replace(/https?:\/\/\S+/g, '').trim());
  return (paragraphs.find((line) => line.length >= 30) ?? paragraphs[0] ?? '').slice(0, snippetLimit);
}

/**
 * Video reviews by the YouTube Data API v3: one search (of the 100 that a day allows) and one look at what was found.
 * @param options.baseUrl for tests on a server of their own
 */
export function createYoutubeProvider(options: {
  readonly fetcher: SafeFetch;
  readonly clock: Clock;
  readonly apiKey: string;
  readonly baseUrl?: string;
}): ReviewProvider {
  const guard = createLookupGuard({ callsPerDay: 100 });
  const base = options.baseUrl ?? 'https://www.googleapis.com';
  const ask = async <T>(
    path: string,
    query: Record<string, string>,
    schema: z.ZodType<T>,
    signal: AbortSignal,
  ): Promise<T> => {
    const url = `${base}/youtube/v3/${path}?${new URLSearchParams(query)}`;
    const headers = { accept: 'application/json', 'x-goog-api-key': options.apiKey };
    const page = await options.fetcher.fetch(url, { signal, headers });
    // A used-up quota is a 403 with a reason of its own.
    const failure = page.text.includes('quotaExceeded') ? 'OVER_QUOTA' : failureOfStatus(page.status);
    if (failure !== null) throw new LookupError(failure, `YouTube answered ${page.status}.`);
    const result = schema.safeParse(jsonOf(page.text));
    if (!result.success)
      throw new LookupError('LAYOUT_CHANGED', 'The answer has another shape.', result.error);
    return result.data;
  };
  const search = async (subject: LookupSubject, signal: AbortSignal): Promise<Review[]> => {
    const words = `${subject.title} ${subject.type.replace('_', ' ')} review`;
    const query = { part: 'id', type: 'video', maxResults: '8', safeSearch: 'moderate', q: words };
    const found = await ask('search', query, searchSchema, signal);
    if (found.items.length === 0) return [];
    const id = found.items.map((item) => item.id.videoId).join(',');
    const videos = await ask('videos', { part: 'snippet', id }, videosSchema, signal);
    return videos.items
      .filter(({ snippet }) => sameTitle(snippet.title, subject.title))
      .slice(0, 5)
      .map(
        (video): Review => ({
          provider: 'youtube',
          title: video.snippet.title,
          url: `https://www.youtube.com/watch?v=${encodeURIComponent(video.id)}`,
          author: video.snippet.channelTitle,
          snippet: snippetOf(video.snippet.description),
          publishedAt: new Date(video.snippet.publishedAt),
          fetchedAt: options.clock.now(),
        }),
      );
  };
  return { name: 'youtube', lookUpReviews: (subject, signal) => guard(() => search(subject, signal)) };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new LookupError('LAYOUT_CHANGED', 'The answer is not JSON.', error);
  }
}
