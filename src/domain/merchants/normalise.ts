import {
  cities,
  companySuffixes,
  fillerWords,
  paymentPhrases,
  processorPrefix,
  regionCodes,
} from './words.js';

/** A payee's line, taken apart. */
export interface MerchantName {
  /** Up to three words, lower case: the same for every line of one merchant. Never empty. */
  readonly key: string;
  /** For people: "Blue Bottle Coffee". */
  readonly name: string;
  /** All words of the line after payment words and processors, lower case, references included. */
  readonly words: readonly string[];
}

const cache = new Map<string, MerchantName>();
const cacheLimit = 20_000;

/**
 * Finds the merchant in a statement line: processor prefixes, payment words, dates, card numbers, references of
 * three or more digits, phone numbers, domains, company forms, states and cities are taken off. Pure; memoised.
 */
export function normaliseMerchant(description: string): MerchantName {
  const known = cache.get(description);
  if (known) return known;
  if (cache.size >= cacheLimit) cache.clear();
  const name = takeApart(description);
  cache.set(description, name);
  return name;
}

const amountOrDate: readonly RegExp[] = [
  /\bORIG(?:INAL)?\.? DATE\b.*$/,
  /\bCARD (?:ENDING|NO\.?|NUMBER)(?: IN)? [\dX*]+/g,
  /\b(?:XX+|\*{2,})\d{2,6}\b/g,
  /\b\d{4,6}[X*]{3,}\d{2,6}\b/g,
  /\b(?:USD|EUR|GBP|AUD|NZD|CAD|INR|JPY|CHF|SEK)\s?\d[\d.,]*(?: ?@ ?[\d.,]+)?/g,
  /\b\d[\d.,]*\s?(?:USD|EUR|GBP|AUD|NZD|CAD|INR|JPY|CHF|SEK)\b/g,
  /(?:\+?1[-. ])?\(?\b\d{3}\)?[-. ]\d{3}[-. ]\d{4}\b/g,
  /\b(?:\+\d{1,3}[ -]?)?0?\d{2,4}[ -]\d{3,4}[ -]\d{3,4}\b/g,
  /\b\d{4}-\d{2}-\d{2}\b/g,
  /\b\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?\b/g,
  /\b\d{1,2} ?(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]*(?: ?\d{2,4})?\b/g,
  /\b(?:JAN|FEB|MAR|APR|JUN|JUL|AUG|SEP|OCT|NOV|DEC) \d{1,2}(?:,? \d{4})?\b/g,
  /\b\d{1,2}:\d{2}(?::\d{2})?\b/g,
];

function takeApart(description: string): MerchantName {
  let text = description.normalize('NFKD').replace(/\p{M}/gu, '').toUpperCase().replace(/[’`´]/g, "'").trim();
  text = text.replace(/\s+/g, ' ');
  for (const pattern of amountOrDate) text = text.replace(pattern, ' ');
  text = stripLead(text.replace(/\s+/g, ' ').trim()) || text.trim();
  const words = wordsOf(text);
  const kept = keyWords(words);
  const key = kept.slice(0, 3).join(' ').toLowerCase();
  const fallback = words[0]?.toLowerCase() ?? (description.trim().toLowerCase().slice(0, 60) || 'unknown');
  return {
    key: key || fallback,
    name: titleCase(kept.slice(0, 4).join(' ') || fallback),
    words: words.map((word) => word.toLowerCase()),
  };
}

function stripLead(text: string): string {
  let rest = text;
  for (let round = 0; round < 8; round += 1) {
    const before = rest;
    rest = rest.replace(processorPrefix, (match) => (/^GOOGLE/.test(match) ? 'GOOGLE ' : ''));
    for (const phrase of paymentPhrases) {
      const shorter = rest.replace(phrase, '').trim();
      // A line that is nothing but payment words keeps the last of them.
      if (shorter !== '' && /[A-Z]/.test(shorter)) rest = shorter;
    }
    rest = rest.replace(/^(?:\d{3,}|#\d+)[\s/-]+(?=\S)/, '');
    if (rest === before) break;
  }
  return rest;
}

function wordsOf(text: string): string[] {
  return text
    .replace(/\bWWW\./g, '')
    .replace(
      /\b([A-Z0-9-]{2,})\.(?:COM?\.(?:UK|NZ|IN|AU|ZA)|COM|NET|ORG|IO|TV|DE|FR|NL|CA|CO|APP|EU|ME|IN|AI)\b(?:\/\w*)?/g,
      '$1',
    )
    .replace(/(\w)'(S)\b/g, '$1$2')
    .replace(/\b([A-Z])\.(?=[A-Z]\b)/g, '$1')
    .split(/[\s*_/,;:()[\]"|\\<>=]+|-(?=\s|$)|(?<=\s|^)-|(?<=[A-Z0-9]{3})-(?=[A-Z0-9]{3})/)
    .map((word) => word.replace(/^[#.'&+-]+|[.'&-]+$/g, ''))
    .filter((word) => word !== '');
}

function keyWords(words: readonly string[]): string[] {
  const kept: string[] = [];
  for (const word of words) {
    const first = kept.length === 0;
    if (isReference(word, first)) continue;
    if (!first && (fillerWords.has(word) || companySuffixes.has(word))) continue;
    if (!first && (regionCodes.has(word) || cities.has(word))) continue;
    if (first && word === 'THE' && words.length > 1) continue;
    // "HELP.UBER.COM" and the like repeat what was said.
    if (kept.includes(word)) continue;
    kept.push(word);
  }
  return kept;
}

function isReference(word: string, first: boolean): boolean {
  const digits = word.replace(/\D/g, '').length;
  if (digits === 0) return word.length === 1 && !first;
  if (digits === word.length) return !(first && digits <= 2);
  if (digits >= 3) return true;
  return !first && (word.length >= 5 ? digits >= 2 : /^[A-Z]?\d+[A-Z]?$/.test(word));
}

function titleCase(text: string): string {
  return text
    .split(' ')
    .map((word) =>
      /^(?:TO|OF|DE|DU|LE|LA|VAN|AND|THE|AM|BY)$/.test(word)
        ? word.toLowerCase()
        : word.length <= 2 || !/[AEIOUY]/.test(word)
          ? word
          : `${word.charAt(0)}${word.slice(1).toLowerCase()}`,
    )
    .join(' ')
    .replace(/^[a-z]/, (letter) => letter.toUpperCase());
}
