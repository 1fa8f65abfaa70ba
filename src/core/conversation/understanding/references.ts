import type { ItemType } from '../../../domain/ranking/item.js';
import { findTypes } from './vocabulary.js';

/** The thing that a message speaks of. */
export type ItemReference =
  /** `types`: of those things that are of such a kind ("the second film"), where there are so many. */
  | { readonly by: 'position'; readonly position: number; readonly types?: readonly ItemType[] }
  /** "the next one", "the one before": seen from what the talk was of last. */
  | { readonly by: 'next'; readonly step: 1 | -1 }
  /** "the cheap one", "the one with the dice": what its record says of it. */
  | { readonly by: 'trait'; readonly words: string }
  | { readonly by: 'title'; readonly title: string }
  /** "that movie": the first of the kind on the table. */
  | { readonly by: 'kind'; readonly types: readonly ItemType[] }
  /** "that one", "it": what the talk was of last. */
  | { readonly by: 'last' };

const ORDINALS: readonly (readonly [RegExp, number])[] = [
  [/\b(?:first|1st|number one|number 1|option 1|option one|#1|top one)\b/, 1],
  [/\b(?:second|2nd|number two|number 2|option 2|option two|#2)\b/, 2],
  [/\b(?:third|3rd|number three|number 3|option 3|option three|#3)\b/, 3],
  [/\b(?:fourth|4th|number four|number 4|option 4|#4)\b/, 4],
  [/\b(?:fifth|5th|number five|number 5|option 5|#5)\b/, 5],
  [/\b(?:last one|the last|final one|bottom one)\b/, -1],
];
const LAST = /\b(?:last|final|bottom)(?: one)?$/;
/** "the second place", "the last film": which of a kind. */
const OF_KIND =
  /\b(first|1st|second|2nd|third|3rd|fourth|4th|last) (place|restaurant|film|movie|book|novel|board game|card game|video game|outing|event)\b/;
const NEXT = /\bthe next one\b|\bnext (?:one )?(?:on|in|of) the list\b|\bthe one after (?:that|it|this)\b/;
const BEFORE = /\bthe (?:previous one|one before(?: (?:that|it|this))?)\b/;
const NO_TRAIT =
  'first|second|third|fourth|fifth|last|next|previous|other|same|only|right|wrong|whole|final|top|bottom|new|good|nice|best|better|1st|2nd|3rd|4th|one|first|that|this';
/** "the cheap one", "the netflix one", "the one with the dice", "the scary film" */
const TRAIT = new RegExp(
  `\\bthe one (?:with|about|by|from|on|set in|where|that (?:is|has)|which is|called|in) (?:the |an? |my |lots of )?(?<told>[a-z0-9][a-z0-9' -]{1,40}?)(?=$|[,.?!;]|\\s(?:is|was|for|on my|to my|please|and|sounds?|looks?)\\b)|\\bthe (?!(?:${NO_TRAIT})\\b)(?<adjective>[a-z][a-z-]{2,20}) (?:one|film|movie|book|game|place)\\b`,
);
const POINTING = /\b(?:that|this|it|that one|this one|the one|those|them|these|the same)\b/;

/** Letters and digits alone, for comparing titles. */
export function titleKey(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/&/g, ' and ')
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/^(?:the|a|an) /, '')
    .trim();
}

/** The offered title that a text names, by the whole or by a telling beginning of it; null when none is. */
export function findOffered(text: string, offered: readonly string[]): number | null {
  const key = ` ${titleKey(text)} `;
  let best: { index: number; length: number } | null = null;
  for (const [index, title] of offered.entries()) {
    const whole = titleKey(title);
    const short = titleKey(title.split(/[:(–-]/)[0] ?? title);
    for (const name of [whole, short]) {
      if (name.length < 3 || !key.includes(` ${name} `)) continue;
      if (!best || name.length > best.length) best = { index, length: name.length };
    }
  }
  return best?.index ?? null;
}

/** Reads which thing a text points at; null when it points at none. */
export function readReference(text: string, offered: readonly string[]): ItemReference | null {
  const named = findOffered(text, offered);
  const title = named === null ? undefined : offered[named];
  if (title !== undefined) return { by: 'title', title };
  if (offered.length > 0) {
    if (NEXT.test(text)) return { by: 'next', step: 1 };
    if (BEFORE.test(text)) return { by: 'next', step: -1 };
    for (const [pattern, position] of ORDINALS) {
      if (!pattern.test(text)) continue;
      return { by: 'position', position: position === -1 ? offered.length : position, ...kindOf(text) };
    }
    const trait = TRAIT.exec(text)?.groups;
    const words = trait?.told ?? trait?.adjective;
    if (words) return { by: 'trait', words };
  }
  return POINTING.test(text) ? { by: 'last' } : null;
}

/** The kind whose second is meant by "the second place". */
function kindOf(text: string): { types?: readonly ItemType[] } {
  const kind = OF_KIND.exec(text)?.[2];
  const types: readonly ItemType[] = kind === 'place' ? ['restaurant', 'event'] : kind ? findTypes(kind) : [];
  return types.length > 0 ? { types } : {};
}

/** Words that stand in a title or beside it and tell nothing of it. */
const EMPTY =
  /^(?:the|a|an|of|and|in|on|to|for|one|movie|film|book|novel|game|board|card|video|show|place|restaurant|that|this|thing|at)$/;

/** The offered title that a phrase stands for, by some of its words alone: "pandemic" for "Pandemic Legacy"; null where none or several do. */
export function findInPart(phrase: string, offered: readonly string[]): number | null {
  const words = titleKey(phrase)
    .split(' ')
    .filter((word) => !EMPTY.test(word));
  if (words.length === 0 || !words.some((word) => word.length > 2)) return null;
  const found = offered.flatMap((title, index) => {
    const key = titleKey(title).split(' ');
    return words.every((word) => key.some((one) => one === word || `${one}s` === word)) ? [index] : [];
  });
  return found.length === 1 ? (found[0] ?? null) : null;
}

const ORDINAL_IN_TEXT =
  /\b(?:the )?(?:first|second|third|fourth|fifth|last|1st|2nd|3rd|4th|5th|number (?:one|two|three|four|five|\d)|option \d)(?: (?:one|film|movie|book|game|place|restaurant))?\b(?! (?:of|time|two|three))/;

/** A question about one thing of the list, with "it" for the thing: "the third one, is it scary?", "how many can play azul". */
export function askedOfIt(
  text: string,
  offered: readonly string[],
): { readonly text: string; readonly item: ItemReference } | null {
  const item = readReference(text, offered);
  if (!item || item.by === 'last') return null;
  let plain = text;
  if (item.by === 'title') {
    const name =
      text.match(namePattern(item.title)) ??
      text.match(namePattern(item.title.split(/[:(–]/)[0] ?? item.title));
    plain = name ? text.replace(name[0], 'it') : text;
  } else if (item.by === 'position') plain = text.replace(ORDINAL_IN_TEXT, 'it');
  else if (item.by === 'trait') plain = text.replace(TRAIT, 'it');
  else plain = text.replace(NEXT, 'it').replace(BEFORE, 'it');
  return { text: plain.replace(/^(?:and |so |what about |how about )?it[,:]+\s*/, ''), item };
}

/** A title as it may be written in a lower-case text. */
export function namePattern(title: string): RegExp {
  const words = titleKey(title)
    .split(' ')
    .map((word) => word.replace(/s$/, "'?s"))
    .join('[^a-z0-9]+');
  return new RegExp(`(?<![a-z0-9])(?:the |a |an )?${words}(?![a-z0-9])`, 'g');
}

/** Which things of a list a phrase means, where it may mean several. */
export type References =
  | { readonly of: 'these'; readonly items: readonly ItemReference[] }
  /** Both, all, or all but those that the talk was of last. */
  | { readonly of: 'both' }
  | { readonly of: 'all' }
  | { readonly of: 'others' };

const FEW = '(two|three|four|2|3|4|couple)';
const NOUN =
  '(?: (?:ones?|things|films|movies|books|games|places|options|ideas|picks))?(?: of (?:them|these|those))?';
const FIRST_FEW = new RegExp(`^(?:the )?(?:first|top|1st) ${FEW}${NOUN}$`);
const LAST_FEW = new RegExp(`^(?:the )?(?:last|bottom|other) ${FEW}${NOUN}$`);
const BOTH = /^(?:both|the two|those two|these two|them both|the pair)(?: of (?:them|these|those))?$/;
const ALL =
  /^(?:all|everything|them|these|those|them all|all (?:of )?(?:them|these|those|it)|(?:all )?(?:the |these |those )?(?:three|four|five)|the (?:lot|whole (?:list|lot)|list)|every ?one(?: of (?:them|these|those))?|each(?: one)?(?: of (?:them|these|those))?)$/;
const OTHERS =
  /^(?:all )?the (?:others?|rest|remaining(?: ones)?|other ones?)(?: of (?:them|these|those|the list))?$/;
const ALL_BUT =
  /^(?:all|every(?:thing| ?one)?|any(?:thing)?|(?:all (?:of )?)?(?:them|these|those)|both)(?: of (?:them|these|those))?,? (?:but|except(?: for)?|apart from|besides|other than|minus|without|not) (.+)$/;
const LIST_OF = /\s*(?:,|\band\b|&|\+|\bor\b)\s*/;
/** A number that stands for a place in the list. */
const PLACE = /^(?:the |number |no\.? ?|option |#)?#?([1-9])(?:\.|\))?$/;
/** How a title of the list is marked in a text, by its place, where its own words would mislead. */
const MARK = /^(?:the |a )?listed(\d+)$/;
const IT =
  /^(?:it|that|this|that one|this one|the one|this (?:film|movie|book|game|place)|that (?:film|movie|book|game|place))$/;
const ORDINAL_ONLY =
  /^(?:(?:the )?(?:first|second|third|fourth|fifth|last|final|1st|2nd|3rd|4th|5th|top|bottom)|(?:number|option) (?:one|two|three|four|five|\d))(?: (?:one|place|restaurant|film|movie|book|novel|game|board game|card game|outing|event|option|idea|suggestion|pick))?$/;

/**
 * Reads a phrase that stands for things of a list, and nothing else: "the first two", "1 and 3", "all but the second",
 * "azul", "the scary one". Null where it stands for none of them.
 * @param numbered how many of the titles stand in the list with a number
 */
export function readReferences(
  phrase: string,
  offered: readonly string[],
  numbered = offered.length,
): References | null {
  const text = phrase.replace(/^[\s,]+|[\s,.!?]+$/g, '');
  if (text === '' || offered.length === 0) return null;
  const positions = (from: number, to: number): References => ({
    of: 'these',
    items: Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => ({
      by: 'position',
      position: from + index,
    })),
  });
  const first = FIRST_FEW.exec(text)?.[1];
  if (first) return positions(1, Math.min(numbered, few(first)));
  const last = LAST_FEW.exec(text)?.[1];
  if (last) return positions(Math.max(1, numbered - few(last) + 1), numbered);
  const but = ALL_BUT.exec(text)?.[1];
  if (but) {
    const left = readReferences(but, offered, numbered);
    if (left?.of !== 'these') return null;
    const out = new Set(left.items.map((item) => placeOf(item, offered, numbered)));
    const rest = positions(1, numbered);
    return rest.of === 'these'
      ? { of: 'these', items: rest.items.filter((_item, index) => !out.has(index + 1)) }
      : null;
  }
  if (OTHERS.test(text)) return { of: 'others' };
  if (BOTH.test(text)) return { of: 'both' };
  if (ALL.test(text)) return { of: 'all' };
  const single = readOne(text, offered, numbered);
  if (single) return { of: 'these', items: [single] };
  const parts = text.split(LIST_OF).filter((part) => part !== '');
  if (parts.length < 2) return null;
  const items = parts.map((part) => readOne(part, offered, numbered));
  return items.every((item) => item !== null) ? { of: 'these', items } : null;
}

function readOne(text: string, offered: readonly string[], numbered: number): ItemReference | null {
  const marked = offered[Number(MARK.exec(text)?.[1]) - 1];
  if (marked !== undefined) return { by: 'title', title: marked };
  const place = Number(PLACE.exec(text)?.[1]);
  if (place > 0) return place <= offered.length ? { by: 'position', position: place } : null;
  if (IT.test(text)) return { by: 'last' };
  const whole = offered.findIndex((title) => titleKey(title) === titleKey(text));
  const named = whole >= 0 ? whole : (findInPart(text, offered) ?? startOf(text, offered));
  if (named !== null && offered[named] !== undefined) return { by: 'title', title: offered[named] };
  if (ORDINAL_ONLY.test(text)) {
    const read = readReference(LAST.test(text) ? 'the last one' : text, offered);
    return read?.by === 'position' && read.position === offered.length && /last|final|bottom/.test(text)
      ? { ...read, position: numbered, ...kindOf(text) }
      : read;
  }
  const told = /^(?:the )?(?:next|previous)(?: one)?$|^the one (?:after|before)(?: (?:that|it|this))?$/.test(
    text,
  );
  if (told) return { by: 'next', step: /next|after/.test(text) ? 1 : -1 };
  const match = TRAIT.exec(text);
  const words = match?.groups?.told ?? match?.groups?.adjective;
  return match && words && match[0].length === text.length ? { by: 'trait', words } : null;
}

/** "mr ripley, the talented" is nobody's way; "catan" for "Catan: Seafarers" is. */
function startOf(text: string, offered: readonly string[]): number | null {
  const key = titleKey(text);
  const found = offered.findIndex((title) => titleKey(title.split(/[:(–-]/)[0] ?? title) === key);
  return key.length > 2 && found >= 0 ? found : null;
}

function placeOf(item: ItemReference, offered: readonly string[], numbered: number): number | null {
  if (item.by === 'position') return item.position;
  if (item.by === 'title') return offered.indexOf(item.title) + 1;
  return item.by === 'last' ? numbered : null;
}

function few(word: string): number {
  return { two: 2, couple: 2, three: 3, four: 4 }[word] ?? Number(word);
}
