import type { Currency } from '../../domain/money.js';
import { countryHints, hintIn } from './country-hints.js';

/** Signs that name one currency wherever they stand; `$`, `¥`, `kr` and `Rs` need more evidence. */
const plainSigns: readonly (readonly [string, Currency | null])[] = [
  ['US$', 'USD'],
  ['USD$', 'USD'],
  ['AU$', 'AUD'],
  ['A$', 'AUD'],
  ['NZ$', 'NZD'],
  ['CA$', 'CAD'],
  ['C$', 'CAD'],
  ['CDN$', 'CAD'],
  ['HK$', 'HKD'],
  ['SG$', 'SGD'],
  ['S$', 'SGD'],
  ['NT$', 'TWD'],
  ['MX$', 'MXN'],
  ['R$', 'BRL'],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['₹', 'INR'],
  ['₨', null],
  ['Rs.', null],
  ['Rs', null],
  ['₩', 'KRW'],
  ['₽', 'RUB'],
  ['₺', 'TRY'],
  ['₪', 'ILS'],
  ['฿', 'THB'],
  ['₱', 'PHP'],
  ['₫', 'VND'],
  ['₴', 'UAH'],
  ['₸', 'KZT'],
  ['₾', 'GEL'],
  ['₦', 'NGN'],
  ['zł', 'PLN'],
  ['Kč', 'CZK'],
  ['Ft', 'HUF'],
  ['RM', 'MYR'],
  ['Rp', 'IDR'],
  ['円', 'JPY'],
  ['元', 'CNY'],
  ['원', 'KRW'],
  ['Fr.', 'CHF'],
  ['SFr.', 'CHF'],
  ['TL', 'TRY'],
  ['S/', 'PEN'],
  ['S/.', 'PEN'],
  ['грн', 'UAH'],
  ['руб', 'RUB'],
  ['лв', 'BGN'],
  ['lei', 'RON'],
  ['Lei', 'RON'],
  ['KSh', 'KES'],
  ['Ksh', 'KES'],
  ['₵', 'GHS'],
  ['Dhs', 'AED'],
  ['$', null],
  ['¥', null],
  ['￥', null],
  ['kr.', null],
  ['kr', null],
  ['R', null],
];

const isoCodes = new Set(Intl.supportedValuesOf('currency'));
const signOf = new Map(plainSigns);
const escaped = plainSigns
  .map(([sign]) => sign.replace(/[.$]/g, '\\$&'))
  .sort((a, b) => b.length - a.length)
  .join('|');

/** Regular expression source of a currency sign or an upper-case three-letter code. */
export const currencyMark = `(?:${escaped}|[A-Z]{3})`;

/** True for an ISO 4217 code in use. */
export function isCurrencyCode(text: string): boolean {
  return isoCodes.has(text);
}

/** What a sign beside a figure names: a code, `null` for one that several currencies share, undefined for none. */
export function currencyOfMark(mark: string): Currency | null | undefined {
  if (isoCodes.has(mark)) return mark;
  return signOf.get(mark);
}

/** The currency a document names, and what in it told. `XXX` where nothing does. */
export interface CurrencyFinding {
  readonly currency: Currency;
  /** `printed`: a sign or code of that currency; `hinted`: told by country; `none`: unknown. */
  readonly basis: 'printed' | 'hinted' | 'none';
  /** What was printed: a code may be that of a purchase abroad, a sign hardly ever is. */
  readonly mark: 'code' | 'sign' | null;
}

