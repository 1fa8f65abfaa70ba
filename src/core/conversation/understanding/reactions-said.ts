import type { Intent, ListReaction, Reaction, ReadingWorld } from './intents.js';
import { parseNumberWords } from './numbers.js';
import { looksLikeTitle } from './reactions.js';
import { namePattern, type References, readReferences, titleKey } from './references.js';

/** What a sentence says of things on the table, and what is left of it that says something else. */
export interface ReactionsSaid {
  readonly intent: Intent;
  readonly rest: string;
}

const SAYER =
  '(?:(?:i|we|have|had|already|just|also|really|absolutely|both|quite|totally|actually|finally|oh|well|yes|yeah|no|ok|and|but|so|please|definitely|can you|could you|you can|would you|i think)\\s)*';
/** What is said before its thing. The order matters: "would like" chooses, "do not like" dislikes. */
const BEFORE: readonly (readonly [Reaction, RegExp])[] = [
  [
    'unsaved',
    new RegExp(
      `^${SAYER}(?:unsave|remove|delete|take) (?<what>.+?) (?:from|off) (?:my |the )?(?:wish ?list|list|saved)$`,
    ),
  ],
  [
    'saved',
    new RegExp(
      `^${SAYER}(?:add|put|stick|pop|save|bookmark|keep|get|move) (?:me )?(?<what>.+?) (?:for later|(?:to|on|onto|in) (?:my |the )?(?:wish ?list|list|saved)|aside)$`,
    ),
  ],
  ['saved', new RegExp(`^${SAYER}(?:save|bookmark|wishlist|remember) (?:me )?(?<what>.+)$`)],
  [
    'disliked',
    new RegExp(
      `^${SAYER}(?:hated?|hates|dislike[ds]?|loathed?|(?:do|did|does) not (?:really |much )?(?:like|enjoy|love|fancy|want|care for|rate)|can not stand|could not stand|was bored by|am bored by) (?<what>.+)$`,
    ),
  ],
  [
    'rejected',
    new RegExp(
      `^${SAYER}(?:not interested in|(?:am|are) not interested in|(?:will )?pass on|no to|skip|no thanks to|rule out|drop|cross (?:off|out)|lose|forget|not(?= the | listed)|do not (?:show|suggest|recommend)(?: me)?|never (?:show|suggest|recommend)(?: me)?) (?:about )?(?<what>.+?)(?: again| any ?more)?$`,
    ),
  ],
  [
    'chosen',
    new RegExp(
      `^${SAYER}(?:would (?:like|love|go (?:for|with))|(?:i|we) will (?:take|have|go (?:for|with)|get|watch|read|play|do|try|pick|choose|buy)|will (?:take|have|go (?:for|with)|get|watch|read|play|do|try|pick|choose|buy)|(?:am|are) (?:going (?:for|with|to (?:watch|read|play|get|take|buy|try|do))|taking|getting|watching|choosing|picking)|let us (?:do|take|go (?:for|with)|watch|read|play|get|try|have)|take|go (?:for|with)|going (?:for|with)|choose) (?<what>.+)$`,
    ),
  ],
  ['purchased', new RegExp(`^${SAYER}(?:bought|ordered|booked|purchased|grabbed) (?<what>.+)$`)],
  [
    'seen',
    new RegExp(`^${SAYER}(?:seen|watched|read|played|saw|finished|tried|been to|done|know) (?<what>.+)$`),
  ],
  [
    'liked',
    new RegExp(
      `^(?:${SAYER}(?:love[ds]?|liked|enjoy(?:ed)?|adore[ds]?|am into)|(?:(?:i|we|also|really|quite|do|and|but)\\s)+like) (?<what>.+)$`,
    ),
  ],
  ['owned', new RegExp(`^${SAYER}(?:own|got|have got|have) (?<what>.+)$`)],
];
const GOOD =
  '(?:(?:was|is|are|were|looks?|sounds?|seems?)(?: (?:like|really|so|very|pretty|quite|absolutely|just|actually|a))* (?:great|good|nice|perfect|fun|lovely|amazing|brilliant|awesome|excellent|fantastic|cool|interesting|tempting|superb|wonderful|ideal|a winner|right|promising|my favou?rite)(?: (?:idea|one|choice|pick|fun))?)';
