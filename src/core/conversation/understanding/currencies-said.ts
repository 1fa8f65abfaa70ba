import type { Currency } from '../../../domain/money.js';

const SYMBOLS: Readonly<Record<string, Currency>> = {
  au$: 'AUD',
  a$: 'AUD',
  nz$: 'NZD',
  ca$: 'CAD',
  c$: 'CAD',
  us$: 'USD',
  hk$: 'HKD',
  s$: 'SGD',
  r$: 'BRL',
  '£': 'GBP',
  '€': 'EUR',
  '¥': 'JPY',
  '₹': 'INR',
  '₩': 'KRW',
};
/** Codes of currencies, a pattern source. */
export const CODES =
  'usd|aud|nzd|cad|gbp|eur|jpy|inr|chf|sek|nok|dkk|sgd|hkd|zar|pln|czk|huf|ron|mxn|brl|krw';
const NAMES: Readonly<Record<string, Currency | null>> = {
  dollar: null,
  buck: null,
  pound: 'GBP',
  quid: 'GBP',
  euro: 'EUR',
  yen: 'JPY',
  rupee: 'INR',
  franc: 'CHF',
};
const DOLLARS: ReadonlySet<Currency> = new Set(['USD', 'AUD', 'NZD', 'CAD', 'HKD', 'SGD']);

/** A dollar is the user's own kind of dollar, and the best known one to those who have another currency. */
function dollars(own: Currency): Currency {
  return DOLLARS.has(own) ? own : 'USD';
}

/** The currency that a sign, a code or a name beside a number means; null where there is none of them. */
export function currencySaid(
  code: string | undefined,
  symbol: string | undefined,
  after: string | undefined,
  currency: Currency,
): Currency | null {
  if (code) return code.toUpperCase();
  const mark = symbol ?? after;
  if (!mark) return null;
  if (mark === '$') return dollars(currency);
  const bySymbol = SYMBOLS[mark];
  if (bySymbol) return bySymbol;
  if (new RegExp(`^(?:${CODES})$`).test(mark)) return mark.toUpperCase();
  const name = mark.replace(/s$/, '').split(' ').at(-1) ?? '';
  if (/^aussie/.test(mark)) return 'AUD';
  if (/^canadian/.test(mark)) return 'CAD';
  if (/^(?:us|american)/.test(mark)) return 'USD';
  return NAMES[name] ?? (name in NAMES ? dollars(currency) : null);
}
