import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { RepeatedFault } from '../platform-fault.js';
import { fileMethods, serveFile, takeUpload } from './files.js';
import { createLimiter } from './limiter.js';
import { createOAuthDoor, type OAuthDoor } from './oauth.js';
import { SlackRefusal } from './refusal.js';
import { createSocketModeDoor, type SocketModeDoor } from './socket-mode.js';
import { type Answer, type Arguments, METHODS, type Method } from './web-api.js';
import { createWorkspace, type Workspace } from './workspace.js';

export interface SlackServer {
  /** To be given as the API's address; ends with a slash. */
  readonly apiUrl: string;
  readonly origin: string;
  readonly appToken: string;
  readonly signingSecret: string;
  readonly workspace: Workspace;
  readonly socketMode: SocketModeDoor;
  readonly oauth: OAuthDoor;
  /** A further workspace. */
  addWorkspace(teamId: string): Workspace;
  next(fault: RepeatedFault): void;
  limit(limit: { readonly writes: number; readonly windowMilliseconds: number } | null): void;
  refusals(): number;
  writes(): number;
  /** Names of the methods that were called, in order. */
  readonly calls: string[];
  /** Answers on `response_url`s, in order. */
  readonly responses: string[];
  /** Every call is refused like this from now on; null: none. */
  refuse(method: string, reason: string | null): void;
  dropConnections(): void;
  close(): Promise<void>;
}

/** A post or an edit that reached the limiter. */
export interface WriteRecord {
  readonly channel: string;
  readonly at: number;
  readonly accepted: boolean;
  readonly text: string;
}

export interface SlackServerOptions {
  /** Told of every post and edit. */
  readonly onWrite?: (record: WriteRecord) => void;
  /** How long the stand-in waits for an acknowledgement; Slack waits 3 s. */
  readonly ackMilliseconds?: number;
  readonly port?: number;
}

interface State {
  readonly oauth: OAuthDoor;
  readonly workspaces: Workspace[];
  readonly methods: Readonly<Record<string, Method>>;
  readonly limiter: ReturnType<typeof createLimiter>;
  readonly calls: string[];
  readonly refusedMethods: Map<string, string>;
  readonly onWrite: (record: WriteRecord) => void;
  faults: RepeatedFault[];
  writes: number;
  readonly appToken: string;
  readonly socketUrl: () => string;
  readonly timers: Set<NodeJS.Timeout>;
}

