import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import pg from 'pg';
import { repositoryPath } from './repository-path.js';

const require = createRequire(import.meta.url);
const wasmPath = join(dirname(require.resolve('@prisma/schema-engine-wasm')), 'schema_engine_bg.wasm');
const schemaPath = repositoryPath('prisma/schema.prisma');

/**
 * PostgreSQL's internal "char" type, for which Prisma's adapter has no name. It is passed through the adapter as a
 * time of day, which no catalogue query returns, and handed to the engine as the character that it is.
 */
const internalChar = 18;
const timeOfDay = 1083;

/** A pool for the engine's look at the catalogue, with the internal "char" type disguised. */
function createCataloguePool(connection: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({ ...connection, max: 1 });
  const query = async (config: pg.QueryConfig, values?: unknown[]): Promise<pg.QueryResult> => {
    const client = await pool.connect();
    try {
      const result = await client.query(config, values);
      for (const field of result.fields ?? []) {
        if (field.dataTypeID === internalChar) field.dataTypeID = timeOfDay;
      }
      return result;
    } finally {
      client.release();
    }
  };
  return Object.assign(pool, { query });
}

/**
 * The SQL that would turn a database into what prisma/schema.prisma says, by Prisma's own schema engine in
 * WebAssembly. Empty when the two agree.
 */
export async function describeDrift(connection: pg.PoolConfig): Promise<string> {
  const pool = createCataloguePool(connection);
  try {
    const engine = await startEngine(undisguised(new PrismaPg(pool)));
    const files = [{ path: 'schema.prisma', content: await readFile(schemaPath, 'utf8') }];
    const { stdout } = await engine.diff({
      from: { tag: 'schemaDatasource', files, configDir: '.' },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: null,
      filters: { externalTables: ['public._prisma_migrations'], externalEnums: [] },
    });
    engine.free();
    const sql = stdout ?? '';
    return sql.includes('This is an empty migration') ? '' : sql;
  } finally {
    await pool.end();
  }
}

function undisguised(factory: PrismaPg): SqlMigrationAwareDriverAdapterFactory {
  const reveal = (adapter: SqlDriverAdapter): SqlDriverAdapter => {
    const queryRaw: SqlDriverAdapter['queryRaw'] = async (query) => {
      const result = await adapter.queryRaw(query);
      const columnTypes = result.columnTypes.map((type) =>
        type === ColumnTypeEnum.Time ? ColumnTypeEnum.Character : type,
      );
      return { ...result, columnTypes };
    };
    return Object.assign(Object.create(adapter), { queryRaw });
  };
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => reveal(await factory.connect()),
    connectToShadowDb: async () => reveal(await factory.connectToShadowDb()),
  };
}

async function startEngine(adapter: SqlMigrationAwareDriverAdapterFactory) {
  const bindings = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  const { instance } = await WebAssembly.instantiate(await readFile(wasmPath), {
    './schema_engine_bg.js': { ...bindings },
  });
  call(Reflect.get(bindings, '__wbg_set_wasm'), instance.exports);
  call(instance.exports.__wbindgen_start);
  const datamodel = await readFile(schemaPath, 'utf8');
  return bindings.SchemaEngine.new(
    { datamodels: [['schema.prisma', datamodel]] },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(adapter),
  );
}

/** The two steps that a bundler's WebAssembly support would do, absent from the package's types. */
function call(step: unknown, ...values: unknown[]): void {
  if (typeof step !== 'function') throw new Error('The schema engine has changed its way to start.');
  step(...values);
}
