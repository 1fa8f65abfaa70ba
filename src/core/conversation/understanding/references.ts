import type { ItemType } from '../../../domain/ranking/item.js';

/** The thing that a message speaks of. */
export type ItemReference =
  | { readonly by: 'position'; readonly position: number }
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
  for (const [pattern, position] of ORDINALS) {
    if (!pattern.test(text)) continue;
    const last = position === -1;
    if (offered.length > 0) return { by: 'position', position: last ? offered.length : position };
  }
  return POINTING.test(text) ? { by: 'last' } : null;
}
