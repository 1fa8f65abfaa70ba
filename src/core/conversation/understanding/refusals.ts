import type { ItemType } from '../../../domain/ranking/item.js';
import { findAbout } from './about.js';
import { findGenres, findMood, findTypes } from './vocabulary.js';

/** What things must do without, beside genres and kinds. */
export type Without = 'alcohol' | 'meat' | 'subscription' | 'online' | 'outdoors' | 'fast-food';

/** What a text refuses, and what is left of it without its refusals. */
export interface Refusals {
  readonly genres: readonly string[];
  readonly types: readonly ItemType[];
  readonly without: readonly Without[];
  /** Other things that are refused, by their words: "no zombies", "no loud places". */
  readonly words: readonly string[];
  /** The text outside of what is refused: what it asks for. */
  readonly wanted: string;
}

const NEGATION =
  /\b(?:anything but|everything but|any(?:thing)? except|except(?: for)?|other than|rather than|instead of|no more|not another|no|not|nothing|none of|without|skip|avoid|minus|never|hates?|(?:nobody|no one) (?:likes|wants)|can not be|dislikes?|can not (?:stand|do)|(?:sick|tired|bored) of|fed up with|(?:had )?enough(?: of)?|do(?:es)? not (?:really )?(?:want|like|need|eat|drink|do|enjoy|show(?: me)?|have)|would rather not)\s+(?:(?:anything|something|stuff|things|any|me|us|to see|to watch|with|about)\s)*((?:(?!\b(?:not|no|and (?:i|we|pls|please|not|no|what|something)|but|just|only|something|anything|want|need|so|because|instead|please|what|can|could|should|suggest|recommend|give|find|where|maybe|ideally|rather)\b)[^,.;!?]){1,70})/g;
/** What looks like a refusal and is a limit, a remark or a figure of speech. */
const NO_REFUSAL =
  /^(?:more than|(?:over|above|longer than|beyond) (?:\d|an?\b|one\b|two\b|three\b|four\b|half\b)|too (?:expensive|pricey|much|long|far|late|fussed|bothered|heavy|hard|complicated)|that|sure|fussed|bothered|only|speak|understand|matter|idea|rush|really sure|much|a lot|money|cash|budget|problem|worries|one|long|longer|fancy|picky|cost|spend|have to pay|break|know|left|available|expensive|pricey|cheap[oy]?|the cheap\w*|working|been|have|feel|now|tonight|today|tomorrow|yet)\b/;
const VIOLENT = ['horror', 'war', 'shooter', 'fighting', 'action'];
const SCARY = /(?<!\b(?:not|no|nothing|too) )\b(?:scary|horror|spooky|creepy|slasher)\b/;
/** Who does not read is given no book. */
const NO_READER =
  /\b(?:he|she|they|i|we|who) (?:does not|do not|never|can not) (?:really |ever |even )?reads?(?!\w| (?:much )?english)\b|\bnot (?:a|much of a) reader\b|\b(?:hates?|can not stand) reading\b/;
const MEAT = /\b(?:meat|steak|beef|pork|chicken|fish)\b/;
const DRINK = /\b(?:alcohol|drink|drinking|booze|pubs?|bars?|beer|wine)\b/;
const SUBSCRIBE = /\b(?:subscri\w+|membership|sign up)\b/;
const SCREENS = /\b(?:screens?|screen time|electronics?|devices?|tv|telly|phones?)\b/;
const ONLINE = /\b(?:internet|wi-?fi|online|streaming)\b/;
const OFFLINE =
  /\b(?:offline|(?:wi-?fi|internet|power|broadband) (?:is|went|has been|was) (?:down|off|out|dead|broken)|unplugged|screen[- ]free|away from (?:a |the )?screens?|(?:does|do) not need (?:the )?(?:internet|wi-?fi)|without (?:the )?(?:internet|wi-?fi))\b/;
const SOBER = /\b(?:i am sober|sober|non-?alcoholic|alcohol[- ]free|teetotal|pregnant|halal)\b/;
const OUTSIDE = /\b(?:outdoors?y?|outside|hik(?:es?|ing)|camping)\b/;
/** Weather, and what is said of it, that keeps people inside. */
const INDOORS =
  /\b(?:indoors?|rain(?:y|ing)?|pouring(?: down)?|drizzl\w+|wet (?:day|weekend|afternoon|evening)|storm(?:y|s)?|thunder\w*|snow(?:y|ing|ed in)?|freezing|too (?:hot|cold|wet)|heat ?wave)\b/;
