import type { Reaction } from './understanding/intents.js';

/** What somebody may do with, or think of, a thing; kept in memory and taken by the tool that keeps it. */
export const reactions = [
  'saved',
  'unsaved',
  'purchased',
  'liked',
  'disliked',
  'seen',
  'owned',
  'rejected',
  'chosen',
] as const satisfies readonly Reaction[];
