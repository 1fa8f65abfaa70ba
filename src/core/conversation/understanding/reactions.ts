import type { Intent, Reaction, ReadingWorld } from './intents.js';
import { parseNumberWords } from './numbers.js';
import { findOffered, type ItemReference, readReference } from './references.js';
import { findActivities, findGenres, findMood, findTypes } from './vocabulary.js';

const REACTIONS: readonly (readonly [Reaction, RegExp])[] = [
  [
    'unsaved',
    /\b(?:take|remove) (?:it|that|this) off(?: again)?\b|^(?:(?:and|also|please|ok)[,\s]+)*take (?!the\b|a\b|some\b|my\b|\d|to|today\b|mon|tue|wed|thu|fri|sat|sun|this\b|next\b|work\b|time\b|me\b).{2,40}? off(?: again| (?:it|there))?[\s.!]*$|\bunsave\b|\b(?:remove|take|delete) .+ (?:from|off) (?:my )?(?:wish ?list|list|saved)\b/,
  ],
  [
    'saved',
    /\b(?:save|bookmark|add|put|keep|remember) (?:me )?.{0,60}?(?:for later|(?:to|on|in) (?:my )?(?:wish ?list|list))\b|(?:^|[,;.!]\s(?:and |so |then )?)(?:please )?(?:save|bookmark|wishlist|remember|keep) (?:it|that|this|them|the|both|number|option|#)|\b(?:save|bookmark) (?:the )?(?:first|second|third|fourth|last|\d)\b|^save\b|\b(?:remind me (?:of|about))\b|\blet me know (?:when|if) .{0,40}(?:drops|cheaper|price|sale)\b/,
  ],
  [
    'seen',
    /\b(?:(?:i|we) (?:have )?(?:already )?(?:seen|watched|read|played|been (?:to|there)|finished|saw|done|did(?! not\b)|tried|went to|heard)(?: (?:it|that|this|them|those|one|the|already|there|before|\w+))?|already (?:seen|watched|read|played|been|saw)|^(?:seen|watched|read|played|saw) (?:it|that|this|them|the|already)|^(?:been there|seen it|read it)|^(?:(?:already|just|finally|also|yeah|ok) )*(?:seen|watched|finished|already (?:read|played)) (?!any|some|good|it\b|my\b|a\b)[a-z0-9]+)\b/,
  ],
  [
    'owned',
    /\b(?:they|he|she|the kids|everyone) (?:already )?(?:own|owns|have|has|got) .{2,40}? already\b|\b(?:they|he|she|the kids) already (?:own|owns|have|has|got) (?!to\b)\w|\b(?:i|we) (?:already )?(?:own|have got) (?!to\b)\w|(?:i|we) already got (?!to\b)\w|\b(?:i|we) already have (?!to\b)\w|\b(?:i|we) (?:already )?(?:have|own|got|have got) (?:it|that|this|them|one|the (?:first|second|third|fourth|last)|a copy|that one|both)(?: one)?(?: already)?\b|\balready (?:have|own|got|pay(?:ing)? for|subscribe(?:d)? to|paid for|bought) (?:it|that|this|one|them|the (?:first|second|third|fourth|last))\b|^(?:(?:and|but|we|i) )*already (?:have|own|got) (?!to\b|plans\b|a\b|an\b|my\b|\d)[a-z]+\b|^(?:own it|have it|got it already|(?:have|own|got) (?:that|this)(?: one)?)\b/,
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
    /\b(?:(?:i|we) (?:really )?(?:do not|did not) (?:really )?(?:like|enjoy|love|want|fancy) (?:it|that|this|the (?:first|second|third|fourth|last)|that one|those|them)|(?:i|we) (?:hated?|disliked?|hate) (?:it|that|this|the (?:first|second|third|last)|that one)|^(?:did not|do not) (?:really )?(?:like|enjoy|love) (?:it|that|this|them)|^(?:meh|boring|yuck)|(?:looks|sounds|seems|is|was) (?:boring|terrible|awful|bad|dull|meh))\b/,
  ],
];

const STARS =
  /\b(?:rate|rated|give|gave|i would give|i give|score)\b.{0,60}?\b(\d(?:\.\d)?|one|two|three|four|five)\s?(?:\/\s?5|out of (?:5|five)|stars?)\b|\b(\d(?:\.\d)?|one|two|three|four|five)\s?(?:\/\s?5|out of (?:5|five)|stars?)\s(?:for|to)\b/;

/** "Rate Catan 5", "Dune 4/5" */
const RATED =
  /^(?:(?:please|i|i would|can you|and)\s)*(?:rate|score|give) (?!me\b|us\b|it\b|my\b|or\b)(?<title>[a-z0-9][a-z0-9' :&.-]{1,40}?)(?: (?:a|with|at|with a))? (?<stars>[1-5](?:\.5)?)[\s.!]*$/;

/** "I would give it four stars" */
export function readRating(text: string, world: ReadingWorld): Intent | null {
  const rated = RATED.exec(text)?.groups;
  const match = STARS.exec(text);
  if (rated?.title && rated.stars && !match)
    return {
      kind: 'rate',
      item: readReference(rated.title, world.offered) ?? { by: 'title', title: rated.title },
      stars: Number(rated.stars),
    };
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

/** "Got it, thanks" has bought nothing. */
const UNDERSTOOD = /^got it[,.!]*(?: (?:thanks|thank you|cheers|ta|great|cool|ok|perfect|will do))*[.!\s]*$/;

/** What somebody says of one thing: that they have seen it, like it, want it kept. */
export function readReaction(text: string, world: ReadingWorld): Intent | null {
  if (UNDERSTOOD.test(text)) return null;
  const opinion = readOpinion(text, world);
  if (opinion) return opinion;
  if (/^(?:what|which|where|how|who|when|can|could|should|do you|is|are|have you)\b/.test(text)) return null;
  for (const [reaction, pattern] of REACTIONS) {
    if (!pattern.test(text)) continue;
    // "Do not show me anything with …" refuses no single thing.
    if (
      reaction === 'rejected' &&
      /\b(?:anything|something|stuff|things|messag\w+|writing|alerts?)\b/.test(text)
    )
      continue;
    const item = ofKind(text, world) ?? readReference(text, world.offered) ?? namedThing(text, reaction);
    if (item) return { kind: 'react', reaction, item };
  }
  return null;
}

/** "I like Azul", "we loved Wingspan": a thing by its name. */
const OPINION =
  /^(?:(?:and|but|also|oh|btw|so|ok|just)\s)*(?:(?:i|we) (?:also |really |absolutely |quite |totally |just )*(?<said>like|love|loved|liked|enjoyed|adore|adored|hated?|disliked?|(?:did|do) not (?:really |much )?(?:like|enjoy|love))|(?:really |absolutely )?(?<bare>loved|enjoyed|hated|disliked|adored|did not (?:really )?(?:like|enjoy))) (?<title>[a-z0-9][a-z0-9' :&.-]{2,40}?)(?: (?:a lot|so much|very much|too|much|at all))?(?:,? (?:(?:i )?(?:would |i )?give it |rated it )?(?<stars>\d(?:\.\d)?|one|two|three|four|five) ?(?:stars?|\/ ?5|out of (?:5|five)))?[\s.!]*$/;

/** "I loved Dune, 5 stars": what somebody thinks of a thing that they name. */
function readOpinion(text: string, world: ReadingWorld): Intent | null {
  const { said, bare, title, stars } = OPINION.exec(text)?.groups ?? {};
  if (!title || !looksLikeTitle(title)) return null;
  const item = readReference(title, world.offered) ?? { by: 'title' as const, title };
  const given = stars === undefined ? null : Number(stars) || parseNumberWords(stars);
  if (given !== null && given <= 5) return { kind: 'rate', item, stars: given };
  const bad = /hate|dislike|not/.test(said ?? bare ?? '');
  return { kind: 'react', reaction: bad ? 'disliked' : 'liked', item };
}

/** Whether words could be a title: not a kind, a genre, a pronoun or something that is done. */
export function looksLikeTitle(words: string): boolean {
  if (
    /^(?:it|that|this|them|those|these|you|the (?:first|second|third|fourth|last)\b|to\b|when\b|how\b|what\b|anything|everything|both|all|your|my|when|being|going|having|\w+ing\b)/.test(
      words,
    )
  )
    return false;
  if (NO_TITLE.test(words)) return false;
  return (
    findTypes(words).length === 0 &&
    findGenres(words).length === 0 &&
    findMood(words) === null &&
    findActivities(words).length === 0
  );
}

const THAT_KIND =
  /\b(?:that|this|the) (movie|film|book|board game|card game|video game|game|restaurant|place|show|outing|concert)(?! (?:called|named))\b/;

/** "I have seen that movie", where one lies on the table and no title is named. */
function ofKind(text: string, world: ReadingWorld): ItemReference | null {
  const kind = THAT_KIND.exec(text)?.[1];
  if (!kind || world.offered.length === 0 || findOffered(text, world.offered) !== null) return null;
  const types = kind === 'place' ? (['restaurant', 'event'] as const) : findTypes(kind);
  return types.length > 0 ? { by: 'kind', types } : null;
}

const NO_TITLE =
  /^(?:about |only |just |around |like |some |a |an |no |my |the )*(?:[$€£¥]?\d[\d.,]*\s?(?:yen|dollars?|bucks|euros?|pounds?|quid|usd|eur|gbp|jpy|people|players|friends|kids|hours?|minutes?|mins?|days?|of us)\b|[$€£¥]\s?\d|\d+$|(?:ps ?[45]|playstation|xbox|(?:nintendo )?switch|pc|laptop|console|steam deck)\b|(?:kids?|children|time|money|cash|budget|hours?|car|dog|cat|date|voucher|gift ?card)\b)/;

/** A title named in the reaction itself: "I have already seen Inception", "save Catan for later". */
function namedThing(text: string, reaction: Reaction): ItemReference | null {
  const pattern =
    reaction === 'saved' || reaction === 'unsaved'
      ? /\b(?:save|bookmark|add|put|keep|remember|remove|take|delete|remind me (?:of|about))\s(?:me )?(.{2,60}?)(?:\s(?:for later|to|on|in|from|off)\b.*)?[.!\s]*$/
      : /\b(?:seen|watched|read|played|been to|finished|saw|done|owns?|have|has|bought|purchased|ordered|booked|got|pass on|recommending|suggesting|showing|interested in)\s(?!already\b|seen\b|watched\b|read\b|played\b|been\b|finished\b|got\b|bought\b|just\b)(?:the (?:movie|film|book|game) )?(.{2,60}?)(?:\s(?:already|before|twice|last \w+|yesterday|once))?[.!\s]*$/;
  const title = pattern.exec(text)?.[1]?.replace(/[,;\s]+$/, '');
  // "I have got 3000 yen", "we have two hours": no thing of the catalogue.
  if (title && NO_TITLE.test(title)) return null;
  if (!title || /^(?:it|that|this|them|one|already|interested|a lot|everything)$/.test(title))
    return { by: 'last' };
  return { by: 'title', title };
}

/** True where the text sounds like a reaction to a thing. */
export function soundsLikeReaction(text: string): boolean {
  return REACTIONS.some(([, pattern]) => pattern.test(text));
}
