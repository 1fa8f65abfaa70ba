import { findKnownMerchant, type KnownMerchant } from '../merchants/known-merchants.js';
import { normaliseMerchant } from '../merchants/normalise.js';
import { type AccountKind, type Movement, movementIn } from '../transactions/roles.js';
import { type Category, type CategorySource, groupOf } from './categories.js';
import { categoryOfMcc, mccIn } from './mcc.js';
import { categoryOfWords } from './token-rules.js';

/** What a line's own text says, before the user's rules and history have their say. */
export interface TextReading {
  readonly merchantKey: string;
  readonly merchantName: string;
  readonly known: KnownMerchant | null;
  readonly movement: Movement | null;
  readonly category: Category;
  readonly source: CategorySource;
}

const cache = new Map<string, TextReading>();
const cacheLimit = 40_000;

/** Reads the merchant, the movement and the category from a line. Pure; memoised. */
export function readText(description: string, incoming: boolean, account: AccountKind): TextReading {
  const key = `${incoming ? '+' : '-'}${account === 'card' ? 'c' : 'a'}${description}`;
  const known = cache.get(key);
  if (known) return known;
  if (cache.size >= cacheLimit) cache.clear();
  const reading = readAfresh(description, incoming, account);
  cache.set(key, reading);
  return reading;
}

function readAfresh(description: string, incoming: boolean, account: AccountKind): TextReading {
  const merchant = normaliseMerchant(description);
  const known = findKnownMerchant(merchant.words);
  const movement = movementIn(description, incoming, account);
  const { category, source } = categoryOf(description, merchant.words, known, movement);
  return {
    merchantKey: known?.key ?? merchant.key,
    merchantName: known?.name ?? merchant.name,
    known,
    movement,
    category,
    source,
  };
}

function categoryOf(
  description: string,
  words: readonly string[],
  known: KnownMerchant | null,
  movement: Movement | null,
): { category: Category; source: CategorySource } {
  if (movement && movement.category !== 'uncategorised') {
    return { category: movement.category, source: 'token' };
  }
  const mcc = mccIn(description);
  const byMcc = mcc === null ? null : categoryOfMcc(mcc);
  if (byMcc) return { category: byMcc, source: 'mcc' };
  if (known && known.category !== 'uncategorised') return { category: known.category, source: 'merchant' };
  // The names of Apple, Google and PayPal alone say nothing, so that neither do the words around them.
  const byWords = known ? null : categoryOfWords(words);
  return byWords ? { category: byWords, source: 'token' } : { category: 'uncategorised', source: 'none' };
}

/** True for categories that somebody is billed for under contract: a first charge already looks recurring there. */
export function isBilled(category: Category, known: KnownMerchant | null): boolean {
  if (known?.subscription) return true;
  return (
    [
      'rent',
      'mortgage',
      'utilities',
      'telecom',
      'insurance',
      'debt',
      'childcare',
      'streaming',
      'tax',
    ].includes(category) && groupOf(category) !== 'other'
  );
}
