import { randomBytes, randomUUID } from 'node:crypto';
import type { Ids } from '../../core/ports/runtime.js';

/** Random UUIDs and bytes from the system's secure source. */
export const randomIds: Ids = {
  uuid: () => randomUUID(),
  bytes: (length) => randomBytes(length),
};
