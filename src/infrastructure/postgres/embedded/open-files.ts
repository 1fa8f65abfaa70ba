import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { vector } from '@electric-sql/pglite-pgvector';

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

/** Opens the data files below a folder, which are created when there are none. */
export function openFiles(folder: string): Promise<PGlite> {
  return PGlite.create({
    dataDir: folder,
    extensions: { vector, pg_trgm },
    startParams: [...PGlite.defaultStartParams, ...startParams],
  });
}
