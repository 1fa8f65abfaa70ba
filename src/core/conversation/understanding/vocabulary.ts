import { genreKey } from '../../../domain/ranking/genre-key.js';
import type { ItemType } from '../../../domain/ranking/item.js';

/** Words for the kinds of things, the longer ones first where one contains another. */
const TYPE_WORDS: readonly (readonly [RegExp, readonly ItemType[]])[] = [
  [/\b(?:board ?games?|boardgames?|tabletop(?: games?)?)\b/, ['board_game']],
  [/\b(?:card ?games?|deck ?builders?|cards?(?: or| and|,| \/) \w+ games?)\b/, ['card_game']],
  [
    /\b(?:video ?games?|computer games?|pc games?|steam games?|console games?|something to play on|xbox|playstation|ps[45]|nintendo|switch games?|gaming)\b/,
    ['game'],
  ],
  [/\b(?:game ?nights?|party games?)\b/, ['board_game', 'card_game']],
  [/\b(?:games?|something to play|play something)\b/, ['board_game', 'card_game', 'game']],
  [
    /\b(?:movies?|films?|flicks?|cinemas?|something to watch|to watch|watch something|watch tonight|netflix and chill|documentar(?:y|ies)|streaming something)\b/,
    ['movie'],
  ],
  [/\b(?:watch)\b/, ['movie']],
  [/\b(?:should|can|to|could|shall) (?:i|we) play\b/, ['board_game', 'card_game', 'game']],
  [/\b(?:should|can|could|shall) (?:i|we) read\b/, ['book']],
  [/\b(?:books?|novels?|something to read|to read|read something|audiobooks?|page-?turner)\b/, ['book']],
  [
    /\b(?:restaurants?|eat out|eating out|dinner|lunch|brunch|food|somewhere (?:nice |good |cheap )?to eat|places? to eat|to eat|takeaway|take-?out|date night dinner|dine)\b/,
    ['restaurant'],
  ],
  [
    /\b(?:concerts?|gigs?|shows?|events?|festivals?|museums?|exhibitions?|theatre|theater|live music|stand-?up|things on|whats on|what is on|going on|days? out|outings?|go out|going out|matinee)\b/,
    ['event'],
  ],
];

/** The kinds of things that a normalised text asks for; none where it does not say. */
export function findTypes(text: string): ItemType[] {
  const found = new Set<ItemType>();
  let rest = text;
  for (const [pattern, types] of TYPE_WORDS) {
    if (!pattern.test(rest)) continue;
    for (const type of types) found.add(type);
    // "board game" must not count as "game" again.
    rest = rest.replace(new RegExp(pattern.source, 'g'), ' ');
  }
  return [...found];
}

const GENRES = [
  'action',
  'adventure',
  'animation',
  'animated',
  'anime',
  'biography',
  'biographies',
  'classics',
  'classic',
  'comedy',
  'comedies',
  'comics',
  'cooperative',
  'co-op',
  'coop',
  'crime',
  'cyberpunk',
  'deck building',
  'deckbuilding',
  'detective',
  'documentary',
  'documentaries',
  'drama',
  'dramas',
  'dystopian',
  'economic',
  'epic',
  'family',
  'fantasy',
  'farming',
  'fighting',
  'film noir',
  'gothic',
  'graphic novels?',
  'heist',
  'historical',
  'history',
  'horror',
  'indie',
  'jazz',
  'kids',
  'literary',
  'manga',
  'martial arts',
  'memoirs?',
  'metroidvania',
  'murder mystery',
  'musicals?',
  'mystery',
  'mysteries',
  'noir',
  'non-?fiction',
  'opera',
  'party',
  'philosophy',
  'platformers?',
  'poetry',
  'political',
  'post-apocalyptic',
  'psychological thriller',
  'puzzles?',
  'racing',
  'rock',
  'roguelikes?',
  'romance',
  'romantic comedy',
  'romantic comedies',
  'rom-?coms?',
  'romantic',
  'rpgs?',
  'role-?playing',
  'sandbox',
  'satire',
  'sci[- ]?fi',
  'science fiction',
  'self-help',
  'shooters?',
  'simulation',
  'sports?',
  'spy',
  'stealth',
  'strategy',
  'superhero',
  'survival',
  'thrillers?',
  'travel',
  'trivia',
  'true crime',
  'war',
  'westerns?',
  'word games?',
  'worker placement',
  'young adult',
  'italian',
  'japanese',
  'sushi',
  'mexican',
  'indian',
  'thai',
  'chinese',
  'vietnamese',
  'korean',
  'greek',
  'french',
  'spanish',
  'turkish',
  'lebanese',
  'vegan',
  'vegetarian',
  'pizza',
  'burgers?',
  'ramen',
  'tapas',
  'seafood',
  'barbecue',
  'bbq',
  'steak',
] as const;
const GENRE_PATTERN = GENRES.slice()
  .sort((left, right) => right.length - left.length)
  .join('|');

