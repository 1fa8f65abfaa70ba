import { setTimeout as sleep } from 'node:timers/promises';
import type { Answerer } from '../../../src/core/conversation/answer.js';
import { runTurns } from '../../../src/core/conversation/run-turn.js';
import { createPaces } from '../../../src/core/conversation/write-pace.js';
import type { CoreContext } from '../../../src/core/ports/context.js';

/** What the scripted assistant does with a message; `stopped` tells whether its work was cut short. */
export interface Script {
  /** Pieces and the milliseconds between them, by what the message says. */
  pieces(text: string): { readonly pieces: readonly string[]; readonly pause: number };
}

export interface ScriptedTurns {
  /** Texts of messages whose answer was told to stop. */
  readonly interrupted: string[];
  /** Texts that were answered, once each time the assistant was asked. */
  readonly asked: string[];
  stop(): Promise<void>;
}

/** Runs the core's own turns over the inbox with an assistant that says what the script says, at its pace. */
export function runScriptedTurns(context: CoreContext, script: Script): ScriptedTurns {
  const closing = new AbortController();
  const owner = context.ids.uuid();
  const pace = createPaces();
  const interrupted: string[] = [];
  const asked: string[] = [];
  const running = new Set<Promise<unknown>>();

  const answer: Answerer = async (_context, input, sink, signal) => {
    const text = input.messages.map((message) => message.content).join('\n');
    asked.push(text);
    signal.addEventListener('abort', () => interrupted.push(text), { once: true });
    const { pieces, pause } = script.pieces(text);
    for (const piece of pieces) {
      await sleep(pause, undefined, { signal });
      sink.write(piece);
    }
    const buttons = [{ id: 'like:1', label: 'I like it' }];
    return {
      content: pieces.join(''),
      extras: { buttons },
      facts: { buttons },
      toolCalls: null,
      timings: {},
      model: null,
    };
  };

  async function claim(): Promise<void> {
    const now = context.clock.now();
    const conversations = await context.database.store.conversations.claimConversations({
      owner,
      now,
      until: new Date(now.getTime() + 60_000),
      limit: 20,
    });
    for (const conversation of conversations) {
      const turn: Promise<unknown> = runTurns(context, {
        conversation,
        owner,
        pace,
        answer,
        signal: closing.signal,
        closing: closing.signal,
      })
        .catch((error: unknown) => {
          if (!closing.signal.aborted) throw error;
        })
        .finally(() => running.delete(turn));
      running.add(turn);
    }
  }

  const off = context.events.onArrival(() => {
    void claim();
  });
  return {
    interrupted,
    asked,
    stop: async () => {
      off();
      closing.abort();
      await Promise.allSettled(running);
    },
  };
}
