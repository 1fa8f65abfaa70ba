import { fromMajor } from '../../../domain/money.js';
import { readComparison } from './comparisons.js';
import type { Intent, ReadingWorld, Refinement } from './intents.js';
import { findOffered, readReference } from './references.js';
import { readWish } from './wish.js';
import { saysSomething, type Wish } from './wish-shape.js';

const LESS_LIKE =
  /\b(?:less like|fewer like|no more like|nothing like|not like|less of|not (?:things|stuff) like)\s(?:this|that|it|these|those|the)\b|^less like\b|\bnot my (?:thing|taste|style|cup of tea)\b/;

const MORE_LIKE =
  /\bmore like [a-z0-9]|\bmore (?:like|of) (?:this|that|it|these|those|the)\b|\b(?:similar to|something like|like) (?:that|this|it|the (?:first|second|third|fourth|last)(?: one)?)(?: one)?[.!?\s]*$/;

const REFINEMENTS: readonly (readonly [Refinement, RegExp])[] = [
  ['less-like', LESS_LIKE],
  ['more-like', MORE_LIKE],
  [
    'free',
    /^(?:(?:what about|how about|and|anything|something|any|show me|only|just) )*(?:free|for free|that is free|free (?:things|stuff|ones?|options?|ideas?))\b/,
  ],
  [
    'cheaper',
    /\b(?:cheaper|less expensive|too (?:expensive|pricey|much|dear)|more affordable|lower price|costs? less|for less(?: money)?|budget[- ]friendly|expensive)\b/,
  ],
  [
    'pricier',
    /\b(?:pricier|more expensive|fancier|nicer|splurge|treat (?:myself|us)|higher budget|upscale|money is no object)\b/,
  ],
  [
    'not-then',
    /^(?:(?:no|but|and|well|actually|sorry),? )*not (?:tonight|today|tomorrow|this weekend|now|on \w+|saturday|sunday|friday|this week)\b/,
  ],
  [
    'more',
    /^(?:(?:show|give|tell|got|any|some|can i have|i want|i would like|a few|yes|and|please)(?: me)? )*(?:more|a few more|some more|next|another(?: one| few)?|keep going|go on|more (?:options|ideas|suggestions|please)|others)(?: (?:options|ideas|suggestions|ones|please|like these))?[.!?\s]*$/,
  ],
  [
    'other',
    /\b(?:something (?:else|different)|(?:so |ok |well )*what (?:then|now)\??$|most popular|best rated|top rated|which (?:one )?(?:do|would) you (?:recommend|suggest)|anything (?:else|different)|different (?:ones?|options?|ideas?|suggestions?)|other (?:options?|ideas?|suggestions?|ones?)|what else|else\??$|(?:none|neither) of (?:these|those|them)|not (?:these|those|any of)|too (?:childish|boring|long|short|scary|violent|dark|hard|easy|complicated|sad|old|american|silly|serious|slow|loud|far)|(?:try|start|think) again|try something|change it up|do not like (?:any|these|those))\b|^(?:no,? |nah,? )?not (?:that|it|this)(?: one)?[,.;]/,
  ],
];

const FOLLOW =
  /^(?:(?:and|but|or|ok|okay|so|what|how|well|actually|hm+|also|maybe|now|then|what about|how about|make (?:it|that|them)|let us say|say|only|just|with|without|for|in|on|under|instead|rather|preferably|no|not)[\s,]+)+/;

const AFRESH =
  /^(?:(?:ok(?:ay)?|so|now|hey|hi|well|and now)[,\s]+)*(?:what (?:can|could|should|shall|to|is there|would you)|recommend|suggest|find (?:me|us)|show me|give me|i (?:want|need|would like|feel like|fancy)|(?:i am |we are )?looking for|any (?:good|fun|nice|great|ideas)|something (?:to|for)|help me)\b/;

/** What must hold as well: "my 7 year old has to play too", "it should work for 5", "we can't go outside". */
const ADDS =
  /\b(?:too|as well|also|has to|have to|must|needs? to|should|able to|can not|is coming|are coming|joins?|would rather|prefer)\b/;

