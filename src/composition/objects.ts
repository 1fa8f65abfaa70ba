import { join } from 'node:path';
import type { Config } from '../config/config.js';
import type { LinkedFileStore, ObjectStore } from '../core/ports/object-store.js';
import type { ConnectedDatabase } from '../infrastructure/postgres/connect.js';
import { systemClock } from '../infrastructure/runtime/clock.js';
import { randomIds } from '../infrastructure/runtime/ids.js';
import { createFolderStore } from '../infrastructure/storage/folder-store.js';

/** S3 where a bucket is named, else a folder. The AWS SDK is loaded only where it is used: it costs 40 MB and 0.3 s. */
export async function createObjects(
  config: Config,
  connected: Pick<ConnectedDatabase, 'secret'>,
  publicUrl: () => string,
): Promise<{
  readonly objects: ObjectStore;
  readonly linkedFiles: LinkedFileStore | null;
  readonly closeObjects: () => void;
}> {
  if (config.S3_BUCKET) {
    const { createS3Store } = await import('../infrastructure/storage/s3-store.js');
    const store = createS3Store({
      region: config.AWS_REGION,
      bucket: config.S3_BUCKET,
      forcePathStyle: config.S3_FORCE_PATH_STYLE,
      linkSeconds: config.S3_PRESIGNED_URL_EXPIRY_SECONDS,
      clock: systemClock,
      ...(config.AWS_ENDPOINT_URL_S3 && { endpoint: config.AWS_ENDPOINT_URL_S3 }),
    });
    return { objects: store, linkedFiles: null, closeObjects: () => store.close() };
  }
  const secret = await connected.secret('file-links', () => Buffer.from(randomIds.bytes(32)).toString('hex'));
  const store = createFolderStore({
    folder: join(config.DATA_DIR, 'files'),
    publicUrl,
    linkSecret: Buffer.from(secret, 'hex'),
    linkSeconds: config.S3_PRESIGNED_URL_EXPIRY_SECONDS,
    clock: systemClock,
    ids: randomIds,
  });
  return { objects: store, linkedFiles: store, closeObjects: () => undefined };
}
