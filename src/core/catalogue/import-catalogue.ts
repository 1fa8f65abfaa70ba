import type { CoreContext } from '../ports/context.js';
import { MatineeError } from '../ports/errors.js';
import type { ItemRecord, UpsertCounts } from '../ports/stores/catalogue.js';
import { toItemRecord } from './item-record.js';
import type { CatalogueImportReport } from './types.js';

const batchSize = 500;
/** Problems that a report names; further ones are only counted. */
const namedProblems = 50;

/**
 * Adds and changes items by (source, key) from records of any origin; bad records are left out and named. Each batch is one
 * transaction: an import that was interrupted is simply run again. New and changed items are queued for their vectors.
 * @throws MatineeError invalid for a source name that is none
 */
export async function importCatalogue(
  context: Pick<CoreContext, 'database'>,
  input: {
    readonly source: string;
    /** One item each, with its line number. */
    readonly records: AsyncIterable<{ readonly line: number; readonly value: unknown }>;
    readonly onProgress?: (read: number) => void;
  },
): Promise<CatalogueImportReport> {
  if (!/^[a-z0-9][a-z0-9-]{0,49}$/.test(input.source)) {
    throw new MatineeError(
      'invalid',
      'BAD_SOURCE',
      'A source is named with small letters, digits and hyphens.',
      {
        fields: [{ path: 'source', message: 'must be small letters, digits and hyphens' }],
      },
    );
  }
  const total = { read: 0, added: 0, changed: 0, unchanged: 0, rejected: 0 };
  const problems: { line: number; message: string }[] = [];
  let batch = new Map<string, ItemRecord>();
  const flush = async (): Promise<void> => {
    const counts = await writeBatch(context, input.source, [...batch.values()]);
    total.added += counts.added;
    total.changed += counts.changed;
    total.unchanged += counts.unchanged;
    batch = new Map();
    input.onProgress?.(total.read);
  };
  for await (const { line, value } of input.records) {
    total.read += 1;
    const record = toItemRecord(value);
    if ('problem' in record) {
      total.rejected += 1;
      if (problems.length < namedProblems) problems.push({ line, message: record.problem });
      continue;
    }
    // The last of two lines with one key is the one that counts.
    if (batch.has(record.externalKey)) total.unchanged += 1;
    batch.set(record.externalKey, record);
    if (batch.size >= batchSize) await flush();
  }
  await flush();
  return { ...total, problems };
}

async function writeBatch(
  context: Pick<CoreContext, 'database'>,
  source: string,
  records: readonly ItemRecord[],
): Promise<UpsertCounts> {
  if (records.length === 0) return { added: 0, changed: 0, unchanged: 0 };
  return context.database.transaction(async (store) => {
    const counts = await store.catalogue.upsertItems(source, records);
    if (counts.added + counts.changed > 0) {
      await store.jobs.send('embed-catalogue', {}, { singletonKey: 'embed-catalogue' });
    }
    return counts;
  });
}
