import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTurnEvents } from '../../src/core/conversation/turn-events.js';
import { type RunningApi, runApi } from '../support/api/client.js';
import { type ApiContext, openApiContext } from '../support/api/context.js';
import { allEvents, type ReadEvent, readEvents, tokenText } from '../support/api/read-events.js';
import { runScriptedTurns, type ScriptedTurns } from '../support/api/scripted-turns.js';

const WORDS = ['Catan ', 'is ', 'about ', '$44, ', 'and ', 'you ', 'have ', '$60.'];
const WHOLE = WORDS.join('');

let opened: ApiContext;
let api: RunningApi;
let turns: ScriptedTurns;
let token: string;

beforeAll(async () => {
  opened = await openApiContext();
  turns = runScriptedTurns(opened.context, {
    pieces: (text) => ({
      pieces: WORDS,
      pause: text.startsWith('slower') ? 200 : text.startsWith('slow') ? 80 : 2,
    }),
  });
  api = await runApi(opened, { abandonAfterMilliseconds: 700, heartbeatMilliseconds: 1_000 });
  token = (await api.call('POST', '/api/auth/guest')).body.accessToken;
});

afterAll(async () => {
  await api.close();
  await turns.stop();
  await opened.close();
});

async function newSession(): Promise<string> {
  return (await api.call('POST', '/api/chat/sessions', { token })).body.id;
}

function post(session: string, content: string, headers: Record<string, string> = {}, signal?: AbortSignal) {
  return fetch(`${api.url}/api/chat/sessions/${session}/messages`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ content }),
    ...(signal && { signal }),
  });
}

const EVENTS = { accept: 'text/event-stream' };

async function until(condition: () => boolean, milliseconds = 10_000): Promise<boolean> {
  for (let waited = 0; waited < milliseconds; waited += 20) {
    if (condition()) return true;
    await sleep(20);
  }
  return condition();
}

describe('sessions', () => {
  it('are created, listed in pages, read with their messages, and deleted', async () => {
    const guest = (await api.call('POST', '/api/auth/guest')).body.accessToken;
    const ids: string[] = [];
    for (const title of ['one', 'two', 'three']) {
      const made = await api.call('POST', '/api/chat/sessions', { token: guest, json: { title } });
      expect([made.status, made.headers.get('location')]).toEqual([
        201,
        `/api/chat/sessions/${made.body.id}`,
      ]);
      ids.push(made.body.id);
    }
    const first = (await api.call('GET', '/api/chat/sessions?limit=2', { token: guest })).body;
    expect([first.total, first.sessions.length]).toEqual([3, 2]);
    const second = (
      await api.call('GET', `/api/chat/sessions?limit=2&cursor=${first.nextCursor}`, { token: guest })
    ).body;
    expect(second.nextCursor).toBeNull();
    const seen = [...first.sessions, ...second.sessions].map((session) => session.id);
    expect(new Set(seen)).toEqual(new Set(ids));
    expect((await api.call('DELETE', `/api/chat/sessions/${ids[0]}`, { token: guest })).status).toBe(204);
    expect((await api.call('GET', `/api/chat/sessions/${ids[0]}`, { token: guest })).status).toBe(404);
  });

  it('refuse a cursor of somebody’s own making', async () => {
    const answer = await api.call('GET', '/api/chat/sessions?cursor=eyJvZmZzZXQiOi0xfQ', { token });
    expect([answer.status, answer.body.code]).toEqual([400, 'BAD_CURSOR']);
  });
});

describe('a message answered as JSON', () => {
  it('comes whole, for application/json and for any type', async () => {
    const session = await newSession();
    for (const accept of ['application/json', '*/*']) {
      const answer = await post(session, 'hello', { accept });
      expect(answer.status).toBe(200);
      expect(await answer.json()).toMatchObject({
        sessionId: session,
        role: 'assistant',
        content: WHOLE,
        buttons: [{ id: 'like:1', label: 'I like it' }],
        stopped: false,
      });
    }
    const { body } = await api.call('GET', `/api/chat/sessions/${session}`, { token });
    expect(body.messages.map((message: { role: string }) => message.role)).toEqual([
      'user',
      'assistant',
      'user',
      'assistant',
    ]);
  });

  it('is answered once for one Idempotency-Key, and the key serves no other message', async () => {
    const session = await newSession();
    const key = { 'idempotency-key': 'message-key-1' };
    const before = turns.asked.length;
    const first = await (await post(session, 'hello', key)).json();
    const second = await (await post(session, 'hello', key)).json();
    expect(second).toEqual(first);
    expect(turns.asked.length).toBe(before + 1);
    const other = await post(session, 'something else', key);
    expect([other.status, (await other.json()).type]).toEqual([422, '/docs#problem-idempotency-key-reused']);
  });

  it('takes 50,000 characters and refuses more', async () => {
    const session = await newSession();
    expect((await post(session, 'x'.repeat(50_000))).status).toBe(200);
    expect((await post(session, 'x'.repeat(50_001))).status).toBe(422);
  });
});