/** A pattern source that matches one genre. */
export const genreWord = `(?:${GENRE_PATTERN})`;

const PLURALS: Readonly<Record<string, string>> = {
  dramas: 'drama',
  biographies: 'biography',
  mysteries: 'mystery',
  'romantic comedies': 'romantic comedy',
  romantic: 'romance',
  animated: 'animation',
  cosy: 'cozy',
  burger: 'burgers',
  classics: 'classic',
};

/** A genre word as the catalogue knows it. */
export function canonicalGenre(word: string): string {
  const plain = word.trim().toLowerCase();
  const known = PLURALS[plain];
  if (known) return genreKey(known);
  const singular =
    /s$/.test(plain) && !/(?:ss|sports|arts|comics|kids|burgers|tapas|economics)$/.test(plain)
      ? plain.slice(0, -1)
      : plain;
  return genreKey(
    /^(?:thriller|western|musical|puzzle|rpg|roguelike|shooter|platformer|memoir|graphic novel|romcom|rom-com|word game)$/.test(
      singular,
    )
      ? singular
      : plain,
  );
}

/** Genres named anywhere in the text. */
export function findGenres(text: string): string[] {
  const pattern = new RegExp(`\\b${genreWord}\\b`, 'g');
  return [...new Set([...text.matchAll(pattern)].map((match) => canonicalGenre(match[0])))];
}

/** Recurring services that people name, as they are written. */
const SERVICES: readonly (readonly [string, RegExp])[] = [
  ['Netflix', /\bnetflix\b/],
  ['Spotify', /\bspotify\b/],
  [
    'Disney+',
    /\bdisney(?: ?\+| ?plus)?(?! (?:movies?|films?|classics?|animated|princess|world|land|on ice))/,
  ],
  ['Hulu', /\bhulu\b/],
  ['Max', /\b(?:hbo(?: max)?|hbomax)\b/],
  ['Prime Video', /\b(?:amazon prime|prime video|amazon video)\b/],
  ['Apple TV+', /\bapple ?tv(?: ?\+| plus)?/],
  ['Apple Music', /\bapple music\b/],
  ['Apple Arcade', /\bapple arcade\b/],
  ['Apple One', /\bapple one\b/],
  ['YouTube Premium', /\byoutube premium\b/],
  ['YouTube Music', /\byoutube music\b/],
  ['YouTube TV', /\byoutube tv\b/],
  ['Paramount+', /\bparamount ?(?:\+|plus)/],
  ['Peacock', /\bpeacock\b/],
  ['Xbox Game Pass', /\b(?:xbox )?game ?pass\b/],
  ['PlayStation Plus', /\b(?:playstation|ps) ?(?:\+|plus)/],
  ['Nintendo Switch Online', /\b(?:nintendo )?switch online\b/],
  ['EA Play', /\bea play\b/],
  ['Humble Choice', /\bhumble choice\b/],
  ['Audible', /\baudible\b/],
  ['Kindle Unlimited', /\bkindle unlimited\b/],
  ['Everand', /\b(?:everand|scribd)\b/],
  ['Kobo Plus', /\bkobo ?(?:\+|plus)/],
  ['Crunchyroll', /\bcrunchyroll\b/],
  ['Shudder', /\bshudder\b/],
  ['MUBI', /\bmubi\b/],
  ['BritBox', /\bbritbox\b/],
  ['Stan', /\bstan\b(?= ?(?:sub|stream|$|[,.]|and))/],
  ['Binge', /\b(?:have|got|on|subscribe to) binge\b/],
  ['Kayo', /\bkayo\b/],
  ['Foxtel', /\bfoxtel\b/],
  ['Paramount', /\bparamount(?! ?(?:\+|plus))\b/],
  ['Discovery+', /\bdiscovery ?(?:\+|plus)/],
  ['Tidal', /\btidal\b/],
  ['Deezer', /\bdeezer\b/],
  ['AMC Stubs A-List', /\b(?:amc )?(?:stubs )?a-?list\b/],
  ['Regal Unlimited', /\bregal unlimited\b/],
  ['Kanopy', /\bkanopy\b/],
  ['Libby', /\blibby\b/],
  ['ClassPass', /\bclasspass\b/],
];

