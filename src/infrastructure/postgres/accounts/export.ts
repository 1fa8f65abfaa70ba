import type { ExportedTables } from '../../../core/ports/stores/accounts.js';
import type { PrismaTransaction } from '../client.js';

interface Reference {
  readonly child: string;
  readonly column: string;
  readonly parent: string;
  readonly parentColumn: string;
}

/** Nobody's data: hashes of codes, answers kept for repeated requests. */
const leftOut = new Set(['link_codes', 'idempotency_keys']);

/**
 * Every row that belongs to the user, found by walking the foreign keys that delete along with the user: a table of
 * the future is exported as soon as it refers to one of these.
 */
export async function exportTables(client: PrismaTransaction, userId: string): Promise<ExportedTables> {
  const references = await client.$queryRaw<Reference[]>`
    SELECT con.conrelid::regclass::text AS child, child.attname::text AS "column",
           con.confrelid::regclass::text AS parent, parent.attname::text AS "parentColumn"
    FROM pg_constraint con
    JOIN pg_attribute child ON child.attrelid = con.conrelid AND child.attnum = con.conkey[1]
    JOIN pg_attribute parent ON parent.attrelid = con.confrelid AND parent.attnum = con.confkey[1]
    WHERE con.contype = 'f' AND con.confdeltype = 'c' AND con.connamespace = 'public'::regnamespace`;
  const tables: Record<string, Record<string, unknown>[]> = {};
  tables.users = await select(client, 'users', 'id', [userId]);
  const queue = ['users'];
  for (let parent = queue.shift(); parent !== undefined; parent = queue.shift()) {
    for (const reference of references.filter((candidate) => candidate.parent === parent)) {
      const { child } = reference;
      // The nearest way to the user is taken; a second way leads to the same rows.
      if (leftOut.has(child) || tables[child] !== undefined) continue;
      const keys = (tables[parent] ?? []).map((row) => String(row[reference.parentColumn]));
      tables[child] = await select(client, child, reference.column, keys);
      queue.push(child);
    }
  }
  return tables;
}

async function select(client: PrismaTransaction, table: string, column: string, keys: readonly string[]) {
  if (keys.length === 0) return [];
  const rows = await client.$queryRawUnsafe<{ row: Record<string, unknown> }[]>(
    `SELECT to_jsonb(t) AS row FROM ${table} t WHERE "${column}"::text = ANY($1)`,
    keys,
  );
  return rows.map(({ row }) => row);
}
