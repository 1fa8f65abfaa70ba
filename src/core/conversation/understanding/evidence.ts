import { EACH, findAmounts } from './amounts.js';
import { findCategory } from './category-words.js';
import type { ReadingWorld } from './intents.js';
import { type Cue, cues } from './lexicon/cues.js';
import { findLacking } from './lexicon/lacking.js';
import { looseAmounts } from './loose-amounts.js';
import { findTimes } from './times.js';
import { findGenres, findMood, findServices, findTypes } from './vocabulary.js';
import { readWish, withoutAmounts } from './wish.js';

/** A sign that is read from what was found in a sentence, beside those of single words. */
type Shape =
  | 'asks'
  | 'tells'
  | 'number'
  | 'priced'
  | 'limit'
  | 'percent'
  | 'per'
  | 'perHead'
  | 'kind'
  | 'genre'
  | 'mood'
  | 'party'
  | 'past'
  | 'future'
  | 'service'
  | 'category'
  | 'offered'
  | 'free'
  | 'minutes'
  | 'age'
  | 'spendFor'
  | 'timesOver'
  | 'spentPast'
  | 'banned'
  | 'others'
  | 'starts'
  | 'jotted'
  | 'unreal'
  | 'counts'
  | 'spentAsk'
  | 'budgetWord'
  | 'short'
  | 'brief'
  | 'staying';

export type Feature = Cue | Shape;

const CUES = Object.entries(cues).map(
  ([name, words]) => [name, new RegExp(`(?<![\\w'])(?:${words})(?![\\w'])`)] as const,
);
const ASKS =
  /\?\s*$|^(?:(?:so|and|ok(?:ay)?|hey|hi|hello|then|well|but|also|please|yo|matinee)[\s,]+)*(?:what|which|where|when|who|why|how|can|could|would|will|should|shall|do(?! not)|does|did|is|are|am|was|have (?:i|we|you)|has|any|tell me|show|give me|list|remaining|total|compare|ping me|how often)\b|\bdo you (?:want|need|take|read|accept|have)\b|\b(?:should|can|could|may) (?:i|we)(?: \w+)?[\s.!?]*$/;
const PER =
  /\b(?:a|per|each|every|an?) (?:month|week|year|fortnight|day|quarter|two weeks|pay ?day)\b|\b(?:monthly|weekly|yearly|annually|fortnightly|pcm|p\/?[am])\b/;
const UNREAL =
  /\b(?:almost|nearly|did not|never (?:bought|spent|paid)|wanted to|was going to|thinking (?:of|about)|if (?:i|we)|about to|might|may|planning to|want to|going to|would (?:like|love) to|should (?:i|we))\b/;
const SPEND_FOR =
  /(?:^|\s)(?:[$€£]\s?)?\d+(?:[.,]\d{1,2})?(?:\s?(?:bucks|dollars|quid|pounds|euros?))?(?:\s(?:down|more|each|total))?\s(?:on|for|at)\s(?!(?:me|us|you|two|three|four|five|six|\d)\b)[a-z]/;