const codeBesideFigure =
  /(?:^|[^\w])([A-Z]{3})\s?[-+(]?\s?\d[\d.,' ]*|\d[\d.,' ]*[.,]\d{2}\s?([A-Z]{3})(?![A-Za-z])/gu;
const codeNamed =
  /\b(?:currency|währung|devise|moneda|divisa|valuta|moeda|waluta|valuutta|para birimi|mata uang|mynt|valuuta|valiuta|loại tiền|m[ěe]na|valut[ăa])\b\W{0,6}(?:\w+ )?\(?([A-Z]{3})\b|\(([A-Z]{3})\)|\bin ([A-Z]{3})\b/giu;
const signBesideFigure = new RegExp(
  `(?<![A-Za-z])(${escaped})\\s?[-+(]?\\s?\\d|\\d\\s?-?\\s?(${escaped})(?![A-Za-z])|\\((${escaped})\\)|\\b(?:[ei][mn]|E[MN]|IN) (${escaped})(?![\\p{L}\\d])|(?<!\\S)([£€₹₩₺₪₴₸])(?!\\S)`,
  'gu',
);

function count(votes: Map<string, number>, key: string, weight: number): void {
  votes.set(key, (votes.get(key) ?? 0) + weight);
}

function mostVoted(votes: ReadonlyMap<string, number>): string | undefined {
  return [...votes].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** Signs that mean nothing beside other signs: too short to be sure of. */
const weakSigns = new Set(['R', 'RM', 'Rp', 'Ft', 'kr', 'kr.', 'Fr.']);

/** Codes that are hardly ever a word of their own in capitals. */
const commonCodes =
  /(?<![\p{L}\d])(?:USD|EUR|GBP|CHF|CAD|AUD|NZD|JPY|CNY|HKD|SGD|INR|KRW|SEK|NOK|DKK|PLN|CZK|HUF|BRL|MXN|CLP|ARS|ZAR|NGN|KES|EGP|AED|SAR|QAR|KWD|BHD|OMR|ILS|THB|MYR|IDR|PHP|VND|TWD|PKR|LKR|UAH|RUB|BGN|RON|KZT|ISK|RSD|GEL|MAD|TND|PEN|COP|UYU)(?![\p{L}\d])/gu;

/** The currencies that a text names by their codes, each once, in their order. */
export function currenciesNamed(text: string): Currency[] {
  return [...new Set([...text.matchAll(commonCodes)].map(([code]) => code))];
}

/** Codes that stand for other things beside figures: sick pay, "all", "top". */
const abbreviations = new Set([
  'SSP',
  'ALL',
  'TOP',
  'CUP',
  'MOP',
  'PAB',
  'ANG',
  'SOS',
  'BAM',
  'GIP',
  'STN',
  'AMD',
  'LAK',
  'SHP',
]);

function collectVotes(text: string) {
  const codes = new Map<string, number>();
  const signs = new Map<string, number>();
  for (const match of text.matchAll(codeNamed)) {
    const code = match[1] ?? match[2] ?? match[3] ?? '';
    if (isoCodes.has(code)) count(codes, code, 3);
  }
  for (const match of text.matchAll(codeBesideFigure)) {
    const code = match[1] ?? match[2] ?? '';
    if (isoCodes.has(code) && !abbreviations.has(code)) count(codes, code, 1);
  }
  for (const [code] of text.matchAll(commonCodes)) count(codes, code, 1);
  for (const match of text.matchAll(signBesideFigure)) {
    const sign = match[1] ?? match[2] ?? match[3] ?? match[4] ?? match[5] ?? '';
    count(signs, sign, weakSigns.has(sign) ? 0.5 : 1);
  }
  return { codes, signs };
}

/** One spelling for each shared sign, and its most common use; none where no country outweighs the others. */
const spellings: Readonly<Record<string, string>> = { '￥': '¥', 'kr.': 'kr', 'Rs.': 'Rs', '₨': 'Rs' };
const mostUsed: Readonly<Record<string, Currency>> = { $: 'USD', '¥': 'JPY', Rs: 'INR' };

const spanish = /\b(?:saldo|cuenta|fecha|retiros?|abonos|cargos|dep[oó]sitos|movimientos)\b/iu;

/** A shared sign's currency by the document's country, else by its most common use. */
function settleSharedSign(
  sign: string,
  texts: readonly string[],
  codes: ReadonlyMap<string, number>,
): Currency | null {
  const kind = spellings[sign] ?? sign;
  const family = countryHints.filter((hint) => hint.sign === kind);
  const named = mostVoted(codes);
  // One figure in a currency of its own may be that of a purchase abroad.
  const often = (codes.get(named ?? '') ?? 0) > 1 || hintIn(texts, family) === undefined;
  if (named && often && family.some((hint) => hint.currency === named)) return named;
  const hinted = hintIn(texts, family);
  if (hinted) return hinted.currency;
  // In Spanish a dollar sign is a peso's, and of which country nothing tells.
  if (kind === '$' && texts.some((text) => spanish.test(text))) return null;
  return mostUsed[kind] ?? null;
}

/**
 * The currency that a document names: by codes and signs beside its figures, a sign that several currencies share
 * by the country the text tells of (`$` alone is USD), and without any sign by the country alone.
 * @param around further text that may tell the country
 */
export function findCurrency(texts: readonly string[], around: readonly string[] = texts): CurrencyFinding {
  const text = texts.join('\n');
  // What the text itself says counts before what stands around it: shops abroad name other countries.
  const places = around === texts ? [text] : [text, around.join('\n')];
  const { codes, signs } = collectVotes(text);
  const sign = mostVoted(signs);
  const code = mostVoted(codes);
  const signVotes = sign ? (signs.get(sign) ?? 0) : 0;
  const codeVotes = code ? (codes.get(code) ?? 0) : 0;
  if (code && codeVotes >= signVotes) return { currency: code, basis: 'printed', mark: 'code' };
  if (sign) {
    const currency = signOf.get(sign) ?? settleSharedSign(sign, places, codes);
    if (currency) return { currency, basis: 'printed', mark: 'sign' };
  }
  if (code && codeVotes >= 2) return { currency: code, basis: 'printed', mark: 'code' };
  const hinted = hintIn(places, countryHints);
  return hinted
    ? { currency: hinted.currency, basis: 'hinted', mark: null }
    : { currency: 'XXX', basis: 'none', mark: null };
}
