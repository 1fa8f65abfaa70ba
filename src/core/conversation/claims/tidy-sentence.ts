import { isCounted, isHelper, tellingWords } from './dictionary.js';

/** Chats show no HTML: of a model's tags ("<br>") nothing is left but the words between them. */
const MARKUP = /<\/?[a-z][a-z0-9]*(?:\s[^<>]{0,60})?\s?\/?>/gi;
const LIST_MARK = /^\s*(?:\d{1,2}[.)]|[-•*])\s+/;

/**
 * A sentence of a model as it may stand within a line of ours: no tags, no list mark, a capital and an end.
 * @returns empty where no words are left
 */
export function tidySentence(text: string): string {
  const plain = text.replace(MARKUP, ' ').replace(LIST_MARK, '').replace(/\s+/g, ' ').trim();
  if (!/\p{L}/u.test(plain)) return '';
  const begun = plain.replace(/^[*_“"(]*\p{Ll}/u, (letter) => letter.toUpperCase());
  return /[.!?…]["”’)\]*_]*$/u.test(begun) ? begun : `${begun.replace(/[\s,;:–—-]+$/, '')}.`;
}

/** A capital within a sentence, on a word that no name goes on behind. */
const CAPITAL = /(?<=\p{L}[\p{L}’',]* )\p{Lu}\p{Ll}+(?! (?:(?:of|the|and|in|to|a|for) )*\p{Lu})/gu;
/** What is called something has that for a name. */
const CALLED = /\b(?:called|named|titled|entitled|known as)\s$/i;

/**
 * A sentence in which what a note begins with is no name: of "Doors in space." a model makes "You walk through Doors in space".
 * Only several things or a number of them are put back; what the note has in capitals elsewhere stays.
 */
export function withoutBorrowedCapitals(sentence: string, note: string): string {
  return sentence.replace(CAPITAL, (word, at: number) => {
    const begins = new RegExp(`(?:^|[.!?:] )${word}\\b`, 'u').test(note);
    const borrowed = begins && isCounted(word.toLowerCase()) && !CALLED.test(sentence.slice(0, at));
    return borrowed ? word.toLowerCase() : word;
  });
}

/**
 * A sentence without the clauses that tell nothing of what it is about: ", which is a fun choice", ", as you mentioned".
 * @param about what the note tells (`tellingWords`)
 */
export function withoutFiller(sentence: string, about: ReadonlySet<string>): string {
  const tells = (clause: string) => [...tellingWords(clause)].some((word) => about.has(word));
  const [first = '', ...further] = sentence.split(/(?=,\s)/);
  // "If you like tiles, this is yours": what a sentence hangs on cannot go, nor what hangs on that.
  if (!tells(first) || further.every(tells)) return sentence;
  const kept = further.filter((clause) => tells(clause) || !isAside(clause));
  const end = /[.!?…]["”’)\]*_]*$/u.exec(sentence)?.[0] ?? '.';
  const text = first + kept.join('');
  return text.endsWith(end) ? text : text + end;
}

/** A clause that begins with a word that only joins it ("which", "as", "so", "such"). */
function isAside(clause: string): boolean {
  const [word = ''] = /\p{L}+/u.exec(clause) ?? [];
  return isHelper(word.toLowerCase());
}
