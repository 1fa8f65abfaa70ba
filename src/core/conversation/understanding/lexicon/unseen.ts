/** What people ask for that no record of the catalogue tells, with the words for it in an answer. */
const unseen: readonly (readonly [words: string, pattern: RegExp])[] = [
  [
    'whether it has subtitles',
    /\b(?:subtitles?|subtitled|captions?|captioned|deaf|hard of hearing|audio description)\b/,
  ],
  [
    'how easy a place is to get into',
    /\b(?:wheelchairs?|step[- ]free|accessib\w+|crutches|mobility|strollers?|prams?|buggy|lifts?(?= access)|elevators?)\b/,
  ],
  [
    'whether one can sit outside',
    /\b(?:outdoor|outside) (?:seating|seats|tables?|terrace|dining|area)\b|\bsit outside\b|\b(?:terrace|patio|beer garden|rooftop)\b/,
  ],
  ['whether there is parking', /\b(?:parking|somewhere to park|car ?park)\b/],
  [
    'whether dogs are welcome',
    /\b(?:dog|pet)[- ]friendly\b|\bwith (?:my|our|the) (?:dog|puppy)\b|\bbring (?:my|our|the) (?:dog|puppy)\b/,
  ],
  [
    'what is in the dishes',
    /\b(?:allerg\w+|gluten|coeliac|celiac|lactose|dairy[- ]free|nut[- ]free|kosher|halal|keto|low[- ]carb)\b/,
  ],
  [
    'whether it runs on your computer',
    /\b\d+ ?gb\b|\b(?:old|slow|weak|potato|crappy|cheap|low[- ]end) (?:\w+ )?(?:laptop|pc|computer|macbook)\b|\b(?:integrated graphics|no graphics card|system requirements|specs|macbook|chromebook)\b/,
  ],
  [
    'when a place opens',
    /\b(?:opening (?:hours|times)|still open|open (?:late|now|on|at|past|after|till|until)|closes? at|24 hours)\b/,
  ],
  [
    'how far it is from you',
    /\b(?:near me|near ?by|near (?:here|us|my \w+)|close (?:by|to (?:me|us|home|here))|walking distance|walkable|around (?:here|the corner)|within \d+ (?:miles?|km|kilomet\w+|minutes of)|not (?:too )?far|no driving|by (?:bus|train|public transport)|public transport)\b/,
  ],
  [
    'whether there are places left',
    /\b(?:sold out|tickets left|seats left|availab(?:le|ility)(?= (?:tonight|on|this|for|tickets))|any tables?|reservations?|walk[- ]in|last minute tickets?)\b/,
  ],
  [
    'how much English it takes',
    /\b(?:not|no|without|barely|hardly|little)\b[^,.]{0,24}\benglish\b|\blanguage[- ](?:independent|free)\b/,
  ],
  [
    'how gory a film is',
    /\b(?:not|no|without|less|too) (?:too |so |very |that |any )?(?:gore|gory|bloody|blood)\b/,
  ],
  [
    'how hard a game is',
    /\bgames?\b.*\b(?:easier|not (?:too|so|as|that) (?:hard|difficult)|less (?:hard|difficult))\b/,
  ],
  ['when your payday is', /\b(?:after|until|till|til|before|on|when) (?:i get paid|pay ?day)\b/],
  [
    'what it shows in detail',
    /\b(?:trigger warnings?|no (?:swearing|nudity|sex scenes?|jump ?scares)|where the dog (?:dies|does not die)|(?:dog|animal)s? (?:dies?|dying|harmed))\b/,
  ],
];

/** What a normalised text asks for that cannot be told; the answer says so. */
export function findUnseen(text: string): string[] {
  return unseen.flatMap(([words, pattern]) => (pattern.test(text) ? [words] : []));
}