const AT_HOME =
  /\b(?:stay(?:ing)? (?:home|inside|in(?= (?:tonight|today|tomorrow|this|and|with|because|on)\b|[,.!?]|$))|(?:cos[sy]y |quiet )?(?:night|evening|weekend|day|date) in(?= (?:tonight|with|for|on|this)\b|[,.!?]|$)|on (?:the|my|our) (?:sofa|couch)|from home|at home|(?:do not|not|without|no) (?:want to |wanna |feel like )?(?:leav\w+|going out of) (?:the )?(?:house|home|flat)|in my (?:pyjamas|pajamas|pjs|jammies))\b/;
const NICE =
  /\b(?:somewhere|place|restaurant|dinner|meal|lunch|food|eat)\b.{0,24}\b(?:nice|nicer|proper|fancy|fancier|sit[- ]down|romantic|special|decent)\b|\b(?:nice|nicer|proper|fancy|fancier|sit[- ]down|romantic|special|decent)\b.{0,24}\b(?:eat|dinner|restaurant|meal|place to|lunch)\b|\b(?:anniversary|date night|first date)\b/;
const NOT_NICE =
  /\b(?:not|nothing|no need for|not too|does not have to be)(?: (?:too|very|so|that|anything))? (?:nice|fancy|romantic|special|proper)\b/g;
const FAST = /\b(?:fast food|junk food|chains?|mcdonalds?|burgers?)\b/;
const DRY =
  /\b(?:outdoors?|outside|unless it rains|if it (?:does not|is not) rain\w*|(?:does|is) not rain\w*)\b/;
const SOPPY = /\b(?:cheesy|soppy|corny|mushy|sappy|lovey-?dovey|kissing)\b/;
const SCREEN_TYPES: readonly ItemType[] = ['movie', 'game'];
const AWAY_TYPES: readonly ItemType[] = ['event', 'restaurant'];

/** Reads refusals with their scope: "anything but board games, and no screens either" refuses both, and wants neither. */
export function readRefusals(text: string): Refusals {
  const genres = new Set<string>();
  const types = new Set<ItemType>();
  const without = new Set<Without>();
  const words = new Set<string>();
  const wanted = text.replace(NEGATION, (whole, scope: string) => {
    if (NO_REFUSAL.test(scope)) return whole;
    for (const genre of findGenres(scope)) genres.add(genre);
    if (/\b(?:scary|spooky|creepy|gruesome|frightening)\b/.test(scope)) genres.add('horror');
    if (/\bgor(?:e|y)\b|\bviolen\w+/.test(scope))
      // "Scary but not gory" wants horror.
      for (const genre of VIOLENT) if (genre !== 'horror' || !SCARY.test(text)) genres.add(genre);
    const named = findTypes(scope);
    // "No horror movies" refuses horror, not movies.
    const ofGenre = findGenres(scope).length > 0 || findMood(scope) !== null;
    // "No spicy food" refuses what is spicy, and not food.
    const told = ofGenre ? [] : (findAbout(scope, null)?.split(' ') ?? []);
    if (!ofGenre && told.length === 0) for (const type of named) types.add(type);
    for (const word of told) if (word !== 'english') words.add(word);
    if (MEAT.test(scope)) without.add('meat');
    if (DRINK.test(scope)) without.add('alcohol');
    if (SUBSCRIBE.test(scope)) without.add('subscription');
    if (ONLINE.test(scope)) without.add('online');
    if (OUTSIDE.test(scope)) without.add('outdoors');
    if (FAST.test(scope)) without.add('fast-food');
    if (SOPPY.test(scope)) for (const genre of ['romance', 'romantic comedy']) genres.add(genre);
    if (SCREENS.test(scope)) for (const type of SCREEN_TYPES) types.add(type);
    // Lengths and prices in it still bind.
    return /\d/.test(scope)
      ? ` ${scope.replace(/^.*?(?=\b(?:over|under|more|longer|above)\b)/, 'no ')} `
      : ' , ';
  });
  if (NO_READER.test(text)) types.add('book');
  if (OFFLINE.test(text)) without.add('online');
  if (SOBER.test(text)) without.add('alcohol');
  if (INDOORS.test(text) && !DRY.test(text)) without.add('outdoors');
  if (NICE.test(text.replace(NOT_NICE, ' ')) && !FAST.test(wanted)) without.add('fast-food');
  if (AT_HOME.test(text)) {
    without.add('outdoors');
    for (const type of AWAY_TYPES) types.add(type);
  }
  if (/\bscreen[- ]free\b|\baway from (?:a |the )?screens?\b/.test(text))
    for (const type of SCREEN_TYPES) types.add(type);
  // "I want a film, she does not like kissing films" wants a film.
  const asked = findTypes(wanted);
  return {
    genres: [...genres],
    types: [...types].filter((type) => !asked.includes(type)),
    without: [...without],
    words: [...words],
    wanted,
  };
}
