import type { TimeMention } from './times.js';

const PAST = /\b(?:ago|yesterday|last|recently|since)\b/;

/** When a wish is for, in words that an answer can take up; null for a time that is over. */
export function whenOf(
  time: TimeMention,
): { readonly words: string; readonly span: TimeMention['span'] } | null {
  if (PAST.test(time.text)) return null;
  const words = time.text
    .replace(/[?.!,]+$/, '')
    .replace(/^[^a-z0-9]+/, '')
    .replace(/^good (?=\w+day)/, '')
    .replace(/^on (?=this|the|next)/, '')
    .replace(/^(?:good )?(evening|afternoon|morning|night)$/, 'this $1')
    .replace(/^(?:for )?(?:\d+|two|three|four|five|six|seven|eight) /, '');
  return { words, span: time.span };
}
