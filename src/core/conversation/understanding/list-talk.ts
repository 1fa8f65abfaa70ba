import type { Intent, ReadingWorld } from './intents.js';
import { looseAmounts } from './loose-amounts.js';
import { parseCount } from './numbers.js';
import { findOrder } from './order.js';
import { readReactionsSaid } from './reactions-said.js';
import { type References, readReferences } from './references.js';
import { emptyWish } from './wish-shape.js';

/** What a sentence says of the list on the table and nothing else, with what is left of the sentence. */
export interface ListTalk {
  readonly intent: Intent;
  readonly rest: string;
}

const LEAD =
  /^(?:(?:ok(?:ay)?|so|and|yes|yeah|hm+|oh|well|then|now|but|actually|maybe|please|cool|great|nice|perfect|what about|how about|tell me (?:more )?about|more (?:about|on)|show me|details (?:on|of|about)|let us see)[,!.\s]+)+/;
const POLITE = /(?:,? (?:please|thanks|thank you))+[\s.!]*$/;
const TAKEN =
  /^(?:(?:ok(?:ay)?|yes|yeah|cool|great|nice|perfect)[,!.\s]+)*(?:the )?(?!all\b|them\b|these\b|those\b|it\b|that\b|this\b)/;
const ASKS_OTHERS =
  /^(?:what about|how about|show me|more)\b.*\b(?:others?|rest|them|those|these|all|everything)\b/;

/** Reads what a sentence says of the things on the table: reactions, or a mere pointing at some of them. */
export function readListTalk(sentence: string, world: ReadingWorld): ListTalk | null {
  if (world.offered.length === 0) return null;
  return (
    readReactionsSaid(sentence, world) ??
    readPointed(sentence, world) ??
    readWhichIs(sentence) ??
    readLimit(sentence, world) ??
    readForPeople(sentence)
  );
}

/** "The second one please", "the first two", "the one with the dice". */
function readPointed(sentence: string, world: ReadingWorld): ListTalk | null {
  const asked = /\?\s*$/.test(sentence);
  const bare = sentence.replace(/[\s.!?]+$/, '').replace(LEAD, '');
  const plain = bare.replace(POLITE, '').trim();
  if (plain === '' || /^\d/.test(plain) || ASKS_OTHERS.test(sentence)) return null;
  const about = readReferences(plain, world.offered, world.numbered);
  if (!about || about.of === 'all') return null;
  const only = onlyOne(about);
  // "The shortest one?" asks which of them that is.
  if (only?.by === 'last' || (only?.by === 'trait' && findOrder(plain))) return null;
  // "The second one please" takes it; "the second one?" asks about it.
  if (only && plain !== bare && !asked && TAKEN.test(sentence) && !LEAD_ASKS.test(sentence))
    return { intent: { kind: 'react', reaction: 'chosen', item: only }, rest: '' };
  if (only) return { intent: { kind: 'why', item: only, figure: null }, rest: '' };
  return { intent: { kind: 'point', about }, rest: '' };
}

const LEAD_ASKS = /\b(?:what about|how about|tell me|more|show me|details)\b/;

const WHICH_IS =
  /^(?:(?:and|so|ok(?:ay)?|but)[,\s]+)*(?:which|what) (?:one|of (?:them|these|those)|one of (?:them|these|those)) (?:is|has|was|comes with|plays)(?: (?:on|about|with|in|set in|the|an?))* (?!(?:best|better|good|the|right|yours|nicest|most|you|worth|on)\b|\w+est\b)(?<words>[a-z][a-z0-9 -]{2,30}?)(?: one)?[\s?.!]*$/;

/** "Which one is on Netflix?", "which of these has dragons" */
function readWhichIs(sentence: string): ListTalk | null {
  const words = WHICH_IS.exec(sentence)?.groups?.words;
  if (!words || findOrder(sentence)) return null;
  return { intent: { kind: 'why', item: { by: 'trait', words }, figure: null }, rest: '' };
}

const AT_MOST =
  /^(?:(?:and|but|ok(?:ay)?|no|hm+|well|also)[,\s]+)*(?:(?:i|we) (?:do not|would not|can not|will not|would rather not) (?:really )?(?:(?:want|like) to )?(?:spend|pay|go)|not|nothing|no) (?:more than|over|above) (?<most>[$€£]?\d{1,4}(?:\.\d{1,2})?(?: (?:bucks|dollars|quid|pounds|euros?))?)(?: (?:on (?:it|that|this)|for (?:it|that|this)|in total|all in|altogether|tonight|though|please))*[\s.!]*$/;

/** "I don't want to spend more than 50", with things on the table: what they may cost. */
function readLimit(sentence: string, world: ReadingWorld): ListTalk | null {
  const most = AT_MOST.exec(sentence)?.groups?.most;
  const amount = most === undefined ? undefined : looseAmounts(most, world.currency)[0]?.amount;
  if (!amount) return null;
  const wish = { ...emptyWish, maxPrice: amount };
  return { intent: { kind: 'refine', refinement: 'change', wish, item: null }, rest: '' };
}

const FOR_PEOPLE =
  /^(?:(?:and|so|ok(?:ay)?|but)[,\s]+)*(?:how much|what) (?:would|will|is|does|do|are) (?:that|it|they|those|these|this|all (?:of )?(?:that|them))(?: (?:be|cost|come to|all|in total))* (?:for|with) (?:(?<pair>(?:the )?both of us|us both|us two|(?:the )?two of us|a couple)|(?:the )?(?<count>\d{1,2}|two|three|four|five|six|seven|eight)(?: (?:of us|people|persons|players))?)[\s.?!]*$/;

/** "How much would that be for the both of us?" */
function readForPeople(sentence: string): ListTalk | null {
  const { pair, count } = FOR_PEOPLE.exec(sentence)?.groups ?? {};
  const people = pair ? 2 : parseCount(count ?? '');
  return people ? { intent: { kind: 'point', about: { of: 'all' }, people }, rest: '' } : null;
}

function onlyOne(about: References) {
  return about.of === 'these' && about.items.length === 1 ? about.items[0] : undefined;
}
