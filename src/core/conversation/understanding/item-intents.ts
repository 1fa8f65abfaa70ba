import { fromMajor } from '../../../domain/money.js';
import type { Intent, Reaction, ReadingWorld, Refinement } from './intents.js';
import { parseNumberWords } from './numbers.js';
import { findOffered, type ItemReference, readReference } from './references.js';
import { readWish, saysSomething } from './wish.js';

const WHY =
  /^(?:but |and |so |ok |hm+ )?(?:why|how come|what makes|what is (?:so )?(?:good|special|great) about|explain|tell me why|reason for)\b/;
const REACTIONS: readonly (readonly [Reaction, RegExp])[] = [
  [
    'unsaved',
    /\b(?:take|remove) (?:it|that|this) off(?: again)?\b|\bunsave\b|\b(?:remove|take|delete) .+ (?:from|off) (?:my )?(?:wish ?list|list|saved)\b/,
  ],
  [
    'saved',
    /\b(?:save|bookmark|add|put|keep|remember) (?:me )?.{0,60}?(?:for later|(?:to|on|in) (?:my )?(?:wish ?list|list))\b|^(?:please )?(?:save|bookmark|wishlist|remember|keep) (?:it|that|this|them|the|both|number|option|#)|\b(?:save|bookmark) (?:the )?(?:first|second|third|fourth|last|\d)\b|^save\b|\b(?:remind me (?:of|about))\b|\blet me know (?:when|if) .{0,40}(?:drops|cheaper|price|sale)\b/,
  ],
  [
    'seen',
    /\b(?:(?:i|we) (?:have )?(?:already )?(?:seen|watched|read|played|been (?:to|there)|finished|saw|done|did|tried|went to|heard)(?: (?:it|that|this|them|those|one|the|already|there|before|\w+))?|already (?:seen|watched|read|played|been|saw)|^(?:seen|watched|read|played|saw) (?:it|that|this|them|the|already)|^(?:been there|seen it|read it))\b/,
  ],
  [
    'owned',
    /\b(?:i|we) (?:already )?(?:own|have got) (?!to\b)\w|(?:i|we) already got (?!to\b)\w|\b(?:i|we) already have (?!to\b)\w|\b(?:i|we) (?:already )?(?:have|own|got|have got) (?:it|that|this|them|one|the (?:first|second|third|fourth|last)|a copy|that one|both)(?: one)?(?: already)?\b|\balready (?:have|own|got) (?:it|that|this|one|them)\b|^(?:own it|have it|got it already|(?:have|own|got) (?:that|this)(?: one)?)\b/,
  ],
  [
    'purchased',
    /\b(?:i|we) (?:just |have |finally )*(?:bought|purchased|ordered|got|booked|grabbed) (?:it|that|this|the (?:first|second|third|fourth|last)|that one|them|tickets?)\b|^(?:bought|booked|ordered|got) (?:it|that|the|them)\b|\b(?:mark (?:it|that) as bought)\b/,
  ],
  [
    'liked',
    /\b(?:(?:i|we) (?:really |absolutely |quite )?(?:like|love|loved|liked|enjoyed|adore) (?:it|that|this|the (?:first|second|third|fourth|last)|that one|those|them)|^(?:love|like|loved|liked|great|good|perfect|nice|excellent) (?:it|that|this|one|the|idea|choice|pick|call)|sounds (?:great|good|perfect|fun|lovely|amazing)|(?:it|that) (?:was|is|looks) (?:great|good|perfect|fun|amazing|brilliant|awesome))\b/,
  ],
  [
    'rejected',
    /\b(?:not interested|never (?:show|suggest|recommend)|do not (?:show|suggest|recommend)(?: me)?|stop (?:showing|suggesting|recommending)|no interest|not for (?:me|us)|(?:i|we) (?:will )?pass(?: on)?|hard pass|rule (?:it|that) out)\b|^pass\b/,
  ],
  [
    'disliked',
    /\b(?:(?:i|we) (?:really )?(?:do not|did not) (?:really )?(?:like|enjoy|love|want|fancy) (?:it|that|this|the (?:first|second|third|fourth|last)|that one|those|them)|(?:i|we) (?:hated?|disliked?|hate) (?:it|that|this|the (?:first|second|third|last)|that one)|^(?:meh|boring|yuck)|(?:looks|sounds|seems|is|was) (?:boring|terrible|awful|bad|dull|meh))\b/,
  ],
];
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
    /\b(?:something (?:else|different)|(?:so |ok |well )*what (?:then|now)\??$|most popular|best rated|top rated|which (?:one )?(?:do|would) you (?:recommend|suggest)|anything (?:else|different)|different (?:ones?|options?|ideas?|suggestions?)|other (?:options?|ideas?|suggestions?|ones?)|what else|else\??$|(?:none|neither) of (?:these|those|them)|not (?:these|those|any of)|too (?:childish|boring|long|short|scary|violent|dark|hard|easy|complicated|sad|old|american|silly|serious|slow|loud|far)|(?:try|start|think) again|try something|change it up|do not like (?:any|these|those))\b/,
  ],
];
const FOLLOW =
  /^(?:(?:and|but|or|ok|okay|so|what|how|well|actually|hm+|also|maybe|now|then|what about|how about|make (?:it|that|them)|let us say|say|only|just|with|without|for|in|on|under|instead|rather|preferably|no|not)[\s,]+)+/;
