import { connect } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import express from 'express';
import { correlate } from '../../../src/api/middleware/correlation.js';
import { answerError } from '../../../src/api/mount.js';
import { receiveUpload, type UploadedFile } from '../../../src/api/uploads.js';
import { MatineeError } from '../../../src/core/ports/errors.js';
import { type Served, serve } from '../../support/api/serve.js';
import { silentLog } from '../../support/database.js';

type Take = (file: UploadedFile) => Promise<{ name: string; size: number; fields: object }>;

let served: Served;
let take: Take;
/** How the last taking ended. */
let ended: Promise<string>;

async function measure(file: UploadedFile) {
  let size = 0;
  for await (const chunk of file.body) size += chunk.length;
  return { name: file.name, size, fields: { ...file.fields } };
}

beforeAll(async () => {
  const app = express();
  const clock = { now: () => new Date(), sleep: async () => undefined };
  const ids = { uuid: () => crypto.randomUUID(), bytes: () => new Uint8Array(8) };
  app.use(correlate({ log: silentLog, clock, ids }));
  app.post('/', async (request, response) => {
    const left = new AbortController();
    response.once('close', () => left.abort());
    const answer = await receiveUpload(request, left.signal, (file) => {
      const taken = take(file);
      ended = taken.then(
        () => 'kept',
        (error: unknown) => `failed: ${error instanceof Error ? error.name : 'unknown'}`,
      );
      return taken;
    });
    response.json(answer);
  });
  app.use(answerError(silentLog));
  served = await serve(app);
});

beforeEach(() => {
  take = measure;
});

afterAll(() => served.close());

function form(parts: readonly [string, string | Blob, string?][]): FormData {
  const data = new FormData();
  for (const [name, value, fileName] of parts) {
    if (typeof value === 'string') data.append(name, value);
    else data.append(name, value, fileName);
  }
  return data;
}

async function upload(body: FormData | string, headers: Record<string, string> = {}) {
  const response = await fetch(served.url, { method: 'POST', body, headers });
  return { status: response.status, body: await response.json() };
}

describe('receiveUpload', () => {
  it('hands over the file as it arrives, with its name and the fields before it', async () => {
    const file = new Blob([new Uint8Array(300_000)]);
    const answer = await upload(
      form([
        ['documentType', 'receipt'],
        ['file', file, 'Kontoauszug März.pdf'],
      ]),
    );
    expect(answer).toEqual({
      status: 200,
      body: { name: 'Kontoauszug März.pdf', size: 300_000, fields: { documentType: 'receipt' } },
    });
  });

  it('tells why a file was refused, even while it still arrives', async () => {
    take = async () => {
      throw new MatineeError('invalid', 'NOT_A_PDF', 'That file is not a PDF.');
    };
    const answer = await upload(form([['file', new Blob([new Uint8Array(8_000_000)]), 'big.bin']]));
    expect([answer.status, answer.body.code]).toEqual([422, 'NOT_A_PDF']);
  });

  it('tells what the taker throws at once', async () => {
    take = () => {
      throw new MatineeError('invalid', 'FIELDS', 'These fields are wrong.');
    };
    const answer = await upload(form([['file', new Blob(['%PDF-']), 'a.pdf']]));
    expect([answer.status, answer.body.code]).toEqual([422, 'FIELDS']);
  });

  it('refuses two files, a repeated field and a request without a file', async () => {
    const file = new Blob(['%PDF-']);
    expect(
      (
        await upload(
          form([
            ['file', file, 'a'],
            ['file', file, 'b'],
          ]),
        )
      ).status,
    ).toBe(400);
    expect(
      (
        await upload(
          form([
            ['t', '1'],
            ['t', '2'],
            ['file', file, 'a'],
          ]),
        )
      ).status,
    ).toBe(422);
    expect((await upload(form([['t', '1']]))).status).toBe(400);
  });

  it.each([
    ['a field', ['late', '1'] as [string, string], 422],
    ['another file', ['file', new Blob(['%PDF-']), 'b'] as [string, Blob, string], 400],
  ])('keeps nothing of a file that %s after it makes a refusal', async (_what, late, status) => {
    const first: [string, Blob, string] = ['file', new Blob(['%PDF-']), 'a'];
    expect((await upload(form([first, late]))).status).toBe(status);
    await expect(ended).resolves.toBe('failed: RequestError');
  });

  it('refuses what is no multipart form, and one that is broken', async () => {
    expect((await upload('%PDF-1.7', { 'content-type': 'application/pdf' })).status).toBe(415);
    const broken = await upload(
      '--x\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF',
      {
        'content-type': 'multipart/form-data; boundary=x',
      },
    );
    expect(broken.status).toBe(400);
    await expect(ended).resolves.toMatch(/^failed/);
  });

  it('fails the taking when the client leaves in the middle', async () => {
    let begun: () => void = () => undefined;
    const started = new Promise<void>((resolve) => {
      begun = resolve;
    });
    take = async (file) => {
      begun();
      return measure(file);
    };
    const socket = connect(Number(new URL(served.url).port), '127.0.0.1');
    socket.write(
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 100000\r\n\r\n' +
        '--x\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.7 half of it',
    );
    await started;
    socket.destroy();
    await expect(ended).resolves.toMatch(/^failed/);
  });
});
