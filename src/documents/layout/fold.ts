const special: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  æ: 'ae',
  ß: 'ss',
  ı: 'i',
  œ: 'oe',
  ð: 'd',
  þ: 'th',
};

/** Text as words are compared: lower case, without accents, so that "CRÉDITO", "credito" and "Crédito" are one. */
export function foldText(text: string): string {
  const lower = text.toLowerCase();
  if (/^[\x20-\x7e]*$/.test(lower)) return lower;
  return lower
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[łøđæßıœðþ]/gu, (letter) => special[letter] ?? letter)
    .normalize('NFC');
}

const unspaced = /[\u2e80-\u9fff\uac00-\ud7af\u0e00-\u0e7f]/u;

/**
 * A pattern for any of the phrases in `list`, apart by bars, as whole words of a folded text. `(a/b)` stands for
 * either, `?` after it for what may be missing, `~` at the end for any ending.
 */
export function anyPhrase(list: string): RegExp {
  const parts = list.split('|').map((phrase) => {
    const open = phrase.endsWith('~');
    const source = foldText(open ? phrase.slice(0, -1) : phrase)
      .replace(/\./g, '\\.')
      .replace(/\(/g, '(?:')
      .replace(/\//g, '|')
      .replace(/ /g, '\\s+');
    if (unspaced.test(phrase)) return source;
    return `(?<![\\p{L}\\d])(?:${source})${open ? '' : '(?!\\p{L})'}`;
  });
  return new RegExp(parts.join('|'), 'u');
}
