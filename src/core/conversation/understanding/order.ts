/** What a list can go by. */
export const orders = ['rating', 'fame', 'price', 'shortest', 'longest', 'newest'] as const;
export type Order = (typeof orders)[number];

const ORDERS: readonly (readonly [Order, RegExp])[] = [
  [
    'rating',
    /\b(?:(?:best|top|highest)[- ]?(?:rated|reviewed|scor\w+)|(?:highest|best|top) (?:rating|score|review)s?|most (?:loved|acclaimed)|critically acclaimed)\b/,
  ],
  [
    'fame',
    /\b(?:most (?:popular|famous|well[- ]known|played|watched|read)|best[- ]?known|everybody (?:plays|watches|reads)|best ?sellers?)\b/,
  ],
  [
    'price',
    /\b(?:(?:the |your |single )?(?:cheapest|least expensive|lowest price[d]?)|costs? (?:the )?least)\b/,
  ],
  ['shortest', /\b(?:the |your )?(?:shortest|quickest)\b/],
  ['longest', /\b(?:the |your )?longest\b/],
  ['newest', /\b(?:the |your )?(?:newest|latest (?:movie|film|book|game|release)s?|most recent)\b/],
];

/** The superlative that a normalised text asks by; null where it names none. */
export function findOrder(text: string): Order | null {
  for (const [order, pattern] of ORDERS) if (pattern.test(text)) return order;
  return null;
}
