import type { Currency } from '../../domain/money.js';

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

interface Hint {
  readonly currency: Currency;
  readonly sign: '$' | '¥' | 'kr' | 'R' | 'Rs' | null;
  readonly pattern: RegExp;
}

/** What in a document tells the country, in order of weight. A `sign` is what that country's figures would carry. */
const hints: readonly Hint[] = [
  {
    currency: 'NZD',
    sign: '$',
    pattern:
      /\bN(?:ew|EW) Z(?:ealand|EALAND)\b|\bNZ\b|\b\d{2}-\d{4}-\d{7}-\d{2,3}\b|\.co\.nz\b|\bAotearoa\b|\bKiwibank\b/,
  },
  {
    currency: 'AUD',
    sign: '$',
    pattern:
      /\bA(?:ustralia|USTRALIA)\b|\bBSB\b|\bA[BC]N:? \d{2}|\.com\.au\b|\b(?:NSW|VIC|QLD)\b|\bPayID\b|\bAFSL\b|\bOsko\b|\bBPAY\b/,
  },
  {
    currency: 'CAD',
    sign: '$',
    pattern:
      /\bC(?:anada|ANADA)\b|\b[Cc](?:hequing|HEQUING)\b|\bCDIC\b|\bHST\b|\b[Ee]-T(?:ransfer|RANSFER|FR)\b|\bInterac\b|\bINTERAC\b|\b(?:ON|BC|AB|QC|MB|SK|NS|NB|NL|PE) {1,2}[A-Z]\d[A-Z] ?\d[A-Z]\d\b|\bScotiabank\b|\bCIBC\b/,
  },
  { currency: 'NGN', sign: null, pattern: /\bN(?:igeria|IGERIA)\b|\bLagos\b|\bLAGOS\b|\bNUBAN\b/ },
  { currency: 'MYR', sign: null, pattern: /\bM(?:alaysia|ALAYSIA)\b|\bBERHAD\b|\bBerhad\b/ },
  { currency: 'SGD', sign: '$', pattern: /\bS(?:ingapore|INGAPORE)\b/ },
  { currency: 'HKD', sign: '$', pattern: /\bH(?:ong|ONG) K(?:ong|ONG)\b/ },
  { currency: 'TWD', sign: '$', pattern: /\bT(?:aiwan|AIWAN)\b|新[臺台]幣|[臺台]灣/u },
  {
    currency: 'MXN',
    sign: '$',
    pattern:
      /\bM(?:[ée]xico|[ÉE]XICO)\b|\bCLABE\b|\bRFC\b|\bSPEI\b|\bS\.?A\.? DE C\.?V\b|\b[Mm]oneda nacional\b/i,
  },
  { currency: 'CLP', sign: '$', pattern: /\bC(?:hile|HILE)\b|\bCuenta ?RUT\b|\bCARTOLA\b|\b[Cc]artola\b/ },
  {
    currency: 'COP',
    sign: '$',
    pattern:
      /\bC(?:olombia|OLOMBIA)\b|\b(?:Medell[ií]n|MEDELL[IÍ]N|CUNDINAMARCA|ANTIOQUIA|Antioquia)\b|\bRETEFUENTE\b|\bRetefuente\b|\bBOGOT[AÁ]\b|\bBogot[aá]\b/,
  },
  { currency: 'ARS', sign: '$', pattern: /\bA(?:rgentina|RGENTINA)\b|\bCBU\b|\bCUI[TL]\b/ },
  { currency: 'UYU', sign: '$', pattern: /\bU(?:ruguay|RUGUAY)\b/ },
  { currency: 'JPY', sign: '¥', pattern: /\bJapan\b|[ぁ-んァ-ン]|銀行|口座|普通預金/u },
  { currency: 'CNY', sign: '¥', pattern: /\bChina\b|人民币|账户|账号|银行/u },
  {
    currency: 'SEK',
    sign: 'kr',
    pattern: /\bSverige\b|\bSweden\b|\bBankgiro\b|\bKontoutdrag\b|insättning/i,
  },
  { currency: 'NOK', sign: 'kr', pattern: /\bNorge\b|\bNorway\b|\bKontoutskrift\b/i },
  { currency: 'DKK', sign: 'kr', pattern: /\bDanmark\b|\bDenmark\b|\bKontoudskrift\b/i },
  { currency: 'ZAR', sign: 'R', pattern: /\bSouth Africa\b|\bJohannesburg\b|\bCape Town\b|\bFNB\b/ },
  { currency: 'PKR', sign: 'Rs', pattern: /\bP(?:akistan|AKISTAN)\b|\bPKR\b|\bKarachi\b|\bLahore\b/ },
  { currency: 'LKR', sign: 'Rs', pattern: /\bSri Lanka\b|\bSRI LANKA\b|\bLKR\b|\bColombo\b/ },
  { currency: 'NPR', sign: 'Rs', pattern: /\bN(?:epal|EPAL)\b|\bNPR\b/ },
  { currency: 'MUR', sign: 'Rs', pattern: /\bM(?:auritius|AURITIUS)\b|\bMUR\b/ },
  {
    currency: 'INR',
    sign: 'Rs',
    pattern:
      /\bIndia\b|\bIFSC\b|\bNEFT\b|\bIMPS\b|\bUPI\b|\bHDFC\b|\bICICI\b|\bAxis Bank\b|\bKotak\b|\bRupees\b/,
  },
  {
    currency: 'EUR',
    sign: null,
    pattern:
      /\b[Ee]uros?\b|\bEUROS?\b|\bIT ?\d\d ?[A-Z] ?\d{5} ?\d{5}|\b(?:DE|FR|NL|ES|IT|BE|AT|IE|FI|PT|LU|GR|SK|SI|EE|LV|LT|MT|CY)\d\d(?: ?[A-Z0-9]{4}){3,7}\b/,
  },
  {
    currency: 'CHF',
    sign: null,
    pattern: /\b(?:CH|LI)\d\d(?: ?[A-Z0-9]{4}){4}/,
  },
  {
    currency: 'USD',
    sign: '$',
    pattern:
      /\bFDIC\b|\bN\.A\.|\bNCUA\b|\bZelle\b|\bUSA\b|\bUnited States\b|[A-Za-z],? [A-Z]{2},? {1,2}\d{5}(?:-\d{4})?\b|\brouting (?:number|no)/,
  },
  {
    currency: 'GBP',
    sign: null,
    pattern:
      /\b[Ss]ort [Cc]ode\b|\bSterling\b|\bUnited Kingdom\b|\bEngland and Wales\b|\bFSCS\b|\bFinancial Conduct Authority\b|\b\d{2}-\d{2}-\d{2} \d{8}\b|\b[A-Z]{1,2}\d{1,2}[A-Z]? \d[A-Z]{2}\b|\b(?:plc|PLC)\b/,
  },
];

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
  /\b(?:currency|währung|devise|moneda|divisa|valuta|moeda|waluta|valuutta)\b\W{0,6}(?:\w+ )?\(?([A-Z]{3})\b|\(([A-Z]{3})\)|\bin ([A-Z]{3})\b/giu;
const signBesideFigure = new RegExp(
  `(?<![A-Za-z])(${escaped})\\s?[-+(]?\\s?\\d|\\d\\s?-?\\s?(${escaped})(?![A-Za-z])|\\((${escaped})\\)|\\b(?:[ei][mn]|E[MN]|IN) (${escaped})(?![\\p{L}\\d])|(?<!\\S)([£€₹₩₺₪₴])(?!\\S)`,
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
  /(?<![\p{L}\d])(?:USD|EUR|GBP|CHF|CAD|AUD|NZD|JPY|CNY|HKD|SGD|INR|KRW|SEK|NOK|DKK|PLN|CZK|HUF|BRL|MXN|CLP|ARS|ZAR|NGN|KES|EGP|AED|SAR|QAR|KWD|BHD|OMR|ILS|THB|MYR|IDR|PHP|VND|TWD|PKR|LKR|UAH|RUB|BGN)(?![\p{L}\d])/gu;

/** The currencies that a text names by their codes, each once, in their order. */
export function currenciesNamed(text: string): Currency[] {
  return [...new Set([...text.matchAll(commonCodes)].map(([code]) => code))];
}

function collectVotes(text: string) {
  const codes = new Map<string, number>();
  const signs = new Map<string, number>();
  for (const match of text.matchAll(codeNamed)) {
    const code = match[1] ?? match[2] ?? match[3] ?? '';
    if (isoCodes.has(code)) count(codes, code, 3);
  }
  for (const match of text.matchAll(codeBesideFigure)) {
    const code = match[1] ?? match[2] ?? '';
    if (isoCodes.has(code)) count(codes, code, 1);
  }
  for (const [code] of text.matchAll(commonCodes)) count(codes, code, 1);
  for (const match of text.matchAll(signBesideFigure)) {
    const sign = match[1] ?? match[2] ?? match[3] ?? match[4] ?? match[5] ?? '';
    count(signs, sign, weakSigns.has(sign) ? 0.5 : 1);
  }
  return { codes, signs };
}

/** The country that the texts tell, the earlier ones before the later. */
function hintIn(texts: readonly string[], family: readonly Hint[]): Hint | undefined {
  for (const text of texts) {
    const found = family.find((hint) => hint.pattern.test(text));
    if (found) return found;
  }
  return undefined;
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
  const family = hints.filter((hint) => hint.sign === kind);
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
  const hinted = hintIn(places, hints);
  return hinted
    ? { currency: hinted.currency, basis: 'hinted', mark: null }
    : { currency: 'XXX', basis: 'none', mark: null };
}
