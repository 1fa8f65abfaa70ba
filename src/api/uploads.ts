import { pipeline } from 'node:stream/promises';
import busboy from 'busboy';
import type { Request } from 'express';
import { MatineeError } from '../core/ports/errors.js';
import { RequestError } from './problem.js';
import { problemTypes } from './problem-types.js';

/** What is left of a refused upload is read away for this long, so that the client hears why. */
const DRAIN_MILLISECONDS = 5_000;
const DRAIN_BYTES = 64 * 1024 * 1024;
const MAX_FIELDS = 10;
const MAX_FIELD_BYTES = 1_000;

/** The one file of a multipart request, as it arrives, and the fields that came before it. */
export interface UploadedFile {
  readonly name: string;
  readonly body: AsyncIterable<Uint8Array>;
  readonly fields: Readonly<Record<string, string>>;
}

/**
 * Hands the file of a multipart request to `take` while it arrives; it never sits whole in memory. When `take`
 * fails, or the client leaves, the other side fails too.
 * @throws RequestError 400 or 415 for what is no such request, and whatever `take` throws
 */
export async function receiveUpload<T>(
  request: Request,
  signal: AbortSignal,
  take: (file: UploadedFile) => Promise<T>,
): Promise<T> {
  const parser = parserOf(request);
  const fields: Record<string, string> = {};
  let taken: Promise<T> | null = null;
  let refusal: RequestError | null = null;
  const whole = { request: Promise.resolve(), refusal: () => refusal };
  parser.on('field', (name, value, info) => {
    if (info.valueTruncated || info.nameTruncated || taken) refusal ??= badField(name);
    else if (Object.hasOwn(fields, name)) refusal ??= badField(name);
    else fields[name] = value;
  });
  parser.on('file', (_field, stream, { filename }) => {
    if (taken || refusal) {
      refusal ??= malformed('Send one file at a time.');
      stream.resume();
      return;
    }
    // Busboy ends a stream that breaks off with an error nobody else may listen for.
    stream.on('error', () => undefined);
    const file = { name: filename ?? 'document.pdf', body: untilWhole(stream, whole), fields };
    taken = Promise.resolve().then(() => take(file));
    taken.catch(() => stream.resume());
  });
  parser.on('filesLimit', () => {
    refusal ??= malformed('Send one file at a time.');
  });
  parser.on('fieldsLimit', () => {
    refusal ??= malformed('There are too many fields.');
  });
  whole.request = pipeline(request, parser, { signal });
  const outcome = await settle(whole.request, () => taken);
  if (outcome.result && !outcome.result.ok) {
    await drain(request);
    throw refusal ?? outcome.result.error;
  }
  if (refusal) throw refusal;
  if (outcome.broken) throw outcome.broken;
  if (!outcome.result) throw malformed('There is no file in the request.');
  return outcome.result.value;
}

/**
 * The file's bytes, which end well only where the whole request was good: what stands after the file may still refuse
 * it, and whoever stores it must hear so before it is done.
 */
async function* untilWhole(
  stream: AsyncIterable<Uint8Array>,
  whole: { readonly request: Promise<void>; readonly refusal: () => RequestError | null },
): AsyncGenerator<Uint8Array> {
  yield* stream;
  await whole.request;
  const refused = whole.refusal();
  if (refused) throw refused;
}

type Settled<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown };

/** Waits for both sides: the request's bytes, and whoever takes the file. */
async function settle<T>(
  piped: Promise<void>,
  taken: () => Promise<T> | null,
): Promise<{ result: Settled<T> | null; broken: RequestError | null }> {
  let broken: RequestError | null = null;
  try {
    await piped;
  } catch (cause) {
    broken = malformed('The upload broke off or is no proper multipart/form-data.', cause);
  }
  const pending = taken();
  if (!pending) return { result: null, broken };
  try {
    return { result: { ok: true, value: await pending }, broken };
  } catch (error) {
    const own = error instanceof MatineeError && error.kind !== 'unavailable';
    return { result: { ok: false, error: broken && !own ? broken : error }, broken };
  }
}

function parserOf(request: Request): busboy.Busboy {
  try {
    return busboy({
      headers: request.headers,
      defParamCharset: 'utf8',
      limits: { files: 1, fields: MAX_FIELDS, fieldSize: MAX_FIELD_BYTES, parts: MAX_FIELDS + 2 },
    });
  } catch (cause) {
    throw new RequestError(
      problemTypes.unsupportedMediaType,
      'NOT_MULTIPART',
      'Send the file as multipart/form-data.',
      { cause },
    );
  }
}

/** Reads the rest of a refused request away, within bounds. */
function drain(request: Request): Promise<void> {
  if (request.readableEnded || request.destroyed) return Promise.resolve();
  return new Promise((resolve) => {
    let bytes = 0;
    const done = () => {
      clearTimeout(timer);
      request.removeListener('data', count);
      resolve();
    };
    const count = (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > DRAIN_BYTES) done();
    };
    const timer = setTimeout(done, DRAIN_MILLISECONDS);
    request.unpipe();
    request.on('data', count);
    request.once('end', done);
    request.once('close', done);
    request.once('error', done);
    request.resume();
  });
}

function malformed(message: string, cause?: unknown): RequestError {
  return new RequestError(problemTypes.badRequest, 'UPLOAD_MALFORMED', message, { cause });
}

function badField(name: string): RequestError {
  return new RequestError(problemTypes.invalid, 'INVALID_INPUT', 'A field cannot be taken.', {
    fields: [
      {
        in: 'body',
        path: name.slice(0, 50),
        message: 'Give each field once, short, and before the file.',
      },
    ],
  });
}
