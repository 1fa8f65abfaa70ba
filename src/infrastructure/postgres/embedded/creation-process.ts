import { z } from 'zod';
import { openFiles } from './open-files.js';
import type { FromThread } from './protocol.js';

/**
 * A process of its own that creates the data files and ends. Creating them takes several times the memory of serving them,
 * of which a thread leaves 40 MB behind in its process.
 */
const folderSchema = z.string().min(1);

function tell(message: FromThread): void {
  process.send?.(message, () => process.disconnect());
}

/** Whoever waited for it has died: nobody holds the folder's lock any more. */
process.once('disconnect', () => process.exit());

async function create(): Promise<void> {
  const db = await openFiles(folderSchema.parse(process.argv[2]));
  await db.close();
  tell({ type: 'stopped' });
}

create().catch((error: unknown) =>
  tell({ type: 'failed', message: error instanceof Error ? error.message : String(error) }),
);