/** A server that speaks Slack's Web API, Socket Mode and file addresses on loopback. */
export async function createSlackServer(options: SlackServerOptions = {}): Promise<SlackServer> {
  const responses: string[] = [];
  const server = createServer((request, response) => {
    void handle(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  const { port }: AddressInfo = addressOf(server.address());
  const origin = `http://127.0.0.1:${port}`;
  const socketMode = createSocketModeDoor(server, origin, options.ackMilliseconds ?? 1_000);
  const workspace = createWorkspace();
  const oauth = createOAuthDoor(origin);
  const state: State = {
    oauth,
    workspaces: [workspace],
    methods: { ...METHODS, ...fileMethods(origin) },
    limiter: createLimiter(),
    calls: [],
    refusedMethods: new Map(),
    onWrite: options.onWrite ?? (() => undefined),
    faults: [],
    writes: 0,
    appToken: 'xapp-1-A0MATINEE-secret',
    socketUrl: () => socketMode.url,
    timers: new Set(),
  };

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const path = new URL(request.url ?? '/', origin).pathname;
    if (path.startsWith('/files-pri/')) return serveFile(state.workspaces, request, response);
    if (path.startsWith('/upload/')) return takeUpload(state.workspaces, request, response, body);
    if (path === '/oauth/v2/authorize') return oauth.authorize(request, response);
    if (path.startsWith('/response/')) {
      responses.push(body.toString());
      response.writeHead(200).end('ok');
      return;
    }
    return answerMethod(state, path.replace('/api/', ''), request, response, body);
  };

  return {
    apiUrl: `${origin}/api/`,
    origin,
    appToken: state.appToken,
    signingSecret: 'a-signing-secret',
    workspace,
    socketMode,
    oauth,
    calls: state.calls,
    responses,
    addWorkspace: (teamId) => {
      const installed = createWorkspace(teamId);
      state.workspaces.push(installed);
      return installed;
    },
    next: (fault) => state.faults.push(fault),
    limit: state.limiter.set,
    refusals: state.limiter.refused,
    writes: () => state.writes,
    refuse: (method, reason) => {
      if (reason === null) state.refusedMethods.delete(method);
      else state.refusedMethods.set(method, reason);
    },
    dropConnections: () => server.closeAllConnections(),
    close: async () => {
      for (const timer of state.timers) clearTimeout(timer);
      socketMode.close();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function addressOf(address: AddressInfo | string | null): AddressInfo {
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return address;
}

function respond(
  response: ServerResponse,
  status: number,
  body: Answer,
  headers: Record<string, string> = {},
): void {
  if (response.destroyed) return;
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(JSON.stringify(body));
}

async function answerMethod(
  state: State,
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
  body: Buffer,
): Promise<void> {
  state.calls.push(name);
  const args: Arguments = Object.fromEntries(new URLSearchParams(body.toString()));
  const token = request.headers.authorization?.replace('Bearer ', '') ?? args.token ?? '';
  if (name === 'apps.connections.open') {
    // https://docs.slack.dev/reference/methods/apps.connections.open
    const reason = state.refusedMethods.get(name) ?? (token === state.appToken ? null : 'invalid_auth');
    const answer = reason === null ? { ok: true, url: state.socketUrl() } : { ok: false, error: reason };
    return respond(response, 200, answer);
  }
  if (name === 'oauth.v2.access') {
    const answer = refusing(() => state.oauth.access(args, request.headers.authorization));
    return respond(response, 200, answer);
  }
  const method = state.methods[name];
  const fault = method?.isWrite ? nextFault(state) : null;
  if (fault?.kind === 'status') {
    const headers: Record<string, string> =
      fault.retryAfterSeconds === undefined ? {} : { 'retry-after': String(fault.retryAfterSeconds) };
    return respond(
      response,
      fault.status,
      { ok: false, error: fault.status === 429 ? 'ratelimited' : 'internal_error' },
      headers,
    );
  }
  if (fault?.kind === 'drop' && !fault.applied) {
    response.destroy();
    return;
  }
  if (fault?.kind === 'slow') await wait(state, fault.milliseconds);
  const seconds = method?.isWrite ? state.limiter.take(args.channel ?? '') : 0;
  if (method?.isWrite) {
    const { channel = '', text = args.markdown_text ?? '' } = args;
    state.onWrite({ channel, at: performance.now(), accepted: seconds === 0, text });
  }
  if (seconds > 0)
    return respond(response, 429, { ok: false, error: 'ratelimited' }, { 'retry-after': String(seconds) });
  const answer = run(state, name, method, token, args);
  if (fault?.kind === 'drop') response.destroy();
  else respond(response, 200, answer);
}

function run(state: State, name: string, method: Method | undefined, token: string, args: Arguments): Answer {
  return refusing(() => {
    if (!method) throw new SlackRefusal('unknown_method');
    const reason = state.refusedMethods.get(name);
    if (reason !== undefined) throw new SlackRefusal(reason);
    const workspace = state.workspaces.find(({ botToken }) => botToken === token);
    if (!workspace || state.oauth.isRevoked(token)) throw new SlackRefusal(unknownToken(state, token));
    if (method.scopes.length > 0 && !method.scopes.some((scope) => workspace.scopes.has(scope))) {
      throw new SlackRefusal('missing_scope', {
        needed: method.scopes.join(','),
        provided: [...workspace.scopes].join(','),
      });
    }
    const answer = method.run(workspace, args);
    if (method.isWrite) state.writes += 1;
    return answer;
  });
}

function unknownToken({ oauth }: State, token: string): string {
  if (oauth.isRevoked(token)) return 'token_revoked';
  return token === '' ? 'not_authed' : 'invalid_auth';
}

function refusing(work: () => Answer): Answer {
  try {
    return { ok: true, ...work() };
  } catch (error) {
    if (error instanceof SlackRefusal) return { ok: false, error: error.message, ...error.more };
    return { ok: false, error: 'internal_error' };
  }
}

function nextFault(state: State): RepeatedFault | null {
  const [fault, ...rest] = state.faults;
  if (!fault) return null;
  state.faults = fault.times > 1 ? [{ ...fault, times: fault.times - 1 }, ...rest] : rest;
  return fault;
}

function wait(state: State, milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      state.timers.delete(timer);
      resolve();
    }, milliseconds);
    state.timers.add(timer);
  });
}
