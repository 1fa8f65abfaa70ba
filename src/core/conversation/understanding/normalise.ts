import { ordinarySpelling } from './chat-spelling.js';
import { readForeign } from './foreign.js';
import { plainSums } from './written-sums.js';

const CONTRACTIONS: readonly (readonly [RegExp, string])[] = [
  [/\bcan't\b|\bcannot\b/g, 'can not'],
  [/\bwon't\b/g, 'will not'],
  [/n't\b/g, ' not'],
  [/\b(i|you|we|they)'ve\b/g, '$1 have'],
  [/\bi'm\b/g, 'i am'],
  [/\b(you|we|they)'re\b/g, '$1 are'],
  [/\b(what|that|it|he|she|there|where|how|who|when)'s\b/g, '$1 is'],
  [/\b(i|you|we|they|he|she|it|that|there)'d\b/g, '$1 would'],
  [/\b(i|you|we|they|he|she|it|that|there)'ll\b/g, '$1 will'],
  [/\blet's\b/g, 'let us'],
  [/\bwanna\b/g, 'want to'],
  [/\bgonna\b/g, 'going to'],
  [/\bgimme\b/g, 'give me'],
  [/\bgotta\b/g, 'have to'],
  [/\bdunno\b/g, 'do not know'],
  [/\bdont\b/g, 'do not'],
  [/\b(?:cant)\b/g, 'can not'],
  [/\b(?:whats)\b/g, 'what is'],
  // "Rent's 950", "lunch's on me": what a figure follows is no genitive.
  [/\b([a-z]{3,})'s(?= (?:[$€£]?\d|about|around|like|going|gone|coming|too|not|been|now))/g, '$1 is'],
  // "Budgets 60"
  [/\b(budget|rent|salary|mortgage)s(?= (?:[$€£]?\d|about (?:[$€£]?\d)|around (?:[$€£]?\d)))/g, '$1 is'],
  [/\b(?:im)\b/g, 'i am'],
  [/\b(?:ive)\b/g, 'i have'],
];

/** More than a person asks at once; the rest of a longer text is material, not a wish. */
const READ_CHARACTERS = 1_500;

/** A message in lower case, quotes straightened, spaces single, contractions spelled out: what the grammar reads. */
export function normalise(text: string): string {
  let plain = text
    .slice(0, READ_CHARACTERS)
    .normalize('NFKC')
    .replace(/[\u2018\u2019\u02bc`]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/[\u2013\u2014]/g, '-')
    .replace(/(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F|\u200D)+/gu, ' ')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
  plain = readForeign(plain)?.english ?? plain;
  plain = ordinarySpelling(plainSums(plain));
  for (const [pattern, replacement] of CONTRACTIONS) plain = plain.replace(pattern, replacement);
  return plain.replace(/\s+/g, ' ').trim();
}
