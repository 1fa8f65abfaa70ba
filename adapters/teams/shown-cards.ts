import type { CardContent } from './format.js';

/** Replies whose buttons can show that they were pressed; the longest unused are forgotten first. */
const KEPT_CARDS = 200;

interface Shown {
  readonly content: CardContent;
  readonly pressed: Set<string>;
}

/**
 * What the latest cards show. Teams replaces a message whole and doesn't say what was in it, so a pressed button can only
 * be marked on a card that is remembered; older ones stay as they are and work all the same.
 */
export interface ShownCards {
  set(conversationId: string, messageId: string, content: CardContent): void;
  delete(conversationId: string, messageId: string): void;
  /** Marks a button. @returns the card as it now looks, null when it isn't remembered or was marked already */
  press(conversationId: string, messageId: string, buttonId: string): Readonly<Shown> | null;
}

export function createShownCards(): ShownCards {
  const cards = new Map<string, Shown>();
  const keyOf = (conversationId: string, messageId: string) => `${conversationId} ${messageId}`;
  return {
    set: (conversationId, messageId, content) => {
      const key = keyOf(conversationId, messageId);
      cards.delete(key);
      cards.set(key, { content, pressed: new Set() });
      const [oldest] = cards.keys();
      if (cards.size > KEPT_CARDS && oldest !== undefined) cards.delete(oldest);
    },
    delete: (conversationId, messageId) => {
      cards.delete(keyOf(conversationId, messageId));
    },
    press: (conversationId, messageId, buttonId) => {
      const card = cards.get(keyOf(conversationId, messageId));
      if (!card || card.pressed.has(buttonId)) return null;
      if (!card.content.buttons.some(({ id }) => id === buttonId)) return null;
      card.pressed.add(buttonId);
      return card;
    },
  };
}
