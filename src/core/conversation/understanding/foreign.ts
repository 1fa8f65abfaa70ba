import { type Glossary, glossaries } from './lexicon/glossary.js';

interface Read {
  readonly name: Glossary['name'];
  readonly telling: ReadonlySet<string>;
  /** The longest turns first. */
  readonly meanings: ReadonlyMap<string, string>;
  readonly pattern: RegExp;
}

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const READ: readonly Read[] = glossaries.map(({ name, telling, words }) => {
  const meanings = new Map(
    words.split(';').map((pair): [string, string] => {
      const [word = '', meaning = ''] = pair.split('=');
      return [word, meaning];
    }),
  );
  const longest = [...meanings.keys()].sort((left, right) => right.length - left.length).map(literally);
  const pattern = new RegExp(`(?<![\\p{L}'])(?:${longest.join('|')})(?![\\p{L}])`, 'gu');
  // A word that means itself in English tells nothing.
  const foreign = [...meanings].filter(
    ([word, meaning]) => !word.includes(' ') && word !== meaning && word.length > 2,
  );
  return {
    name,
    telling: new Set([...telling.split(/\s+/), ...foreign.map(([word]) => word)]),
    meanings,
    pattern,
  };
});
/** Words that English and others share, or that stand in names. */
const SHARED = new Set(
  'a an the i me my is in on no so do go to be am are and for was will film films concert restaurant budget euro euros weekend max gratis la las los el de un des hi man hat die bald not fast gift rock pop jazz kind war of it o e y que con mi es ver dos'.split(
    ' ',
  ),
);
/** Words that only English has. */
const ENGLISH =
  /\b(?:the|what|how|can|want|need|something|for|with|and|is|are|you|of|left|should|show|give|find|have|this|that|some|any|tonight|please|under)\b/g;

/** A lower-case text in another language, word for word in English; null where it is English, or none that is read. */
export function readForeign(
  text: string,
): { readonly language: Glossary['name']; readonly english: string } | null {
  const words = text.match(/[\p{L}']+/gu) ?? [];
  const english = text.match(ENGLISH)?.length ?? 0;
  let best: { read: Read; told: number } | null = null;
  for (const read of READ) {
    const told = words.filter((word) => read.telling.has(word) && !SHARED.has(word)).length;
    if (told > (best?.told ?? 0)) best = { read, told };
  }
  if (!best || best.told < 2 || best.told <= english || best.told < words.length * 0.25) return null;
  const { read } = best;
  const plain = text.replace(/[¿¡]/g, '').replace(read.pattern, (word) => read.meanings.get(word) ?? word);
  return { language: read.name, english: plain.replace(/\s+/g, ' ').trim() };
}
