import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { type HubConnection, HubConnectionBuilder, HubConnectionState, LogLevel } from '@microsoft/signalr';
import WebSocket from 'ws';
import { type RunningApi, runApi } from '../support/api/client.js';
import { type ApiContext, openApiContext } from '../support/api/context.js';
import { runScriptedTurns, type ScriptedTurns } from '../support/api/scripted-turns.js';

const WORDS = ['Catan ', 'is ', 'about ', '$44, ', 'and ', 'you ', 'have ', '$60.'];
const WHOLE = WORDS.join('');

let opened: ApiContext;
let api: RunningApi;
let turns: ScriptedTurns;
let token: string;
const connections: HubConnection[] = [];

beforeAll(async () => {
  opened = await openApiContext();
  turns = runScriptedTurns(opened.context, {
    pieces: (text) => ({
      pieces: WORDS,
      pause: text.startsWith('slower') ? 400 : text.startsWith('slow') ? 80 : 2,
    }),
  });
  api = await runApi(opened, { abandonAfterMilliseconds: 1_500, heartbeatMilliseconds: 200 });
  token = (await api.call('POST', '/api/auth/guest')).body.accessToken;
});

afterEach(async () => {
  await Promise.all(connections.splice(0).map((connection) => connection.stop()));
});

afterAll(async () => {
  await api.close();
  await turns.stop();
  await opened.close();
});

function connection(accessToken = token): HubConnection {
  const built = new HubConnectionBuilder()
    .withUrl(`${api.url}/hubs/chat`, { accessTokenFactory: () => accessToken })
    .withAutomaticReconnect([0, 50, 50, 100, 200])
    .configureLogging(LogLevel.None)
    .build();
  for (const name of ['MessageStarted', 'ReceiveToken', 'MessageCompleted', 'MessageFailed']) {
    built.on(name, () => undefined);
  }
  connections.push(built);
  return built;
}

async function connected(accessToken = token): Promise<HubConnection> {
  const built = connection(accessToken);
  await built.start();
  return built;
}

/** Everything a connection is told, as `[method, …arguments]`. */
function listen(hub: HubConnection): unknown[][] {
  const heard: unknown[][] = [];
  for (const name of ['MessageStarted', 'ReceiveToken', 'MessageCompleted', 'MessageFailed']) {
    hub.on(name, (...args: unknown[]) => heard.push([name, ...args]));
  }
  return heard;
}

function say(hub: HubConnection, session: string, content: string) {
  const pieces: string[] = [];
  let stop: () => void = () => undefined;
  const done = new Promise<string[]>((resolve, reject) => {
    const subscription = hub.stream<string>('SendMessage', session, content).subscribe({
      next: (piece) => pieces.push(piece),
      complete: () => resolve(pieces),
      error: reject,
    });
    stop = () => subscription.dispose();
  });
  return { pieces, done, stop };
}

async function newSession(): Promise<string> {
  return (await api.call('POST', '/api/chat/sessions', { token })).body.id;
}

async function until(condition: () => boolean, milliseconds = 10_000): Promise<boolean> {
  for (let waited = 0; waited < milliseconds; waited += 20) {
    if (condition()) return true;
    await sleep(20);
  }
  return condition();
}