const BAD =
  '(?:(?:was|is|are|were|looks?|sounds?|seems?)(?: (?:really|so|very|pretty|quite|absolutely|just|a bit|kind of|too|rather))* (?:boring|terrible|awful|bad|dull|meh|rubbish|crap|shit|slow|lame|weak|disappointing|overrated|stupid|not (?:good|great|my thing|that good)|a let ?down))';
/** What is said after its thing. */
const AFTER: readonly (readonly [Reaction, RegExp])[] = [
  [
    'rejected',
    /^(?<what>.+?) (?:is|are) (?:a no|out|not for (?:me|us)|not my (?:thing|taste|style|cup of tea))$/,
  ],
  [
    'seen',
    /^(?<what>.+?),? (?:(?:i|we) (?:have )?(?:already )?(?:seen|read|played|watched|know|done|tried)|(?:is|are) (?:already )?(?:seen|read|played|watched))$/,
  ],
  [
    'owned',
    /^(?<what>.+?),? (?:(?:i|we) (?:already )?(?:have|own|got)|(?:is|are) (?:already )?(?:owned|mine))$/,
  ],
  ['liked', new RegExp(`^(?<what>.+?) ${GOOD}$`)],
  ['disliked', new RegExp(`^(?<what>.+?) ${BAD}$`)],
];
/** What is said without a thing, of those spoken of just before. */
const BARE: readonly (readonly [Reaction, RegExp])[] = [
  ['seen', /^(?:have |already )*(?:seen|watched|read|played|known)$/],
  ['owned', /^(?:already )?(?:have|own|got)(?: (?:it|them))?$/],
  [
    'liked',
    /^(?:(?:really|so|very) )?(?:great|good|lovely|brilliant|amazing|awesome|fantastic|excellent|superb|loved|loved? it|fun)$/,
  ],
  [
    'disliked',
    /^(?:(?:really|so|very|too|a bit) )?(?:boring|meh|terrible|awful|dull|rubbish|bad|hated|hated it|slow|crap|disappointing|not good|not great)$/,
  ],
];
const NUMBER = '(?<stars>\\d(?:\\.\\d)?|one|two|three|four|five)';
const OUT_OF = '(?:stars?|\\/ ?5|out of (?:5|five))';
const RATED = new RegExp(
  `^${SAYER}(?:would )?(?:rate[ds]?|score[ds]?|gives?|gave|gets|got) (?<what>.+?)(?: (?:a|with|at|an?))?(?: (?:solid|weak|strong|good))? ${NUMBER} ?${OUT_OF}$`,
);
const RATED_AFTER = new RegExp(
  `^(?<what>.+?):? (?:(?:gets|deserves|is|was|got|earns) )?(?:a |an )?(?:(?:solid|weak|strong) )?${NUMBER} ?${OUT_OF}$`,
);
const RATED_BARE = new RegExp(
  `^(?:a |an |maybe |about |just |only |like )*(?:(?:solid|weak|strong) )?${NUMBER} ?${OUT_OF}(?: (?:for|from) (?:me|us|that|it))?$`,
);
const FILLER =
  /^(?:ok(?:ay)?|yes|yeah|yep|no|nah|perfect|great|cool|nice|thanks|thank you|please|alright|right|sure|so|well|hm+|oh|ah|actually|brilliant|awesome|love it|good|lovely|sorry|hey|hi|lol|done|sounds good)$/;
const TRAILING =
  /(?:,? (?:already|before|too|as well|so much|a lot|very much|at all|last (?:night|week|month|year|weekend)|yesterday|once|twice|(?:years|ages|long) ago|please|then|now|though|tonight|for me|for us|thanks|by the way))+$/;
