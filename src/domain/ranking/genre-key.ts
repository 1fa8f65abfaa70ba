/** Names of one genre under another's; the value is how Matinee writes it. */
const aliases: Readonly<Record<string, string>> = {
  'sci fi': 'science fiction',
  scifi: 'science fiction',
  sf: 'science fiction',
  'sci fi and fantasy': 'science fiction',
  'rom com': 'romantic comedy',
  romcom: 'romantic comedy',
  'children s': 'children',
  childrens: 'children',
  kids: 'children',
  'role playing': 'rpg',
  'role playing game': 'rpg',
  'film noir': 'noir',
  docs: 'documentary',
  documentaries: 'documentary',
  animated: 'animation',
  thrillers: 'thriller',
  comedies: 'comedy',
  mysteries: 'mystery',
  coop: 'cooperative',
  'co op': 'cooperative',
};

/** A genre as it is compared: lower case, punctuation settled, known synonyms joined ("Sci-Fi" is "science fiction"). */
export function genreKey(name: string): string {
  const plain = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return aliases[plain] ?? plain;
}

const nameOf = (entry: unknown): unknown =>
  typeof entry === 'object' && entry !== null && 'name' in entry ? entry.name : entry;

/**
 * Genres from a list (of names, or of records with a name), or from one text that lists them with commas, bars, semicolons or slashes.
 * @returns distinct keys in their order, without the placeholders for "none".
 */
export function genreKeys(value: unknown): string[] {
  const names = Array.isArray(value) ? value : typeof value === 'string' ? value.split(/[,|;/]/) : [];
  const keys = new Set<string>();
  for (const name of names.map(nameOf)) {
    if (typeof name === 'string') keys.add(genreKey(name));
  }
  for (const none of ['', 'no genres listed', 'unknown', 'none', 'n a']) keys.delete(none);
  return [...keys];
}
