import type { Intent, ReadingWorld } from './intents.js';
import { looseAmounts } from './loose-amounts.js';
import { readSavingPace } from './saving-asked.js';
import { forWhat } from './spending-asked.js';
import { totalOf } from './sums.js';
import { findTimes } from './times.js';

/** What a message may begin with that goes on from the one before. */
const LEAD = '(?:(?:and|so|ok(?:ay)?|well|then|but|hm+|or|also|now)[,\\s]+)*';
const END = '(?: then| now| instead| too| please)*[?.!\\s]*$';
const MOST_WORDS = 12;

const AGAIN = new RegExp(
  `^${LEAD}(?:can|could|should) (?:i|we)(?: (?:still|really|even))?(?: (?:afford|do|buy|get|swing|manage|have) ?(?:it|that|this|them|both|all of (?:it|them|that))?)?${END}`,
);
const LATER = new RegExp(
  `^${LEAD}(?:(?:what|how) about |what if (?:i|we) wait(?: until| till)? |(?:can|could|would) (?:i|we|it) |in |for )*(?:(?:afford|do|get|buy|manage|have|fit|work) ?(?:it|that|them|both)? )?(?:in |by |for |until )?(?:the )?next (?:month|period)${END}`,
);
const INSTEAD = new RegExp(
  `^${LEAD}(?:what )?if (?:it(?: is|s| was| were| costs?)?|i (?:find|get|got|found) (?:it|one|that)|they (?:are|were|cost))\\b|^${LEAD}(?:(?:what|how) about|only|just)\\s`,
);
const ONE_MORE_PRICE =
  /^(?:(?:so|ok(?:ay)?|well)[,\s]+)*(?:(?:and|plus|also)\b(?: then)?(?: with| if i add)?|what if i also (?:get|buy|take))\s/;
/** Such words wish for ideas, tell of a spend, or set a limit: no price is added by them. */
const NO_PRICE =
  /\b(?:find|recommend|suggest|show|ideas?|something|anything|under|below|max(?:imum)?|up to|at most|less|cheaper|more than|budget|spent|paid|bought|cost me|income|rent|bills?|earn|make|get paid|a (?:month|week|year)|per (?:month|week|year)|people|players?|minutes|hours|years?)\b/;
/** A category or a shop by a few words: "gas", "and on eating out", "what about whole foods". */
const TERM =
  /^((?:(?:and|so|ok(?:ay)?|or|also|plus|on|for|at|in|my|the|what about|how about|same for)\s)*)([a-z][a-z0-9&'+.-]*(?: [a-z0-9&'+.-]+){0,3})$/;
/** Somebody wants one, and asks for no sum of them. */
const ONE_OF_THEM = /^(?:an?|one|some|any|more|another|no|good|new|cheap|cheaper)\b/;

/**
 * A short message that goes on from a question about money and is nothing without it: one more price, another price, the
 * same next month, one more category. Null where nothing was asked before that it could go on from.
 */
export function readFollowOn(text: string, world: ReadingWorld): Intent | null {
  if (text.split(' ').length > MOST_WORDS) return null;
  return (world.supposed ? onPrice(text, world) : null) ?? (world.span ? onSpending(text, world) : null);
}

function onPrice(text: string, world: ReadingWorld): Intent | null {
  const same: Intent = { kind: 'afford', price: null, title: null, recurring: null };
  if (AGAIN.test(text)) return same;
  if (LATER.test(text)) return { ...same, when: 'next-period' };
  const saving = readSavingPace(text, world);
  if (saving) return saving;
  if (NO_PRICE.test(text)) return null;
  const price = totalOf(text, world.currency)?.total ?? looseAmounts(text, world.currency)[0]?.amount;
  if (!price) return null;
  if (INSTEAD.test(text)) return { ...same, price };
  // "And 15 on coffee", after a spend was told, is one more of those.
  const asks = !world.spent || /\?|\b(?:too|as well|on top)\b/.test(text);
  return ONE_MORE_PRICE.test(text) && asks ? { ...same, price, also: true } : null;
}

/** What stands around the days of a question that asks for nothing but other days. */
const AROUND_DAYS =
  /\b(?:and|so|ok(?:ay)?|or|also|plus|now|then|too|what about|how about|in total|total|all together|altogether|everything|in|for|on|during)\b|[?.!,]/g;
/** A month whose name is a word of its own as well. */
const BARE_MONTH = /\b(?=(?:may|march)\b[?.!\s]*$)/;

function onSpending(text: string, world: ReadingWorld): Intent | null {
  const [time] = findTimes(text.replace(BARE_MONTH, 'in '), world.today, 'past');
  const days = time?.text.replace(/^(?:in|for|during|on) /, '') ?? null;
  const rest = days ? text.replace(days, ' ') : text;
  const asked = { kind: 'spending', words: days, months: null } as const;
  if (time && rest.replace(AROUND_DAYS, '').trim() === '')
    return { ...asked, span: time.span, category: null };
  const [, lead, term] =
    TERM.exec(rest.replace(/(?:\s(?:then|too|in|for|on|during))*[?.!\s]*$/, '').trim()) ?? [];
  if (!term || ONE_OF_THEM.test(term)) return null;
  const what = forWhat(term);
  // A shop's name alone could be anything.
  if (what.category === null && (!lead || what.shop === undefined)) return null;
  return { ...asked, span: time?.span ?? world.span ?? null, ...what };
}
