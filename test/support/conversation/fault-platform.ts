import { createServer } from 'node:http';
import type { Random } from '../histories/random.js';

/** A message as the platform shows it. */
interface Posted {
  readonly reference: string;
  readonly key: string;
  text: string;
}

interface Write {
  readonly key: string;
  readonly reference: string;
  readonly text: string;
}

/** A platform of its own process, which remembers posts by their key and fails as often as it is told. */
export interface FaultyPlatform {
  readonly url: string;
  /** Refused, broken and unanswered writes so far. */
  failures(): number;
  /** How often each key in brackets stands in what is shown. */
  answers(): ReadonlyMap<string, number>;
  close(): Promise<void>;
}

/** Troubles of a write: refused for its pace, failed before or after it took effect, cut off before or after. */
const troubles = ['429', '502', '502 applied', 'cut', 'cut applied'] as const;

/** @param failingShare share of writes that run into one of the troubles */
export async function startFaultyPlatform(failingShare: number, random: Random): Promise<FaultyPlatform> {
  const posted = new Map<string, Posted>();
  const byKey = new Map<string, Posted>();
  let failures = 0;
  const apply = (path: string, body: Write): Posted | null => {
    const known = path === '/edit' ? posted.get(body.reference) : byKey.get(body.key);
    if (path === '/edit' && known) known.text = body.text;
    if (known || path !== '/post') return known ?? null;
    const fresh = { reference: `m${posted.size + 1}`, key: body.key, text: body.text };
    posted.set(fresh.reference, fresh);
    byKey.set(fresh.key, fresh);
    return fresh;
  };
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const path = request.url ?? '';
    const body: Write = JSON.parse(Buffer.concat(chunks).toString());
    if (random.chance(failingShare)) {
      failures += 1;
      const trouble = random.pick(troubles);
      if (trouble.endsWith('applied')) apply(path, body);
      if (trouble.startsWith('cut')) response.destroy();
      else response.writeHead(Number(trouble.slice(0, 3))).end('{}');
      return;
    }
    const message = apply(path, body);
    const status = message || path === '/find' ? 200 : 404;
    response.writeHead(status).end(JSON.stringify({ reference: message?.reference ?? null }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    failures: () => failures,
    answers: () => countKeys([...posted.values()].map(({ text }) => text)),
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function countKeys(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts)
    for (const [, key = ''] of text.matchAll(/\[(.+?)\]/g)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
