import { createProcessLog } from '../composition/process-log.js';
import { fillCatalogue } from '../composition/seed.js';
import { loadConfig } from '../config/config.js';
import { embedCatalogue } from '../core/catalogue/embed-catalogue.js';
import { createOfflineEmbedder } from '../infrastructure/embeddings/offline-embedder.js';
import { connectDatabase } from '../infrastructure/postgres/connect.js';

/**
 * Creates the embedded database with its tables and its catalogue, and ends: the first start's work, in a process of its own
 * (`src/composition/first-start.ts`).
 */
async function main(): Promise<void> {
  const config = loadConfig(process.env);
  const log = createProcessLog({ ...config, LOG_LEVEL: 'silent' });
  const connected = await connectDatabase({ dataDir: config.DATA_DIR, log });
  try {
    const { database, remarks } = connected;
    await fillCatalogue({ database, log }, remarks);
    await embedCatalogue({ database, log, embedder: await createOfflineEmbedder() }, {});
  } finally {
    await connected.close();
  }
}

/** Whoever waited for it has died, and does the work at its next start. */
process.once('disconnect', () => process.exit());

main()
  .catch(() => {
    // The start that waits does the work itself then, and says what stands in its way.
    process.exitCode = 1;
  })
  .finally(() => process.disconnect?.());
