import { fromMajor } from '../../../domain/money.js';
import { readAspect } from './aspects.js';
import { readPick, readSwap } from './choices.js';
import type { Intent, ReadingWorld } from './intents.js';
import { readPriceAgainst } from './price-against.js';
import { readRating, readReaction, soundsLikeReaction } from './reactions.js';
import { askedOfIt, findOffered, readReference } from './references.js';
import { readFollowUp, readRefinement } from './refinements.js';
import { readWish } from './wish.js';
import { saysSomething } from './wish-shape.js';

const WHY =
  /^(?:but |and |so |ok |hm+ )?(?:why|how come|what makes|what is (?:so )?(?:good|special|great) about|explain|tell me why|reason for)\b/;

const ASK =
  /\b(?:recommend|suggest(?:ion|ions)?|what (?:can|could|should|shall|to|would) (?:i|we|you|do|watch|read|play|eat|a|there)|what (?:to|is there to) (?:do|watch|read|play|eat|see)|(?:any|some|got|have you|give me|show me|i need|need|looking for|look for|find(?: me| us)?|search(?: for)?|want|would like|in the mood|feel like|fancy|craving|pick|help me (?:find|pick|choose)|what is (?:a )?good|what are (?:some )?good|good|best|fun|bored|ideas?|options?|something|anything|surprise me|to kill|where (?:can|could|should) (?:i|we)|which|things to do|stuff to do|something to|let us (?:watch|play|read|do)|entertain|plans? for|do (?:this|tonight|tomorrow)|is there (?:a|any|anything|something)|budget for (?:tonight|today|tomorrow|this weekend|(?:the|our|my) (?:weekend|night|evening|date|trip)|dinner|lunch)))\b/;

const PLAN =
  /\b(?:plan (?:me |us )?(?:an? |my |our |the )?(?:\w+ ){0,2}(?:evening|night|date|day|weekend|saturday|sunday|friday|outing|afternoon)|plan (?:something|it|this)|evening (?:out|plan|for)|night out|dinner and (?:a )?(?:movie|show|film|games?)|(?:movie|film|show|game) and (?:dinner|food|a bite)|date night (?:plan|under|for|with)|organi[sz]e (?:an? )?(?:evening|night|date))\b/;

