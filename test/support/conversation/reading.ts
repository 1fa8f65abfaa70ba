import type { Intent, ReadingWorld } from '../../../src/core/conversation/understanding/intents.js';
import { readMessage } from '../../../src/core/conversation/understanding/read-message.js';

/** Somebody's first message. */
export const world: ReadingWorld = { currency: 'USD', today: '2026-07-10', offered: [] };
/** A message to three things that were offered. */
export const table: ReadingWorld = { ...world, offered: ['Olive Garden', 'Inception', 'Azul'] };

export function asked(text: string, seen = table): readonly Intent[] {
  return readMessage(text, seen).asked;
}

/** What a first message wishes for. @throws when it wishes for nothing */
export function wishOf(text: string) {
  const [intent] = asked(text, world);
  if (intent?.kind !== 'recommend') throw new Error(`“${text}” is read as ${intent?.kind}.`);
  return intent.wish;
}
