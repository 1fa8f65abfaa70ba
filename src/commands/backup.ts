import { ConfigError, loadConfig } from '../config/config.js';
import { MatineeError } from '../core/ports/errors.js';
import { backUpData, restoreData } from '../infrastructure/postgres/embedded/backup.js';

const usage = `npm run backup -- FOLDER           copies the embedded data into a new folder below FOLDER
npm run backup -- --restore COPY   puts such a copy in place of the data; what was there is kept beside it`;

/** Backs the embedded data up, or restores it. PostgreSQL and S3 have backups of their own (docs/aws.md). */
async function main(): Promise<void> {
  const config = loadConfig(process.env);
  const words = process.argv.slice(2);
  const restoring = words[0] === '--restore';
  const folder = restoring ? words[1] : words[0];
  if (!folder || words.length !== (restoring ? 2 : 1)) {
    console.error(usage);
    process.exitCode = 2;
    return;
  }
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  if (restoring) {
    const aside = await restoreData(config.DATA_DIR, folder, `before-${stamp}`);
    console.log(`Restored into ${config.DATA_DIR}.${aside ? ` The earlier data is in ${aside}.` : ''}`);
  } else {
    console.log(`The copy is in ${await backUpData(config.DATA_DIR, folder, `matinee-${stamp}`)}`);
  }
}

main().catch((error: unknown) => {
  const known = error instanceof MatineeError || error instanceof ConfigError;
  console.error(known ? error.message : error);
  process.exitCode = 1;
});
