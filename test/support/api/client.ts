import { type Api, createApi } from '../../../src/api/app.js';
import type { ApiOptions } from '../../../src/api/options.js';
import type { ApiContext } from './context.js';
import { type Served, serve } from './serve.js';

/** What came back. `body` is the parsed JSON, or the text of anything else. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into JSON as it comes; matchers say what it has to be.
  readonly body: any;
}

export interface RunningApi extends Served {
  readonly api: Api;
  /** A request; `json` becomes the body. */
  call(
    method: string,
    path: string,
    options?: {
      token?: string;
      json?: unknown;
      body?: string | FormData;
      headers?: Readonly<Record<string, string>>;
    },
  ): Promise<Answer>;
}

/** Runs the real app with its hub on a free port. */
export async function runApi(opened: ApiContext, options: Partial<ApiOptions> = {}): Promise<RunningApi> {
  const api = createApi(opened.context, {
    production: false,
    host: '127.0.0.1',
    version: '0.0.0-test',
    rateLimitScale: 100,
    linkedFiles: opened.objects,
    operatorToken: 'operator-token-of-the-tests',
    ...options,
  });
  const served = await serve(api.app);
  api.attachHub(served.server);
  opened.publicUrl = served.url;
  return {
    ...served,
    api,
    close: async () => {
      api.close();
      await served.close();
    },
    call: async (method, path, { token, json, body, headers = {} } = {}) => {
      const payload = json === undefined ? body : JSON.stringify(json);
      const response = await fetch(`${served.url}${path}`, {
        method,
        headers: {
          ...(token !== undefined && { authorization: `Bearer ${token}` }),
          ...(json !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(payload !== undefined && { body: payload }),
      });
      const text = await response.text();
      const isJson = /json/.test(response.headers.get('content-type') ?? '');
      return {
        status: response.status,
        headers: response.headers,
        text,
        body: isJson && text !== '' ? JSON.parse(text) : text,
      };
    },
  };
}
