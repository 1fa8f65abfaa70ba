import { AsyncLocalStorage } from 'node:async_hooks';

const correlation = new AsyncLocalStorage<string>();

/** Everything logged within `work`, however deep, bears the id. */
export function correlated<T>(id: string, work: () => T): T {
  return correlation.run(id, work);
}

/** The id of the work under way; undefined outside any. */
export function currentCorrelation(): string | undefined {
  return correlation.getStore();
}
