/** Filled in by its area. */
export interface RecommendationStore {
  readonly area: 'recommendations';
}
