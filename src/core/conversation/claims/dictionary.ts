import nlp from 'compromise';

/** The dictionary of the language library: ordinary words with their parts of speech. */
const lexicon = dictionaryOf(nlp.model());

function dictionaryOf(model: object): ReadonlyMap<string, readonly string[]> {
  const one = 'one' in model ? model.one : null;
  const words = typeof one === 'object' && one !== null && 'lexicon' in one ? one.lexicon : null;
  const entries = typeof words === 'object' && words !== null ? Object.entries(words) : [];
  return new Map(entries.map(([word, tags]) => [word, [tags].flat().map(String)]));
}

/** Whether a dictionary has the word: verbs, adjectives and the like begin sentences, names that are made up do not. */
export function isOrdinaryWord(word: string): boolean {
  const plain = word.toLowerCase().replace(/[’']\w*$/, '');
  return lexicon.has(plain) || /(?:ing|ly|ed)$/.test(plain);
}

/** Parts of speech that hold a sentence together and tell nothing by themselves. */
const CLOSED = new Set(
  'Determiner Preposition Pronoun Possessive Modal QuestionWord Conjunction Copula Auxiliary Adverb Negative'.split(
    ' ',
  ),
);

/** The words and figures by which a text tells something, without their endings. */
export function tellingWords(text: string): Set<string> {
  const words = text.toLowerCase().match(/\d+(?:[.,]\d+)*|[\p{L}][\p{L}’'-]*/gu) ?? [];
  return new Set(
    words
      .filter((word) => /\d/.test(word) || (word.length > 2 && !isHelper(word)))
      .map((word) => word.replace(/[’']s$/, '').replace(/(?<=\p{L}{3})(?:ing|ed|es|er|ly|s|e)$/u, '')),
  );
}

const COUNTED = new Set(['Plural', 'TextValue']);

/** Whether a word, in small letters, is several things or a number of them ("doors", "twelve"): no name, no verb. */
export function isCounted(word: string): boolean {
  return (lexicon.get(word) ?? []).some((tag) => COUNTED.has(tag));
}

const helpers: ReadonlySet<string> = new Set(
  [...lexicon].filter(([, tags]) => tags.some((tag) => CLOSED.has(tag))).map(([word]) => word),
);

/** Whether a word, in small letters, is such a part of speech: "with", "which", "also". */
export function isHelper(word: string): boolean {
  return helpers.has(word);
}
