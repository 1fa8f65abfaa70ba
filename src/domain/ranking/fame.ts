import type { RankableItem } from './item.js';

/** How likely each item is to be picked before anybody's taste is known, as natural logarithms; and how good it is said to be. */
export interface Fame {
  readonly log: Float64Array;
  /** The stated mean rating drawn towards the catalogue's, in standard deviations; 0 where none is stated. */
  readonly quality: Float64Array;
}

/** Ratings that an item of unknown quality is given on top of its own, at the catalogue's mean. */
const imagined = 20;
/** What stated counts and ratings say of likes, until the likes themselves say it better: the slopes and their precision. */
const usual = { count: 1, rating: 0.15, precision: 30 };
const rounds = 8;

/** The mean rating of each item drawn to the mean of all, in standard deviations. */
function qualityOf(items: readonly RankableItem[], counts: Float64Array): Float64Array {
  const rated = items.flatMap(({ rating }) => rating ?? []);
  const mean = rated.reduce((total, rating) => total + rating, 0) / Math.max(1, rated.length);
  const drawn = Float64Array.from(items, ({ rating }, index) => {
    if (rating === null) return 0;
    // A rating without a count is believed as if a few had given it.
    const count = Math.max(counts[index] as number, imagined / 4);
    return ((rating - mean) * count) / (count + imagined);
  });
  const spread = Math.sqrt(
    drawn.reduce((total, value) => total + value * value, 0) / Math.max(1, rated.length),
  );
  return spread === 0 ? drawn : drawn.map((value) => Math.max(-3, Math.min(3, value / spread)));
}

/** The logarithm of how many rated each item, where that or an estimate of fame is stated; centred on the mean. */
function statedCounts(items: readonly RankableItem[]): Float64Array {
  const logs = items.map(({ ratingCount, fame }) =>
    ratingCount !== null ? Math.log1p(Math.max(0, ratingCount)) : fame === null ? null : 8 * fame,
  );
  const known = logs.filter((value) => value !== null);
  if (known.length === 0) return new Float64Array(items.length);
  // What is not stated is seldom well known.
  const low = [...known].sort((a, b) => a - b)[Math.floor(known.length / 4)] ?? 0;
  const mean = known.reduce((total, value) => total + value, 0) / known.length;
  return Float64Array.from(logs, (value) => (value ?? low) - mean);
}

/** Poisson regression of likes on what is stated, drawn to the usual slopes; gives the logarithm of what is expected. */
function expected(likes: Float64Array, counts: Float64Array, quality: Float64Array): Float64Array {
  const total = likes.reduce((sum, value) => sum + value, 0);
  let [level, count, rating] = [0, usual.count, usual.rating];
  const predict = (): Float64Array =>
    counts.map((value, index) =>
      Math.max(-30, Math.min(15, level + count * value + rating * (quality[index] as number))),
    );
  const settle = (): void => {
    const sum = predict().reduce((all, value) => all + Math.exp(value), 0);
    level += Math.log(Math.max(total, 1e-3) / Math.max(sum, 1e-9));
  };
  settle();
  const varies = (values: Float64Array): boolean => values.some((value) => value !== 0);
  for (let round = 0; round < rounds && total > 0; round += 1) {
    const logs = predict();
    if (varies(counts)) count += stepOf(likes, logs, counts, count - usual.count);
    if (varies(quality)) rating += stepOf(likes, predict(), quality, rating - usual.rating);
    settle();
  }
  return predict();
}

/** A damped Newton step of one slope. Likes are spread wider than Poisson's law says, so none is heard in full. */
function stepOf(likes: Float64Array, logs: Float64Array, values: Float64Array, away: number): number {
  let slope = -usual.precision * away;
  let curve = usual.precision;
  let mean = 0;
  let mass = 0;
  logs.forEach((log, index) => {
    mean += Math.exp(log) * (values[index] as number);
    mass += Math.exp(log);
  });
  mean /= Math.max(mass, 1e-9);
  logs.forEach((log, index) => {
    const at = (values[index] as number) - mean;
    slope += 0.3 * ((likes[index] as number) - Math.exp(log)) * at;
    curve += 0.3 * Math.exp(log) * at * at;
  });
  return Math.max(-0.5, Math.min(0.5, slope / curve));
}

/** How far likes keep to what was expected of them: the shape of a gamma law around it, by its moments. */
function agreement(likes: Float64Array, logs: Float64Array): number {
  let squares = 0;
  let beyond = 0;
  logs.forEach((log, index) => {
    const mean = Math.exp(log);
    squares += mean * mean;
    beyond += ((likes[index] as number) - mean) ** 2 - mean;
  });
  return beyond <= 0 ? 50 : Math.max(0.2, Math.min(50, squares / beyond));
}

/**
 * Fame by empirical Bayes: how many likes the stated rating and count of an item let expect (a Poisson regression on the likes
 * at hand), and the likes themselves, each believed as far as they agree with each other (gamma–Poisson posterior mean).
 * @param likes per item, how many people like it
 */
export function fameOf(items: readonly RankableItem[], likes: Float64Array): Fame {
  const stated = Float64Array.from(items, ({ ratingCount }) => Math.max(0, ratingCount ?? 0));
  const quality = qualityOf(items, stated);
  const logs = expected(likes, statedCounts(items), quality);
  if (!likes.some((value) => value > 0)) return { log: logs, quality };
  const shape = agreement(likes, logs);
  const log = logs.map((value, index) =>
    Math.log((shape + (likes[index] as number)) / (shape / Math.exp(value) + 1)),
  );
  return { log, quality };
}
