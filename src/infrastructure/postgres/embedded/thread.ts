import { parentPort, workerData } from 'node:worker_threads';
import type { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { z } from 'zod';
import { openFiles } from './open-files.js';
import type { FromThread, ToThread } from './protocol.js';

/**
 * The embedded database's own thread: PGlite runs a query to its end without yielding, so on the main thread it
 * would hold up every stream and timer.
 */
const optionsSchema = z.object({
  folder: z.string(),
  socketPath: z.string().optional(),
});

function tell(message: FromThread): void {
  parentPort?.postMessage(message);
}

async function serve(): Promise<void> {
  const { folder, socketPath } = optionsSchema.parse(workerData);
  const db = await openFiles(folder);
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
