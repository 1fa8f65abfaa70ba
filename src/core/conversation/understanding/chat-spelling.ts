/** How people spell in a chat, word for word. */
const WORDS: Readonly<Record<string, string>> = {
  u: 'you',
  ur: 'your',
  pls: 'please',
  plz: 'please',
  ppl: 'people',
  w: 'with',
  'w/': 'with',
  bc: 'because',
  rn: 'right now',
  btw: '',
  tho: 'though',
  thx: 'thanks',
  smth: 'something',
  sth: 'something',
  sumthing: 'something',
  tmrw: 'tomorrow',
  tmr: 'tomorrow',
  tonite: 'tonight',
  '2nite': 'tonight',
  wknd: 'weekend',
  thurs: 'thursday',
  tues: 'tuesday',
  gf: 'girlfriend',
  bf: 'boyfriend',
  tix: 'tickets',
  em: 'them',
  "'em": 'them',
  veggie: 'vegetarian',
  boardgame: 'board game',
  boardgames: 'board games',
  videogame: 'video game',
  videogames: 'video games',
  wouldnt: 'would not',
  couldnt: 'could not',
  shouldnt: 'should not',
  didnt: 'did not',
  doesnt: 'does not',
  isnt: 'is not',
  arent: 'are not',
  wasnt: 'was not',
  havent: 'have not',
  hasnt: 'has not',
  aint: 'is not',
  wont: 'will not',
  thats: 'that is',
  theres: 'there is',
  theyre: 'they are',
  youre: 'you are',
  hows: 'how is',
  wheres: 'where is',
  yo: 'year old',
};
const PATTERNS: readonly (readonly [RegExp, string])[] = [
  [/\b(\d{1,2})\s?(?:yo|y\/o|yr old|yrs old|yr-old)\b/g, '$1 year old'],
  [/\b(?:lol|lmao|haha+|hehe|xd|omg|woo+hoo+|yay+|btw)\b[!.]*/g, ' '],
  [/\b([a-z]{3,})-y\b/g, '$1'],
  [/\bgot like\b/g, 'got about'],
];

/** The words that requests are made of; a slip of one letter in one of them is mended. */
const KNOWN = new Set(
  'board boards game games movie movies film films book books novel novels concert concerts restaurant restaurants budget money dinner tonight tomorrow weekend comedy thriller horror fantasy romance mystery adventure strategy recommend suggest something anything cheaper expensive spent spend afford subscription subscriptions statement ticket tickets cinema netflix spotify income salary savings friends people family'.split(
    ' ',
  ),
);
/** Real words that are one letter from a known one. */
const REAL = new Set(
  'bored bird bond bold bore lord ward care cards card came gave name fame tame same gate gain bank look cook took hook boom boot boots novelty price rooms dinners sent send spell bend lend mend mind fins fill firm file fiends honey monkey looks cooks hooks gains gated gamer boars hoard bookend books tickers wicket thrill dinnertime spends inner thinner fiddle family families friend horrors terror'.split(
    ' ',
  ),
);

/** A lower-case text in ordinary spelling. */
export function ordinarySpelling(text: string): string {
  let plain = text;
  for (const [pattern, by] of PATTERNS) plain = plain.replace(pattern, by);
  return plain.replace(/(?<![\w'])(?:w\/|'em|[a-z0-9']+)(?![\w'])/g, (word) => WORDS[word] ?? mended(word));
}

function mended(word: string): string {
  if (word.length < 4 || KNOWN.has(word) || REAL.has(word) || /[^a-z]/.test(word)) return word;
  for (const known of KNOWN) if (isSlip(word, known)) return known;
  return word;
}

/** One letter too few, or two letters swapped, in a word that begins alike; in a longer one a letter more or another, too. */
function isSlip(word: string, known: string): boolean {
  if (word[0] !== known[0] || Math.abs(word.length - known.length) > 1) return false;
  let from = 0;
  while (from < word.length && word[from] === known[from]) from += 1;
  const rest = word.slice(from);
  const wanted = known.slice(from);
  if (rest === wanted.slice(1)) return true;
  if (known.length < 6) return false;
  const swapped = rest.length === wanted.length && rest[0] === wanted[1] && rest[1] === wanted[0];
  return (
    (swapped && rest.slice(2) === wanted.slice(2)) ||
    rest.slice(1) === wanted ||
    rest.slice(1) === wanted.slice(1)
  );
}
