/** Tokens of the signed-in person. Kept for the tab only, so that closing it signs out. */
interface Credentials {
  readonly accessToken: string;
  readonly refreshToken: string;
}

/** An answer that says what went wrong, in a sentence for the user (RFC 9457). */
export class ApiError extends Error {
  readonly status: number;
  readonly type: string;
  readonly fields: readonly { path: string; message: string }[];
  constructor(status: number, type: string, message: string, fields: ApiError['fields']) {
    super(message);
    this.name = 'ApiError';
    this.status = status;
    this.type = type;
    this.fields = fields;
  }
}

const STORAGE_KEY = 'matinee.credentials';
const TIME_LIMIT_MS = 30_000;

/** The public REST API, as any other client uses it. */
export interface ApiClient {
  readonly signedIn: () => boolean;
  get<T>(path: string): Promise<T>;
  send<T>(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: unknown): Promise<T>;
  upload<T>(path: string, form: FormData): Promise<T>;
  /** Asks something whose answer may take minutes; the key makes a repeat harmless. */
  ask<T>(path: string, body: unknown, idempotencyKey: string): Promise<T>;
  text(path: string): Promise<string>;
  signIn(credentials: Credentials): void;
  signOut(): Promise<void>;
  accessToken(): Promise<string>;
}

function load(): Credentials | null {
  const stored = sessionStorage.getItem(STORAGE_KEY);
  if (stored === null) return null;
  const parsed: unknown = JSON.parse(stored);
  const whole =
    typeof parsed === 'object' && parsed !== null && 'accessToken' in parsed && 'refreshToken' in parsed;
  if (!whole) return null;
  return { accessToken: String(parsed.accessToken), refreshToken: String(parsed.refreshToken) };
}

async function problemOf(response: Response): Promise<ApiError> {
  const text = await response.text();
  try {
    const problem = JSON.parse(text);
    return new ApiError(
      response.status,
      String(problem.type ?? 'about:blank'),
      String(problem.detail ?? problem.title ?? 'That did not work. Please try again.'),
      Array.isArray(problem.errors) ? problem.errors : [],
    );
  } catch {
    return new ApiError(
      response.status,
      'about:blank',
      'Matinee gave no usable answer. Please try again.',
      [],
    );
  }
}

/** True when the token ends within half a minute; unreadable tokens count as ended. */
function expiresSoon(token: string): boolean {
  try {
    const [, payload = ''] = token.split('.');
    const { exp } = JSON.parse(atob(payload.replace(/-/g, '+').replace(/_/g, '/')));
    return typeof exp !== 'number' || exp * 1000 < Date.now() + 30_000;
  } catch {
    return true;
  }
}

/** @param onSignedOut called when the server no longer accepts the sign-in. */
export function createApiClient(onSignedOut: () => void): ApiClient {
  let credentials = load();
  let refreshing: Promise<void> | null = null;

  const keep = (next: Credentials | null) => {
    credentials = next;
    if (next) sessionStorage.setItem(STORAGE_KEY, JSON.stringify(next));
    else sessionStorage.removeItem(STORAGE_KEY);
  };

  const refresh = async () => {
    const current = credentials;
    if (!current) return;
    const response = await fetch('/api/auth/refresh', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ refreshToken: current.refreshToken }),
      signal: AbortSignal.timeout(TIME_LIMIT_MS),
    });
    if (response.ok) {
      const next = await response.json();
      keep({ accessToken: next.accessToken, refreshToken: next.refreshToken ?? current.refreshToken });
    } else if (response.status === 401 || response.status === 400) {
      keep(null);
      onSignedOut();
    }
  };

  const accessToken = async () => {
    if (credentials && expiresSoon(credentials.accessToken)) {
      refreshing ??= refresh().finally(() => {
        refreshing = null;
      });
      await refreshing;
    }
    return credentials?.accessToken ?? '';
  };

  const request = async (method: string, path: string, init: RequestInit): Promise<Response> => {
    const token = await accessToken();
    const headers = new Headers(init.headers);
    if (token !== '') headers.set('authorization', `Bearer ${token}`);
    const response = await fetch(path, {
      signal: AbortSignal.timeout(TIME_LIMIT_MS),
      ...init,
      method,
      headers,
    });
    if (response.status === 401 && credentials) {
      keep(null);
      onSignedOut();
    }
    if (!response.ok) throw await problemOf(response);
    return response;
  };

  const json = async <T>(response: Response): Promise<T> =>
    response.status === 204 ? (undefined as T) : await response.json();

  return {
    signedIn: () => credentials !== null,
    accessToken,
    get: async (path) => json(await request('GET', path, { headers: { accept: 'application/json' } })),
    text: async (path) => (await request('GET', path, {})).text(),
    send: async (method, path, body) =>
      json(
        await request(method, path, {
          headers: { 'content-type': 'application/json', accept: 'application/json' },
          ...(body !== undefined && { body: JSON.stringify(body) }),
        }),
      ),
    ask: async (path, body, idempotencyKey) =>
      json(
        await request('POST', path, {
          headers: {
            'content-type': 'application/json',
            accept: 'application/json',
            'idempotency-key': idempotencyKey,
          },
          body: JSON.stringify(body),
          signal: AbortSignal.timeout(10 * TIME_LIMIT_MS),
        }),
      ),
    // A large document on a slow line takes its time; the server bounds the upload.
    upload: async (path, form) =>
      json(await request('POST', path, { body: form, signal: AbortSignal.timeout(10 * TIME_LIMIT_MS) })),
    signIn: keep,
    signOut: async () => {
      const current = credentials;
      if (!current) return;
      await request('POST', '/api/auth/logout', {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ refreshToken: current.refreshToken }),
      }).catch(() => undefined);
      keep(null);
      onSignedOut();
    },
  };
}