const AFRESH =
  /^(?:(?:ok(?:ay)?|so|now|hey|hi|well|and now)[,\s]+)*(?:what (?:can|could|should|shall|to|is there|would you)|recommend|suggest|find (?:me|us)|show me|give me|i (?:want|need|would like|feel like|fancy)|(?:i am |we are )?looking for|any (?:good|fun|nice|great|ideas)|something (?:to|for)|help me)\b/;
const ASK =
  /\b(?:recommend|suggest(?:ion|ions)?|what (?:can|could|should|shall|to|would) (?:i|we|you|do|watch|read|play|eat|a|there)|what (?:to|is there to) (?:do|watch|read|play|eat|see)|(?:any|some|got|have you|give me|show me|i need|need|looking for|look for|find(?: me| us)?|search(?: for)?|want|would like|in the mood|feel like|fancy|craving|pick|help me (?:find|pick|choose)|what is (?:a )?good|what are (?:some )?good|good|best|fun|bored|ideas?|options?|something|anything|surprise me|to kill|where (?:can|could|should) (?:i|we)|which|things to do|stuff to do|something to|let us (?:watch|play|read|do)|entertain|plans? for|do (?:this|tonight|tomorrow)|is there (?:a|any|anything|something)))\b/;
const PLAN =
  /\b(?:plan (?:me |us )?(?:an? |my |our |the )?(?:\w+ ){0,2}(?:evening|night|date|day|weekend|saturday|sunday|friday|outing|afternoon)|plan (?:something|it|this)|evening (?:out|plan|for)|night out|dinner and (?:a )?(?:movie|show|film|games?)|(?:movie|film|show|game) and (?:dinner|food|a bite)|date night (?:plan|under|for|with)|organi[sz]e (?:an? )?(?:evening|night|date))\b/;