const STARTS = /^(?:(?:and|plus|also|then|oh|another)\s)*(?:[$€£]\s?)?\d/;
const JOTTED =
  /^(?:and |then |plus |the |a |an |my |our )*(?!(?:got|have|only|max|under|up|about|around|around|i|we|say|make|just|no|not|for|with|below|is|are)\b)(?:[a-z][a-z'&-]*\s){1,4}?(?:was |were |came to |cost(?: me| us)? |for |at )?(?:about |around |another |only )?(?:[$€£]\s?)?\d{1,4}(?:\.\d{1,2})?(?:\s?(?:bucks|dollars|quid|pounds|euros?))?[\s.!]*$/;

/** "My daughter is 4" tells an age, not a price. */
const AGED =
  /\b(?:he|she|who|(?:grand)?(?:son|daughter|child|kid)|nephew|niece|boy|girl|toddler|brother|sister|little one|youngest|eldest|oldest)\s(?:is|turns|turned|was)\s(?:just |about |only |now )?\d{1,2}\b/;

/** "I'm in Melbourne this Sunday with 40": where somebody is for once, and with what or whom. */
const STAYING =
  /^(?:(?:so|hey|hi|ok|and|well)[,\s]+)*(?:i|we) (?:am|are|will be|(?:am|are) going to be) in (?!bed\b|love\b|debt\b|trouble\b|the\b|a\b)[a-z]+(?: [a-z]+)? (?:this|next|on|tonight|tomorrow|today|with|for the)\b/;

/** What stands in a sentence, as signs. */
export interface Evidence {
  readonly text: string;
  has(feature: string): boolean;
}

/** Gathers every sign of a normalised sentence once; weighing them is another's work. */
export function gatherEvidence(text: string, world: ReadingWorld): Evidence {
  const found = new Set<string>();
  for (const [name, pattern] of CUES) if (pattern.test(text)) found.add(name);
  const put = (feature: Feature, is: boolean): void => {
    if (is) found.add(feature);
  };
  const amounts = findAmounts(text, world.currency);
  const loose = looseAmounts(text, world.currency);
  const words = text.split(' ').length;
  put('asks', ASKS.test(text));
  put('tells', found.has('tell'));
  put('priced', amounts.length > 0);
  put('number', amounts.length + loose.length > 0);
  put(
    'limit',
    amounts.some(({ bound }) => bound === 'at-most'),
  );
  put('percent', /\d\s?(?:%|per ?cent)/.test(text));
  put('per', PER.test(text));
  put(
    'perHead',
    amounts.some(({ end }) => EACH.test(text.slice(end))),
  );
  put('kind', findTypes(text).length > 0 || findLacking(text)?.nearest != null);
  put('genre', findGenres(text).length > 0);
  put('mood', findMood(text) !== null);
  put('service', findServices(text).length > 0);
  put('category', findCategory(text) !== null);
  put('offered', world.offered.length > 0);
  putTimes(text, world, put);
  const wish = readWish(text, world);
  put('party', wish.partySize !== null);
  put('free', wish.freeOnly);
  put('minutes', wish.maxMinutes !== null);
  put('age', wish.age !== null);
  put('spendFor', SPEND_FOR.test(text));
  put(
    'others',
    /^(?:and |but |so |also )*(?:she|he|they|my \w+|her|his|our \w+)(?: (?:is|are|also|really|just))* (?:loves?|likes?|hates?|enjoys?|into|adores?|a (?:big )?fan|obsessed|mad|crazy|can not|does not|do not)\b/.test(
      text,
    ),
  );
  put(
    'timesOver',
    /\b(?:can|could|afford|manage)\b.*\b(?:\d|two|three|four|five|six) (?:times|nights|meals|dinners|movies|outings|trips)\b/.test(
      text,
    ),
  );
  put('spentPast', /\b(?:did|have) (?:i|we)\b/.test(text));
  put(
    'banned',
    /\b(?:stop|do not|never|no more) (?:\w+ )?(?:showing|recommending|suggesting|show|recommend|suggest)\b/.test(
      text,
    ),
  );
  put('starts', STARTS.test(text));
  put('jotted', JOTTED.test(text) && !AGED.test(text));
  put('unreal', UNREAL.test(text));
  put('counts', /\b(?:counts?|counted|class|file|treat) (?:\w+ )?as\b/.test(text));
  put('spentAsk', found.has('spending'));
  put('budgetWord', /\b(?:budget|allowance|fun money|limit|spending money)\b/.test(text));
  put('staying', STAYING.test(text));
  put('short', words <= 4);
  put('brief', words <= 9);
  return { text, has: (feature) => found.has(feature) };
}

function putTimes(text: string, world: ReadingWorld, put: (feature: Feature, is: boolean) => void): void {
  const times = findTimes(withoutAmounts(text, findAmounts(text, world.currency)), world.today, 'past');
  const said = times.map(({ text: words }) => words).join(' ');
  const named =
    /\b(?:yesterday|last|ago|earlier|past|was|so far|already|since|(?:in|of|for|during) (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*)\b/;
  const before =
    named.test(said) ||
    /\b(?:last (?:night|month|week|year|weekend)|yesterday|so far|this morning|earlier)\b/.test(text);
  const months = times.some(({ span }) => span.end < world.today);
  put('past', before || months);
  put('future', !before && (times.length > 0 || /\b(?:tonight|tomorrow|weekend|later)\b/.test(text)));
}
