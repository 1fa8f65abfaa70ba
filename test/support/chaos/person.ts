import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { Recipe } from '../documents/catalogue.js';
import { drawPdf } from '../documents/draw.js';

/** However long the server is away, a person tries again for this long. */
const PATIENCE_MILLISECONDS = 120_000;
/** The first pause; each further one is half as long again, up to the longest. */
const PAUSE_MILLISECONDS = 300;
const LONGEST_PAUSE_MILLISECONDS = 4_000;

/** What a person did that the server acknowledged. */
export interface Deeds {
  readonly sessionId: string;
  readonly messages: string[];
  readonly documents: { readonly id: string; readonly rows: number }[];
  readonly clicks: { readonly recommendationId: string; readonly response: string }[];
  /** Requests that failed and were made again. */
  retries: number;
}

/** Somebody who talks, uploads and clicks through the REST API, and repeats what was not acknowledged. */
export interface Person {
  readonly deeds: Deeds;
  /** Says the next thing, now and then with a statement or a click. @throws Error when patience ends */
  act(round: number): Promise<void>;
  get(path: string): Promise<Record<string, unknown>>;
  post(path: string, body: unknown): Promise<Record<string, unknown>>;
}

const recommended = z.object({ items: z.array(z.object({ recommendationId: z.string() })) });
const uploaded = z.object({ document: z.object({ id: z.string() }) });

const remarks = [
  'budget',
  'recommend three board games under $30',
  'spent 18 on cinema',
  'what did I spend?',
  'can I afford a $60 game?',
  'a movie for two tonight',
  'help',
];

/** @param statement what they upload, another seed each time */
export async function createPerson(options: {
  readonly url: string;
  readonly name: string;
  readonly statement: Recipe;
}): Promise<Person> {
  const { url, name } = options;
  let token = '';
  const tally = { retries: 0 };

  async function insist(path: string, init: () => RequestInit): Promise<Record<string, unknown>> {
    const until = performance.now() + PATIENCE_MILLISECONDS;
    for (
      let last = '', pause = PAUSE_MILLISECONDS;
      ;
      pause = Math.min(pause * 1.5, LONGEST_PAUSE_MILLISECONDS)
    ) {
      try {
        const answer = await fetch(`${url}${path}`, { ...init(), signal: AbortSignal.timeout(60_000) });
        const text = await answer.text();
        if (answer.ok) return text === '' ? {} : JSON.parse(text);
        last = `${answer.status} ${text.slice(0, 300)}`;
        if (answer.status < 500 && ![401, 409, 429].includes(answer.status))
          throw new Refusal(`${path}: ${last}`);
      } catch (error) {
        if (error instanceof Refusal) throw error;
        last = String(error);
      }
      if (performance.now() > until) throw new Error(`${name} gave up at ${path}: ${last}`);
      tally.retries += 1;
      await sleep(pause);
    }
  }

  const headers = (more: Readonly<Record<string, string>> = {}) => ({
    authorization: `Bearer ${token}`,
    ...more,
  });
  const post = (path: string, body: unknown, key?: string) =>
    insist(path, () => ({
      method: 'POST',
      headers: headers({
        'content-type': 'application/json',
        ...(key !== undefined && { 'idempotency-key': key }),
      }),
      body: JSON.stringify(body),
    }));
  const get = (path: string) => insist(path, () => ({ headers: headers() }));

  token = String((await insist('/api/auth/guest', () => ({ method: 'POST' }))).accessToken);
  const session = await post('/api/chat/sessions', { title: name });
  const deeds: Deeds = Object.assign(tally, {
    sessionId: String(session.id),
    messages: [],
    documents: [],
    clicks: [],
  });

  async function upload(round: number): Promise<void> {
    const { sheet, truth } = options.statement.build(1_000 + round);
    const bytes = await drawPdf(sheet);
    const answer = await insist('/api/financial/documents', () => {
      const body = new FormData();
      body.set('file', new Blob([new Uint8Array(bytes)]), `statement-${round}.pdf`);
      return { method: 'POST', headers: headers({ 'idempotency-key': `${name}-file-${round}` }), body };
    });
    const rows = 'transactions' in truth ? truth.transactions.length : 0;
    deeds.documents.push({ id: uploaded.parse(answer).document.id, rows });
  }

  async function click(round: number): Promise<void> {
    const [first] = recommended.parse(await get('/api/entertainment/recommendations?limit=3')).items;
    if (!first) return;
    const response = round % 2 === 0 ? 'liked' : 'saved';
    await post(`/api/recommendations/${first.recommendationId}/response`, { response });
    deeds.clicks.push({ recommendationId: first.recommendationId, response });
  }

  return {
    deeds,
    get,
    post,
    act: async (round) => {
      if (round % 4 === 1) await upload(round);
      if (round % 3 === 2) await click(round);
      const content = remarks[round % remarks.length] ?? 'budget';
      await post(`/api/chat/sessions/${deeds.sessionId}/messages`, { content }, `${name}-${round}`);
      deeds.messages.push(content);
    },
  };
}

class Refusal extends Error {}
