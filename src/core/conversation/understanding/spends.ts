import { type Currency, fromMajor, type Money } from '../../../domain/money.js';

const AMOUNT = '(?:[$€£]\\s?)?(\\d{1,4}(?:\\.\\d{1,2})?)(?:\\s?(?:bucks|dollars|quid|pounds|euros?))?';
const LEAD = '(?:(?:and|then|plus|the|a|an|another|about|like|around|some|also|oh|my|our|just) )*';
const THING = "([a-z][a-z '&-]{1,28}?)";
const THING_FIRST = new RegExp(
  `^${LEAD}${THING}(?: (?:was|were|cost|costs|came to|for|is|at))?(?: (?:another|about|around|only|like|just))* ${AMOUNT}$`,
);
const AMOUNT_FIRST = new RegExp(
  `^${LEAD}${AMOUNT} (?:(?:on|for|at|in) )?(?:(?:the|a|an|some|my|our) )?${THING}$`,
);
const NO_LIST =
  /\b(?:max|tops|limit|each|head|table|room|seats?|under|over|people|players?|of us|minutes|hours?|years?|months?|a month|i|we|is|my|budget|rent|left|save|say|maybe|weekend|evening|fun|us|me|you|what|how)\b/;

/** A list of what things cost, as people jot it down: "cinema 24, popcorn 11 and parking was another 6", "12 on cinema, 4 for the bus". */
export function readJottings(
  text: string,
  currency: Currency,
): readonly { readonly description: string; readonly amount: Money }[] {
  const parts = text
    .replace(/^(?:(?:i|we) )?(?:(?:just|also|have|then) )*(?:spent|paid|dropped|blew|had) /, '')
    .replace(/[\s.!]+$/, '')
    .split(/,\s?(?:and\s|plus\s)?|\s(?:and|plus|&|\+)\s/)
    .map((part) => part.trim());
  if (parts.length < 2) return [];
  const items = parts.flatMap((part) => {
    const [, after, thing] = AMOUNT_FIRST.exec(part) ?? [];
    const [, name, before] = THING_FIRST.exec(part) ?? [];
    const description = thing ?? name;
    const amount = after ?? before;
    // One part that reads otherwise makes it a sentence and no list.
    if (!description || !amount || NO_LIST.test(description)) return [];
    return [
      {
        description: description
          .replace(/^(?:went to|went for|saw|did|got|paid for|bought) (?:(?:the|a|an|some) )?/, '')
          .replace(/(?: (?:yesterday|today|last night|earlier|too|as well|also))+$/, ''),
        amount: fromMajor(amount, currency),
      },
    ];
  });
  return items.length === parts.length ? items : [];
}
