import { z } from 'zod';
import type { LookupSubject, PriceProvider, PriceQuote } from '../../core/ports/prices-reviews.js';
import type { Clock } from '../../core/ports/runtime.js';
import { fromMajor, InvalidAmountError } from '../../domain/money.js';
import { createLookupGuard, failureOfStatus, LookupError } from '../web-fetch/lookup-guard.js';
import type { FetchedPage, SafeFetch } from '../web-fetch/safe-fetch.js';
import { sameTitle } from './same-title.js';

export interface AmazonCreatorsOptions {
  readonly fetcher: SafeFetch;
  readonly clock: Clock;
  readonly credentialId: string;
  readonly credentialSecret: string;
  readonly partnerTag: string;
  /** The shop, as `x-marketplace` names it. */
  readonly marketplace?: string;
  /** Credentials belong to a region; each has a token address of its own. */
  readonly tokenUrl?: string;
  readonly apiUrl?: string;
}

/** Hosts that the fetcher must allow. */
export const amazonCreatorsHosts = [
  'creatorsapi.amazon',
  'creatorsapi.auth.us-east-1.amazoncognito.com',
] as const;

const tokenSchema = z.object({ access_token: z.string().min(1), expires_in: z.number().positive() });
const itemSchema = z.looseObject({
  detailPageURL: z.url().nullish(),
  itemInfo: z.looseObject({ title: z.looseObject({ displayValue: z.string() }) }),
  offersV2: z
    .looseObject({
      listings: z.array(
        z.looseObject({
          price: z.looseObject({ money: z.looseObject({ amount: z.number(), currency: z.string() }) }),
        }),
      ),
    })
    .nullish(),
});
const answerSchema = z.looseObject({
  searchResult: z.looseObject({ items: z.array(itemSchema) }).nullish(),
});

const indexes: Readonly<Record<string, string>> = {
  book: 'Books',
  board_game: 'ToysAndGames',
  card_game: 'ToysAndGames',
};

/** Prices from Amazon's Creators API, the official successor of the Product Advertising API (OAuth 2, client credentials). */
export function createAmazonCreatorsProvider(options: AmazonCreatorsOptions): PriceProvider {
  const guard = createLookupGuard({ callsPerDay: 8_000 });
  let token: { readonly value: string; readonly until: number } | null = null;

  const accessToken = async (signal: AbortSignal): Promise<string> => {
    const now = options.clock.now().getTime();
    if (token !== null && token.until > now) return token.value;
    const page = await options.fetcher.fetch(
      options.tokenUrl ?? 'https://creatorsapi.auth.us-east-1.amazoncognito.com/oauth2/token',
      {
        method: 'POST',
        signal,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({
          grant_type: 'client_credentials',
          client_id: options.credentialId,
          client_secret: options.credentialSecret,
          scope: 'creatorsapi/default',
        }).toString(),
      },
    );
    const granted = parsed(tokenSchema, page);
    // Renewed a minute early, so that no request goes out with a token about to end.
    token = { value: granted.access_token, until: now + (granted.expires_in - 60) * 1_000 };
    return token.value;
  };

  const search = async (subject: LookupSubject, signal: AbortSignal): Promise<PriceQuote[]> => {
    const marketplace = options.marketplace ?? 'www.amazon.com';
    const page = await options.fetcher.fetch(
      `${options.apiUrl ?? 'https://creatorsapi.amazon'}/catalog/v1/searchItems`,
      {
        method: 'POST',
        signal,
        headers: {
          authorization: `Bearer ${await accessToken(signal)}`,
          'content-type': 'application/json',
          'x-marketplace': marketplace,
        },
        body: JSON.stringify({
          keywords: [subject.title, subject.creator].filter((part) => part !== null).join(' '),
          searchIndex: indexes[subject.type] ?? 'All',
          partnerTag: options.partnerTag,
          marketplace,
          itemCount: 5,
          resources: ['itemInfo.title', 'offersV2.listings.price'],
        }),
      },
    );
    if (page.status === 401) token = null;
    const answer = parsed(answerSchema, page);
    return (answer.searchResult?.items ?? []).flatMap((item) => quoteOf(item, subject, options.clock.now()));
  };
  return { name: 'amazon', lookUpPrices: (subject, signal) => guard(() => search(subject, signal)) };
}

function quoteOf(item: z.output<typeof itemSchema>, subject: LookupSubject, fetchedAt: Date): PriceQuote[] {
  const title = item.itemInfo.title.displayValue;
  const money = item.offersV2?.listings[0]?.price.money;
  // Search gives what sells; only what is the thing itself is a price of it.
  if (money === undefined || !sameTitle(title, subject.title)) return [];
  try {
    const price = fromMajor(money.amount.toFixed(2), money.currency);
    return [{ provider: 'amazon', title, price, url: item.detailPageURL ?? null, fetchedAt }];
  } catch (error) {
    if (error instanceof InvalidAmountError) return [];
    throw error;
  }
}

/** @throws LookupError */
function parsed<T>(schema: z.ZodType<T>, page: FetchedPage): T {
  const failure = failureOfStatus(page.status);
  if (failure !== null) throw new LookupError(failure, `The service answered ${page.status}.`);
  let value: unknown;
  try {
    value = JSON.parse(page.text);
  } catch (error) {
    throw new LookupError('LAYOUT_CHANGED', 'The answer is not JSON.', error);
  }
  const result = schema.safeParse(value);
  if (!result.success) throw new LookupError('LAYOUT_CHANGED', 'The answer has another shape.', result.error);
  return result.data;
}
