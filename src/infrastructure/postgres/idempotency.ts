import type { IdempotencyStore, IdempotentRequest } from '../../core/ports/stores/idempotency.js';
import type { PrismaTransaction } from './client.js';
import { Prisma } from './generated/client.js';

type Row = Prisma.IdempotencyKeyGetPayload<object>;

function toRequest(row: Row): IdempotentRequest {
  return {
    requestHash: row.requestHash,
    answer: row.status === null ? null : { status: row.status, body: row.body },
    createdAt: row.createdAt,
  };
}

/** The store of answers to requests that carried an Idempotency-Key (table idempotency_keys). */
export function createIdempotencyStore(client: PrismaTransaction): IdempotencyStore {
  return {
    claim: async ({ userId, route, key, requestHash, staleBefore }) => {
      const claimed = await client.$executeRaw`
        insert into idempotency_keys (user_id, route, key, request_hash)
        values (${userId}::uuid, ${route}, ${key}, ${requestHash})
        on conflict (user_id, route, key) do update
          set created_at = now(), request_hash = excluded.request_hash
          where idempotency_keys.status is null and idempotency_keys.created_at < ${staleBefore}`;
      if (claimed > 0) return null;
      const row = await client.idempotencyKey.findUnique({
        where: { userId_route_key: { userId, route, key } },
      });
      // Released between the two statements: the caller may try again, as after any conflict.
      return row ? toRequest(row) : { requestHash, answer: null, createdAt: staleBefore };
    },
    renew: async ({ userId, route, key }) => {
      await client.$executeRaw`
        update idempotency_keys set created_at = now()
        where user_id = ${userId}::uuid and route = ${route} and key = ${key} and status is null`;
    },
    complete: async ({ userId, route, key, status, body }) => {
      await client.idempotencyKey.updateMany({
        where: { userId, route, key },
        data: { status, body: body === undefined ? Prisma.JsonNull : jsonOf(body) },
      });
    },
    release: async ({ userId, route, key }) => {
      await client.idempotencyKey.deleteMany({ where: { userId, route, key, status: null } });
    },
  };
}

/** What JSON keeps of a value: dates become text, undefined fields go. */
function jsonOf(body: unknown): Prisma.InputJsonValue {
  return JSON.parse(JSON.stringify(body));
}
