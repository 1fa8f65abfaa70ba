import type { LookupSubject, PriceProvider, PriceQuote } from '../../core/ports/prices-reviews.js';
import type { Clock } from '../../core/ports/runtime.js';
import { fromMajor, InvalidAmountError } from '../../domain/money.js';
import { createLookupGuard, failureOfStatus, LookupError } from '../web-fetch/lookup-guard.js';
import type { SafeFetch } from '../web-fetch/safe-fetch.js';
import { sameTitle } from './same-title.js';

/** The host that the fetcher must allow. */
export const amazonPagesHosts = ['www.amazon.com'] as const;

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

function plain(html: string): string {
  return html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(?:#(\d{1,6})|#x([\da-f]{1,5})|([a-z]+));/gi, (whole, decimal, hex, name) => {
      if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
      if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
      return entities[String(name).toLowerCase()] ?? whole;
    })
    .replace(/\s+/g, ' ')
    .trim();
}

/** Where the page says that it takes us for a robot; it does so with status 200. */
const captcha = /validateCaptcha|Enter the characters you see|api-services-support@amazon/i;
const nothingFound = /No results for|did not match any products/i;

interface Card {
  readonly asin: string;
  readonly html: string;
}

function cardsOf(html: string): Card[] {
  const tags = [...html.matchAll(/<div\b[^>]*data-component-type="s-search-result"[^>]*>/g)];
  return tags.flatMap((tag, index) => {
    const asin = /data-asin="([A-Z0-9]{10})"/.exec(tag[0])?.[1];
    const card = html.slice(tag.index, tags[index + 1]?.index ?? tag.index + 60_000);
    return asin === undefined ? [] : [{ asin, html: card }];
  });
}

/**
 * Reads a page of search results. Paid placements are passed over.
 * @throws LookupError BLOCKED for a captcha, LAYOUT_CHANGED where there are neither cards nor a word that nothing was found
 */
export function parseAmazonPage(html: string, subject: LookupSubject, fetchedAt: Date): PriceQuote[] {
  if (captcha.test(html)) throw new LookupError('BLOCKED', 'The page asks for a captcha.');
  const cards = cardsOf(html);
  if (cards.length === 0) {
    if (nothingFound.test(html)) return [];
    throw new LookupError('LAYOUT_CHANGED', 'The page has no results that can be read.');
  }
  let readable = 0;
  const quotes = cards.flatMap(({ asin, html: card }): PriceQuote[] => {
    const title = plain(/<h2\b[^>]*>([\s\S]*?)<\/h2>/.exec(card)?.[1] ?? '');
    const price = /class="a-offscreen">\s*\$([\d,]+\.\d{2})\s*</.exec(card)?.[1];
    if (title !== '') readable += 1;
    const sponsored = /AdHolder|puis-sponsored-label/.test(card);
    if (title === '' || price === undefined || sponsored || !sameTitle(title, subject.title)) return [];
    try {
      const amount = fromMajor(price.replaceAll(',', ''), 'USD');
      return [
        {
          provider: 'amazon-pages',
          title,
          price: amount,
          url: `https://www.amazon.com/dp/${asin}`,
          fetchedAt,
        },
      ];
    } catch (error) {
      if (error instanceof InvalidAmountError) return [];
      throw error;
    }
  });
  if (readable === 0) throw new LookupError('LAYOUT_CHANGED', 'No result has a title.');
  return quotes;
}

/**
 * Prices from Amazon's public search pages. To be switched on only by an operator who has read the site's terms and says so;
 * the fetcher obeys robots.txt, which may well forbid it: then the answer is BLOCKED.
 */
export function createAmazonPagesProvider(options: {
  readonly fetcher: SafeFetch;
  readonly clock: Clock;
}): PriceProvider {
  const guard = createLookupGuard({ callsPerDay: 200, failuresInARow: 2, restMilliseconds: 3_600_000 });
  return {
    name: 'amazon-pages',
    lookUpPrices: (subject, signal) =>
      guard(async () => {
        const words = [subject.title, subject.type.replace('_', ' ')].join(' ');
        const url = `https://www.amazon.com/s?${new URLSearchParams({ k: words })}`;
        const page = await options.fetcher.fetch(url, { signal, headers: { accept: 'text/html' } });
        const failure = failureOfStatus(page.status);
        if (failure !== null) throw new LookupError(failure, `The site answered ${page.status}.`);
        return parseAmazonPage(page.text, subject, options.clock.now()).slice(0, 5);
      }),
  };
}
