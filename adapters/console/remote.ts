import { openAsBlob } from 'node:fs';
import type { ActionButton } from '../../src/core/ports/chat-platform.js';
import { MatineeError } from '../../src/core/ports/errors.js';
import type { ConsoleBackend } from './index.js';
import { type ButtonBoard, describeFile } from './outbound.js';
import type { Screen } from './screen.js';
import { readEventStream } from './server-sent-events.js';

/** Within this time a running server answers whether it is one. */
const LOOK_MILLISECONDS = 1_500;

/** True where a Matinee answers at the address. */
export async function isServing(baseUrl: string): Promise<boolean> {
  try {
    const response = await fetch(`${baseUrl}/api/health`, { signal: AbortSignal.timeout(LOOK_MILLISECONDS) });
    return response.ok;
  } catch {
    return false;
  }
}

/**
 * A server's API as the terminal's other end: signs in as this machine's guest and goes on in the guest's latest
 * conversation. @throws MatineeError with a sentence when the server does not let guests in
 */
export async function createRemoteBackend(options: {
  readonly baseUrl: string;
  readonly screen: Screen;
  readonly board: ButtonBoard;
  readonly guests: KnownGuest;
}): Promise<ConsoleBackend> {
  const client = await signIn(options.baseUrl, options.guests);
  const sessionId = await latestSession(client);
  return remoteBackend(client, sessionId, options.screen, options.board);
}

/** Where the guest's refresh token is kept between two chats. */
export interface KnownGuest {
  read(): Promise<string | null>;
  write(refreshToken: string): Promise<void>;
}

interface Client {
  /** @throws MatineeError with the server's own sentence */
  call(
    method: string,
    path: string,
    body?: unknown,
    accept?: string,
    signal?: AbortSignal,
  ): Promise<Response>;
}

async function signIn(baseUrl: string, guests: KnownGuest): Promise<Client> {
  let token = await guestToken(baseUrl, guests);
  const call: Client['call'] = async (method, path, body, accept = 'application/json', signal) => {
    const send = () =>
      fetch(`${baseUrl}${path}`, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          accept,
          ...(body !== undefined && !(body instanceof FormData) && { 'content-type': 'application/json' }),
        },
        ...(body !== undefined && { body: body instanceof FormData ? body : JSON.stringify(body) }),
        ...(signal && { signal }),
      });
    let response = await send();
    if (response.status === 401) {
      token = await guestToken(baseUrl, guests);
      response = await send();
    }
    if (!response.ok) throw await problemOf(response);
    return response;
  };
  return { call };
}

async function guestToken(baseUrl: string, guests: KnownGuest): Promise<string> {
  const refreshToken = await guests.read();
  if (refreshToken) {
    const again = await post(baseUrl, '/api/auth/refresh', { refreshToken });
    if (again.ok) return tokenOf(object(await again.json()).accessToken);
  }
  const response = await post(baseUrl, '/api/auth/guest');
  if (!response.ok) throw await problemOf(response);
  const tokens = object(await response.json());
  await guests.write(tokenOf(tokens.refreshToken));
  return tokenOf(tokens.accessToken);
}

function post(baseUrl: string, path: string, body?: unknown): Promise<Response> {
  return fetch(`${baseUrl}${path}`, {
    method: 'POST',
    ...(body !== undefined && {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  });
}

function tokenOf(value: unknown): string {
  if (typeof value === 'string') return value;
  throw new MatineeError('unavailable', 'NO_TOKEN', 'The server gave no token.');
}

async function problemOf(response: Response): Promise<MatineeError> {
  const body = object(await response.json().catch(() => ({})));
  const text =
    typeof body.detail === 'string'
      ? body.detail
      : typeof body.title === 'string'
        ? body.title
        : `The server answered ${response.status}.`;
  return new MatineeError('unavailable', 'SERVER_PROBLEM', text);
}

async function latestSession(client: Client): Promise<string> {
  const listed = object(await (await client.call('GET', '/api/chat/sessions?limit=1')).json());
  const [latest] = Array.isArray(listed.sessions) ? listed.sessions.map(object) : [];
  if (typeof latest?.id === 'string') return latest.id;
  const created = object(await (await client.call('POST', '/api/chat/sessions', {})).json());
  return String(created.id);
}

function remoteBackend(
  client: Client,
  sessionId: string,
  screen: Screen,
  board: ButtonBoard,
): ConsoleBackend {
  let writing: AbortController | null = null;
  const talk = async (body: Record<string, unknown>) => {
    const ending = new AbortController();
    writing = ending;
    try {
      const path = `/api/chat/sessions/${sessionId}/messages`;
      const response = await client.call('POST', path, body, 'text/event-stream', ending.signal);
      await showReply(response, screen, board);
    } finally {
      writing = null;
    }
  };
  return {
    send: (text) => talk({ content: text }),
    press: (id, label) => talk({ content: label, action: { id, label } }),
    async sendFile(path) {
      const { name } = await describeFile(path);
      const form = new FormData();
      form.append('file', await openAsBlob(path, { type: 'application/pdf' }), name);
      screen.show('upload', `_Sending ${name}…_`, null);
      const uploaded = object(await (await client.call('POST', '/api/financial/documents', form)).json());
      screen.remove('upload');
      const id = typeof uploaded.id === 'string' ? uploaded.id : String(object(uploaded.document).id);
      await talk({ content: name, documentIds: [id] });
    },
    async stop() {
      if (!writing) return false;
      await client.call('POST', `/api/chat/sessions/${sessionId}/cancel`);
      return true;
    },
  };
}

/** Shows the reply's events as they come; a further attempt starts its text again. */
async function showReply(response: Response, screen: Screen, board: ButtonBoard): Promise<void> {
  let text = '';
  for await (const event of readEventStream(response)) {
    const data = object(event.data);
    const said = typeof data.text === 'string' ? data.text : '';
    if (event.name === 'started') text = '';
    if (event.name === 'token') text += said;
    if (event.name === 'progress')
      screen.show('reply', text === '' ? `_${said}_` : `${text}\n\n_${said}_`, null);
    if (event.name === 'token') screen.show('reply', text, null);
    if (event.name === 'completed') {
      const buttons = readButtons(data.buttons);
      board.current = buttons;
      const hint = buttons.map((button, index) => `[${index + 1}] ${button.label}`).join('   ');
      screen.show('reply', typeof data.content === 'string' ? data.content : text, hint || null);
      return;
    }
    if (event.name === 'failed') {
      screen.show('reply', typeof data.message === 'string' ? data.message : 'That did not work.', null);
      return;
    }
  }
  screen.show(
    'reply',
    `${text}\n\n_(The line to the server broke; the reply stands in the conversation.)_`,
    null,
  );
}

function readButtons(value: unknown): ActionButton[] {
  if (!Array.isArray(value)) return [];
  return value
    .map(object)
    .flatMap(({ id, label }) => (typeof id === 'string' && typeof label === 'string' ? [{ id, label }] : []));
}

function object(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
