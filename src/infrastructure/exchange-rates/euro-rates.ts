import type { ExchangeRateProvider } from '../../core/ports/exchange-rates.js';
import type { Clock } from '../../core/ports/runtime.js';
import { type IsoDate, isIsoDate } from '../../domain/calendar.js';
import type { ExchangeRate } from '../../domain/exchange-rates/convert.js';
import { FetchError } from '../web-fetch/fetch-error.js';
import type { SafeFetch } from '../web-fetch/safe-fetch.js';

/** Why the rates of an address cannot be used. The code is stable. */
export class ExchangeRateError extends Error {
  readonly code: 'RATES_UNAVAILABLE' | 'RATES_UNREADABLE';
  constructor(code: ExchangeRateError['code'], message: string, cause?: unknown) {
    super(message, cause === undefined ? {} : { cause });
    this.name = 'ExchangeRateError';
    this.code = code;
  }
}

/** Units of each currency for one euro on a day. */
interface RatesOfDay {
  readonly on: IsoDate;
  readonly perEuro: ReadonlyMap<string, number>;
}

/** New rates come once a working day. */
const freshMilliseconds = 6 * 3_600_000;
/** An address that failed is left alone for so long; the shipped table serves meanwhile. */
const restMilliseconds = 600_000;
const deadlineMilliseconds = 10_000;
/** A rate outside this range is a slip of the document's, not a currency. */
const believable = { least: 1e-4, most: 1e7 };

const dayOrRate =
  /<Cube\b[^>]*?\btime=["']([\d-]+)["'][^>]*>|<Cube\b[^>]*?\bcurrency=["']([A-Z]{3})["'][^>]*?\brate=["']([\d.]+)["'][^>]*>/g;

/**
 * Reads the European Central Bank's document of reference rates (`eurofxref`): the daily one, or the one of ninety days.
 * @throws ExchangeRateError RATES_UNREADABLE for a document without dated rates
 */
export function parseEuroRates(xml: string): RatesOfDay[] {
  const days: { on: IsoDate; perEuro: Map<string, number> }[] = [];
  for (const [, time, currency, rate] of xml.matchAll(dayOrRate)) {
    if (time !== undefined) {
      if (!isIsoDate(time)) throw new ExchangeRateError('RATES_UNREADABLE', `${time} is not a day.`);
      days.push({ on: time, perEuro: new Map([['EUR', 1]]) });
      continue;
    }
    const value = Number(rate);
    if (!(value >= believable.least && value <= believable.most)) {
      throw new ExchangeRateError('RATES_UNREADABLE', `The rate of ${currency} cannot be believed.`);
    }
    days.at(-1)?.perEuro.set(currency ?? '', value);
  }
  const dated = days.filter(({ perEuro }) => perEuro.size > 1);
  if (dated.length === 0) {
    throw new ExchangeRateError('RATES_UNREADABLE', 'The document has no dated rates.');
  }
  return dated.sort((a, b) => (a.on < b.on ? -1 : 1));
}

/**
 * Rates of the European Central Bank, or whoever else publishes its format, each with its day. The document is fetched at
 * most once in six hours. A day before the document's first has no rate here, nor has a currency that it lacks.
 * @param options.url https address; its host must be one that the fetcher allows
 * @throws ExchangeRateError from `rate`, by which the caller falls back to the shipped table
 */
export function createEuroRates(options: {
  readonly fetcher: SafeFetch;
  readonly clock: Clock;
  readonly url: string;
}): ExchangeRateProvider {
  let loaded: { readonly days: readonly RatesOfDay[]; readonly until: number } | null = null;
  let failed: { readonly error: ExchangeRateError; readonly until: number } | null = null;
  let loading: Promise<readonly RatesOfDay[]> | null = null;

  const load = async (): Promise<readonly RatesOfDay[]> => {
    const signal = AbortSignal.timeout(deadlineMilliseconds);
    try {
      const page = await options.fetcher.fetch(options.url, {
        signal,
        headers: { accept: 'application/xml' },
      });
      if (page.status !== 200) {
        throw new ExchangeRateError('RATES_UNAVAILABLE', `The rates' address answered ${page.status}.`);
      }
      const days = parseEuroRates(page.text);
      loaded = { days, until: options.clock.now().getTime() + freshMilliseconds };
      failed = null;
      return days;
    } catch (error) {
      const known = typed(error);
      failed = { error: known, until: options.clock.now().getTime() + restMilliseconds };
      throw known;
    } finally {
      loading = null;
    }
  };

  const current = (): Promise<readonly RatesOfDay[]> => {
    const now = options.clock.now().getTime();
    if (loaded && now < loaded.until) return Promise.resolve(loaded.days);
    if (failed && now < failed.until) return Promise.reject(failed.error);
    loading ??= load();
    return loading;
  };

  return {
    async rate(from, to, on, signal) {
      signal.throwIfAborted();
      // One loading serves everybody who waits; who stops waiting does not stop it for the others.
      return rateOn(await untilAborted(current(), signal), from, to, on);
    },
  };
}

function typed(error: unknown): ExchangeRateError {
  if (error instanceof ExchangeRateError) return error;
  if (error instanceof FetchError) {
    return new ExchangeRateError(
      'RATES_UNAVAILABLE',
      `The rates could not be fetched: ${error.code}.`,
      error,
    );
  }
  throw error;
}

function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

function rateOn(days: readonly RatesOfDay[], from: string, to: string, on: IsoDate): ExchangeRate | null {
  const day = days.findLast((each) => each.on <= on);
  const fromRate = day?.perEuro.get(from);
  const toRate = day?.perEuro.get(to);
  if (!day || fromRate === undefined || toRate === undefined) return null;
  return { from, to, on: day.on, rate: toRate / fromRate };
}
