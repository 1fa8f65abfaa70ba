import { PrismaPg } from '@prisma/adapter-pg';
import type pg from 'pg';
import type { Database } from '../../core/ports/database.js';
import { MatineeError } from '../../core/ports/errors.js';
import type { PlatformInstallations } from '../../core/ports/platform-installations.js';
import type { Clock, Logger } from '../../core/ports/runtime.js';
import { errorCode } from '../error-code.js';
import { createJobQueue, type JobQueue } from '../queue/job-queue.js';
import { createSealer } from '../sealing/sealer.js';
import { createDatabase } from './database.js';
import { type EmbeddedServer, startEmbeddedServer } from './embedded/embedded-server.js';
import { isUnreachable } from './errors.js';
import { PrismaClient } from './generated/client.js';
import {
  createLocalAccountStore,
  type LocalAccountStore,
  readRemark,
  serverSecret,
  writeRemark,
} from './local-accounts.js';
import { migrate, readMigrations } from './migrations.js';
import { withPlainStatements } from './plain-statements.js';
import { createPlatformInstallations } from './platform-installations.js';
import { createStatementNames } from './statement-names.js';
import { GuardedPool } from './transaction-scope.js';

export interface DatabaseOptions {
  /** A PostgreSQL with pgvector; without it the embedded database under `dataDir` serves. */
  readonly databaseUrl?: string;
  readonly dataDir: string;
  /** Data files of a closed embedded database of this version: a new one begins as their copy. */
  readonly template?: string;
  readonly log: Logger;
  /** Connections to PostgreSQL at most. The embedded database always has one. */
  readonly poolSize?: number;
  /** Called once when the embedded database ends by itself: nothing can be stored any more. */
  readonly onLost?: (error: Error) => void;
}

/** The connected, migrated database and what belongs to the same connections. */
export interface ConnectedDatabase {
  readonly database: Database;
  readonly queue: JobQueue;
  /** Accounts of the embedded identity provider. */
  readonly localAccounts: LocalAccountStore;
  /** A secret of this installation, made once. @param make a new value, in case there is none yet */
  secret(name: string, make: () => string | Promise<string>): Promise<string>;
  /** Remarks of the server's to itself that outlive it. */
  readonly remarks: {
    read(name: string): Promise<string | null>;
    write(name: string, value: string): Promise<void>;
  };
  /** Where a chat platform's app is installed. @param keys of 32 bytes: the first seals, all of them open */
  installations(keys: readonly Uint8Array[], clock: Clock): PlatformInstallations;
  readonly pool: GuardedPool;
  /** How a further client of this process reaches the same database. */
  readonly connection: pg.PoolConfig;
  readonly embedded: boolean;
  /** Migrations that this start applied; all of them on a new database. */
  readonly applied: readonly string[];
  close(): Promise<void>;
}

const defaultPoolSize = 10;
const connectMilliseconds = 30_000;
/** On PostgreSQL the server ends what takes longer; the embedded database has one backend, so the client gives up. */
const statementMilliseconds = 30_000;

/**
 * Connects to PostgreSQL or opens the embedded database, and brings it to this version.
 * @throws MatineeError in one sentence when the folder is locked, the database is newer, or nothing answers
 */
export async function connectDatabase(options: DatabaseOptions): Promise<ConnectedDatabase> {
  const server = options.databaseUrl
    ? null
    : await startEmbeddedServer(options.dataDir, {
        ...(options.template && { template: options.template }),
        onLost: options.onLost ?? ((error) => options.log.error({ error }, 'Lost')),
      });
  try {
    return await connect(options, server);
  } catch (error) {
    await server?.stop();
    throw options.databaseUrl ? explain(error, options.databaseUrl) : error;
  }
}

/** What PostgreSQL's refusals mean for whoever set DATABASE_URL, by SQLSTATE; the URL's password is never shown. */
const refusals: Readonly<Record<string, string>> = {
  '28P01': 'refuses the password',
  '28000': 'refuses this user or connection',
  '3D000': 'has no such database',
  '42501': 'does not let this user create tables or extensions',
  '0A000': 'lacks the extensions vector or pg_trgm',
  '58P01': 'lacks the extensions vector or pg_trgm',
  '08P01': 'is reached through a pooler that refuses connection settings (docs/scaling.md has what it needs)',
};