describe('a message answered as events', () => {
  it('streams started, tokens and completed, each with an id', async () => {
    const response = await post(await newSession(), 'hello', EVENTS);
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    const events = await allEvents(response);
    expect(events[0]?.name).toBe('started');
    expect(events.at(-1)?.name).toBe('completed');
    expect(tokenText(events)).toBe(WHOLE);
    expect(events.at(-1)?.data.content).toBe(WHOLE);
    expect(new Set(events.map((event) => event.id)).size).toBe(events.length);
  });

  it('resumes after a broken line, without a word twice or lost', async () => {
    const session = await newSession();
    const key = { ...EVENTS, 'idempotency-key': 'broken-line-1' };
    const line = new AbortController();
    const seen: ReadEvent[] = [];
    try {
      for await (const event of readEvents(await post(session, 'slow please', key, line.signal))) {
        seen.push(event);
        if (seen.filter((each) => each.name === 'token').length === 3) line.abort();
      }
    } catch {
      // The line was cut on purpose.
    }
    const last = seen.at(-1)?.id ?? '';
    const rest = await allEvents(await post(session, 'slow please', { ...key, 'last-event-id': last }));
    expect(tokenText(seen) + tokenText(rest)).toBe(WHOLE);
    expect(rest.at(-1)?.data.stopped).toBe(false);
    expect(turns.asked.filter((text) => text === 'slow please')).toHaveLength(1);
  });

  it('goes on at …/events as well, which tells everything that happens in the session', async () => {
    const session = await newSession();
    const line = new AbortController();
    const open = await fetch(`${api.url}/api/chat/sessions/${session}/events`, {
      headers: { authorization: `Bearer ${token}` },
      signal: line.signal,
    });
    const heard: ReadEvent[] = [];
    const listening = (async () => {
      for await (const event of readEvents(open)) {
        heard.push(event);
        if (event.name === 'completed') return;
      }
    })();
    await post(session, 'hello');
    await listening;
    line.abort();
    expect(tokenText(heard)).toBe(WHOLE);
  });

  it('stops the work of a client that leaves for good', async () => {
    const session = await newSession();
    const line = new AbortController();
    const response = await post(session, 'slower and left alone', EVENTS, line.signal);
    await readEvents(response).next();
    line.abort();
    expect(await until(() => turns.interrupted.includes('slower and left alone'))).toBe(true);
  });

  it('lets the work go on while others listen', async () => {
    const session = await newSession();
    const other = await fetch(`${api.url}/api/chat/sessions/${session}/events`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const line = new AbortController();
    const response = await post(session, 'slow but heard', EVENTS, line.signal);
    await readEvents(response).next();
    line.abort();
    const heard: ReadEvent[] = [];
    for await (const event of readEvents(other)) {
      heard.push(event);
      if (event.name === 'completed') break;
    }
    expect(heard.at(-1)?.data).toMatchObject({ content: WHOLE, stopped: false });
    expect(turns.interrupted).not.toContain('slow but heard');
  });

  it('is stopped by hand', async () => {
    const session = await newSession();
    const events = readEvents(await post(session, 'slow, then cancelled', EVENTS));
    await events.next();
    const answer = await api.call('POST', `/api/chat/sessions/${session}/cancel`, { token });
    expect(answer.body).toEqual({ stopped: 1 });
    let last: ReadEvent | undefined;
    for await (const event of events) last = event;
    expect(last).toMatchObject({ name: 'completed', data: { stopped: true } });
  });
});

describe('somebody else', () => {
  it('finds none of it', async () => {
    const session = await newSession();
    const other = (await api.call('POST', '/api/auth/guest')).body.accessToken;
    const paths: [string, string][] = [
      ['GET', ''],
      ['DELETE', ''],
      ['POST', '/messages'],
      ['GET', '/events'],
      ['POST', '/cancel'],
    ];
    for (const [method, path] of paths) {
      const answer = await api.call(method, `/api/chat/sessions/${session}${path}`, {
        token: other,
        ...(path === '/messages' && { json: { content: 'hello' } }),
      });
      expect([method, path, answer.status]).toEqual([method, path, 404]);
    }
  });
});

describe('with another server process on the same database', () => {
  it('a message posted on one streams to a client of the other, who keeps it going', async () => {
    const events = createTurnEvents(opened.context);
    const other = await runApi(
      { ...opened, context: { ...opened.context, events } },
      { severalProcesses: true },
    );
    const first = await runApi(opened, { severalProcesses: true, abandonAfterMilliseconds: 700 });
    const session = await newSession();
    const listening = await fetch(`${other.url}/api/chat/sessions/${session}/events`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const line = new AbortController();
    const response = await fetch(`${first.url}/api/chat/sessions/${session}/messages`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...EVENTS },
      body: JSON.stringify({ content: 'slower, heard on another process' }),
      signal: line.signal,
    });
    await readEvents(response).next();
    line.abort();
    const heard: ReadEvent[] = [];
    for await (const event of readEvents(listening)) {
      heard.push(event);
      if (event.name === 'completed') break;
    }
    expect(tokenText(heard)).toBe(WHOLE);
    expect(heard.at(-1)?.data.stopped).toBe(false);
    await Promise.all([other.close(), first.close()]);
    await events.close();
  });
});

describe('with streaming switched off', () => {
  it('a reply is one event', async () => {
    const context = { ...opened.context, settings: { ...opened.context.settings, streamingChat: false } };
    const whole = await runApi({ ...opened, context });
    const session = await newSession();
    const response = await fetch(`${whole.url}/api/chat/sessions/${session}/messages`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...EVENTS },
      body: JSON.stringify({ content: 'hello' }),
    });
    const events = await allEvents(response);
    expect(events.map((event) => event.name)).toEqual(['completed']);
    expect(events[0]?.data.content).toBe(WHOLE);
    await whole.close();
  });
});