const SEARCH =
  /^(?:(?:please |can you |could you )?(?:search(?: for)?|look up|find(?: me)?|get me|do you (?:have|know)|have you got|is there|tell me (?:more )?about|what about|info (?:on|about)|details (?:on|about|of)|how much (?:is|does|are|do|would)|what does|price of|what is the price of|who (?:made|wrote|directed)|is(?=.{2,80} (?:any good|good|worth|on (?:netflix|hulu|spotify|disney)|included|available|free|in stock)\b)) )["']?(.{2,80}?)["']?(?: (?:for (?:xbox|ps[45]|switch|pc)|cost|on (?:netflix|hulu|spotify|disney)|any good|worth it|included.*|available|free|in stock|go for|retail for|sell for))?[?.!\s]*$/;

/** "front row tickets tomorrow, what is the price" */
const PRICE_OF =
  /^(?!what\b|how\b)(.{4,60}?),?\s(?:what is the price|how much (?:is it|are they|would (?:it|that) be)|what does it cost|price)\??$/;

/** What concerns things: wishes, follow-ups to a list, reactions to an item, "why that one?", evenings. */
export function readItemIntent(said: string, world: ReadingWorld): Intent | null {
  const text = said.replace(FILLERS, '');
  return (
    readCorrection(text, said, world) ??
    readRating(text, world) ??
    readDifference(text, world) ??
    readSwap(text, world) ??
    readPick(text, world) ??
    readKeeping(text, world) ??
    readChoice(text, world) ??
    readWhere(text, world) ??
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
  /^(?:and |but |oh |also )*(?:she|he|they|my \w+|the kids?)\b.{0,12}\b(?:hates?|dislikes?|can not|does not|do not|is not|is allergic to|is scared of|will not|never|only)\b|^(?:and |but |oh |also )*(?:some|one|two|three|half|most|none) of (?:us|them)\b|^(?:and |but )*(?:nobody|no one|everyone|not everyone)\b/;

const MEANT =
  /^(?:(?:sorry|no|nope|wait|actually|oops|hang on|oh|well)[,\s]+)*(?:i (?:meant?|said|mean)|make (?:it|that)|should be)\s(.{1,60}?)(?:,? not [^,.]{1,30})?[\s.!]*$/;

/** "No, I meant 14, not 40": the wish with what was meant. */
function readCorrection(text: string, said: string, world: ReadingWorld): Intent | null {
  const others = OTHERS_REFUSE.test(text) ? readWish(text, world) : null;
  if (others && world.offered.length > 0 && (saysSomething(others) || others.unseen.length > 0))
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
  /^(?:(?:i|we) (?:will |am |are |think i will )?|i would like to |let us )?(?:getting|get|take|taking|going (?:with|for)|go (?:with|for)|buying|buy|choose|pick|watch|play|read|do|doing)\s(?:the )?(first|second|third|fourth|last|it|that|this|that one|this one|number \d|option \d|#\d)(?: one)?(?: then| please| tonight)?[\s.!]*$/;

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

const ON_WHICH =
  /^(?:(?:so|and|ok(?:ay)?|but|hm+)[,\s]+)*(?:(?:what|which)(?: (?:service|platform|app|channel|streaming service))? (?:is|are) (?:it|that|this|they|(?:the )?\w+ one) on\b|where (?:can|do|could) (?:i|we) (?:watch|stream) (?:it|that|this|them|(?:the )?\w+ one)\b)|[,;] where (?:can|do|could) (?:i|we) (?:watch|stream) (?:it|that|this)\b/;
const WHERE_NAMED =
  /^(?:(?:so|and|ok(?:ay)?|but|hey)[,\s]+)*where (?:can|do|could) (?:i|we) (?:watch|stream) (.{2,50}?)(?: for free)?[?.!\s]*$/;

/** "Where can I watch Dune?" */
function readWhere(text: string, world: ReadingWorld): Intent | null {
  const title = WHERE_NAMED.exec(text)?.[1];
  if (!title || looksLikeWish(title) || /^(?:it|that|this|them|the \w+ one)$/.test(title)) return null;
  const item = readReference(title, world.offered);
  return {
    kind: 'why',
    item: item && item.by !== 'last' ? item : { by: 'title', title },
    figure: null,
    where: true,
  };
}

/** A question about one of the things on the table: what it is about, how long, for how many. */
function readAboutItem(text: string, world: ReadingWorld): Intent | null {
  if (world.offered.length === 0) return null;
  if (ON_WHICH.test(text))
    return {
      kind: 'why',
      item: readReference(text, world.offered) ?? { by: 'last' },
      figure: null,
      where: true,
    };
  const against = readPriceAgainst(text, world);
  if (against) return against;
  const meant = askedOfIt(text, world.offered);
  const aspect = readAspect(meant?.text ?? text) ?? readAspect(text);
  if (aspect) return { kind: 'why', item: meant?.item ?? { by: 'last' }, figure: null, aspect };
  if (ABOUT_IT.test(text))
    return { kind: 'why', item: readReference(text, world.offered) ?? { by: 'last' }, figure: null };
  const reference = readReference(text, world.offered);
  if (!reference || reference.by === 'last' || !/\?\s*$|\b(?:is it|does it|can it|how)\b/.test(text))
    return null;
  if (/^(?:what|which|show|find|recommend|suggest|any)\b/.test(text) || soundsLikeReaction(text)) return null;
  return { kind: 'why', item: reference, figure: null };
}

const ALL_KNOWN =
  /\b(?:seen|watched|read|played|know|been to|tried|have|own) (?:(?:all of )?(?:them|those|these)(?: all)?|(?:them|those|these|it) all|all of (?:them|those|these)|all (?:the )?(?:four|three|of it))\b/;

/** Everything on the table is known already: something else, then. */
function readAllKnown(text: string, world: ReadingWorld): Intent | null {
  if (world.offered.length === 0 || !ALL_KNOWN.test(text)) return null;
  return { kind: 'known-all', wish: readWish(text, world) };
}

/** "Is Inception any good?" */
const ANY_GOOD =
  /^(?:(?:so|and|but|ok(?:ay)?|hey)[,\s]+)*(?:is|are|was) (?!it\b|this\b|that\b|they\b|these\b|there\b|my\b|the (?:first|second|third|last)\b|\d)(.{2,50}?) (?:any good|(?:really |actually )?worth (?:it|watching|playing|reading|seeing|getting|buying|the money))[?.!\s]*$/;

function readWhy(text: string, world: ReadingWorld): Intent | null {
  const judged = ANY_GOOD.exec(text)?.[1];
  if (judged)
    return {
      kind: 'why',
      item: readReference(judged, world.offered) ?? { by: 'title', title: judged },
      figure: null,
    };
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

const DIFFERENCE =
  /\b(?:difference|compare|comparison|differ|versus|vs\.?)\b|\bwhich (?:is|one is) better,? /;
const TWO_OF_THEM: readonly (readonly [RegExp, number, number])[] = [
  [
    /\b(?:the )?first two\b|\b(?:the )?(?:1st|first) and (?:the )?(?:2nd|second)\b|\b(?:number )?1 (?:and|or|vs) (?:number )?2\b/,
    0,
    1,
  ],
  [/\b(?:the )?first and (?:the )?third\b|\b1 (?:and|or|vs) 3\b/, 0, 2],
  [/\b(?:the )?second and (?:the )?third\b|\b2 (?:and|or|vs) 3\b/, 1, 2],
  [/\b(?:the )?last two\b/, -2, -1],
  [/\b(?:them|the two|those two|these two|both)\b/, 0, 1],
];

/** "What is the difference between the first two?" */
function readDifference(text: string, world: ReadingWorld): Intent | null {
  if (!DIFFERENCE.test(text) || world.offered.length < 2) return null;
  const two = TWO_OF_THEM.find(([pattern]) => pattern.test(text));
  const named = world.offered.filter((title) => findOffered(text, [title]) !== null);
  const first = two ? world.offered.at(two[1]) : named[0];
  const second = two ? world.offered.at(two[2]) : named[1];
  return first && second ? { kind: 'compare', titles: [first, second], wish: readWish('', world) } : null;
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
  if (
    query &&
    !looksLikeWish(query) &&
    !(POINTS_BACK.test(query) && !/^(?:it|that|this|that one)$/.test(query))
  ) {
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
  // "I am in Melbourne this Sunday with 40": where, and when or for how much.
  if (
    wish.place !== null &&
    (wish.when !== null || wish.maxPrice !== null || wish.partySize !== null || wish.freeOnly)
  )
    return { kind: 'recommend', wish };
  if (saysSomething(wish) && (wish.types.length > 0 || wish.genres.length > 0 || wish.mood !== null))
    return { kind: 'recommend', wish };
  return null;
}

/** "What does it come to a year", "what about two of them": words of a follow-up are no title. */
const POINTS_BACK = /^(?:it|that|this|they|them|these|those)\b|\bof (?:them|these|those)\b/;

/** "find me a funny movie" is a wish; "find Inception" is a search for a title. */
function looksLikeWish(query: string): boolean {
  return /^(?:me|us|a|an|some|any|anything|something|good|the best|best|fun|funny|free|cheap|things?|stuff|somewhere|places?|ideas?|events?|movies?|films?|books?|games?|board games?|card games?|restaurants?|concerts?|there|on|worth|playing|new)\b/.test(
    query,
  );
}
