import type { ReadingWorld } from './intents.js';
import { findServices } from './vocabulary.js';

/** "What can I watch on it" after a service was named. */
export function withService(plain: string, world: ReadingWorld): string {
  const service = findServices(plain).at(-1)?.name ?? world.service;
  if (!service) return plain;
  const name = service.toLowerCase();
  return plain.replace(
    /\b(watch|play|read|listen to|see|good|new) on (?:it|there)\b/,
    (_whole, verb) => `${verb} on ${name}`,
  );
}

/** The sentences of a normalised text, and the clauses that stand for themselves. */
export function sentencesOf(text: string): string[] {
  // "Split a 96 dollar bill 3 ways, can I afford my share": one question.
  if (/\bsplit\b.*\b(?:ways|between|among)\b.*\b(?:afford|share|ok|fit)\b/.test(text)) return [text];
  return text
    .split(
      /(?<=[.?!;])\s+(?!now \d|(?:it is|its|that is|they are|price is|costs?|for) (?:about |around |like |just |only )?[$€£]?\d)|(?<=,)(?<!\b(?:first|second|third|fourth|last|that|this|other) (?:one|game|book|movie|film|place|option)?,)\s+(?=(?!what is the price|how much (?:is it|are they))(?:what|which|how|can|could|should|why|where|any|is there|are there|got any|recommend|suggest|find|show|give me)\b)|,?\s(?:and|but)\s(?=maybe (?:a|an|some)\s)|,?\s(?:and|but)\s(?=my (?:rent|bills?|mortgage|income|salary|pay|wage|budget|savings|loan|fixed|expenses)\b|i (?:make|earn|pay|save|get paid)\b)|,?\s(?:and|so|but)\s(?=(?:what|how much|can i|can we|could|should i|why|where|recommend|suggest|find me|show me|give me)\b)/,
    )
    .map((sentence) => sentence.trim())
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence))
    .slice(0, 8);
}
