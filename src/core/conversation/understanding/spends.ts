import type { Currency, Money } from '../../../domain/money.js';
import { fromMajor } from '../../../domain/money.js';

const ITEM =
  /^(?:and |then |plus |the |a |another )*([a-z][a-z '&-]{1,28}?)(?: (?:was|were|cost|costs|for|is))?(?: (?:another|about|around|only))? (?:[$€£]\s?)?(\d{1,4}(?:\.\d{1,2})?)(?: (?:bucks|dollars|quid|pounds|euros))?$/;

/** A list of what things cost, as people jot it down: "cinema 24, popcorn 11 and parking was another 6". */
export function readJottings(
  text: string,
  currency: Currency,
): readonly { readonly description: string; readonly amount: Money }[] {
  const parts = text
    .replace(/[\s.!]+$/, '')
    .split(/,\s?(?:and\s)?|\s(?:and|plus)\s/)
    .map((part) => part.trim());
  if (parts.length < 2) return [];
  const items = parts.map((part) => ITEM.exec(part));
  return items.flatMap((match) => {
    const [, description = '', amount = ''] = match ?? [];
    // One part that reads otherwise makes it a sentence and no list.
    if (items.includes(null) || /\b(?:under|over|for|like|about|i|we|is|my)\b/.test(description)) return [];
    return [{ description, amount: fromMajor(amount, currency) }];
  });
}
