import { z } from 'zod';
import type { Clock, Logger } from '../../../core/ports/runtime.js';
import { defineOpenRoute, type Route, reply } from '../../define-route.js';
import type { ApiServices } from '../../services.js';

const CHECK_MILLISECONDS = 3_000;

const component = z.strictObject({
  status: z.enum(['up', 'down']),
  latencyMilliseconds: z.int().nullable(),
});

const health = z.strictObject({ status: z.literal('ok'), version: z.string() }).meta({ id: 'Health' });

const readiness = z
  .strictObject({
    status: z.enum(['ready', 'not-ready']),
    components: z.strictObject({ database: component, storage: component, ollama: component }),
  })
  .meta({ id: 'Readiness' });

/** Whether the server lives, and whether each of its parts can be used. */
export function createHealthRoutes({ context, options }: ApiServices): Route[] {
  return [
    defineOpenRoute({
      method: 'get',
      path: '/api/health',
      operationId: 'getHealth',
      tag: 'Health',
      summary: 'Is the server alive?',
      auth: 'none',
      responses: { 200: { description: 'It is.', schema: health } },
      handler: async () => reply(200, { status: 'ok' as const, version: options.version }),
    }),
    defineOpenRoute({
      method: 'get',
      path: '/api/health/ready',
      operationId: 'getReadiness',
      tag: 'Health',
      summary: 'Can its parts be used?',
      description:
        'Each part with its own state and latency. Without Ollama replies are plainer and the server is still ready; without database or storage it is not.',
      auth: 'none',
      responses: {
        200: { description: 'Database and storage work.', schema: readiness },
        503: { description: 'One of them does not.', schema: readiness },
      },
      handler: async () => {
        const [database, storage, ollama] = await Promise.all([
          probe(context, 'database', (signal) => context.database.check(signal)),
          probe(context, 'storage', (signal) => context.objects.check(signal)),
          probe(context, 'ollama', (signal) => context.model.check(signal)),
        ]);
        const components = { database, storage, ollama };
        const ready = database.status === 'up' && storage.status === 'up';
        return ready
          ? reply(200, { status: 'ready' as const, components })
          : reply(503, { status: 'not-ready' as const, components }, { 'Retry-After': '5' });
      },
    }),
  ];
}

async function probe(
  context: { readonly clock: Clock; readonly log: Logger },
  name: string,
  check: (signal: AbortSignal) => Promise<void>,
): Promise<z.input<typeof component>> {
  const started = context.clock.now().getTime();
  const signal = AbortSignal.timeout(CHECK_MILLISECONDS);
  const late = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  try {
    await Promise.race([check(signal), late]);
    return { status: 'up', latencyMilliseconds: context.clock.now().getTime() - started };
  } catch (error) {
    context.log.debug({ err: error, component: name }, 'a health check failed');
    return { status: 'down', latencyMilliseconds: null };
  }
}
