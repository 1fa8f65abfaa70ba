import { z } from 'zod';
import type { TurnEvent } from '../../../core/ports/events.js';
import type { ConversationStore } from '../../../core/ports/stores/conversations.js';
import type { PrismaTransaction } from '../client.js';

type Events = Pick<
  ConversationStore,
  'appendEvents' | 'eventsAfter' | 'eventsOfTurn' | 'lastEventRow' | 'pruneEvents'
>;

const base = {
  id: z.string(),
  sessionId: z.string(),
  turnId: z.string(),
  messageId: z.string(),
  attempt: z.number(),
};

const button = z
  .object({ id: z.string(), label: z.string(), style: z.enum(['primary', 'danger']).optional() })
  .transform(({ style, ...rest }) => ({ ...rest, ...(style && { style }) }));

const turnEvent = z.discriminatedUnion('kind', [
  z.object({ ...base, kind: z.literal('started'), inboundIds: z.array(z.string()) }),
  z.object({ ...base, kind: z.literal('progress'), text: z.string() }),
  z.object({ ...base, kind: z.literal('token'), text: z.string() }),
  z.object({
    ...base,
    kind: z.literal('completed'),
    content: z.string(),
    buttons: z.array(button),
    stopped: z.boolean(),
  }),
  z.object({ ...base, kind: z.literal('failed'), code: z.string(), message: z.string() }),
]);

/** Stored turn events: written many at a time, read by row number. */
export function createEvents(client: PrismaTransaction): Events {
  return {
    async appendEvents(events) {
      if (events.length === 0) return;
      const rows = JSON.stringify(
        events.map((event) => ({ turn: event.turnId, kind: event.kind, data: event })),
      );
      await client.$executeRaw`INSERT INTO turn_events (turn_id, kind, data)
        SELECT t.id, r.value ->> 'kind', r.value -> 'data'
        FROM jsonb_array_elements(${rows}::jsonb) WITH ORDINALITY AS r(value, place)
        JOIN turns t ON t.id = (r.value ->> 'turn')::uuid ORDER BY r.place`;
    },
    async eventsAfter({ sessionIds, after, limit }) {
      const rows = await client.$queryRaw<{ row: bigint; data: unknown }[]>`SELECT e.id AS row, e.data
        FROM turn_events e JOIN turns t ON t.id = e.turn_id
        WHERE t.session_id = ANY(${[...sessionIds]}::uuid[]) AND e.id > ${after}
        ORDER BY e.id LIMIT ${limit}`;
      return rows.map(({ row, data }) => ({ row, event: turnEvent.parse(data) satisfies TurnEvent }));
    },
    async eventsOfTurn(turnId) {
      const rows = await client.turnEvent.findMany({ where: { turnId }, orderBy: { id: 'asc' } });
      return rows.map((row) => turnEvent.parse(row.data));
    },
    async lastEventRow() {
      const newest = await client.turnEvent.findFirst({ orderBy: { id: 'desc' }, select: { id: true } });
      return newest?.id ?? 0n;
    },
    async pruneEvents(before) {
      return client.$executeRaw`DELETE FROM turn_events e USING turns t
        WHERE t.id = e.turn_id AND t.completed_at < ${before}::timestamp`;
    },
  };
}
