import pg from 'pg';
import type { PrismaClient } from './client.js';
import { Prisma } from './generated/client.js';

type Parse = (text: string) => unknown;

const utc = (text: string): Date => new Date(`${text.replace(' ', 'T')}Z`);
const zoned = (text: string): Date => new Date(text.replace(' ', 'T').replace(/([+-]\d{2})$/, '$1:00'));

/** What a value becomes where Prisma and pg differ, by the number of its PostgreSQL type: as Prisma has it. */
const parsers: ReadonlyMap<number, Parse> = new Map<number, Parse>([
  [pg.types.builtins.INT8, BigInt],
  [pg.types.builtins.OID, BigInt],
  [pg.types.builtins.NUMERIC, (text) => new Prisma.Decimal(text)],
  [pg.types.builtins.TIMESTAMP, utc],
  [pg.types.builtins.TIMESTAMPTZ, zoned],
  [pg.types.builtins.DATE, (text) => new Date(text)],
]);

const types: pg.CustomTypesConfig = {
  getTypeParser: (type: number) => parsers.get(type) ?? pg.types.getTypeParser(type, 'text'),
};

/** The driver writes a date in the machine's own time zone; the database counts in UTC. */
function parameter(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  return Array.isArray(value) ? value.map(parameter) : value;
}

/**
 * The same client, whose plain statements outside a transaction go to the pool directly, with the same values in and out: Prisma's
 * way around them takes as long as PostgreSQL's own work on a small statement, and a turn is a dozen of those.
 * @param nameOf a statement's name, under which the database keeps it prepared, or ''
 */
export function withPlainStatements(
  prisma: PrismaClient,
  pool: Pick<pg.Pool, 'query'>,
  nameOf: (sql: string) => string,
): PrismaClient {
  const run = (statement: TemplateStringsArray | Prisma.Sql, values: readonly unknown[]) => {
    const sql = statement instanceof Prisma.Sql ? statement : Prisma.sql(statement, ...values);
    const { text } = sql;
    const name = nameOf(text);
    return pool.query<Record<string, unknown>>({
      text,
      values: sql.values.map(parameter),
      types,
      ...(name !== '' && { name }),
    });
  };
  const own: Readonly<Record<string, unknown>> = {
    $queryRaw: async (statement: TemplateStringsArray | Prisma.Sql, ...values: unknown[]) =>
      (await run(statement, values)).rows,
    $executeRaw: async (statement: TemplateStringsArray | Prisma.Sql, ...values: unknown[]) =>
      (await run(statement, values)).rowCount ?? 0,
  };
  return new Proxy(prisma, {
    get: (target, key) => (typeof key === 'string' ? own[key] : undefined) ?? Reflect.get(target, key),
  });
}
