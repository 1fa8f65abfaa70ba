import type { RequestListener } from 'node:http';
import { afterEach, describe, expect, it } from '@jest/globals';
import {
  createSafeFetch,
  type SafeFetch,
  type SafeFetchOptions,
} from '../../../../src/infrastructure/web-fetch/safe-fetch.js';
import { loopbackCertificate } from '../../../support/tls/loopback-certificate.js';
import { type LoopbackServer, startLoopbackServer, testNames } from '../../../support/tls/loopback-server.js';

const { signal } = new AbortController();
const open: { close(): Promise<void> }[] = [];

afterEach(async () => {
  for (const part of open.splice(0)) await part.close();
});

async function serve(handler: RequestListener): Promise<LoopbackServer> {
  const server = await startLoopbackServer(handler);
  open.push(server);
  return server;
}

function fetcherFor(server: LoopbackServer, options: Partial<SafeFetchOptions> = {}): SafeFetch {
  const fetcher = createSafeFetch({
    hosts: ['shop.test', 'other.test'],
    robots: false,
    intervalMilliseconds: 0,
    timeoutMilliseconds: 3_000,
    loopback: {
      port: server.port,
      ca: loopbackCertificate,
      resolve: testNames,
      allows: (address) => address === '127.0.0.1',
    },
    ...options,
  });
  open.push(fetcher);
  return fetcher;
}

const hello: RequestListener = (_request, response) => {
  response.end('hello');
};

describe('a fetcher that may reach loopback for once', () => {
  it('fetches a page of a listed host', async () => {
    const server = await serve(hello);
    const page = await fetcherFor(server).fetch(`https://shop.test:${server.port}/a`, { signal });
    expect(page).toMatchObject({ status: 200, text: 'hello' });
  });

  it.each([
    ['plain http', (port: number) => `http://shop.test:${port}/`, 'NOT_HTTPS'],
    ['a file', () => 'file:///etc/passwd', 'NOT_HTTPS'],
    ['nonsense', () => 'nonsense', 'NOT_HTTPS'],
    ['another host', (port: number) => `https://evil.test:${port}/`, 'FORBIDDEN_HOST'],
    ['another port', () => 'https://shop.test:1/', 'FORBIDDEN_HOST'],
    ['a name and password', (port: number) => `https://me:secret@shop.test:${port}/`, 'FORBIDDEN_HOST'],
    [
      'a host that only begins right',
      (port: number) => `https://shop.test.evil.test:${port}/`,
      'FORBIDDEN_HOST',
    ],
  ])('refuses %s before asking anybody', async (_name, url, code) => {
    const server = await serve(hello);
    await expect(fetcherFor(server).fetch(url(server.port), { signal })).rejects.toMatchObject({ code });
    expect(server.asked).toEqual([]);
  });

  it('checks every redirect again', async () => {
    const server = await serve((request, response) => {
      const targets: Record<string, string> = {
        '/host': 'https://evil.test/',
        '/scheme': 'http://shop.test/',
        '/address': 'https://169.254.169.254/latest/meta-data/',
        '/circle': '/circle',
        '/fine': `https://other.test:${server.port}/end`,
      };
      const location = targets[request.url ?? ''];
      if (location === undefined) response.end('arrived');
      else response.writeHead(302, { location }).end();
    });
    const fetcher = fetcherFor(server);
    const ask = (path: string) => fetcher.fetch(`https://shop.test:${server.port}${path}`, { signal });
    await expect(ask('/host')).rejects.toMatchObject({ code: 'FORBIDDEN_HOST' });
    await expect(ask('/scheme')).rejects.toMatchObject({ code: 'NOT_HTTPS' });
    await expect(ask('/address')).rejects.toMatchObject({ code: 'FORBIDDEN_ADDRESS' });
    await expect(ask('/circle')).rejects.toMatchObject({ code: 'TOO_MANY_REDIRECTS' });
    await expect(ask('/fine')).resolves.toMatchObject({ text: 'arrived' });
  });

  it('stops at the size limit and at the deadline', async () => {
    const server = await serve((request, response) => {
      if (request.url === '/slow') return;
      response.write('x'.repeat(50_000));
      response.end('x'.repeat(50_000));
    });
    const small = fetcherFor(server, { maxBytes: 60_000 });
    await expect(small.fetch(`https://shop.test:${server.port}/big`, { signal })).rejects.toMatchObject({
      code: 'TOO_LARGE',
    });
    const hasty = fetcherFor(server, { timeoutMilliseconds: 200 });
    await expect(hasty.fetch(`https://shop.test:${server.port}/slow`, { signal })).rejects.toMatchObject({
      code: 'TIMEOUT',
    });
  });

  it('obeys robots.txt, asking for it once', async () => {
    const server = await serve((request, response) => {
      response.end(request.url === '/robots.txt' ? 'User-agent: *\nDisallow: /s' : 'page');
    });
    const fetcher = fetcherFor(server, { robots: true });
    const ask = (path: string) => fetcher.fetch(`https://shop.test:${server.port}${path}`, { signal });
    await expect(ask('/s?k=catan')).rejects.toMatchObject({ code: 'ROBOTS' });
    await expect(ask('/about')).resolves.toMatchObject({ text: 'page' });
    expect(server.asked).toEqual(['/robots.txt', '/about']);
  });

  it('keeps its pace, and refuses a crowd', async () => {
    const server = await serve(hello);
    const fetcher = fetcherFor(server, { intervalMilliseconds: 60 });
    const url = `https://shop.test:${server.port}/`;
    const started = performance.now();
    await Promise.all([1, 2, 3].map(() => fetcher.fetch(url, { signal })));
    expect(performance.now() - started).toBeGreaterThanOrEqual(115);
    const crowd = await Promise.allSettled(Array.from({ length: 40 }, () => fetcher.fetch(url, { signal })));
    expect(crowd.some((one) => one.status === 'rejected' && one.reason.code === 'TOO_BUSY')).toBe(true);
  });
});

describe('a fetcher as the product uses it', () => {
  const strict = (server: LoopbackServer, hosts: readonly string[]): SafeFetch =>
    fetcherFor(server, {
      hosts,
      loopback: { port: server.port, ca: loopbackCertificate, resolve: testNames },
    });

  it('refuses a listed name that leads inside, without connecting', async () => {
    const server = await serve(hello);
    const fetcher = strict(server, ['inside.test']);
    await expect(fetcher.fetch(`https://inside.test:${server.port}/`, { signal })).rejects.toMatchObject({
      code: 'FORBIDDEN_ADDRESS',
    });
    expect(server.asked).toEqual([]);
  });

  it.each([
    '127.0.0.1',
    '2130706433',
    '0x7f000001',
    '017700000001',
    '127.1',
    '0.0.0.0',
    '[::1]',
    '[::ffff:127.0.0.1]',
  ])('refuses the address %s even when it is listed', async (address) => {
    const server = await serve(hello);
    const url = `https://${address}:${server.port}/`;
    const fetcher = strict(server, [new URL(url).hostname]);
    await expect(fetcher.fetch(url, { signal })).rejects.toMatchObject({ code: 'FORBIDDEN_ADDRESS' });
    expect(server.asked).toEqual([]);
  });
});
