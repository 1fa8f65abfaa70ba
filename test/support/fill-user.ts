import { randomUUID } from 'node:crypto';
import type pg from 'pg';

interface Column {
  readonly table: string;
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  readonly length: number | null;
}

interface Reference {
  readonly child: string;
  readonly column: string;
  readonly parent: string;
}

/** The public tables that bear a `user_id`, whatever the schema holds by then. */
export async function tablesOfUsers(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.columns
     WHERE table_schema = 'public' AND column_name = 'user_id' ORDER BY 1`,
  );
  return rows.map((row) => row.name);
}

/** Values that a CHECK constraint or a parser insists on. */
const fixed: Record<string, () => unknown> = {
  'financial_documents.document_type': () => 'receipt',
  'chat_messages.role': () => 'user',
  'entertainment_items.type': () => 'movie',
  'ratings.value': () => 4,
  'document_readings.sha256': () => 'a'.repeat(64),
  'financial_documents.s3_key': () => `users/filled/documents/${randomUUID()}`,
  // Nobody has the same of these as somebody else.
  'identities.platform_user_id': () => randomUUID(),
  'link_codes.code_hash': () => randomUUID(),
};

/**
 * Puts one row of a user's into every table that bears a `user_id`, and the rows those need. Only the required columns
 * are filled, by type, so that a table of the future is filled as well.
 * @param mark ends up in every text, so that rows of two users differ
 */
export async function fillUser(pool: pg.Pool, userId: string, mark: string): Promise<Map<string, string>> {
  const columns = await readColumns(pool);
  const references = await readReferences(pool);
  const made = new Map<string, string>([['users', userId]]);

  async function make(table: string): Promise<string> {
    const known = made.get(table);
    if (known) return known;
    const own = columns.filter((column) => column.table === table);
    const values = new Map<string, unknown>();
    for (const column of own) {
      const reference = references.find((each) => each.child === table && each.column === column.name);
      if (reference && (column.required || column.name === 'user_id')) {
        values.set(column.name, await make(reference.parent));
      } else if (column.name === 'id' && column.type === 'uuid') values.set('id', randomUUID());
      else if (column.required)
        values.set(column.name, fixed[`${table}.${column.name}`]?.() ?? valueFor(column, mark));
    }
    const names = [...values.keys()];
    await pool.query(
      `INSERT INTO ${table} (${names.map((name) => `"${name}"`).join(', ')})
       VALUES (${names.map((_, index) => `$${index + 1}`).join(', ')})`,
      [...values.values()],
    );
    const id = String(values.get('id') ?? values.get(own[0]?.name ?? '') ?? '');
    made.set(table, id);
    return id;
  }

  for (const table of await tablesOfUsers(pool)) await make(table);
  return made;
}

async function readColumns(pool: pg.Pool): Promise<Column[]> {
  const { rows } = await pool.query<Column>(
    `SELECT table_name AS "table", column_name AS name, udt_name AS type, character_maximum_length AS length,
            is_nullable = 'NO' AND column_default IS NULL AS required
     FROM information_schema.columns WHERE table_schema = 'public' ORDER BY table_name, ordinal_position`,
  );
  return rows;
}

async function readReferences(pool: pg.Pool): Promise<Reference[]> {
  const { rows } = await pool.query<Reference>(
    `SELECT conrelid::regclass::text AS child, a.attname::text AS "column", confrelid::regclass::text AS parent
     FROM pg_constraint JOIN pg_attribute a ON a.attrelid = conrelid AND a.attnum = conkey[1]
     WHERE contype = 'f' AND connamespace = 'public'::regnamespace`,
  );
  return rows;
}

function valueFor(column: Column, mark: string): unknown {
  switch (column.type) {
    case 'varchar':
    case 'bpchar':
    case 'text':
      return column.length === null ? mark : mark.slice(0, column.length);
    case 'uuid':
      return randomUUID();
    case 'int4':
    case 'int8':
    case 'numeric':
      return 1;
    case 'bool':
      return false;
    case 'json':
    case 'jsonb':
      return '{}';
    case 'timestamp':
    case 'timestamptz':
      return '2026-01-02T03:04:05Z';
    case 'date':
      return '2026-01-02';
    default:
      if (column.type.startsWith('_')) return [];
      throw new Error(`${column.table}.${column.name} has type ${column.type}: say here how to fill it.`);
  }
}
