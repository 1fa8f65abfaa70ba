import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { keepAsTemplate, templateFolder } from '../composition/database-template.js';
import { createProcessLog } from '../composition/process-log.js';
import { fillCatalogue } from '../composition/seed.js';
import { loadConfig } from '../config/config.js';
import { embedCatalogue } from '../core/catalogue/embed-catalogue.js';
import { createOfflineEmbedder } from '../infrastructure/embeddings/offline-embedder.js';
import { connectDatabase } from '../infrastructure/postgres/connect.js';

/** Creates the embedded database under `dataDir` with its tables, its catalogue and the catalogue's offline vectors. */
async function prepare(dataDir: string): Promise<void> {
  const log = createProcessLog({ ...loadConfig({}), LOG_LEVEL: 'silent' });
  const connected = await connectDatabase({ dataDir, log });
  try {
    const { database, remarks } = connected;
    await fillCatalogue({ database, log }, remarks);
    await embedCatalogue({ database, log, embedder: await createOfflineEmbedder() }, {});
  } finally {
    await connected.close();
  }
}

/** Makes what first starts begin with, unless it is there. Without it they take longer, so no installation fails for it. */
async function prepareTemplate(): Promise<void> {
  const template = await templateFolder();
  if (existsSync(template)) return;
  const work = `${template}.${process.pid}`;
  try {
    await prepare(work);
    await keepAsTemplate(join(work, 'postgres'));
  } catch (error) {
    process.stderr.write(`The database's template could not be made: ${String(error)}\n`);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** Whoever waited for it has died, and does the work at its next start. */
process.once('disconnect', () => process.exit());

const [option] = process.argv.slice(2);
const work = option === '--template' ? prepareTemplate() : prepare(resolve(loadConfig(process.env).DATA_DIR));
work
  .catch(() => {
    // The start that waits does the work itself then, and says what stands in its way.
    process.exitCode = 1;
  })
  .finally(() => process.disconnect?.());
