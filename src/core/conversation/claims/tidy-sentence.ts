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
