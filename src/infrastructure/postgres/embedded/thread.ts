import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { vector } from '@electric-sql/pglite-pgvector';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { z } from 'zod';
import type { FromThread, ToThread } from './protocol.js';

/**
 * The embedded database's own thread: PGlite runs a query to its end without yielding, so on the main thread it
 * would hold up every stream and timer.
 */
const optionsSchema = z.object({
  folder: z.string(),
  socketPath: z.string().optional(),
  createOnly: z.literal(true).optional(),
});

/**
 * WebAssembly memory never shrinks, so everything that PostgreSQL sets aside stays set aside: buffers for a small machine,
 * tables for the one connection there is.
 */
const settings = [
  'shared_buffers=16MB',
  'wal_buffers=256kB',
  'maintenance_work_mem=16MB',
  'max_connections=5',
  'max_pred_locks_per_transaction=16',
  'max_wal_size=64MB',
  'jit=off',
  'timezone=UTC',
];
const startParams = settings.flatMap((setting) => ['-c', setting]);

function tell(message: FromThread): void {
  parentPort?.postMessage(message);
}

async function serve(): Promise<void> {
  const { folder, socketPath, createOnly } = optionsSchema.parse(workerData);
  const db = await PGlite.create({
    dataDir: folder,
    extensions: { vector, pg_trgm },
    startParams: [...PGlite.defaultStartParams, ...startParams],
  });
  if (createOnly) {
    await db.close();
    tell({ type: 'stopped' });
    parentPort?.close();
    return;
  }
  const server = new PGLiteSocketServer({
    db,
    maxConnections: 8,
    ...(socketPath ? { path: socketPath } : { host: '127.0.0.1', port: 0 }),
  });
  let port: number | null = null;
  server.addEventListener('listening', (event) => {
    const detail =
      event instanceof CustomEvent ? z.object({ port: z.number() }).safeParse(event.detail) : null;
    port = detail?.success ? detail.data.port : null;
  });
  await server.start();
  parentPort?.on('message', (message: ToThread) => {
    if (message.type !== 'stop') return;
    stop(db, server).catch((error: unknown) => tell({ type: 'failed', message: String(error) }));
  });
  tell({ type: 'ready', port });
}

async function stop(db: PGlite, server: PGLiteSocketServer): Promise<void> {
  await server.stop();
  await db.close();
  tell({ type: 'stopped' });
  parentPort?.close();
}

serve().catch((error: unknown) => {
  tell({ type: 'failed', message: error instanceof Error ? error.message : String(error) });
  parentPort?.close();
});
