import { describe, expect, it } from '@jest/globals';
import { summariseReviews } from '../../../../src/core/catalogue/summarise-reviews.js';
import type { Review } from '../../../../src/core/ports/prices-reviews.js';

const review = (author: string | null, snippet: string, url = 'https://www.a.example/x'): Review => ({
  provider: 'web',
  title: 'A title',
  url,
  author,
  snippet,
  publishedAt: null,
  fetchedAt: new Date(0),
});

describe('a summary of reviews', () => {
  it('is two lines in their authors’ own words, each with its link', () => {
    const text = summariseReviews([
      review('Ann', 'A fine first game for four. And more.', 'https://v.example/1'),
      review('Ann', 'Said twice.', 'https://v.example/2'),
      review(null, 'The dice decide rather too much for us!'),
      review('Cy', 'A third voice.'),
    ]);
    expect(text).toBe(
      '“A fine first game for four.” (Ann, https://v.example/1)\n“The dice decide rather too much for us!” (a.example, https://www.a.example/x)',
    );
  });

  it('is nothing without reviews, and short with long ones', () => {
    expect(summariseReviews([])).toBeNull();
    expect(summariseReviews([review('Ann', 'word '.repeat(200))])?.length).toBeLessThan(230);
    expect(summariseReviews([review(null, 'Said without a link worth the name.', 'nonsense')])).toContain(
      'nonsense',
    );
  });
});