/** A service with where in the text it is named. */
export interface ServiceMention {
  readonly name: string;
  readonly start: number;
}

export function findServices(text: string): ServiceMention[] {
  const found: ServiceMention[] = [];
  for (const [name, pattern] of SERVICES) {
    const match = pattern.exec(text);
    if (match) found.push({ name, start: match.index });
  }
  return found.sort((left, right) => left.start - right.start);
}

const MOODS: readonly (readonly [string, RegExp])[] = [
  ['funny', /\b(?:funn(?:y|ier)|hilarious|laugh|light-?hearted|silly|make me laugh|cheer(?: me| us)? up)\b/],
  ['cozy', /\b(?:co[sz]y|comfort(?:ing)?|wholesome|rainy day|snuggly|heart-?warming|feel-?good)\b/],
  ['relaxing', /\b(?:relax(?:ing|ed)?|chill(?:ed)?|easy-?going|calm|unwind|low-?key|mellow)\b/],
  ['exciting', /\b(?:exciting|thrilling|adrenaline|action-?packed|fast-?paced|intense|gripping)\b/],
  ['thoughtful', /\b(?:thought-?provoking|thoughtful|deep|clever|smart|mind-?bending|intellectual)\b/],
  ['romantic', /\b(?:romantic|date ?night|anniversary)\b/],
  ['social', /\b(?:party|sociable|social|with friends|with mates|group of friends|game night)\b/],
  ['scary', /\b(?:scary|spooky|creepy)\b/],
  ['dark', /\b(?:dark|gritty)\b/],
  ['epic', /\bepic\b/],
  ['sad', /\b(?:sad|tear-?jerker|make me cry|moving)\b/],
  ['short', /\b(?:short|quick|not too long|something fast)\b/],
  ['family', /\b(?:family|kid-?friendly|with (?:the |my |our )?(?:kids|children))\b/],
];

export function findMood(text: string): string | null {
  for (const [mood, pattern] of MOODS) if (pattern.test(text)) return mood;
  return null;
}

const ACTIVITIES =
  /\b(?:hiking|cooking|gaming|reading|painting|photography|dancing|camping|climbing|bowling|karaoke|swimming|cycling|running|yoga|gardening|museums|concerts|live music|board games|card games|video games|theatre|theater|movies|eating out|travel(?:l?ing)?|escape rooms|trivia|pub quizzes|festivals|stand-?up|baking|crafts|chess|mini golf)\b/g;

export function findActivities(text: string): string[] {
  return [...new Set([...text.matchAll(ACTIVITIES)].map((match) => match[0]))];
}

const PC = /\b(?:on|for) (?:my )?(?:pc|steam|windows|computer|laptop)\b|\bpc games?\b/;
const GAME_PLATFORMS: readonly (readonly [string, RegExp])[] = [
  ['PC', PC],
  // What a shop for a computer sells is played on one.
  ['Steam', PC],
  ['Epic Games Store', PC],
  ['Nintendo Switch', /\b(?:on|for) (?:my |the )?(?:nintendo )?switch\b|\bswitch games?\b/],
  ['PlayStation', /\b(?:on|for) (?:my |the )?(?:playstation|ps ?[45])\b/],
  ['Xbox', /\b(?:on|for) (?:my |the )?xbox\b/],
];

export function findGamePlatforms(text: string): string[] {
  return GAME_PLATFORMS.filter(([, pattern]) => pattern.test(text)).map(([name]) => name);
}
