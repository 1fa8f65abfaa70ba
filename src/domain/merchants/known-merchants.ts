import type { Category } from '../categories/categories.js';
import { dining } from './known/dining.js';
import { goingOut } from './known/going-out.js';
import { groceriesAndHome } from './known/groceries-home.js';
import { healthAndDuties } from './known/health-duties.js';
import { insuranceAndTransport } from './known/insurance-transport.js';
import { media } from './known/media.js';
import { services } from './known/services.js';
import { shops } from './known/shops.js';

/** A merchant that is known by name. */
export interface KnownMerchant {
  readonly name: string;
  readonly key: string;
  readonly category: Category;
  /** True for sellers whose charges are mostly subscriptions. */
  readonly subscription: boolean;
}

interface Phrase {
  readonly words: readonly string[];
  readonly merchant: KnownMerchant;
  /** Short single words ("shell", "next") count only at the start of a line. */
  readonly anywhere: boolean;
}

/** "Barnes & Noble", "Dave and Buster's": left out on both sides. */
const joiners = new Set(['&', 'and']);

const phrasesByFirstWord = new Map<string, Phrase[]>();
let count = 0;

const lists = [
  ...media,
  ...goingOut,
  ...dining,
  ...groceriesAndHome,
  ...insuranceAndTransport,
  ...healthAndDuties,
  ...shops,
  ...services,
];

for (const list of lists) {
  for (const line of list.merchants.split('\n')) {
    const [name = '', phrases = ''] = line.split(/:(.*)/s).map((part) => part.trim());
    if (name === '') continue;
    const merchant = {
      name,
      key: name.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, ''),
      category: list.category,
      subscription: list.subscription ?? false,
    };
    count += 1;
    for (const phrase of (phrases || merchant.key).split('|')) addPhrase(phrase.trim(), merchant);
  }
}
for (const phrases of phrasesByFirstWord.values()) phrases.sort((a, b) => b.words.length - a.words.length);

function addPhrase(text: string, merchant: KnownMerchant): void {
  const phrase = text.replace(/!$/, '');
  const words = phrase.split(/\s+/).filter((word) => !joiners.has(word));
  const [first] = words;
  if (first === undefined || first === '') return;
  const entry = {
    words,
    merchant,
    anywhere: !text.endsWith('!') && (words.length > 1 || phrase.length >= 7),
  };
  const others = phrasesByFirstWord.get(first);
  if (others) others.push(entry);
  else phrasesByFirstWord.set(first, [entry]);
}

/** How many merchants the table holds. */
export const knownMerchantCount: number = count;

/**
 * The known merchant that a line's words name, or null. The earliest mention wins, then the longest phrase; a short
 * single word counts only at the start.
 */
export function findKnownMerchant(words: readonly string[]): KnownMerchant | null {
  const plain = words.filter((word) => !joiners.has(word));
  let vague: KnownMerchant | null = null;
  const start = plain[0] === 'the' && plain.length > 1 && !phrasesByFirstWord.has('the') ? 1 : 0;
  for (let at = start; at < plain.length; at += 1) {
    for (const phrase of phrasesByFirstWord.get(plain[at] ?? '') ?? []) {
      const leading = at === start || (at === 1 && plain[0] === 'the');
      if ((leading || phrase.anywhere) && phrase.words.every((word, index) => plain[at + index] === word)) {
        // "GOOGLE *YouTubePremium": a marketplace's own name yields to what was bought there.
        if (phrase.merchant.category !== 'uncategorised') return phrase.merchant;
        vague ??= phrase.merchant;
      }
    }
  }
  return vague;
}
