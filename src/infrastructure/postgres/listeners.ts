import type { ListenerStore } from '../../core/ports/stores/listeners.js';
import type { PrismaTransaction } from './client.js';

/** The store of listeners by process (table session_listeners); what has expired goes with the next write. */
export function createListenerStore(client: PrismaTransaction): ListenerStore {
  return {
    keep: async (processId, sessionIds, until) => {
      await client.$executeRaw`delete from session_listeners where until < now() at time zone 'utc'`;
      await client.$executeRaw`
        insert into session_listeners (session_id, process_id, until)
        select id, ${processId}::uuid, ${until} from chat_sessions where id = any(${[...sessionIds]}::uuid[])
        on conflict (session_id, process_id) do update set until = excluded.until`;
    },
    leave: async (processId, sessionIds) => {
      await client.sessionListener.deleteMany({ where: { processId, sessionId: { in: [...sessionIds] } } });
    },
    elsewhere: async (sessionId, processId, now) => {
      const other = await client.sessionListener.findFirst({
        where: { sessionId, processId: { not: processId }, until: { gt: now } },
        select: { sessionId: true },
      });
      return other !== null;
    },
  };
}
