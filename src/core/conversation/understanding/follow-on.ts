import { readArithmetic } from './arithmetic.js';
import { readFiguresFollow } from './figures-follow.js';
import type { Intent, ReadingWorld } from './intents.js';
import { readPriceFollow } from './price-follow.js';

const MOST_WORDS = 14;

/**
 * A sum that needs nothing but itself, or a short message that goes on from the last question about money and is nothing
 * without it: it varies what was asked. Null where nothing was asked before that it could go on from.
 */
export function readFollowOn(text: string, world: ReadingWorld): Intent | null {
  const { frame } = world;
  const sum = readArithmetic(text, world);
  if (sum) return sum;
  if (!frame || text.split(' ').length > MOST_WORDS) return null;
  return frame.topic === 'price'
    ? readPriceFollow(text, frame, world)
    : readFiguresFollow(text, frame, world);
}
