/** Filled in by its area. */
export interface ConversationStore {
  readonly area: 'conversations';
}
