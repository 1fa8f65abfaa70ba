import type { RecommendationStore } from '../../core/ports/stores/recommendations.js';
import type { PrismaTransaction } from './client.js';
import { createHistory } from './recommendations/history.js';
import { createTaste } from './recommendations/taste.js';

/** Taste, feedback, and the history of what was recommended. */
export function createRecommendationStore(client: PrismaTransaction): RecommendationStore {
  return { ...createTaste(client), ...createHistory(client) };
}
