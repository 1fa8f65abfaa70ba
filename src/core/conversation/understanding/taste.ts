import type { Intent, TasteChanges } from './intents.js';
import { canonicalGenre, findActivities, findGenres, findMood, genreWord } from './vocabulary.js';

const GENRE_LIST = `${genreWord}(?:\\s(?:movies?|films?|books?|games?|novels?|shows?|music|food|stuff|things))?(?:(?:,\\s?|\\s?&\\s?|\\s(?:and|or|nor)\\s|,\\s(?:and|or)\\s)(?:also\\s|some\\s)?${genreWord}(?:\\s(?:movies?|films?|books?|games?|novels?|shows?|music|food|stuff|things))?)*`;
const FILL =
  '(?:really |absolutely |all |any |some |most |good |more |a good |a lot of |a big fan of |kind of |kinds of |of |the |old |classic |watching |reading |playing |listening to |eating )*';
const DISLIKE = new RegExp(
  `\\b(?:hates?|dislikes?|detest|can not stand|do not (?:really )?(?:like|enjoy|want|care for|do)|not (?:a (?:big )?fan of|into|keen on|big on|interested in|really into)|never|no more|avoid|sick of|tired of|scared of|bored of|bored by|without|not)\\s${FILL}(${GENRE_LIST})`,
  'g',
);
const LIKE = new RegExp(
  `\\b(?:loves?|likes?|enjoys?|adores?|prefers?|into|fan of|keen on|favou?rites? (?:genres? )?(?:is|are)|crazy about|obsessed with|big on|always up for|mad about|partial to|i am|we are)\\s${FILL}(${GENRE_LIST})`,
  'g',
);
/** "I do not like board games": what follows a refusal is no liking. */
const REFUSED =
  /\b(?:hates?|dislikes?|detest|can not stand|do not|does not|did not|not (?:a (?:big )?fan of|into|keen on|big on)|never|no more|sick of|tired of|bored of)\b[^,.;]*/g;
const BANNED =
  /\b(?:do not (?:ever )?|never (?:ever )?|stop )(?:show|suggest|recommend|showing|suggesting|recommending|give|giving)(?: me| us)? (?:anything|something|stuff|things|movies|films|books|games)?\s?(?:with|about|involving|that has|featuring|like|by|from|made by|starring)\s([a-z][a-z -]{2,30}?)(?: (?:in (?:it|them)|again|any ?more|ever))*[\s.!]*$/;
const BANNED_KIND =
  /\b(?:stop|no more|do not|never) (?:showing|recommending|suggesting|giving|show|recommend|suggest|give)(?: me| us)? (?:any |more )*((?:board|card|video) games|movies|films|books|restaurants|concerts|events|games)(?: (?:again|please|any ?more|ever))*[\s.!]*$/;
/** "He is into heist films, and I …": what others like, up to where somebody speaks of themselves. */
const OF_OTHERS =
  /(?<!^)\b(?:she|he|they|who|my (?:\w+friend|wife|husband|partner|mum|mom|dad|son|daughter|brother|sister|mate|friend|kids?))\s(?:is |are |really |also |just )*(?:loves?|likes?|enjoys?|hates?|adores?|into|a (?:big )?fan of|reads? about|can not stand)\s[^,.;]*?(?=[,.;]|\s(?:and|but) i\b|$)/g;
const OTHERS =
  /^(?:and |but )?(?:she|he|they|my \w+|her|his) (?:\w+ )?(?:loves?|likes?|enjoys?|hates?|adores?|is (?:into|a))\b/;
const ACTIVITY =
  /\b(?:i|we)\b.*\b(?:loves?|likes?|enjoys?|into|keen on|fan of|hobbies (?:are|include)|obsessed with)\s/;
const THRIFTY =
  /\b(?:i am (?:on a (?:tight )?budget|broke|skint|saving|trying to save|frugal|thrifty|careful with money|a bargain hunter)|cheap and cheerful|(?:i )?prefer (?:cheap|free|low[- ]cost)|money is tight|on a tight budget|keep it cheap|prefer cheap|tight on money)\b/;
const FLEXIBLE =
  /\b(?:money is no(?:t an)? (?:object|issue)|price does not matter|i do not mind (?:paying|spending)|happy to (?:pay|splurge|spend)|i am flexible (?:on|with) (?:price|money))\b/;

/** Likes and dislikes that a normalised sentence tells; null when it tells none. */
export function readTaste(said: string): (Intent & { kind: 'taste' }) | null {
  const text = said.replace(OF_OTHERS, ' ');
  if (
    /^(?:do|does|did|is|are|can|could|what|which|why|how|would|should|any)\b/.test(text) &&
    /\?\s*$/.test(text)
  )
    return null;
  // What somebody else likes is a wish for now, not the user's taste.
  if (OTHERS.test(text) || NOBODY.test(text)) return null;
  const banned = BANNED.exec(text)?.[1] ?? BANNED_KIND.exec(text)?.[1];
  // A long story about other people is no list of tastes.
  if (text.split(' ').length > 30) return null;
  const refused = [...text.matchAll(REFUSED)].flatMap((match) =>
    // "I hate horror movies" refuses horror, not movies.
    findActivities(match[0].replace(DISLIKE, ' ')),
  );
  const dislikes = [...new Set([...collect(text, DISLIKE), ...refused, ...(banned ? [banned.trim()] : [])])];
  const likes = collect(text.replace(DISLIKE, ' '), LIKE).filter((genre) => !dislikes.includes(genre));
  const changes: TasteChanges = {
    likes,
    dislikes,
    activities: ACTIVITY.test(text) ? findActivities(text.replace(REFUSED, ' ').replace(LIKE, ' ')) : [],
    priceSensitivity: THRIFTY.test(text) ? 'budget' : FLEXIBLE.test(text) ? 'flexible' : null,
  };
  const empty =
    likes.length + dislikes.length + changes.activities.length === 0 && changes.priceSensitivity === null;
  return empty ? null : { kind: 'taste', changes };
}

/** What nobody of those who come likes is refused for now. */
const NOBODY = /^(?:(?:and|but|no|well)[,\s]+)*(?:nobody|no one|none of (?:us|them))\b/;

/** What a sentence says of the genres and moods in it, where its signs say that it tells taste. */
export function readTasteAnyway(text: string, refuses: boolean): Intent | null {
  const told = readTaste(text);
  if (told || NOBODY.test(text)) return told;
  const genres = findGenres(text);
  const mood = genres.length === 0 ? findMood(text) : null;
  const words = mood === 'scary' ? ['horror'] : genres.length > 0 ? genres : findActivities(text);
  if (words.length === 0) return null;
  const changes = { likes: [], dislikes: [], activities: [], priceSensitivity: null };
  return { kind: 'taste', changes: refuses ? { ...changes, dislikes: words } : { ...changes, likes: words } };
}

const ONE_GENRE = new RegExp(`\\b${genreWord}\\b`, 'g');

function collect(text: string, pattern: RegExp): string[] {
  const found = new Set<string>();
  for (const match of text.matchAll(pattern)) {
    for (const word of (match[1] ?? '').matchAll(ONE_GENRE)) found.add(canonicalGenre(word[0]));
  }
  return [...found];
}
