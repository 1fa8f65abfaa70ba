import { Readable } from 'node:stream';
import type { Config } from '../../config/config.js';
import type { Core } from '../core.js';
import { examine, type Finding } from './finding.js';

const milliseconds = 10_000;

/** The parts that the configuration asks for, or the embedded ones that stand in for them. */
export async function examineServices(core: Core, config: Config): Promise<Finding[]> {
  return [
    await examineDatabase(core),
    await examineFiles(core, config),
    await examineIdentity(core, config),
    await examineReader(core, config),
    await examineModel(core, config),
    examineLookups(core),
  ];
}

function examineDatabase(core: Core): Promise<Finding> {
  return examine(
    'database',
    async () => {
      const { rows } = await core.connected.pool.query<{ version: string; size: string; items: number }>(
        `SELECT split_part(version(), ' ', 2) AS version, pg_size_pretty(pg_database_size(current_database())) AS size,
                (SELECT count(*)::int FROM entertainment_items) AS items`,
      );
      const { version = '?', size = '?', items = 0 } = rows[0] ?? {};
      const kind = core.connected.embedded ? 'embedded PostgreSQL' : 'PostgreSQL';
      const text = `${kind} ${version}, ${size}, ${items} items in the catalogue`;
      return items > 0
        ? { state: 'ok', text }
        : { state: 'warning', text, advice: 'The catalogue fills at the first `npm start`.' };
    },
    {
      state: 'problem',
      advice: 'Check DATABASE_URL: the server runs, has pgvector, and the user may create extensions.',
    },
  );
}

/** Writes, reads and deletes a small object: rights differ for each. */
function examineFiles(core: Core, config: Config): Promise<Finding> {
  const { objects, ids } = core.context;
  const where = config.S3_BUCKET ? `S3 bucket ${config.S3_BUCKET}` : 'a folder under DATA_DIR';
  return examine(
    'files',
    async () => {
      const key = `users/doctor/${ids.uuid()}`;
      const signal = AbortSignal.timeout(milliseconds);
      await objects.check(signal);
      await objects.put(key, Readable.from(['check']), { contentType: 'text/plain', signal });
      await (await objects.get(key, signal)).toArray();
      await objects.delete(key);
      return { state: 'ok', text: `${where}: written, read, deleted` };
    },
    {
      state: 'problem',
      advice: config.S3_BUCKET
        ? 'Check AWS_REGION, the credentials and the rights to put, get, delete and list (docs/aws.md).'
        : 'Make DATA_DIR writable for this user.',
    },
  );
}

function examineIdentity(core: Core, config: Config): Promise<Finding> {
  const where = config.cognito ? `Cognito pool ${config.cognito.userPoolId}` : 'accounts in the database';
  return examine(
    'signing in',
    async () => {
      await core.context.identity.check(AbortSignal.timeout(milliseconds));
      return { state: 'ok', text: where };
    },
    {
      state: 'problem',
      advice:
        'Check COGNITO_USER_POOL_ID, COGNITO_CLIENT_ID, COGNITO_AUTHORITY and AWS_REGION (docs/aws.md).',
    },
  );
}

/** The smallest PDF there is; it holds nothing, and saying so takes the whole reading process. */
const emptyPage = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>>endobj
trailer<</Root 1 0 R>>
%%EOF`;

function examineReader(core: Core, config: Config): Promise<Finding> {
  if (!config.FEATURE_DOCUMENT_PARSING) {
    return Promise.resolve({ part: 'documents', state: 'off', text: 'FEATURE_DOCUMENT_PARSING is off' });
  }
  return examine(
    'documents',
    async () => {
      const signal = AbortSignal.timeout(milliseconds * 3);
      const reading = await core.context.documentReader.read(Buffer.from(emptyPage), { signal });
      const [problem] = reading.problems;
      return problem?.code === 'DAMAGED'
        ? { state: 'problem', text: 'A good PDF is taken for a damaged one.', advice: 'Run `npm ci` again.' }
        : { state: 'ok', text: 'PDFs are read, scans included' };
    },
    { state: 'problem', advice: 'Run `npm ci` again; reading takes up to 1 GB of memory.' },
  );
}

function examineModel(core: Core, config: Config): Promise<Finding> {
  return examine(
    'model',
    async () => {
      await core.context.model.check(AbortSignal.timeout(milliseconds));
      return { state: 'ok', text: `${config.OLLAMA_MODEL} at ${config.OLLAMA_BASE_URL}` };
    },
    {
      state: 'warning',
      advice: `Replies come from templates meanwhile. Start Ollama, run \`ollama pull ${config.OLLAMA_MODEL}\`, check OLLAMA_BASE_URL.`,
    },
  );
}

function examineLookups(core: Core): Finding {
  const { priceProviders, reviewProviders } = core.context;
  const names = [...priceProviders, ...reviewProviders].map(({ name }) => name);
  return names.length > 0
    ? { part: 'look-ups', state: 'ok', text: names.join(', ') }
    : {
        part: 'look-ups',
        state: 'off',
        text: 'no keys: prices are the catalogue’s own, there are no reviews',
      };
}
