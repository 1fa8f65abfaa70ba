import { chatTurns, chatWords } from './lexicon/chat-words.js';
import { cues } from './lexicon/cues.js';
import { genres } from './lexicon/genres.js';
import { kinds } from './lexicon/kinds.js';
import { lookalikes } from './lexicon/lookalikes.js';
import { moods } from './lexicon/moods.js';

/** Words of a pattern source that stand there in full: these are spelled right. */
function plainWords(pattern: string): string[] {
  return pattern
    .replace(/([a-z]+)s\?/g, '$1 $1s')
    .replace(/\(\?[:=!<][^()]*\)|[()?+*\\[\]]/g, ' ')
    .split(/[\s|,/-]+/)
    .filter((word) => /^[a-z]{4,}$/.test(word));
}

const COMMON =
  'tonight tomorrow yesterday weekend something anything nothing people friends family birthday saturday sunday monday tuesday wednesday thursday friday january february august september october november december dollars pounds euros tickets ticket minutes hours players really please doable netflix spotify thanks cancel cancelled boardgame boardgames funny cheap cheaper cheapest expensive spend wishlist budget recommend recommendation recommendations suggest suggestion surprise restaurant restaurants girlfriend boyfriend partner husband another instead different vegetarian actually anniversary groceries cinema subscription income salary birthday favourite favorite already watched remember first second third fourth else less enough afternoon concert concerts';

/** The words that requests are made of; a slip in one of them is mended. */
const KNOWN: ReadonlySet<string> = new Set([
  ...[...Object.values(genres), ...kinds.map(([words]) => words), ...moods.map(([, words]) => words)].flatMap(
    plainWords,
  ),
  ...Object.values(cues).flatMap(plainWords),
  ...COMMON.split(' '),
]);
const LOOKALIKES: ReadonlySet<string> = new Set(lookalikes.split(/\s+/));
const BY_LETTER = new Map<string, string[]>();
for (const word of KNOWN) {
  const letter = word.charAt(0);
  BY_LETTER.set(letter, [...(BY_LETTER.get(letter) ?? []), word]);
}

/** A lower-case text in ordinary spelling: chat words written out, slips in words that matter here mended. */
export function ordinarySpelling(text: string): string {
  let plain = text;
  for (const [pattern, by] of chatTurns) plain = plain.replace(pattern, by);
  plain = plain.replace(/(?<![\w'])(?:w\/o?|'em|[a-z0-9']+)(?![\w'])/g, (word) =>
    Object.hasOwn(chatWords, word) ? (chatWords[word] ?? word) : mended(word),
  );
  return plain;
}

/** The known word that was meant; the word itself where it is one, or where two could have been meant equally. */
export function mended(word: string): string {
  if (word.length < 4 || /[^a-z]/.test(word) || isWord(word)) return word;
  // "soooo goood": letters that are held.
  const short = word.replace(/([a-z])\1{2,}/g, '$1$1');
  if (short !== word) return isWord(short) ? short : mended(short.replace(/([a-z])\1/g, '$1'));
  const near = (BY_LETTER.get(word.charAt(0)) ?? []).filter((known) => isSlip(word, known));
  return near.length > 0
    ? (near.sort((left, right) => closeness(word, right) - closeness(word, left))[0] ?? word)
    : word;
}

function isWord(word: string): boolean {
  if (KNOWN.has(word) || LOOKALIKES.has(word)) return true;
  return /s$/.test(word) && (KNOWN.has(word.slice(0, -1)) || LOOKALIKES.has(word.slice(0, -1)));
}

/** Letters in common at both ends: of two known words the one that shares more was meant. */
function closeness(word: string, known: string): number {
  let from = 0;
  while (from < word.length && word[from] === known[from]) from += 1;
  let to = 0;
  while (to < word.length - from && word.at(-1 - to) === known.at(-1 - to)) to += 1;
  return from + to - Math.abs(word.length - known.length) * 0.5;
}

/**
 * One slip: a letter too few, too many, another one, or two swapped; two slips in words of nine letters and more. A short
 * word is mended only where a letter is missing or two are swapped: most of the others are words of their own.
 */
function isSlip(word: string, known: string): boolean {
  const apart = Math.abs(word.length - known.length);
  const most = known.length >= 9 ? 2 : 1;
  if (apart > most || known.length < 4) return false;
  if (known.length < 6 && !(known.length === word.length + 1 || isSwap(word, known))) return false;
  return distance(word, known, most) <= most;
}

function isSwap(word: string, known: string): boolean {
  if (word.length !== known.length) return false;
  const at = [...word].findIndex((letter, index) => letter !== known[index]);
  return (
    at >= 0 &&
    word[at] === known[at + 1] &&
    word[at + 1] === known[at] &&
    word.slice(at + 2) === known.slice(at + 2)
  );
}

/** Slips between two words (optimal string alignment); more than `most` is `most + 1`. */
function distance(left: string, right: string, most: number): number {
  let before: number[] = [];
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i += 1) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= right.length; j += 1) {
      const same = left[i - 1] === right[j - 1] ? 0 : 1;
      let value = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1])
        value = Math.min(value, (before[j - 2] ?? 0) + 1);
      next[j] = value;
      least = Math.min(least, value);
    }
    if (least > most) return most + 1;
    before = row;
    row = next;
  }
  return row[right.length] ?? most + 1;
}