/** Whether it says for whom, when, where or how long, and so limits what was wished before. */
function bindsWho({
  age,
  partySize,
  joining,
  place,
  when,
  maxMinutes,
  minMinutes,
  maxPrice,
  without,
}: Wish): boolean {
  return (
    [age, partySize, joining, place, when, maxMinutes, minMinutes, maxPrice].some((said) => said !== null) ||
    without.length > 0
  );
}

/** "love it, more like that", "nah, something else": what is asked for next weighs more than the reaction in it. */
export function readFollowUp(text: string, world: ReadingWorld): Intent | null {
  if (world.offered.length === 0) return null;
  // "Is number 3 cheaper?" asks about number 3.
  const pointed = readReference(text, world.offered);
  if (/^(?:is|are|does|how much)\b/.test(text) && pointed && pointed.by !== 'last')
    return { kind: 'why', item: pointed, figure: null };
  const asks = REFINEMENTS.find(
    ([refinement, pattern]) => /^(?:other|more-like|cheaper|free)$/.test(refinement) && pattern.test(text),
  );
  return asks && !LESS_LIKE.test(text) ? readRefinement(text, world) : null;
}

/** "actually 50 is fine": with things on the table, a figure alone is what they may cost. */
const BARE_LIMIT =
  /^(?:(?:actually|ok(?:ay)?|well|maybe|no|say|let us say|make (?:it|that)|up to|max)[,\s]+)+(?:[$€£]\s?)?(\d{1,4}(?:\.\d{1,2})?)(?: (?:bucks|dollars|quid|pounds|euros))?(?: (?:is|would be) (?:fine|ok|okay|good|alright|possible))?[\s.!]*$/;

/** How the next list should differ from the one on the table. */
export function readRefinement(text: string, world: ReadingWorld): Intent | null {
  if (world.offered.length === 0) return null;
  const wish = readWish(text, world);
  const compared =
    wish.types.length === 0 && wish.like === null && text.split(' ').length <= 10
      ? readComparison(text, wish, world.today)
      : null;
  if (compared)
    return {
      kind: 'refine',
      refinement: 'compared',
      wish: { ...wish, ...compared.change, ...(compared.shorter && { maxMinutes: null }) },
      item: null,
      ...(compared.shorter && { shorter: true }),
    };
  for (const [refinement, pattern] of REFINEMENTS) {
    if (!pattern.test(text)) continue;
    // "Too much, back to just the two of us": another party is another sum.
    if (refinement === 'cheaper' && wish.partySize !== null)
      return { kind: 'refine', refinement: 'change', wish, item: null };
    const item =
      refinement === 'less-like' || refinement === 'more-like' ? readReference(text, world.offered) : null;
    return { kind: 'refine', refinement, wish, item };
  }
  if (wish.joining !== null) return { kind: 'refine', refinement: 'change', wish, item: null };
  const limit = BARE_LIMIT.exec(text)?.[1];
  if (limit) {
    const maxPrice = fromMajor(limit, world.currency);
    return { kind: 'refine', refinement: 'change', wish: { ...wish, maxPrice }, item: null };
  }
  const pointed =
    /^(?:(?:what about|how about|and|tell me about|ok|maybe|let us (?:do|go with)|i will take|go with|pick|i choose) )*(?:the )?(?:\S+ one|number \d|#\d|option \d)[.!?\s]*$/.test(
      text,
    )
      ? readReference(text, world.offered)
      : null;
  if (pointed && pointed.by !== 'last') return { kind: 'why', item: pointed, figure: null };
  // "for four people", "in Sydney", "under 20": only a change of the wish.
  const bare = text.replace(FOLLOW, '');
  // A whole new question starts afresh: what was wished before does not stick to it.
  if (AFRESH.test(text)) return null;
  const named = findOffered(text, world.offered) !== null;
  if (named || !saysSomething(wish)) return null;
  if (ADDS.test(text) && text.split(' ').length <= 14 && bindsWho(wish))
    return { kind: 'refine', refinement: 'change', wish, item: null };
  if (bare.split(' ').length > 8) return null;
  if (
    FOLLOW.test(text) ||
    bare.split(' ').length <= 4 ||
    wish.maxMinutes !== null ||
    wish.minMinutes !== null
  )
    return { kind: 'refine', refinement: 'change', wish, item: null };
  return null;
}