const BECAUSE = /\s(?:because|since|as (?:it|they)|cos|as i)\b.*$/;
const BETWEEN =
  /\s*(?:[,;!]+|\.(?!\d))+\s*|\s+(?:and|but|though|although|while|whereas|plus|yet)\s+(?:(?:then|also|so)\s+)?/;
const ASKS = /^(?:what|which|where|how|who|when|why|should|is|are|do you|does|any|have you)\b|\?\s*$/;
/** Keeping a part of a plan while another goes is no saving. */
const KEEPS_PART = /\b(?:swap|change|replace|another|instead|different|switch)\b/;

interface Part {
  readonly what: Reaction | { readonly stars: number };
  readonly about: References;
  /** Whether things on the table are meant, and no title from elsewhere. */
  readonly listed: boolean;
  /** It was only named, after what was said of the one before it. */
  readonly joins?: true;
}

/**
 * Everything that a sentence says of things on the table: "loved the first two, hated barbie", "seen it, it was boring, 2
 * stars". Null where it says nothing of them, or one thing of the one spoken of last.
 */
export function readReactionsSaid(sentence: string, world: ReadingWorld): ReactionsSaid | null {
  const polite = /^(?:can|could|would|will) you\b/.test(sentence);
  if (world.offered.length === 0 || KEEPS_PART.test(sentence) || (ASKS.test(sentence) && !polite))
    return null;
  const marked = exceptions(withMarks(sentence.replace(/\?+\s*$/, ''), world.offered));
  const parts: Part[] = [];
  const rest: string[] = [];
  for (const segment of marked.split(BETWEEN)) {
    const said = segment.replace(BECAUSE, '').replace(TRAILING, '').trim();
    if (said === '' || FILLER.test(said)) continue;
    const already = /\balready\b/.test(segment);
    const read = readPart(said, parts.at(-1) ?? null, world, already);
    const last = parts.at(-1);
    if (read?.joins && last?.about.of === 'these' && read.about.of === 'these')
      parts[parts.length - 1] = {
        ...last,
        about: { of: 'these', items: [...last.about.items, ...read.about.items] },
      };
    else if (read) parts.push(read);
    else rest.push(segment);
  }
  const [first] = parts;
  if (!first || !parts.some(({ listed }) => listed)) return null;
  const left = withoutMarks(rest.join(', '), world.offered);
  if (parts.length === 1) return single(first, left);
  return {
    intent: { kind: 'reactions', said: parts.map(({ what, about }) => ({ what, about })) },
    rest: left,
  };
}

function single({ what, about }: Part, rest: string): ReactionsSaid | null {
  if (about.of === 'these') {
    const [only, second] = about.items;
    if (!only) return null;
    if (!second) {
      if (only.by === 'last' && typeof what === 'string') return null;
      const intent: Intent =
        typeof what === 'string'
          ? { kind: 'react', reaction: what, item: only }
          : { kind: 'rate', item: only, stars: what.stars };
      return { intent, rest };
    }
  }
  if (about.of === 'all' && (what === 'seen' || what === 'owned')) return null;
  return { intent: { kind: 'reactions', said: [{ what, about }] }, rest };
}

