import type { PriceFrame } from '../../../src/core/conversation/money-frame.js';
import type { Intent, ReadingWorld } from '../../../src/core/conversation/understanding/intents.js';
import { readMessage } from '../../../src/core/conversation/understanding/read-message.js';
import type { Money } from '../../../src/domain/money.js';

/** Somebody's first message. */
export const world: ReadingWorld = { currency: 'USD', today: '2026-07-10', offered: [] };
/** A message to three things that were offered. */
export const table: ReadingWorld = { ...world, offered: ['Olive Garden', 'Inception', 'Azul'] };

/** A price that was asked about a moment ago, in its parts. */
export function pricedFrame(
  ...parts: readonly { readonly name: string; readonly each: Money; readonly count?: number }[]
): PriceFrame {
  return {
    topic: 'price',
    parts: parts.map((part) => ({ count: 1, ...part })),
    recurring: null,
    saving: false,
    pace: null,
    start: null,
  };
}

export function asked(text: string, seen = table): readonly Intent[] {
  return readMessage(text, seen).asked;
}

/** What a first message wishes for. @throws when it wishes for nothing */
export function wishOf(text: string) {
  const [intent] = asked(text, world);
  if (intent?.kind !== 'recommend') throw new Error(`“${text}” is read as ${intent?.kind}.`);
  return intent.wish;
}
