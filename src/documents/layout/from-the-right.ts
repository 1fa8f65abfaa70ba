import type { PageText } from '../ports.js';
import type { Word } from './words.js';

/** Letters of Hebrew and Arabic, their joined forms included. */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u;
const latinWord = /(?![\u0590-\u08ff])\p{L}|\d/u;
/** Share of the type size up to which words stand together. */
const NEAR = 0.85;

/** True for a word in Hebrew or Arabic letters. */
export const isFromRight = (text: string): boolean => rightToLeft.test(text);

/**
 * Whether a document is read from the right: most of its words are Hebrew or Arabic. Each counts once, so that a currency
 * beside every figure does not outweigh the text.
 */
export function readsFromRight(pages: readonly PageText[]): boolean {
  const texts = pages.flatMap((page) => page.spans.map((span) => span.text));
  if (!texts.some(isFromRight)) return false;
  const words = new Set(texts.flatMap((text) => text.split(/\s+/)));
  const lettered = [...words].filter((word) => /\p{L}/u.test(word));
  return lettered.filter(isFromRight).length * 2 > lettered.length;
}

/** The text of two touching words: parts of one Hebrew or Arabic word follow one another to the left. */
export function joinedFromRight(left: string, right: string): string {
  const turned = isFromRight(left) || isFromRight(right);
  return turned && !latinWord.test(left) && !latinWord.test(right) ? right + left : left + right;
}

/** Words that are read together from the left: Latin ones beside one another, with the figures among them. */
function runs(words: readonly Word[]): Word[][] {
  const groups: Word[][] = [];
  for (const word of words) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    const near = last !== undefined && word.x - last.right <= last.height * NEAR;
    if (group && last && near && !isFromRight(last.text) && !isFromRight(word.text)) group.push(word);
    else groups.push([word]);
  }
  return groups.flatMap((group) =>
    group.some((word) => /\p{L}/u.test(word.text)) ? [group] : group.map((word) => [word]),
  );
}

/**
 * Words as they are read from the right, in a frame that counts from the right edge: labels in front of their figures,
 * the first column first. Figures and Latin names keep their own order. The other way round it places the words of one
 * Hebrew or Arabic text on the page.
 * @param words in the order of their places
 * @param edges the sum of the left and the right edge of what is turned round
 */
export function mirrored(words: readonly Word[], edges: number): Word[] {
  return runs(words)
    .reverse()
    .flatMap((run) => {
      const [left, right] = [run[0]?.x ?? 0, Math.max(...run.map((word) => word.right))];
      const shift = edges - right - left;
      return run.map((word) => ({ ...word, x: word.x + shift, right: word.right + shift }));
    });
}
