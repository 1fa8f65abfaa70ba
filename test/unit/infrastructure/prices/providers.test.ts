import { afterEach, describe, expect, it } from '@jest/globals';
import type { LookupSubject } from '../../../../src/core/ports/prices-reviews.js';
import { createAmazonCreatorsProvider } from '../../../../src/infrastructure/prices/amazon-creators.js';
import {
  createAmazonPagesProvider,
  parseAmazonPage,
} from '../../../../src/infrastructure/prices/amazon-pages.js';
import { sameTitle } from '../../../../src/infrastructure/prices/same-title.js';
import {
  createGoogleSearchEngine,
  createWebReviewProvider,
} from '../../../../src/infrastructure/reviews/web-search.js';
import { createYoutubeProvider } from '../../../../src/infrastructure/reviews/youtube.js';
import { FetchError } from '../../../../src/infrastructure/web-fetch/fetch-error.js';
import {
  createSafeFetch,
  type FetchedPage,
  type FetchRequest,
  type SafeFetch,
} from '../../../../src/infrastructure/web-fetch/safe-fetch.js';
import { loopbackCertificate } from '../../../support/tls/loopback-certificate.js';
import { type LoopbackServer, startLoopbackServer, testNames } from '../../../support/tls/loopback-server.js';

const at = new Date('2026-11-01T00:00:00Z');
const clock = { now: () => at, sleep: async () => undefined };
const { signal } = new AbortController();
const catan: LookupSubject = { title: 'Catan', type: 'board_game', creator: 'Klaus Teuber', year: 1995 };

let server: LoopbackServer | null = null;
let fetcher: SafeFetch | null = null;

afterEach(async () => {
  await fetcher?.close();
  await server?.close();
  server = null;
  fetcher = null;
});

async function officialService(answer: (path: string, body: string) => [number, unknown]) {
  const bodies: string[] = [];
  server = await startLoopbackServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += String(chunk);
    });
    request.on('end', () => {
      bodies.push(body);
      const [status, value] = answer(request.url ?? '', body);
      response
        .writeHead(status, { 'content-type': 'application/json' })
        .end(typeof value === 'string' ? value : JSON.stringify(value));
    });
  });
  fetcher = createSafeFetch({
    hosts: ['shop.test'],
    robots: false,
    intervalMilliseconds: 0,
    loopback: { port: server.port, ca: loopbackCertificate, resolve: testNames, allows: () => true },
  });
  return { base: `https://shop.test:${server.port}`, fetcher, bodies };
}

/** A fetcher that answers from a saved page. */
function saved(text: string, status = 200): SafeFetch & { readonly asked: [string, FetchRequest][] } {
  const asked: [string, FetchRequest][] = [];
  return {
    asked,
    fetch: async (url, request): Promise<FetchedPage> => {
      asked.push([url, request]);
      return { url, status, text };
    },
    close: async () => undefined,
  };
}

describe('titles', () => {
  it.each([
    ['CATAN Board Game (Base Game)', 'Catan', true],
    ['Catan: Seafarers Expansion', 'Catan', false],
    ['Wingspan', 'Catan', false],
    ['The Hobbit: Illustrated Edition (Paperback)', 'The Hobbit', true],
    ['Pokémon Trading Card Game', 'Pokemon Trading Card Game', true],
  ])('%s is %s: %s', (found, wanted, same) => {
    expect(sameTitle(found, wanted)).toBe(same);
  });
});

describe('the official shop service', () => {
  const found = {
    searchResult: {
      items: [
        {
          asin: 'B00U26V4VQ',
          detailPageURL: 'https://www.amazon.com/dp/B00U26V4VQ',
          itemInfo: { title: { displayValue: 'CATAN Board Game' } },
          offersV2: { listings: [{ price: { money: { amount: 43.97, currency: 'USD' } } }] },
        },
        { itemInfo: { title: { displayValue: 'Catan Seafarers Expansion' } }, offersV2: { listings: [] } },
      ],
    },
  };
  const open = async (answer: (path: string) => [number, unknown]) => {
    const service = await officialService(answer);
    const provider = createAmazonCreatorsProvider({
      fetcher: service.fetcher,
      clock,
      credentialId: 'id',
      credentialSecret: 'secret',
      partnerTag: 'tag-20',
      tokenUrl: `${service.base}/token`,
      apiUrl: service.base,
    });
    return { ...service, provider };
  };

  it('is asked with a token that is used again', async () => {
    const { provider, bodies } = await open((path) =>
      path === '/token' ? [200, { access_token: 't', expires_in: 3600 }] : [200, found],
    );
    expect(await provider.lookUpPrices(catan, signal)).toEqual({
      found: [
        {
          provider: 'amazon',
          title: 'CATAN Board Game',
          price: { minor: 4_397, currency: 'USD' },
          url: 'https://www.amazon.com/dp/B00U26V4VQ',
          fetchedAt: at,
        },
      ],
    });
    await provider.lookUpPrices(catan, signal);
    expect(server?.asked).toEqual(['/token', '/catalog/v1/searchItems', '/catalog/v1/searchItems']);
    expect(bodies[0]).toContain('grant_type=client_credentials');
    expect(JSON.parse(bodies[1] ?? '')).toMatchObject({
      keywords: 'Catan Klaus Teuber',
      partnerTag: 'tag-20',
    });
  });

  it.each([
    ['a refusal', 403, {}, 'BLOCKED'],
    ['a limit', 429, {}, 'OVER_QUOTA'],
    ['another shape', 200, { searchResult: { items: [{ title: 'x' }] } }, 'LAYOUT_CHANGED'],
    ['no JSON', 200, '<html>', 'LAYOUT_CHANGED'],
    ['nothing', 200, {}, 'NO_RESULTS'],
  ])('that answers with %s is a typed failure', async (_name, status, value, failure) => {
    const { provider } = await open((path) =>
      path === '/token' ? [200, { access_token: 't', expires_in: 3600 }] : [status, value],
    );
    expect(await provider.lookUpPrices(catan, signal)).toEqual({ failure });
  });
});

