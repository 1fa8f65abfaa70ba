import type { Intent, ReadingWorld } from './intents.js';
import { findOrder } from './order.js';
import { readReactionsSaid } from './reactions-said.js';
import { type References, readReferences } from './references.js';

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
  return readReactionsSaid(sentence, world) ?? readPointed(sentence, world);
}

/** "The second one please", "the first two", "the one with the dice". */
function readPointed(sentence: string, world: ReadingWorld): ListTalk | null {
  const asked = /\?\s*$/.test(sentence);
  const bare = sentence.replace(/[\s.!?]+$/, '').replace(LEAD, '');
  const plain = bare.replace(POLITE, '').trim();
  if (plain === '' || /^\d/.test(plain) || ASKS_OTHERS.test(sentence)) return null;
  const about = readReferences(plain, world.offered, world.numbered);
  if (!about || about.of === 'others' || about.of === 'all') return null;
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

function onlyOne(about: References) {
  return about.of === 'these' && about.items.length === 1 ? about.items[0] : undefined;
}
