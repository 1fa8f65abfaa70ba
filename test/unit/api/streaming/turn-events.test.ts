import { describe, expect, it } from '@jest/globals';
import {
  presentReply,
  presentTurnEvent,
  renderTurnEvent,
  resumeAfter,
} from '../../../../src/api/streaming/turn-events.js';
import { formatEventId } from '../../../../src/core/conversation/turn-event-id.js';
import type { TurnCompleted, TurnEvent } from '../../../../src/core/ports/events.js';
import { fc } from '../../../support/properties.js';

const turnId = '11111111-1111-4111-8111-111111111111';
const base = {
  turnId,
  sessionId: '22222222-2222-4222-8222-222222222222',
  messageId: '33333333-3333-4333-8333-333333333333',
};

/** A turn whose text comes in the given pieces. */
function turn(pieces: readonly string[], attempt = 1): TurnEvent[] {
  const at = (position: number | 'end') => formatEventId({ turnId, attempt, position });
  let position = 0;
  return [
    { ...base, attempt, kind: 'started', id: at(0), inboundIds: [] },
    ...pieces.map((text): TurnEvent => {
      position += text.length;
      return { ...base, attempt, kind: 'token', id: at(position), text };
    }),
    completed(pieces.join(''), attempt),
  ];
}

function completed(content: string, attempt = 1): TurnCompleted {
  return {
    ...base,
    attempt,
    kind: 'completed',
    id: formatEventId({ turnId, attempt, position: 'end' }),
    content,
    buttons: [{ id: 'like:1', label: 'Like', style: 'primary' }],
    stopped: false,
  };
}

async function* each(events: readonly TurnEvent[]): AsyncIterable<TurnEvent> {
  yield* events;
}

async function collect(events: AsyncIterable<TurnEvent>): Promise<TurnEvent[]> {
  const all: TurnEvent[] = [];
  for await (const event of events) all.push(event);
  return all;
}

function textOf(events: readonly TurnEvent[]): string {
  return events.map((event) => (event.kind === 'token' ? event.text : '')).join('');
}

describe('resumeAfter', () => {
  it('gives exactly the text that is missing, in whatever pieces it comes the second time', async () => {
    const words = fc.array(fc.string({ minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(words, fc.nat(), fc.nat(), async (pieces, cut, seen) => {
        const text = pieces.join('');
        const first = turn(pieces);
        const last = first[1 + (seen % pieces.length)];
        const known = textOf(first.slice(0, 2 + (seen % pieces.length)));
        const middle = cut % (text.length + 1);
        const second = turn([text.slice(0, middle), text.slice(middle)].filter((piece) => piece !== ''));
        const rest = await collect(resumeAfter(each(second), last?.id));
        expect(known + textOf(rest)).toBe(text);
        expect(rest.at(-1)?.kind).toBe('completed');
        expect(rest.some((event) => event.kind === 'started')).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  it('gives everything of a later attempt, because what was shown is void', async () => {
    const again = turn(['ab', 'cd'], 2);
    expect(await collect(resumeAfter(each(again), `${turnId}:1:3`))).toEqual(again);
  });

  it('gives everything for no id, and for one that is none of ours', async () => {
    const events = turn(['ab']);
    expect(await collect(resumeAfter(each(events), undefined))).toEqual(events);
    expect(await collect(resumeAfter(each(events), "' or 1=1 --"))).toEqual(events);
  });

  it('gives nothing more after the end', async () => {
    expect(await collect(resumeAfter(each(turn(['ab'])), `${turnId}:1:end`))).toEqual([]);
  });
});

describe('renderTurnEvent', () => {
  it('writes an event as the wire has it', () => {
    const [started] = turn(['Hi']);
    expect(started && renderTurnEvent(started, true)).toMatch(
      /^id: .*:1:0\nevent: started\ndata: \{.*\}\n\n$/,
    );
  });

  it('tells only how a turn ends where streaming is switched off', () => {
    const shown = turn(['a', 'b']).map((event) => renderTurnEvent(event, false));
    expect(shown.map((text) => text !== null)).toEqual([false, false, false, true]);
  });
});

describe('presentTurnEvent', () => {
  it('names the event by its kind and keeps its id', () => {
    expect(turn(['Hi']).map(presentTurnEvent)).toEqual([
      { id: `${turnId}:1:0`, name: 'started', data: { ...base, attempt: 1 } },
      { id: `${turnId}:1:2`, name: 'token', data: { ...base, text: 'Hi' } },
      {
        id: `${turnId}:1:end`,
        name: 'completed',
        data: { ...base, content: 'Hi', buttons: [{ id: 'like:1', label: 'Like' }], stopped: false },
      },
    ]);
  });
});

describe('presentReply', () => {
  it('is the assistant’s message, whole', () => {
    expect(presentReply(completed('Hi'))).toMatchObject({ role: 'assistant', content: 'Hi', stopped: false });
  });
});