describe('a shop’s pages', () => {
  const card = (asin: string, title: string, price: string, more = '') =>
    `<div data-asin="${asin}" data-component-type="s-search-result">${more}<h2 aria-label="x"><span>${title}</span></h2>
     <span class="a-price"><span class="a-offscreen">${price}</span></span></div>`;

  it('are read card by card, advertisements left out', () => {
    const html = [
      card('B000000001', 'Catan Game', '$1.00', '<span class="puis-sponsored-label-text">Sponsored</span>'),
      card('B00U26V4VQ', 'CATAN Board Game &amp; More', '$1,043.97'),
      card('B000000002', 'Wingspan', '$50.00'),
    ].join('');
    expect(parseAmazonPage(html, catan, at)).toMatchObject([
      { price: { minor: 104_397, currency: 'USD' }, url: 'https://www.amazon.com/dp/B00U26V4VQ' },
    ]);
  });

  it.each([
    ['a captcha that came with status 200', 'Enter the characters you see below', { failure: 'BLOCKED' }],
    ['a page of another shape', '<html><body>welcome</body></html>', { failure: 'LAYOUT_CHANGED' }],
    ['a word that there is nothing', 'No results for catan', { failure: 'NO_RESULTS' }],
  ])('with %s say so', async (_name, html, result) => {
    const provider = createAmazonPagesProvider({ fetcher: saved(html), clock });
    expect(await provider.lookUpPrices(catan, signal)).toEqual(result);
  });

  it('that robots may not read stay unread', async () => {
    const refusing: SafeFetch = {
      fetch: () => Promise.reject(new FetchError('ROBOTS', 'no')),
      close: async () => undefined,
    };
    const provider = createAmazonPagesProvider({ fetcher: refusing, clock });
    expect(await provider.lookUpPrices(catan, signal)).toEqual({ failure: 'BLOCKED' });
  });
});

describe('reviews', () => {
  it('come from videos about the thing, the key in a header and never in the address', async () => {
    const service = await officialService((path) =>
      path.includes('/search')
        ? [200, { items: [{ id: { videoId: 'abcdefghijk' } }, { id: { videoId: 'zzzzzzzzzzz' } }] }]
        : [
            200,
            {
              items: [
                {
                  id: 'abcdefghijk',
                  snippet: {
                    title: 'Catan review',
                    channelTitle: 'A Channel',
                    description: 'https://link.example\nStill a fine first game for four, says our table.',
                    publishedAt: '2024-05-01T10:00:00Z',
                  },
                },
                {
                  id: 'zzzzzzzzzzz',
                  snippet: {
                    title: 'Something else',
                    channelTitle: 'B',
                    description: '',
                    publishedAt: '2024-05-01T10:00:00Z',
                  },
                },
              ],
            },
          ],
    );
    const provider = createYoutubeProvider({
      fetcher: service.fetcher,
      clock,
      apiKey: 'key-1',
      baseUrl: service.base,
    });
    expect(await provider.lookUpReviews(catan, signal)).toMatchObject({
      found: [
        {
          url: 'https://www.youtube.com/watch?v=abcdefghijk',
          author: 'A Channel',
          snippet: 'Still a fine first game for four, says our table.',
        },
      ],
    });
    expect(server?.asked.join(' ')).not.toContain('key-1');
  });

  it('say when the day’s quota is used up', async () => {
    const service = await officialService(() => [403, { error: { errors: [{ reason: 'quotaExceeded' }] } }]);
    const provider = createYoutubeProvider({
      fetcher: service.fetcher,
      clock,
      apiKey: 'k',
      baseUrl: service.base,
    });
    expect(await provider.lookUpReviews(catan, signal)).toEqual({ failure: 'OVER_QUOTA' });
  });

  it('come from the five best pages of whichever engine is plugged in', async () => {
    const items = Array.from({ length: 8 }, (_, index) => ({
      title: `Page ${index}`,
      link: `https://p${index}.example/`,
      snippet: 's',
    }));
    const service = await officialService(() => [200, { items }]);
    const engine = createGoogleSearchEngine({
      fetcher: service.fetcher,
      apiKey: 'k',
      engineId: 'e',
      baseUrl: service.base,
    });
    const result = await createWebReviewProvider(engine, clock).lookUpReviews(catan, signal);
    expect('found' in result && result.found.map(({ url }) => url)).toHaveLength(5);
    expect(decodeURIComponent(server?.asked[0] ?? '')).toContain('Catan+Klaus+Teuber+board+game+review');
  });
});
