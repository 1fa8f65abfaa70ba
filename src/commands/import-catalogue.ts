import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createProcessLog } from '../composition/process-log.js';
import { ConfigError, loadConfig } from '../config/config.js';
import { embedCatalogue } from '../core/catalogue/embed-catalogue.js';
import { importCatalogue } from '../core/catalogue/import-catalogue.js';
import { MatineeError } from '../core/ports/errors.js';
import { createOfflineEmbedder } from '../infrastructure/embeddings/offline-embedder.js';
import { connectDatabase } from '../infrastructure/postgres/connect.js';
import { readCatalogueFile } from './catalogue-records.js';

const usage = `Usage: npm run -s import-catalogue -- FILE --source NAME

Adds and changes items from a file of JSON lines or a CSV table with a heading row (docs/catalogue.md has the fields).
Importing again updates the items of the same source. Bad lines are left out and named; the exit code is then 1.`;

interface Options {
  readonly file: string;
  readonly source: string;
}

function readOptions(): Options | null {
  try {
    const { values, positionals } = parseArgs({
      options: { source: { type: 'string' }, help: { type: 'boolean' } },
      allowPositionals: true,
    });
    const [file] = positionals;
    if (values.help || file === undefined || values.source === undefined) return null;
    // npm runs scripts in the package's folder; the path is meant from where the user stands.
    return { file: resolve(process.env.INIT_CWD ?? process.cwd(), file), source: values.source };
  } catch (error) {
    if (error instanceof Error) console.error(error.message);
    return null;
  }
}

function showProgress(read: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${read} read`);
}

async function importFile(options: Options): Promise<number> {
  const config = loadConfig(process.env);
  const log = createProcessLog(config);
  const connected = await connectDatabase({
    ...(config.DATABASE_URL && { databaseUrl: config.DATABASE_URL }),
    dataDir: config.DATA_DIR,
    log,
  });
  try {
    const context = { database: connected.database, embedder: await createOfflineEmbedder(), log };
    const report = await importCatalogue(context, {
      source: options.source,
      records: readCatalogueFile(options.file),
      onProgress: showProgress,
    });
    if (process.stderr.isTTY) process.stderr.write('\r');
    const { embedded } = await embedCatalogue(context, {});
    console.log(
      `${report.read} read: ${report.added} added, ${report.changed} changed, ${report.unchanged} unchanged, ${report.rejected} left out. ${embedded} vectors made.`,
    );
    for (const { line, message } of report.problems) console.error(`line ${line}: ${message}`);
    return report.rejected > 0 ? 1 : 0;
  } finally {
    await connected.close();
  }
}

try {
  const options = readOptions();
  if (options === null) console.error(usage);
  process.exitCode = options === null ? 2 : await importFile(options);
} catch (error) {
  const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
  if (!missing && !(error instanceof MatineeError) && !(error instanceof ConfigError)) throw error;
  console.error(missing ? 'There is no such file. Please check the path.' : error.message);
  process.exitCode = 2;
}
