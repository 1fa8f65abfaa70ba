import nlp from 'compromise';
import { cues } from './lexicon/cues.js';
import { kinds } from './lexicon/kinds.js';
import { moods } from './lexicon/moods.js';
import { genreWord } from './vocabulary.js';

/** Words that say nothing of what a thing is about, though they are nouns or adjectives. */
const EMPTY = new Set(
  'thing things stuff one ones bit lot kind kinds sort type types way time times idea ideas option options day days night nights evening afternoon morning week weeks month year weekend today tonight tomorrow hour hours minute minutes half while people person player players guy guys friend friends mate mates partner girlfriend boyfriend wife husband mum mom dad parents sister brother son daughter kid kids child children baby family folks colleague colleagues couple group party us me you someone somebody everyone anyone something anything nothing everything somewhere anywhere home house place places town city area budget money cash dollar dollars buck bucks pound pounds quid euro euros price prices cost cheap cheaper expensive pricey free good great nice fun cool best better decent new next last first second other another different same more less few many much little big small long short short old year-old able sure ready easy hard heavy light quick fast bored boring tired please thanks thank ok okay yes no hi hey hello matinee recommendation recommendations suggestion suggestions recommend suggest pick treat present gift birthday anniversary date plan plans life world way turn rest end top max maximum limit total head each per person bank break train flight trip holiday beach work school job mind mood feel feeling need want love like likes loved enjoy interested interest favourite favorite worth both two three four five six seven eight nine ten eleven twelve available recent recently lately right now later soon again already really pretty super fancy simple normal usual proper real actual possible whole entire full certain several enough only own different adult adults grown-ups grownups teen teens teenager teenagers vibe vibes style theme themed title titles name rainy sunny spare busy lazy rough bad tough awful friday saturday sunday monday tuesday wednesday thursday everybody nobody crowd gang team learn learners beginner beginners newbie point cinema below above under over near around without within doing going its our your their his her nuts activity activities raining rain wet cold hot outside inside mood spend keen any all back payday incl including switch flatmates roommates drunk nothing special alone wifi internet cheapo ish proper total fees worthy chance place lunchtime watch play read eat see go do get give find show take make keep try buy spend'.split(
    ' ',
  ),
);
const KNOWN = new RegExp(
  `(?<![\\w-])(?:${[genreWord, ...kinds.map(([words]) => words), ...moods.map(([, words]) => words), cues.wants, cues.ideas, cues.likes, cues.funds].join('|')})(?![\\w-])`,
  'g',
);
const MOST_WORDS = 4;

/** What a wish is about beside its kind and its genre: the telling words that are left; null where none are. */
export function findAbout(text: string, time: string | null): string | null {
  const key = `${time} ${text}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  if (kept.size >= KEPT) kept.clear();
  const about = aboutOf(text, time);
  kept.set(key, about);
  return about;
}

/** One message is read by several rules: what was read last is kept, a few texts at most. */
const KEPT = 32;
const kept = new Map<string, string | null>();

function aboutOf(text: string, time: string | null): string | null {
  const rest = (time ? text.replace(time, ' ') : text)
    .replace(KNOWN, ' ')
    .replace(/[^a-z0-9' -]+/g, ' , ')
    .replace(/(?<![a-z])\d\S*/g, ' ');
  if (!/[a-z]{3}/.test(rest)) return null;
  const view: unknown = nlp(rest).match('(#Noun|#Adjective)').terms().out('array');
  const words = Array.isArray(view) ? view.filter((word): word is string => typeof word === 'string') : [];
  const telling = words
    .map((word) => word.toLowerCase().replace(/'s$|[^a-z0-9-]/g, ''))
    .filter((word) => word.length > 2 && !EMPTY.has(word) && !EMPTY.has(word.replace(/s$/, '')));
  const distinct = [...new Set(telling)].slice(0, MOST_WORDS);
  return distinct.length > 0 ? distinct.join(' ') : null;
}

const THEMED =
  /\b(?:about|featuring|themed around|(?:loves?|likes?|enjoys?|into|obsessed with|crazy about|mad about|fan of|interested in|reads? about))\s(?:the |all things |anything |everything (?:about|with) |old |reading about )?([a-z][a-z-]{3,})(?= |[,.!?]|$)|\b([a-z]{4,})[- ](?:themed?|related)\b/;

/** The one word that a wish says it should be about: "obsessed with dinosaurs", "space themed"; null where none is. */
export function findTheme(text: string): string | null {
  const match = THEMED.exec(text);
  const word = match?.[1] ?? match?.[2];
  return word && !EMPTY.has(word) && !new RegExp(`^${KNOWN.source}$`).test(word) ? word : null;
}
