import { Agent, type Dispatcher, errors, request } from 'undici';
import { guardedLookup, isAddress, isPublicAddress, type ResolveName } from './addresses.js';
import { FetchError } from './fetch-error.js';
import { createPace } from './pace.js';
import { parseRobots, type RobotsRules, rulesWithoutFile } from './robots.js';

/** What a fetcher may do. The last group is for tests on loopback servers; leave it out everywhere else. */
export interface SafeFetchOptions {
  /** Hosts that may be asked, exactly; redirects too. */
  readonly hosts: readonly string[];
  /** Ask robots.txt first: for pages, not for official APIs. */
  readonly robots: boolean;
  readonly agent?: string;
  readonly timeoutMilliseconds?: number;
  readonly maxBytes?: number;
  /** Time between two requests to one host. */
  readonly intervalMilliseconds?: number;
  readonly loopback?: {
    readonly port: number;
    readonly ca: string;
    readonly resolve?: ResolveName;
    readonly allows?: (address: string) => boolean;
  };
}

export interface FetchRequest {
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal: AbortSignal;
}

export interface FetchedPage {
  readonly url: string;
  readonly status: number;
  readonly text: string;
}

/** Fetches text from a few named hosts on the public internet, and from nowhere else. */
export interface SafeFetch {
  /** @throws FetchError */
  fetch(url: string, request: FetchRequest): Promise<FetchedPage>;
  close(): Promise<void>;
}

const agentName = 'MatineeBot';
const maxRedirects = 3;
const robotsHours = 24;
const redirects = new Set([301, 302, 303, 307, 308]);

/**
 * Creates a fetcher: https only, hosts from a list, public addresses only (literals and names, checked on the addresses
 * that are connected to), every redirect checked again, robots obeyed, one request a second to a host, a cap on the body
 * and a deadline on the whole.
 */
export function createSafeFetch(options: SafeFetchOptions): SafeFetch {
  const { loopback } = options;
  const allowed = loopback?.allows ?? isPublicAddress;
  const dispatcher = new Agent({
    connect: { lookup: guardedLookup(allowed, loopback?.resolve), ...(loopback && { ca: loopback.ca }) },
    connections: 4,
    bodyTimeout: options.timeoutMilliseconds ?? 10_000,
    headersTimeout: options.timeoutMilliseconds ?? 10_000,
  });
  const pace = createPace(options.intervalMilliseconds ?? 1_000);
  const robots = new Map<string, { readonly rules: RobotsRules; readonly until: number }>();

  const checked = (text: string): URL => {
    const url = URL.canParse(text) ? new URL(text) : null;
    if (url?.protocol !== 'https:') throw new FetchError('NOT_HTTPS', 'Only https addresses are fetched.');
    if (isAddress(url.hostname) && !allowed(url.hostname)) {
      throw new FetchError('FORBIDDEN_ADDRESS', `${url.hostname} is not on the public internet.`);
    }
    const port = url.port === '' ? 443 : Number(url.port);
    const listed = options.hosts.includes(url.hostname) && url.username === '' && url.password === '';
    if (!listed || port !== (loopback?.port ?? 443)) {
      throw new FetchError('FORBIDDEN_HOST', `${url.host} is not a host that is asked.`);
    }
    return url;
  };

  const once = async (
    url: URL,
    asked: FetchRequest,
    signal: AbortSignal,
  ): Promise<Dispatcher.ResponseData> => {
    await pace(url.host, signal);
    return request(url, {
      dispatcher,
      signal,
      method: asked.method ?? 'GET',
      headers: {
        'user-agent': `${agentName}/1.0 (${options.agent ?? 'entertainment assistant'})`,
        // A small body that unpacks into a large one would get past the cap.
        'accept-encoding': 'identity',
        ...asked.headers,
      },
      ...(asked.body !== undefined && { body: asked.body }),
    });
  };

  const robotsOf = async (url: URL, signal: AbortSignal): Promise<RobotsRules> => {
    const known = robots.get(url.origin);
    if (known !== undefined && known.until > performance.now()) return known.rules;
    const response = await once(new URL('/robots.txt', url.origin), { signal }, signal);
    const text = await readText(response, 512_000);
    const rules =
      response.statusCode === 200 ? parseRobots(text, agentName) : rulesWithoutFile(response.statusCode);
    robots.set(url.origin, { rules, until: performance.now() + robotsHours * 3_600_000 });
    return rules;
  };

  const follow = async (text: string, asked: FetchRequest, signal: AbortSignal): Promise<FetchedPage> => {
    let url = checked(text);
    for (let hop = 0; hop <= maxRedirects; hop += 1) {
      if (options.robots && !(await robotsOf(url, signal)).allows(`${url.pathname}${url.search}`)) {
        throw new FetchError('ROBOTS', `${url.host} asks robots not to read this page.`);
      }
      const response = await once(url, asked, signal);
      const location = response.headers.location;
      if (!redirects.has(response.statusCode) || typeof location !== 'string') {
        const body = await readText(response, options.maxBytes ?? 2_000_000);
        return { url: url.href, status: response.statusCode, text: body };
      }
      await response.body.dump();
      if (!URL.canParse(location, url.href)) throw new FetchError('UNREACHABLE', 'A redirect leads nowhere.');
      url = checked(new URL(location, url.href).href);
    }
    throw new FetchError('TOO_MANY_REDIRECTS', `${url.host} redirects in circles.`);
  };

  return {
    async fetch(url, asked) {
      const deadline = AbortSignal.timeout(options.timeoutMilliseconds ?? 10_000);
      try {
        return await follow(url, asked, AbortSignal.any([asked.signal, deadline]));
      } catch (error) {
        throw toFetchError(error, deadline);
      }
    },
    close: () => dispatcher.destroy(),
  };
}

async function readText(response: Dispatcher.ResponseData, maxBytes: number): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response.body) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > maxBytes) {
      response.body.destroy();
      throw new FetchError('TOO_LARGE', `The page is larger than ${maxBytes} bytes.`);
    }
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function toFetchError(error: unknown, deadline: AbortSignal): FetchError {
  if (error instanceof FetchError) return error;
  // A look-up's refusal arrives as the cause of a connection error.
  const cause: unknown = error instanceof Error ? error.cause : undefined;
  if (cause instanceof FetchError) return cause;
  const late = error instanceof errors.HeadersTimeoutError || error instanceof errors.BodyTimeoutError;
  if (deadline.aborted || late) return new FetchError('TIMEOUT', 'The page did not come in time.', error);
  return new FetchError('UNREACHABLE', 'The page could not be had.', error);
}