describe('the chat hub, with the official client', () => {
  it('negotiates, connects and streams a reply', async () => {
    const hub = await connected();
    expect(hub.state).toBe(HubConnectionState.Connected);
    const pieces = await say(hub, await newSession(), 'hello').done;
    expect(pieces.join('')).toBe(WHOLE);
    expect(pieces.length).toBeGreaterThan(1);
  });

  it('tells those who joined, also of a message that a plain POST brought', async () => {
    const session = await newSession();
    const hub = await connected();
    const heard = listen(hub);
    await hub.invoke('JoinSession', session);
    const answer = await api.call('POST', `/api/chat/sessions/${session}/messages`, {
      token,
      json: { content: 'hello' },
    });
    expect(await until(() => heard.some(([name]) => name === 'MessageCompleted'))).toBe(true);
    const { messageId } = answer.body;
    expect(heard[0]).toEqual(['MessageStarted', session, messageId]);
    const tokens = heard.filter(([name]) => name === 'ReceiveToken');
    expect(tokens.map(([, , , text]) => text).join('')).toBe(WHOLE);
    expect(tokens.every(([, id, message]) => id === session && message === messageId)).toBe(true);
    expect(heard.at(-1)).toEqual([
      'MessageCompleted',
      session,
      messageId,
      expect.objectContaining({ content: WHOLE, stopped: false }),
    ]);
  });

  it('tells nothing more to those who left', async () => {
    const session = await newSession();
    const hub = await connected();
    const heard = listen(hub);
    await hub.invoke('JoinSession', session);
    await hub.invoke('LeaveSession', session);
    await say(hub, session, 'hello').done;
    await sleep(50);
    expect(heard).toEqual([]);
  });

  it('stops a reply with CancelMessage', async () => {
    const session = await newSession();
    const hub = await connected();
    const talk = say(hub, session, 'slow, then cancelled');
    await until(() => talk.pieces.length > 0);
    expect(await hub.invoke('CancelMessage', session)).toBe(1);
    const pieces = await talk.done;
    expect(pieces.join('')).not.toBe(WHOLE);
    expect(turns.interrupted).toContain('slow, then cancelled');
  });

  it('stops the work when the stream is disposed of and nobody else listens', async () => {
    const hub = await connected();
    const talk = say(hub, await newSession(), 'slower, then disposed');
    await until(() => talk.pieces.length > 0);
    talk.stop();
    expect(await until(() => turns.interrupted.includes('slower, then disposed'))).toBe(true);
  });

  it('survives a cut: the client is back by itself, joins again and hears the rest', async () => {
    const session = await newSession();
    const hub = await connected();
    const heard = listen(hub);
    await hub.invoke('JoinSession', session);
    const back = new Promise<void>((resolve) => {
      hub.onreconnected(() => resolve());
    });
    void say(hub, session, 'slower, with a cut').done.catch(() => undefined);
    await until(() => heard.some(([name]) => name === 'ReceiveToken'));
    api.server.closeAllConnections();
    cutWebSockets();
    await back;
    await hub.invoke('JoinSession', session);
    expect(await until(() => heard.some(([name]) => name === 'MessageCompleted'))).toBe(true);
    expect(heard.find(([name]) => name === 'MessageCompleted')?.[3]).toMatchObject({
      content: WHOLE,
      stopped: false,
    });
  });

  it('keeps a quiet connection alive', async () => {
    const hub = await connected();
    hub.serverTimeoutInMilliseconds = 1_000;
    hub.keepAliveIntervalInMilliseconds = 100;
    await sleep(1_300);
    expect(hub.state).toBe(HubConnectionState.Connected);
  });

  it('answers a wrong call with a sentence', async () => {
    const hub = await connected();
    const session = await newSession();
    await expect(hub.invoke('JoinSession', 'not-a-uuid')).rejects.toThrow(/arguments/);
    await expect(hub.invoke('DropTables', session)).rejects.toThrow(/no method/);
    await expect(say(hub, session, ' ').done).rejects.toThrow(/arguments/);
    await expect(say(hub, crypto.randomUUID(), 'hello').done).rejects.toThrow(/no such conversation/);
  });

  it('shows nobody else’s session', async () => {
    const session = await newSession();
    const other = (await api.call('POST', '/api/auth/guest')).body.accessToken;
    const hub = await connected(other);
    await expect(hub.invoke('JoinSession', session)).rejects.toThrow(/no such conversation/);
    await expect(hub.invoke('CancelMessage', session)).rejects.toThrow(/no such conversation/);
    await expect(say(hub, session, 'hello').done).rejects.toThrow(/no such conversation/);
  });

  it('refuses a bad token, and a call after signing out', async () => {
    await expect(connection('no-token').start()).rejects.toThrow(/401/);
    const { accessToken } = (await api.call('POST', '/api/auth/guest')).body;
    const hub = await connected(accessToken);
    await api.call('POST', '/api/auth/logout', { token: accessToken });
    await expect(hub.invoke('JoinSession', crypto.randomUUID())).rejects.toThrow(/sign in again/i);
  });
});

/** Cuts upgraded connections, which the HTTP server no longer counts as its own. */
function cutWebSockets(): void {
  for (const socket of sockets) socket.destroy();
}

const sockets = new Set<{ destroy(): void }>();

beforeAll(() => {
  api.server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
});

describe('the hub’s socket', () => {
  const open = (path: string, headers: Record<string, string> = {}) =>
    new Promise<number | 'open'>((resolve) => {
      const socket = new WebSocket(`${api.url.replace('http', 'ws')}${path}`, { headers });
      socket.once('open', () => {
        socket.close();
        resolve('open');
      });
      socket.once('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
      socket.once('error', () => undefined);
    });

  it('takes the token by query or header and refuses everything else', async () => {
    expect(await open(`/hubs/chat?access_token=${token}`)).toBe('open');
    expect(await open('/hubs/chat', { authorization: `Bearer ${token}` })).toBe('open');
    expect(await open('/hubs/chat')).toBe(401);
    expect(await open(`/hubs/other?access_token=${token}`)).toBe(404);
  });

  it('closes on what is not the protocol, and says why', async () => {
    const socket = new WebSocket(`${api.url.replace('http', 'ws')}/hubs/chat?access_token=${token}`);
    await new Promise((resolve) => socket.once('open', resolve));
    const received: string[] = [];
    socket.on('message', (data) => received.push(String(data)));
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.send('{"protocol":"json","version":1}\u001e');
    socket.send('nonsense\u001e');
    await closed;
    expect(received.join('')).toContain('"type":7');
  });

  it('refuses another protocol at the handshake', async () => {
    const socket = new WebSocket(`${api.url.replace('http', 'ws')}/hubs/chat?access_token=${token}`);
    await new Promise((resolve) => socket.once('open', resolve));
    const answer = new Promise((resolve) => socket.once('message', (data) => resolve(String(data))));
    socket.send('{"protocol":"messagepack","version":1}\u001e');
    expect(await answer).toContain('messagepack');
  });
});
