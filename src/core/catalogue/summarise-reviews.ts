import type { Review } from '../ports/prices-reviews.js';

const lineLimit = 160;

function firstSentence(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  const end = /^.{20,}?[.!?](?=\s|$)/u.exec(plain)?.[0] ?? plain;
  return end.length <= lineLimit ? end : `${end.slice(0, lineLimit - 1).replace(/\s+\S*$/, '')}…`;
}

/**
 * Two lines from the reviews, each in its author's own words with its source: nothing is paraphrased, so nothing can
 * be put into anybody's mouth. Null without reviews.
 */
export function summariseReviews(reviews: readonly Review[]): string | null {
  const lines: string[] = [];
  const voices = new Set<string>();
  for (const review of reviews) {
    const words = firstSentence(review.snippet || review.title);
    const voice = review.author ?? hostOf(review.url);
    if (words === '' || voices.has(voice)) continue;
    voices.add(voice);
    lines.push(`“${words}” (${voice}, ${review.url})`);
    if (lines.length === 2) break;
  }
  return lines.length === 0 ? null : lines.join('\n');
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : url;
}
