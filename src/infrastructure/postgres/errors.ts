import { MatineeError } from '../../core/ports/errors.js';

/** SQLSTATE of serialization failures and deadlocks: the same work succeeds when tried again. */
const conflictStates = new Set(['40001', '40P01']);
const conflictCodes = new Set(['P2034']);
const unreachableCodes = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2037']);
const unreachableStates = new Set(['57P01', '57P02', '57P03', '08001', '08003', '08006', '53300']);
/** What Prisma's driver adapter calls the same, where it hides the driver's own code. */
const unreachableKinds = new Set([
  'DatabaseNotReachable',
  'ConnectionClosed',
  'SocketTimeout',
  'TooManyConnections',
]);
const socketCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND']);

/** Every code found on the error, its causes and what Prisma tells of the driver's error. */
function codesOf(error: unknown, depth = 0): string[] {
  // Our own errors carry causes from elsewhere (a file, a mail server): they say nothing about the database.
  if (typeof error !== 'object' || error === null || depth > 4 || error instanceof MatineeError) return [];
  const codes: string[] = [];
  for (const key of ['code', 'originalCode', 'kind']) {
    const value: unknown = Reflect.get(error, key);
    if (typeof value === 'string') codes.push(value);
  }
  for (const key of ['cause', 'meta', 'driverAdapterError']) {
    codes.push(...codesOf(Reflect.get(error, key), depth + 1));
  }
  return codes;
}

/** True where trying the same transaction again is what PostgreSQL asks for. */
export function isWriteConflict(error: unknown): boolean {
  return codesOf(error).some((code) => conflictCodes.has(code) || conflictStates.has(code));
}

/** True when the database could not be asked at all. */
export function isUnreachable(error: unknown): boolean {
  return codesOf(error).some(
    (code) =>
      unreachableCodes.has(code) ||
      unreachableStates.has(code) ||
      unreachableKinds.has(code) ||
      socketCodes.has(code),
  );
}
