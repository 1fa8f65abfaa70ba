import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadBucketCommand,
  ListObjectsV2Command,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { ObjectStore } from '../../core/ports/object-store.js';
import type { Clock } from '../../core/ports/runtime.js';
import { errorCode } from '../error-code.js';
import { createMeter } from './measured-stream.js';
import { objectNotFound, requireObjectKey, requireObjectPrefix, storageUnavailable } from './object-key.js';

export interface S3StoreOptions {
  readonly region: string;
  readonly bucket: string;
  readonly forcePathStyle: boolean;
  readonly linkSeconds: number;
  readonly clock: Clock;
  /** For tests and S3-compatible servers; the SDK's own AWS_ENDPOINT_URL_S3 serves otherwise. */
  readonly endpoint?: string;
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

const connectMilliseconds = 5_000;
const socketMilliseconds = 30_000;
/** S3's smallest part; an upload of up to two of them is held at a time. */
const partBytes = 5 * 1024 * 1024;

/** Objects in an S3 bucket: streamed with a checksum, encrypted by the server, links presigned by the SDK. */
export function createS3Store(options: S3StoreOptions): ObjectStore & { close(): void } {
  const client = new S3Client({
    region: options.region,
    forcePathStyle: options.forcePathStyle,
    maxAttempts: 3,
    requestHandler: { connectionTimeout: connectMilliseconds, socketTimeout: socketMilliseconds },
    ...(options.endpoint !== undefined && { endpoint: options.endpoint }),
    ...(options.credentials && { credentials: options.credentials }),
  });
  const Bucket = options.bucket;

  return {
    put: async (key, body, { contentType, signal }) => {
      const Key = requireObjectKey(key);
      const meter = createMeter();
      // The pipeline's outcome shows in the upload, which reads from its end.
      const feeding = pipeline(body, meter.stream).catch(() => undefined);
      const upload = new Upload({
        client,
        partSize: partBytes,
        queueSize: 1,
        leavePartsOnError: false,
        params: {
          Bucket,
          Key,
          Body: meter.stream,
          ContentType: contentType,
          ChecksumAlgorithm: 'SHA256',
          ServerSideEncryption: 'AES256',
        },
      });
      const abort = () => void upload.abort();
      signal?.addEventListener('abort', abort, { once: true });
      try {
        signal?.throwIfAborted();
        await upload.done();
        return meter.result();
      } catch (error) {
        meter.stream.destroy();
        throw signal?.aborted ? signal.reason : mapS3Error(error);
      } finally {
        signal?.removeEventListener('abort', abort);
        await feeding;
      }
    },
    get: async (key, signal) => {
      const command = new GetObjectCommand({ Bucket, Key: requireObjectKey(key) });
      const { Body } = await client.send(command, sendOptions(signal)).catch(rethrow);
      if (!(Body instanceof Readable)) throw storageUnavailable(new Error('S3 sent no body.'));
      return Body;
    },
    delete: async (key) => {
      await client.send(new DeleteObjectCommand({ Bucket, Key: requireObjectKey(key) })).catch(rethrow);
    },
    deletePrefix: async (prefix) => deletePrefix(client, Bucket, requireObjectPrefix(prefix)),
    presign: async (key, { fileName, contentType }) => {
      const command = new GetObjectCommand({
        Bucket,
        Key: requireObjectKey(key),
        ResponseContentType: contentType,
        ResponseContentDisposition: `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      });
      const signingDate = options.clock.now();
      const url = await getSignedUrl(client, command, { expiresIn: options.linkSeconds, signingDate });
      return { url, expiresAt: new Date(signingDate.getTime() + options.linkSeconds * 1000) };
    },
    check: async (signal) => {
      await client.send(new HeadBucketCommand({ Bucket }), sendOptions(signal)).catch((error: unknown) => {
        throw storageUnavailable(error);
      });
    },
    close: () => client.destroy(),
  };
}

function sendOptions(signal?: AbortSignal) {
  return signal ? { abortSignal: signal } : {};
}

async function deletePrefix(client: S3Client, Bucket: string, Prefix: string): Promise<number> {
  let count = 0;
  let ContinuationToken: string | undefined;
  do {
    const page = await client
      .send(new ListObjectsV2Command({ Bucket, Prefix, ...(ContinuationToken && { ContinuationToken }) }))
      .catch(rethrow);
    const Objects = (page.Contents ?? []).flatMap(({ Key }) => (Key === undefined ? [] : [{ Key }]));
    if (Objects.length > 0) {
      const result = await client
        .send(new DeleteObjectsCommand({ Bucket, Delete: { Objects, Quiet: true } }))
        .catch(rethrow);
      const failed = result.Errors?.[0];
      if (failed)
        throw storageUnavailable(new Error(`S3 kept an object: ${failed.Code ?? 'unknown reason'}`));
    }
    count += Objects.length;
    ContinuationToken = page.NextContinuationToken;
  } while (ContinuationToken !== undefined);
  return count;
}

function rethrow(error: unknown): never {
  throw mapS3Error(error);
}

/** What the sender did wrong stays what it is; what the bucket did is ours to name. */
function mapS3Error(error: unknown): unknown {
  if (error instanceof S3ServiceException) {
    const missing = error.name === 'NoSuchKey' || error.name === 'NotFound';
    return missing ? objectNotFound(error) : storageUnavailable(error);
  }
  const network = ['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EPIPE', 'ETIMEDOUT'];
  const timedOut = error instanceof Error && error.name === 'TimeoutError';
  return timedOut || network.includes(errorCode(error) ?? '') ? storageUnavailable(error) : error;
}
