import type { Currency } from '../../domain/money.js';

interface CountryHint {
  readonly currency: Currency;
  readonly sign: '$' | '¥' | 'kr' | 'R' | 'Rs' | null;
  readonly pattern: RegExp;
}

/** Account numbers of countries with a currency of their own: "RO41 BTRL ..." is kept in lei unless figures say otherwise. */
const ownCurrency: readonly (readonly [string, Currency])[] = [
  ['RO', 'RON'],
  ['PL', 'PLN'],
  ['CZ', 'CZK'],
  ['HU', 'HUF'],
  ['SE', 'SEK'],
  ['NO', 'NOK'],
  ['DK', 'DKK'],
  ['IS', 'ISK'],
  ['RS', 'RSD'],
  ['TR', 'TRY'],
  ['UA', 'UAH'],
  ['KZ', 'KZT'],
  ['GE', 'GEL'],
  ['SA', 'SAR'],
  ['AE', 'AED'],
  ['QA', 'QAR'],
  ['KW', 'KWD'],
  ['BH', 'BHD'],
  ['JO', 'JOD'],
  ['EG', 'EGP'],
  ['IL', 'ILS'],
];
const byAccountNumber = ownCurrency.map(
  ([country, currency]): CountryHint => ({
    currency,
    sign: null,
    pattern: new RegExp(`\\b${country}\\d\\d(?: ?[A-Z0-9]{4}){3,7}\\b`),
  }),
);

/** What in a document tells the country, in order of weight. A `sign` is what that country's figures would carry. */
export const countryHints: readonly CountryHint[] = [
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
  {
    currency: 'ZAR',
    sign: 'R',
    pattern: /\bSouth Africa\b|\bJohannesburg\b|\bCape Town\b|\b[Dd]ebit [Oo]rder\b|\bFNB\b/,
  },
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
  ...byAccountNumber,
];

/** The country that the texts tell, the earlier ones before the later. */
export function hintIn(texts: readonly string[], family: readonly CountryHint[]): CountryHint | undefined {
  for (const text of texts) {
    const found = family.find((hint) => hint.pattern.test(text));
    if (found) return found;
  }
  return undefined;
}
