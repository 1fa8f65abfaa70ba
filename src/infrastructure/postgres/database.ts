import { setTimeout as sleep } from 'node:timers/promises';
import type { Database, Store } from '../../core/ports/database.js';
import { MatineeError } from '../../core/ports/errors.js';
import type { JobName } from '../../core/ports/job-queue.js';
import type { JobQueue, SqlExecutor } from '../queue/job-queue.js';
import type { PrismaTransaction } from './client.js';
import { isUnreachable, isWriteConflict } from './errors.js';
import type { PrismaClient } from './generated/client.js';
import { createStore } from './store.js';
import { insideTransaction } from './transaction-scope.js';

/** A conflict is settled by the other side's commit, so a few tries are enough. */
const attempts = 4;
const transactionMilliseconds = 30_000;
const waitMilliseconds = 30_000;
const checkMilliseconds = 5_000;

/**
 * The database port on Prisma: stores bound to the client, or to a transaction's own client.
 * @param plain the same client for use outside of transactions
 */
export function createDatabase(prisma: PrismaClient, plain: PrismaClient, queue: JobQueue): Database {
  const outside = tellingOutages(
    createStore(
      plain,
      queue.createSender(createExecutor(prisma), (name) => queue.wake(name)),
    ),
  );

  async function attempt<T>(work: (store: Store) => Promise<T>): Promise<T> {
    const sent = new Set<JobName>();
    const result = await prisma.$transaction(
      (client) => {
        const jobs = queue.createSender(createExecutor(client), (name) => sent.add(name));
        return insideTransaction(() => work(createStore(client, jobs)));
      },
      { maxWait: waitMilliseconds, timeout: transactionMilliseconds },
    );
    for (const name of sent) queue.wake(name);
    return result;
  }

  return {
    store: outside,
    transaction: async (work) => {
      for (let tried = 1; ; tried += 1) {
        try {
          return await attempt(work);
        } catch (error) {
          if (isUnreachable(error)) throw unreachable(error);
          if (!isWriteConflict(error) || tried === attempts) throw error;
          await sleep(Math.random() * 20 * 2 ** tried);
        }
      }
    },
    check: async (signal) => {
      const deadline = AbortSignal.any([AbortSignal.timeout(checkMilliseconds), ...(signal ? [signal] : [])]);
      try {
        await Promise.race([prisma.$queryRaw`SELECT 1`, rejectOn(deadline)]);
      } catch (error) {
        throw unreachable(error);
      }
    },
  };
}

/** The same store, whose calls say in our own words that the database cannot be reached; a transaction says so as a whole. */
function tellingOutages(store: Store): Store {
  const wrap = <Area extends object>(area: Area): Area =>
    new Proxy(area, {
      get(target, name, receiver) {
        const member: unknown = Reflect.get(target, name, receiver);
        if (typeof member !== 'function') return member;
        return async (...given: unknown[]): Promise<unknown> => {
          try {
            return await Reflect.apply(member, target, given);
          } catch (error) {
            throw isUnreachable(error) ? unreachable(error) : error;
          }
        };
      },
    });
  return {
    jobs: wrap(store.jobs),
    accounts: wrap(store.accounts),
    documents: wrap(store.documents),
    finance: wrap(store.finance),
    catalogue: wrap(store.catalogue),
    recommendations: wrap(store.recommendations),
    conversations: wrap(store.conversations),
    idempotency: wrap(store.idempotency),
    listeners: wrap(store.listeners),
  };
}

function rejectOn(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

function unreachable(cause: unknown): MatineeError {
  return new MatineeError(
    'unavailable',
    'DATABASE_UNREACHABLE',
    'The database does not answer right now. Please try again in a moment.',
    { cause },
  );
}

/** The queue's SQL inside a Prisma transaction. */
function createExecutor(client: PrismaTransaction): SqlExecutor {
  return {
    executeSql: async (text, values = []) => ({
      rows: await client.$queryRawUnsafe<unknown[]>(text, ...values),
    }),
  };
}