const SEARCH =
  /^(?:(?:please |can you |could you )?(?:search(?: for)?|look up|find(?: me)?|get me|do you (?:have|know)|have you got|is there|tell me (?:more )?about|what about|info (?:on|about)|details (?:on|about|of)|how much (?:is|does|are|do|would)|what does|price of|what is the price of|who (?:made|wrote|directed)|is) )["']?(.{2,80}?)["']?(?: (?:for (?:xbox|ps[45]|switch|pc)|cost|on (?:netflix|hulu|spotify|disney)|any good|worth it|included.*|available|free|in stock|go for|retail for|sell for))?[?.!\s]*$/;
/** "front row tickets tomorrow, what is the price" */
const PRICE_OF =
  /^(?!what\b|how\b)(.{4,60}?),?\s(?:what is the price|how much (?:is it|are they|would (?:it|that) be)|what does it cost|price)\??$/;
const STARS =
  /\b(?:rate|rated|give|gave|i would give|i give|score)\b.{0,60}?\b(\d(?:\.\d)?|one|two|three|four|five)\s?(?:\/\s?5|out of (?:5|five)|stars?)\b|\b(\d(?:\.\d)?|one|two|three|four|five)\s?(?:\/\s?5|out of (?:5|five)|stars?)\s(?:for|to)\b/;

/** What concerns things: wishes, follow-ups to a list, reactions to an item, "why that one?", evenings. */
export function readItemIntent(said: string, world: ReadingWorld): Intent | null {
  const text = said.replace(FILLERS, '');
  return (
    readCorrection(text, said, world) ??
    readRating(text, world) ??
    readKeeping(text, world) ??
    readChoice(text, world) ??
    readAboutItem(text, world) ??
    readWhy(text, world) ??
    readAllKnown(text, world) ??
    readFollowUp(text, world) ??
    readReaction(text, world) ??
    readRefinement(text, world) ??
    readCompare(text, world) ??
    readPlan(text, world) ??
    readSearchOrWish(text, world)
  );
}

/** What people say before they come to the point. */
const FILLERS =
  /^(?:(?:ok(?:ay)?|yes|yeah|yep|cool|nice|great|perfect|alright|right|sure|so|then|well|hm+|oh|ah|and|please|actually|go on|fine|love it)[,!.\s]+)+(?=(?:save|keep|bookmark|add|put|getting|get|take|taking|going|buying|buy|book|let us|i will|we will|seen|already|remove|why|the|show|not|bought|got|more|another|something|cheaper|which|what|how|who|is)\b)/;
const OTHERS_REFUSE =
  /^(?:and |but |oh |also )*(?:she|he|they|my \w+|the kids?)\b.{0,12}\b(?:hates?|dislikes?|can not stand|does not like|do not like|is allergic to|is scared of|will not)\b/;
const MEANT =
  /^(?:(?:sorry|no|nope|wait|actually|oops|hang on|oh|well)[,\s]+)*(?:i (?:meant?|said|mean)|make (?:it|that)|should be)\s(.{1,60}?)(?:,? not [^,.]{1,30})?[\s.!]*$/;

/** "No, I meant 14, not 40": the wish with what was meant. */
function readCorrection(text: string, said: string, world: ReadingWorld): Intent | null {
  const others = OTHERS_REFUSE.test(text) ? readWish(text, world) : null;
  if (others && world.offered.length > 0 && saysSomething(others))
    return {
      kind: 'refine',
      refinement: 'change',
      wish: { ...others, about: null, theme: null },
      item: null,
    };
  const meant = (MEANT.exec(text) ?? MEANT.exec(said))?.[1];
  if (!meant || world.offered.length === 0) return null;
  const number =
    /^(?:about |around |under |max )?[$€£]?(\d{1,4}(?:\.\d{1,2})?)(?: (?:bucks|dollars|quid|pounds|euros))?(?: (?:max|tops))?$/.exec(
      meant,
    )?.[1];
  const wish = readWish(meant, world);
  const maxPrice = number ? fromMajor(number, world.currency) : wish.maxPrice;
  if (!maxPrice && !saysSomething(wish)) return null;
  return { kind: 'refine', refinement: 'change', wish: { ...wish, maxPrice }, item: null };
}

const CHOSEN =
  /^(?:(?:i|we) (?:will |am |are |think i will )?|i would like to |let us )?(?:getting|get|take|taking|going (?:with|for)|go (?:with|for)|buying|buy|choose|pick|watch|play|read)\s(?:the )?(first|second|third|fourth|last|it|that|this|that one|this one|number \d|option \d|#\d)(?: one)?(?: then| please| tonight)?[\s.!]*$/;

/** "I'll take the first one": what they decided for. */
function readChoice(text: string, world: ReadingWorld): Intent | null {
  if (world.offered.length === 0 || !CHOSEN.test(text)) return null;
  const item = readReference(text, world.offered) ?? { by: 'last' };
  return { kind: 'react', reaction: 'chosen', item };
}

const DROPS =
  /\b(?:let me know|tell me|alert me|notify me|ping me|watch|warn me|say|remind me) (?:when|if|once) (.{2,60}?) (?:drops?|falls?|goes|gets|is|costs?|comes down)\b(?:.*?\b(?:below|under|to|less than|cheaper than|at)\s(?:[$€£]\s?)?(\d{1,4}(?:\.\d{1,2})?))?/;
const KEEPS =
  /^(?:please |can you |could you )?(?:save|bookmark|wishlist|add|put|find and save|keep) (?:me )?(?:an?|some|one) (?:\w+ ){0,5}?(?:movie|film|book|novel|game|board game|card game|restaurant|event|concert|thriller|comedy)\b/;

/** "Let me know when Catan drops below 30"; "save a thriller for me". */
function readKeeping(text: string, world: ReadingWorld): Intent | null {
  const [, title, price] = DROPS.exec(text) ?? [];
  if (title && !/^(?:i|my|we|it is|spending|money|any|anything|something)\b/.test(title)) {
    const item = readReference(title, world.offered) ?? {
      by: 'title',
      title: title.replace(/^(?:the price of|the) /, ''),
    };
    return {
      kind: 'react',
      reaction: 'saved',
      item,
      target: price ? fromMajor(price, world.currency) : null,
    };
  }
  return KEEPS.test(text) ? { kind: 'recommend', wish: readWish(text, world), keep: true } : null;
}

const ABOUT_IT =
  /^(?:(?:so|and|ok(?:ay)?|but|hm+)[,\s]+)*(?:what (?:is|are) (?:it|that|this|that one|they) (?:about|like)|tell me (?:more|a bit more)(?: about (?:it|that|this|that one|this one))?$|who (?:made|wrote|directed|is in|stars in|plays in) (?:it|that|this)|how long (?:is|does|do|are|would) (?:it|that|this|they)|how many (?:players|people|pages)\b|when (?:is|was|did) (?:it|that)|where is (?:it|that)|(?:is|does|can|will|would) (?:it|that|this|that one|this one)\b(?!.*\b(?:too much|ok|okay|in total)\b))/;

/** A question about one of the things on the table: what it is about, how long, for how many. */
function readAboutItem(text: string, world: ReadingWorld): Intent | null {
  if (world.offered.length === 0) return null;
  if (ABOUT_IT.test(text))
    return { kind: 'why', item: readReference(text, world.offered) ?? { by: 'last' }, figure: null };
  const reference = readReference(text, world.offered);
  if (!reference || reference.by === 'last' || !/\?\s*$|\b(?:is it|does it|can it|how)\b/.test(text))
    return null;
  if (
    /^(?:what|which|show|find|recommend|suggest|any)\b/.test(text) ||
    REACTIONS.some(([, pattern]) => pattern.test(text))
  )
    return null;
  return { kind: 'why', item: reference, figure: null };
}

const ALL_KNOWN =
  /\b(?:seen|watched|read|played|know|been to|tried|have|own) (?:(?:all of )?(?:them|those|these)(?: all)?|(?:them|those|these|it) all|all of (?:them|those|these)|all (?:the )?(?:four|three|of it))\b/;

/** Everything on the table is known already: something else, then. */
function readAllKnown(text: string, world: ReadingWorld): Intent | null {
  if (world.offered.length === 0 || !ALL_KNOWN.test(text)) return null;
  return { kind: 'known-all', wish: readWish(text, world) };
}

/** "love it, more like that", "nah, something else": what is asked for next weighs more than the reaction in it. */
function readFollowUp(text: string, world: ReadingWorld): Intent | null {
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

function readRating(text: string, world: ReadingWorld): Intent | null {
  const match = STARS.exec(text);
  if (!match) return null;
  const word = match[1] ?? match[2] ?? '';
  const stars = Number(word) || parseNumberWords(word);
  const item = readReference(text, world.offered) ?? namedIn(text) ?? { by: 'last' };
  return stars === null || stars > 5 ? null : { kind: 'rate', item, stars };
}

function namedIn(text: string): ItemReference | null {
  const title = /\b(?:rate|rated|give|gave|score)\s(.{2,60}?)\s(?:\d|one|two|three|four|five|a)\b/.exec(
    text,
  )?.[1];
  return title && !/^(?:it|that|this)$/.test(title) ? { by: 'title', title } : null;
}

function readWhy(text: string, world: ReadingWorld): Intent | null {
  if (!WHY.test(text) || (world.offered.length > 0 && /\bcheaper|something else|other\b/.test(text)))
    return null;
  const reference = readReference(text, world.offered);
  if (reference?.by !== 'last' && reference) return { kind: 'why', item: reference, figure: null };
  const named =
    /\b(?:why|what makes|recommend(?:ed)?|suggest(?:ed)?|about|pick(?:ed)?|choose|chose)\s(?:did you |would i like |would you |should i (?:see|play|read|watch) |is |not )*(?:(?:recommend|suggest|pick|choose|like|want)\s)?"?([a-z0-9][\w' :&-]{2,60}?)"?\s?(?:a good|good|worth|for me|special|so|$|\?)/.exec(
      text,
    )?.[1];
  const title =
    named &&
    !/^(?:that|this|it|one|those|these|them|not|me|the (?:first|second|third|last)|that one|this one)\b/.test(
      named,
    )
      ? named
      : null;
  return { kind: 'why', item: title ? { by: 'title', title } : { by: 'last' }, figure: null };
}

function readReaction(text: string, world: ReadingWorld): Intent | null {
  if (/^(?:what|which|where|how|who|when|can|could|should|do you|is|are|have you)\b/.test(text)) return null;
  for (const [reaction, pattern] of REACTIONS) {
    if (!pattern.test(text)) continue;
    // "Do not show me anything with …" refuses no single thing.
    if (
      reaction === 'rejected' &&
      /\b(?:anything|something|stuff|things|messag\w+|writing|alerts?)\b/.test(text)
    )
      continue;
    const item = readReference(text, world.offered) ?? namedThing(text, reaction);
    if (item) return { kind: 'react', reaction, item };
  }
  return null;
}

/** A title named in the reaction itself: "I have already seen Inception", "save Catan for later". */
function namedThing(text: string, reaction: Reaction): ItemReference | null {
  const pattern =
    reaction === 'saved' || reaction === 'unsaved'
      ? /\b(?:save|bookmark|add|put|keep|remember|remove|take|delete|remind me (?:of|about))\s(?:me )?(.{2,60}?)(?:\s(?:for later|to|on|in|from|off)\b.*)?[.!\s]*$/
      : /\b(?:seen|watched|read|played|been to|finished|saw|done|own|have|bought|purchased|ordered|booked|got|pass on|recommending|suggesting|showing|interested in)\s(?!already\b|seen\b|watched\b|read\b|played\b|been\b|finished\b|got\b|bought\b|just\b)(?:the (?:movie|film|book|game) )?(.{2,60}?)(?:\s(?:already|before|twice|last \w+|yesterday|once))?[.!\s]*$/;
  const title = pattern.exec(text)?.[1];
  if (!title || /^(?:it|that|this|them|one|already|interested|a lot|everything)$/.test(title))
    return { by: 'last' };
  return { by: 'title', title };
}

/** "actually 50 is fine": with things on the table, a figure alone is what they may cost. */
const BARE_LIMIT =
  /^(?:(?:actually|ok(?:ay)?|well|maybe|no|say|let us say|make (?:it|that)|up to|max)[,\s]+)+(?:[$€£]\s?)?(\d{1,4}(?:\.\d{1,2})?)(?: (?:bucks|dollars|quid|pounds|euros))?(?: (?:is|would be) (?:fine|ok|okay|good|alright|possible))?[\s.!]*$/;

function readRefinement(text: string, world: ReadingWorld): Intent | null {
  if (world.offered.length === 0) return null;
  const wish = readWish(text, world);
  for (const [refinement, pattern] of REFINEMENTS) {
    if (!pattern.test(text)) continue;
    // "Too much, back to just the two of us": another party is another sum.
    if (refinement === 'cheaper' && wish.partySize !== null)
      return { kind: 'refine', refinement: 'change', wish, item: null };
    const item =
      refinement === 'less-like' || refinement === 'more-like' ? readReference(text, world.offered) : null;
    return { kind: 'refine', refinement, wish, item };
  }
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
  if (named || !saysSomething(wish) || bare.split(' ').length > 8) return null;
  if (FOLLOW.test(text) || bare.split(' ').length <= 4)
    return { kind: 'refine', refinement: 'change', wish, item: null };
  return null;
}

const EITHER =
  /^(?:(?:hey|hi|so|and|ok(?:ay)?|should (?:i|we) (?:get|buy|play|watch|read|try)|which(?: is better)?[,:]?|is it|what about)[,\s]+)*([a-z0-9][\w' :&-]{2,40}?) (?:or|vs\.?|versus) ([a-z0-9][\w' :&-]{2,40}?)(?= for\b| with\b|[?,]|$)/;

function readCompare(text: string, world: ReadingWorld): Intent | null {
  const [, first, second] = EITHER.exec(text) ?? [];
  if (
    !first ||
    !second ||
    /\b(?:budget|fun|is (?:that|it)|not|should|bump|want|like|need|something|anything|any|some|more|less|under)\b/.test(
      `${first} ${second}`,
    )
  )
    return null;
  const wish = readWish(text, world);
  // Kinds of things are a wish, not titles.
  if (readWish(`${first} , ${second}`, world).types.length > 0) return null;
  return { kind: 'compare', titles: [first, second], wish };
}

function readPlan(text: string, world: ReadingWorld): Intent | null {
  return PLAN.test(text) ? { kind: 'plan', wish: readWish(text, world) } : null;
}

function readSearchOrWish(text: string, world: ReadingWorld): Intent | null {
  const wish = readWish(text, world);
  const reference = readReference(text, world.offered);
  const query = SEARCH.exec(text)?.[1] ?? PRICE_OF.exec(text)?.[1];
  if (query && !looksLikeWish(query)) {
    if (reference && reference.by !== 'last') return { kind: 'why', item: reference, figure: null };
    if (/^(?:it|that|this|that one)$/.test(query)) return { kind: 'why', item: { by: 'last' }, figure: null };
    return {
      kind: 'search',
      query: query.replace(/^(?:the (?:movie|film|book|game|board game)|called|named)\s/, ''),
      wish,
    };
  }
  if (
    ASK.test(text) &&
    (saysSomething(wish) ||
      /\b(?:do|to kill|recommend|suggest|bored|surprise|entertain|fun|ideas?)\b/.test(text))
  ) {
    return { kind: 'recommend', wish };
  }
  if (saysSomething(wish) && (wish.types.length > 0 || wish.genres.length > 0 || wish.mood !== null))
    return { kind: 'recommend', wish };
  return null;
}

/** "find me a funny movie" is a wish; "find Inception" is a search for a title. */
function looksLikeWish(query: string): boolean {
  return /^(?:me|us|a|an|some|any|anything|something|good|the best|best|fun|funny|free|cheap|things?|stuff|somewhere|places?|ideas?|events?|movies?|films?|books?|games?|board games?|card games?|restaurants?|concerts?|there|on|worth|playing|new)\b/.test(
    query,
  );
}