function explain(error: unknown, databaseUrl: string): unknown {
  const refusal = refusals[errorCode(error) ?? ''];
  if (refusal === undefined && !isUnreachable(error)) return error;
  const host = URL.canParse(databaseUrl) ? new URL(databaseUrl).host : 'that address';
  const what = refusal ?? `does not answer (${errorCode(error) ?? 'no connection'})`;
  const message = `The PostgreSQL at ${host} ${what}: check DATABASE_URL.`;
  return new MatineeError('unavailable', 'DATABASE_REFUSES', message, { cause: error });
}

function createPool(options: DatabaseOptions, server: EmbeddedServer | null): GuardedPool {
  // All connections to the embedded database share one backend, and with it unnamed statements and settings:
  // two at once would mix up each other's parameters. One connection keeps every query whole.
  const target = server
    ? {
        ...server.connection,
        max: 1,
        idleTimeoutMillis: 0,
        query_timeout: statementMilliseconds * 2,
        // A new connection meets the same backend, which still has the statements of the connection before.
        onConnect: (client: pg.ClientBase) => client.query('DEALLOCATE ALL'),
      }
    : {
        connectionString: options.databaseUrl,
        max: options.poolSize ?? defaultPoolSize,
        statement_timeout: statementMilliseconds,
        idle_in_transaction_session_timeout: statementMilliseconds * 2,
        options: '-c timezone=UTC',
        keepAlive: true,
      };
  const pool = new GuardedPool({
    ...target,
    connectionTimeoutMillis: connectMilliseconds,
    application_name: 'matinee',
  });
  pool.on('error', (error) => options.log.warn({ error }, 'A database connection was lost'));
  return pool;
}

async function connect(options: DatabaseOptions, server: EmbeddedServer | null): Promise<ConnectedDatabase> {
  const pool = createPool(options, server);
  try {
    const applied = await migratePool(pool);
    const queue = await createJobQueue(
      { executeSql: async (text, values) => pool.query(text, values ? [...values] : undefined) },
      options.log,
    );
    if (server) await queue.prepare();
    else await oneAtATime(pool, () => queue.prepare());
    // A server behind a pooler would not find them again on its next connection.
    const nameOf = server ? createStatementNames() : () => '';
    const prisma = new PrismaClient({
      adapter: new PrismaPg(pool, {
        disposeExternalPool: false,
        ...(server && { statementNameGenerator: ({ sql }) => nameOf(sql) }),
      }),
    });
    return {
      database: createDatabase(prisma, withPlainStatements(prisma, pool, nameOf), queue),
      queue,
      localAccounts: createLocalAccountStore(prisma),
      secret: (name, make) => serverSecret(prisma, name, make),
      remarks: {
        read: (name) => readRemark(prisma, name),
        write: (name, value) => writeRemark(prisma, name, value),
      },
      installations: (keys, clock) => createPlatformInstallations(prisma, createSealer(keys), clock),
      pool,
      connection: server ? { ...server.connection } : { connectionString: options.databaseUrl },
      embedded: server !== null,
      applied,
      close: async () => {
        await prisma.$disconnect();
        await pool.end();
        await server?.stop();
      },
    };
  } catch (error) {
    await pool.end();
    throw error;
  }
}

async function migratePool(pool: GuardedPool): Promise<string[]> {
  const client = await pool.connect();
  try {
    return await migrate(client, await readMigrations());
  } finally {
    client.release();
  }
}

const preparationLock = '7262010002';

/**
 * Of several processes that start together on PostgreSQL, one does the work and the others then find it done. The lock belongs
 * to a transaction: a pooler may give the next statement outside of one to another session, which could not free it.
 */
async function oneAtATime(pool: GuardedPool, work: () => Promise<void>): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query('SELECT pg_advisory_xact_lock($1)', [preparationLock]);
    await work();
  } finally {
    await client.query('COMMIT');
    client.release();
  }
}
