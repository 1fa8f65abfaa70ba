import type { Config } from '../../config/config.js';
import type { Logger } from '../../core/ports/runtime.js';
import { createMetrics } from '../../infrastructure/metrics/metrics.js';
import { createClosers } from '../closers.js';
import { openCore } from '../core.js';
import { examine, type Finding } from './finding.js';
import { examineMachine } from './machine.js';
import { examinePlatforms } from './platforms.js';
import { examineServices } from './services.js';

/** Looks at every configured part, one finding each. A running Matinee is asked instead of opening its data. */
export async function examineAll(config: Config, log: Logger): Promise<Finding[]> {
  const url = `http://${config.HOST === '0.0.0.0' ? '127.0.0.1' : config.HOST}:${config.PORT}`;
  const running = await isRunning(url);
  const machine = await examineMachine(config, running);
  const services =
    running && !config.DATABASE_URL ? [await askRunning(url)] : await openAndExamine(config, log);
  return [...machine, ...services, ...(await examinePlatforms(config))];
}

async function isRunning(url: string): Promise<boolean> {
  try {
    const answer = await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(2_000) });
    return answer.ok && (await answer.text()).includes('"status":"ok"');
  } catch {
    // Nothing listens there: the usual case.
    return false;
  }
}

function askRunning(url: string): Promise<Finding> {
  return examine(
    'services',
    async () => {
      const answer = await fetch(`${url}/api/health/ready`, { signal: AbortSignal.timeout(10_000) });
      const { status, components } = readinessOf(await answer.json());
      const text = `the running Matinee is ${status}: ${components}`;
      return answer.ok
        ? { state: 'ok', text, advice: 'Stop it and run the doctor again for a look at each part.' }
        : { state: 'problem', text, advice: 'Its log says more.' };
    },
    { state: 'problem', advice: 'It does not answer: look at its log, or start it again.' },
  );
}

function readinessOf(body: unknown): { status: string; components: string } {
  const object = typeof body === 'object' && body !== null ? body : {};
  const components: unknown = Reflect.get(object, 'components');
  const parts = typeof components === 'object' && components !== null ? Object.entries(components) : [];
  return {
    status: String(Reflect.get(object, 'status')),
    components: parts
      .map(([name, state]) => `${name} ${String(Reflect.get(Object(state), 'status'))}`)
      .join(', '),
  };
}

async function openAndExamine(config: Config, log: Logger): Promise<Finding[]> {
  const closers = createClosers(log);
  try {
    const core = await openCore({
      config,
      log,
      closers,
      metrics: createMetrics({ processMetrics: false }),
      onLost: () => undefined,
    });
    return await examineServices(core, config);
  } catch (error) {
    // A start that fails says in its one sentence what to do.
    return [await examine('database', () => Promise.reject(error), { state: 'problem' })];
  } finally {
    await closers.closeAll();
  }
}
