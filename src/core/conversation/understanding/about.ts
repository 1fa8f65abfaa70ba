import nlp from 'compromise';
import { cues } from './lexicon/cues.js';
import { emptyWords, grammarWords } from './lexicon/empty-words.js';
import { kinds } from './lexicon/kinds.js';
import { moods } from './lexicon/moods.js';
import { remembering } from './remembering.js';
import { findServices, genreWord } from './vocabulary.js';

/** Words that say nothing of what a thing is about. */
const EMPTY: ReadonlySet<string> = new Set(
  [...Object.values(emptyWords), grammarWords].flatMap((words) => words.trim().split(/\s+/)),
);
const KNOWN = new RegExp(
  `(?<![\\w-])(?:${[genreWord, ...kinds.map(([words]) => words), ...moods.map(([, words]) => words), cues.wants, cues.ideas, cues.likes, cues.funds].join('|')})(?![\\w-])`,
  'g',
);
const KNOWN_ALONE = new RegExp(`^${KNOWN.source}$`);
const MOST_WORDS = 4;
/** What a wish is about stands near its beginning; the language library reads no more than this of a text. */
const READ_CHARACTERS = 200;
/** Parts of speech are enough here, and cost half of what the whole reading of the library does. */
const TAGGING = ['index', 'id', 'lexicon', 'preTagger'];

/**
 * What a wish is about beside its kind and its genre: the telling words that are left; null where none are.
 * @param time the words of the text that name a time
 */
export function findAbout(text: string, time: string | null): string | null {
  return readAbout((time ? text.replace(time, ' ') : text).replace(KNOWN, ' '), null);
}

const readAbout = remembering(
  64,
  () => '',
  (text: string, _world: null): string | null => {
    const rest = text.replace(/[^a-z0-9' -]+/g, ' , ').replace(/(?<![a-z])\d\S*/g, ' ');
    const first = [...rest.matchAll(/[a-z0-9'-]+/g)].find(([word]) => isTelling(tidy(word)));
    if (!first) return null;
    const start = rest.lastIndexOf(',', first.index) + 1;
    const clause = rest.slice(start, start + READ_CHARACTERS);
    const telling = nlp
      .tokenize(clause)
      .compute(TAGGING)
      .termList()
      .filter(({ tags }) => (tags?.has('Noun') || tags?.has('Adjective')) && !tags.has('Pronoun'))
      .map(({ normal }) => tidy(normal))
      .filter(isTelling);
    const distinct = [...new Set(telling)].slice(0, MOST_WORDS);
    return distinct.length > 0 ? distinct.join(' ') : null;
  },
);

function tidy(word: string): string {
  return word.toLowerCase().replace(/'s$|[^a-z0-9-]/g, '');
}

function isTelling(word: string): boolean {
  return /[a-z]/.test(word) && word.length > 2 && !EMPTY.has(word) && !EMPTY.has(word.replace(/s$/, ''));
}

const THEMED =
  /\b(?:about|featuring|themed around|(?:loves?|likes?|enjoys?|into|obsessed with|crazy about|mad about|fan of|interested in|reads? about))\s(?:the |all things |anything |everything (?:about|with) |old |reading about )?([a-z][a-z-]{3,})(?= |[,.!?]|$)|\b([a-z]{4,})[- ](?:themed?|related)\b/;

/** "A good Hamlet movie" is about Hamlet. */
const FILM_OF = /\b(?:a|an|any)(?: (?:good|great|decent|nice))? ([a-z]{5,}) (?:movie|film)s?\b/;

function isNoun(word: string): boolean {
  const [term] = nlp.tokenize(word).compute(TAGGING).termList();
  return term?.tags?.has('Noun') === true && !term.tags.has('Adjective') && findServices(word).length === 0;
}

/** The one word that a wish says it should be about: "obsessed with dinosaurs", "space themed"; null where none is. */
export function findTheme(text: string): string | null {
  const titled = FILM_OF.exec(text)?.[1];
  if (titled && !EMPTY.has(titled) && !KNOWN_ALONE.test(titled) && isNoun(titled)) return titled;
  const match = THEMED.exec(text);
  const word = match?.[1] ?? match?.[2];
  return word && !EMPTY.has(word) && !KNOWN_ALONE.test(word) ? word : null;
}