function readPart(said: string, before: Part | null, world: ReadingWorld, already: boolean): Part | null {
  const { offered, numbered } = world;
  const named = (phrase: string | undefined): { about: References; listed: boolean } | null => {
    if (phrase === undefined) return null;
    const plain = phrase.replace(TRAILING, '').trim();
    // What was spoken of in the same breath is what "both" and "them" mean.
    if (
      before?.about.of === 'these' &&
      before.about.items.length > 1 &&
      /^(?:both|them|those|these)$/.test(plain)
    )
      return { about: before.about, listed: true };
    if (before && /^(?:it|that|this|them|those|they)$/.test(plain))
      return { about: before.about, listed: before.listed };
    const about = readReferences(plain, offered, numbered);
    if (about) return { about, listed: true };
    return looksLikeTitle(plain) && plain.split(' ').length <= 6
      ? { about: { of: 'these', items: [{ by: 'title', title: plain }] }, listed: false }
      : null;
  };
  const rated = RATED.exec(said)?.groups ?? RATED_AFTER.exec(said)?.groups;
  const bareStars = RATED_BARE.exec(said)?.groups?.stars;
  const stars = starsOf(bareStars ?? rated?.stars);
  if (stars !== null) {
    const about = bareStars !== undefined ? (before ?? itself) : named(rated?.what);
    if (about) return { what: { stars }, about: about.about, listed: about.listed };
  }
  for (const [reaction, pattern] of BARE)
    if (pattern.test(said) && before) return { ...before, what: reaction };
  for (const [reaction, pattern] of [...BEFORE, ...AFTER]) {
    const phrase = pattern.exec(said)?.groups?.what;
    const about = named(phrase);
    if (!about || (reaction === 'rejected' && /^\d$/.test(phrase ?? ''))) continue;
    // "Have 2" is an amount of something, "got the first" is the first.
    if (reaction === 'owned' && (/^\d+$/.test(phrase ?? '') || !(about.listed || already))) continue;
    return { what: reaction, about: about.about, listed: about.listed || (reaction === 'owned' && already) };
  }
  // "Seen the first and the third": the same holds for what is only named.
  const more = before ? readReferences(said, offered, numbered) : null;
  return more && before ? { ...before, about: more, listed: true, joins: true } : null;
}

/** Stars without a thing are for the one that was spoken of last. */
const itself = { about: { of: 'these', items: [{ by: 'last' }] }, listed: true } as const;

function starsOf(word: string | undefined): number | null {
  if (word === undefined) return null;
  const value = Number(word) || parseNumberWords(word);
  return value !== null && value <= 5 ? value : null;
}

/** "All but the second" is one phrase, and no contrast. */
function exceptions(text: string): string {
  return text.replace(
    /\b(all|every(?:thing| ?one)|any(?:thing)?|them|these|those|both),? but (?=the\b|listed|\d|number\b)/g,
    '$1 except ',
  );
}

/** The text with the titles of the list as single marks, so that "and" in a title joins nothing. */
function withMarks(text: string, offered: readonly string[]): string {
  const names = offered
    .flatMap((title, index) => [title, title.split(/[:(–]/)[0] ?? title].map((name) => ({ name, index })))
    .filter(({ name }) => titleKey(name).length > 2)
    .sort((left, right) => right.name.length - left.name.length);
  let marked = text;
  for (const { name, index } of names) {
    marked = marked.replace(namePattern(name), `listed${index + 1}`);
  }
  return marked;
}

function withoutMarks(text: string, offered: readonly string[]): string {
  return text.replace(
    /\blisted(\d+)\b/g,
    (whole, place: string) => offered[Number(place) - 1]?.toLowerCase() ?? whole,
  );
}

/** All reactions of a message as one, so that they are answered by one list. */
export function reactedTogether(asked: Intent[]): void {
  const reacted = asked.filter((intent) => partsOf(intent).length > 0);
  if (reacted.length < 2) return;
  const said = reacted.flatMap(partsOf);
  const at = asked.findIndex((intent) => reacted.includes(intent));
  asked[at] = { kind: 'reactions', said };
  for (const intent of reacted.slice(1)) {
    const place = asked.indexOf(intent);
    if (place >= 0) asked.splice(place, 1);
  }
}

function partsOf(intent: Intent): readonly ListReaction[] {
  if (intent.kind === 'reactions') return intent.said;
  if (intent.kind === 'rate')
    return [{ what: { stars: intent.stars }, about: { of: 'these', items: [intent.item] } }];
  return intent.kind === 'react' && intent.target === undefined
    ? [{ what: intent.reaction, about: { of: 'these', items: [intent.item] } }]
    : [];
}
