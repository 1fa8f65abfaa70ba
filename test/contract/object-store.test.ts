import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type FauxqsServer, startFauxqs } from 'fauxqs';
import type { ObjectStore } from '../../src/core/ports/object-store.js';
import { systemClock } from '../../src/infrastructure/runtime/clock.js';
import { randomIds } from '../../src/infrastructure/runtime/ids.js';
import { createFolderStore } from '../../src/infrastructure/storage/folder-store.js';
import { createS3Store } from '../../src/infrastructure/storage/s3-store.js';

const pdf = { contentType: 'application/pdf' };

interface Subject {
  readonly store: ObjectStore;
  /** How many objects there are, those that a failed upload may have left included. */
  readonly count: () => Promise<number>;
  readonly close: () => Promise<void>;
}

async function openFolder(): Promise<Subject> {
  const folder = await mkdtemp(join(tmpdir(), 'matinee-objects-'));
  const store = createFolderStore({
    folder,
    publicUrl: () => 'http://127.0.0.1:5000',
    linkSecret: randomIds.bytes(32),
    linkSeconds: 3600,
    clock: systemClock,
    ids: randomIds,
  });
  return {
    store,
    count: async () =>
      (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
        .length,
    close: () => rm(folder, { recursive: true, force: true }),
  };
}

async function openBucket(): Promise<Subject> {
  const server: FauxqsServer = await startFauxqs({ port: 0, logger: false });
  server.createBucket('matinee');
  const store = createS3Store({
    region: 'ap-southeast-2',
    bucket: 'matinee',
    forcePathStyle: true,
    linkSeconds: 3600,
    clock: systemClock,
    endpoint: server.address,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  return {
    store,
    count: async () => {
      const listing = await fetch(`${server.address}/matinee?list-type=2`);
      return [...(await listing.text()).matchAll(/<Key>/g)].length;
    },
    close: async () => {
      store.close();
      await server.stop();
    },
  };
}

function bytes(length: number): Buffer {
  return Buffer.alloc(length, 'Matinee ');
}

async function read(stream: Readable): Promise<Buffer> {
  return Buffer.concat(await stream.toArray());
}

describe.each([
  ['a folder', openFolder],
  ['an S3 bucket', openBucket],
] as const)('files in %s', (_name, open) => {
  let subject: Subject;
  let store: ObjectStore;
  beforeAll(async () => {
    subject = await open();
    store = subject.store;
  });
  afterAll(() => subject.close());

  test.each([0, 1, 70_000, 11 * 1024 * 1024])(
    '%d bytes come back as they were, with size and hash',
    async (size) => {
      const content = bytes(size);
      const key = `users/a/documents/size-${size}`;
      const stored = await store.put(key, Readable.from([content], { objectMode: false }), pdf);
      expect(stored).toEqual({ size, sha256: createHash('sha256').update(content).digest('hex') });
      expect((await read(await store.get(key))).equals(content)).toBe(true);
    },
  );

  test('the same key again replaces the content', async () => {
    const key = 'users/a/documents/again';
    await store.put(key, Readable.from(['first']), pdf);
    await store.put(key, Readable.from(['second']), pdf);
    expect(String(await read(await store.get(key)))).toBe('second');
  });

  test('nothing is left of an upload whose source breaks off', async () => {
    const before = await subject.count();
    const source = Readable.from(
      (async function* () {
        yield bytes(6 * 1024 * 1024);
        throw new Error('the sender hung up');
      })(),
    );
    await expect(store.put('users/a/documents/broken', source, pdf)).rejects.toThrow('the sender hung up');
    await expect(store.get('users/a/documents/broken')).rejects.toMatchObject({ kind: 'not-found' });
    expect(await subject.count()).toBe(before);
  });

  test('an upload ends with its signal and leaves nothing', async () => {
    const before = await subject.count();
    const stop = new AbortController();
    const source = Readable.from(
      (async function* () {
        yield bytes(1024);
        stop.abort(new Error('not wanted any more'));
        yield bytes(1024);
        await new Promise((resolve) => setTimeout(resolve, 50));
        yield bytes(1024);
      })(),
    );
    const put = store.put('users/a/documents/stopped', source, { ...pdf, signal: stop.signal });
    await expect(put).rejects.toThrow();
    expect(await subject.count()).toBe(before);
  });

  test('an upload that was stopped before it began leaves nothing', async () => {
    const before = await subject.count();
    const source = Readable.from([bytes(1024)]);
    const put = store.put('users/a/documents/unwanted', source, { ...pdf, signal: AbortSignal.abort() });
    await expect(put).rejects.toThrow();
    expect(await subject.count()).toBe(before);
  });

  test('a missing file is told as missing, and deleting it succeeds', async () => {
    await expect(store.get('users/a/documents/none')).rejects.toMatchObject({
      kind: 'not-found',
      code: 'FILE_NOT_FOUND',
    });
    await expect(store.delete('users/a/documents/none')).resolves.toBeUndefined();
  });

  test('a deleted file is gone', async () => {
    await store.put('users/a/documents/gone', Readable.from(['x']), pdf);
    await store.delete('users/a/documents/gone');
    await expect(store.get('users/a/documents/gone')).rejects.toMatchObject({ kind: 'not-found' });
  });

  test('a prefix goes whole, and nothing beside it', async () => {
    for (const key of ['users/b/documents/1', 'users/b/documents/2', 'users/bb/documents/1']) {
      await store.put(key, Readable.from(['x']), pdf);
    }
    expect(await store.deletePrefix('users/b/')).toBe(2);
    expect(await store.deletePrefix('users/b/')).toBe(0);
    expect(String(await read(await store.get('users/bb/documents/1')))).toBe('x');
  });

  test.each([
    '../outside',
    'users/../../outside',
    '/etc/passwd',
    'users//double',
    'users/a/',
    'users/.hidden',
    'users\\a',
    'users/a\0b',
    'users/é',
    `users/${'x'.repeat(600)}`,
    '',
  ])('%j is no key', async (key) => {
    const refused = { kind: 'invalid', code: 'OBJECT_KEY_INVALID' };
    await expect(store.put(key, Readable.from(['x']), pdf)).rejects.toMatchObject(refused);
    await expect(store.get(key)).rejects.toMatchObject(refused);
    await expect(store.delete(key)).rejects.toMatchObject(refused);
    await expect(store.deletePrefix(key.replace(/\/$/, ''))).rejects.toMatchObject(refused);
  });

  test('a link tells when it ends', async () => {
    await store.put('users/a/documents/linked', Readable.from(['x']), pdf);
    const before = Date.now();
    const link = await store.presign('users/a/documents/linked', { fileName: 'März 1.pdf', ...pdf });
    const seconds = (link.expiresAt.getTime() - before) / 1000;
    expect(seconds).toBeGreaterThan(3590);
    expect(seconds).toBeLessThan(3610);
    expect(link.url).toMatch(/^http/);
  });

  test('says that it is there', async () => {
    await expect(store.check(AbortSignal.timeout(2000))).resolves.toBeUndefined();
  });
});
