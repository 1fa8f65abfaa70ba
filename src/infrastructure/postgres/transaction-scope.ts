import { AsyncLocalStorage } from 'node:async_hooks';
import pg from 'pg';
import { MatineeError } from '../../core/ports/errors.js';

const scope = new AsyncLocalStorage<true>();

/** Runs `work` as the inside of a transaction: a second connection asked for in there is refused. */
export function insideTransaction<T>(work: () => Promise<T>): Promise<T> {
  return scope.run(true, work);
}

/**
 * A pool that refuses a second connection from inside a transaction, instead of waiting for it until a deadline:
 * the embedded database has a single backend, which the transaction occupies.
 */
export class GuardedPool extends pg.Pool {
  override connect(): Promise<pg.PoolClient>;
  override connect(
    callback: (
      error: Error | undefined,
      client: pg.PoolClient | undefined,
      done: (release?: boolean | Error) => void,
    ) => void,
  ): void;
  override connect(callback?: Parameters<pg.Pool['connect']>[0]): Promise<pg.PoolClient> | undefined {
    const error = scope.getStore() === undefined ? null : misuse();
    if (callback) {
      if (error) callback(error, undefined, () => undefined);
      else super.connect(callback);
      return undefined;
    }
    return error ? Promise.reject(error) : super.connect();
  }
}

function misuse(): MatineeError {
  return new MatineeError(
    'conflict',
    'SECOND_CONNECTION_IN_TRANSACTION',
    'Inside a transaction only the store that it passes in may be used.',
  );
}
