import type { Intent, ReadingWorld } from './intents.js';
import { findOrder } from './order.js';
import { readReference } from './references.js';
import { findTypes } from './vocabulary.js';
import { readWish } from './wish.js';

const LEAD = '(?:(?:so|and|ok(?:ay)?|hm+|but|well|then|now|hey|actually|please)[,\\s]+)*';
const OF_THESE =
  '(?: (?:one|game|movie|film|book|place|option|idea|thing))?(?: of (?:them|those|these|the \\w+))?';
/** "Which of these is the cheapest?", "what is the shortest one" */
const WHICH = new RegExp(`^${LEAD}(?:which|what)${OF_THESE}\\b`);
/** A choice that is left to the assistant. */
const CHOOSE = new RegExp(
  `^${LEAD}(?:(?:which|what)${OF_THESE} (?:would|do|should|shall|will) (?:you|i|we) (?:\\w+ )?(?:pick|choose|recommend|suggest|go (?:for|with)|get|take|prefer|watch|play|read|buy|do|try|like best)|(?:you |just |please )*(?:(?:pick|choose|decide)(?: one)?|(?:recommend|suggest)(?: me| us)? (?:one|just one|only one)|give (?:me|us) (?:just |only )?one)(?: for (?:me|us))?|which is (?:the )?(?:best|better|your favou?rite)|what is your (?:favou?rite|pick|top pick|choice)|(?:your|the) (?:best|top) (?:pick|one|choice)|if you had to (?:pick|choose)(?: one)?|just (?:tell me|give me) (?:one|the best(?: one)?)|i can not decide|help me (?:decide|choose))(?: (?:then|of (?:them|these|those)|out of (?:them|these|those)|for (?:me|us)|first|tonight|please|best|one))*[\\s.!?]*$`,
);
const UNKNOWN = /\b(?:i|we) (?:do not|have not|am not|are not)\b|\b(?:else|other|more|new)\b/;

/** A question which of the things on the table it should be; null where none lie there, or others are asked for. */
export function readPick(text: string, world: ReadingWorld): Intent | null {
  if (world.offered.length === 0 || UNKNOWN.test(text)) return null;
  const types = findTypes(text.replace(/\b(?:watch|play|read|eat|get|do|buy)\b/g, ' '));
  if (CHOOSE.test(text)) return { kind: 'pick', order: null, types };
  const order = findOrder(text);
  if (!order || !(WHICH.test(text) || text.split(' ').length <= 4)) return null;
  return { kind: 'pick', order, types };
}

const KIND = '(?:movie|film|restaurant|place to eat|dinner|activity|game|book|show|outing)';
const SWAP = new RegExp(
  `\\b(?:swap(?: out)?|switch(?: out)?|change|replace|exchange)\\s(?:the |that |this )?(?!it\\b|my\\b|to\\b)(.{3,40}?)(?=$|[,.?!]|\\s(?:for|to|with|please|but|and)\\b)|\\b(?:another|a different|some other|different|other)\\s(${KIND})\\s(?:instead|then|please|though)|\\b(?:keep|like|love)\\s(?:the )?.{3,30}?,?\\s(?:but|and)\\s(?:swap|change|replace|switch|another|a different|something else for|not) (?:the )?(.{3,30}?)[\\s.!?]*$`,
);
const ROLES = /\b(?:activity|thing to do|first part|second part|main thing)\b/;

/** "Swap the movie": one of the things on the table makes room for another of its kind. */
export function readSwap(text: string, world: ReadingWorld): Intent | null {
  if (world.offered.length === 0) return null;
  const match = SWAP.exec(text);
  const what = match?.[3] ?? match?.[1] ?? match?.[2];
  if (!match || !what) return null;
  const types = ROLES.test(what) ? [] : findTypes(what);
  const item = readReference(what, world.offered);
  if (types.length === 0 && !(item && item.by !== 'last') && !ROLES.test(what)) return null;
  const rest = readWish(text.replace(match[0], ' '), world);
  return { kind: 'refine', refinement: 'swap', wish: { ...rest, types }, item };
}
