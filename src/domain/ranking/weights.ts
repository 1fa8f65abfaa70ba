/** How much each part of a score counts. All parts run from 0 to 1 (content from −1). */
export interface BlendWeights {
  /** What people with the same likes like. */
  readonly neighbours: number;
  /** How many people have it, as far as the ratings tell. */
  readonly popularity: number;
  /** Quality and fame as the catalogue states them. */
  readonly prior: number;
  /** Likeness to what was liked, by genre, people, and words. */
  readonly content: number;
  /** Named wishes: preferred genres. */
  readonly wishes: number;
  /** Agreement with the mood and the words of this very wish. */
  readonly moment: number;
}

/** Every number the ranker rests on. Each was chosen by the offline evaluation; docs/ranking.md has the table. */
export const rankingWeights = {
  /** In a conversation, without company: quality and fame lead, a genre profile alone fails. */
  withoutNeighbours: { neighbours: 0, popularity: 0.35, prior: 0.35, content: 0.3, wishes: 0.2, moment: 0.6 },
  regression: { ridge: 250, dropout: 0, maxSize: 1900, tail: true, maxPairs: 500_000_000 },
  /** What the ranker may choose among when ratings are there to test it on. */
  tuning: {
    ridges: [120, 400, 1300, 4000],
    /** A change must gain this much NDCG@50, and this many standard errors, or the default stands. */
    leastGain: 0.001,
    leastErrors: 2,
    people: 400,
    maxPairs: 100_000_000,
    maxSize: 800,
    /** Held out of each tested person's likes. */
    share: 0.2,
  },
  /** Ratings an item of unknown quality is given on top of its own, at the catalogue's mean. */
  shrinkage: 20,
  /** Score given up for variety, as a share of likeness to what stands above. */
  variety: 0.02,
  /** What the best is worth when a score is given up for variety: the logarithm of how often it is picked. */
  varietySpan: 8,
  /** How many of the best are looked at for variety, as a multiple of the list. */
  varietyPool: 3,
  /** A tight budget prefers the cheaper of two equals: score lost at the full limit. */
  priceSensitivity: { budget: 0.06, moderate: 0.02, flexible: 0 },
  /** The same in `npm run rank`, where scores are logarithms. */
  purse: { budget: 0.3, moderate: 0.1, flexible: 0 },
  features: {
    genre: 1,
    creator: 0.8,
    tag: 0.5,
    mood: 0.4,
    platform: 0.15,
    type: 0.3,
    title: 0.35,
    word: 0.25,
  },
  /** A dislike counts against what is like it, less than a like counts for it. */
  dislike: 0.5,
} as const;
