import { expect, test } from '@jest/globals';
import type { Adapter } from '../../../adapters/shared/adapter.js';
import { createClosers } from '../../../src/composition/closers.js';
import { startPlatforms } from '../../../src/composition/platforms.js';
import type { Role } from '../../../src/config/variables.js';
import { MatineeError } from '../../../src/core/ports/errors.js';
import { createVirtualClock } from '../../support/clock/virtual-clock.js';
import { createFakePlatform } from '../../support/conversation/fake-platform.js';
import { quietLog } from '../../support/conversation/quiet.js';

const config = { roles: new Set<Role>(['slack', 'discord']) };

function failure(code: string): MatineeError {
  return new MatineeError('unavailable', code, 'It does not answer.');
}

/** An adapter whose starts fail in these ways, one after the other, and then succeed. */
function adapterThat(...failures: MatineeError[]) {
  const clock = createVirtualClock();
  const calls: string[] = [];
  const adapter: Adapter = {
    platform: createFakePlatform({ clock }),
    start: async () => {
      calls.push('start');
      const next = failures.shift();
      if (next) throw next;
    },
    stop: async () => {
      calls.push('stop');
    },
  };
  return { adapter, calls };
}

async function startAll(made: ReadonlyMap<Role, { readonly adapter: Adapter }>) {
  const clock = createVirtualClock();
  const closers = createClosers(quietLog);
  await startPlatforms(made, { context: { log: quietLog, clock } }, config, closers);
  return { clock, closers };
}

test('a platform that cannot be reached is tried again, with growing pauses, until it can', async () => {
  const slack = adapterThat(failure('SLACK_UNREACHABLE'), failure('SLACK_UNREACHABLE'));
  const { clock, closers } = await startAll(new Map([['slack', slack]]));
  expect(slack.calls).toEqual(['start']);
  await clock.advance(5_000);
  expect(slack.calls).toEqual(['start', 'start']);
  await clock.advance(9_000);
  expect(slack.calls).toHaveLength(2);
  await clock.advance(1_000);
  expect(slack.calls).toHaveLength(3);
  await clock.advance(600_000);
  expect(slack.calls).toHaveLength(3);
  await closers.closeAll();
  expect(slack.calls.at(-1)).toBe('stop');
});

test('one that refuses its credentials is not, and leaves the others alone', async () => {
  const slack = adapterThat(failure('SLACK_CREDENTIALS'));
  const discord = adapterThat();
  const { clock } = await startAll(
    new Map<Role, { readonly adapter: Adapter }>([
      ['slack', slack],
      ['discord', discord],
    ]),
  );
  await clock.advance(600_000);
  expect(slack.calls).toEqual(['start']);
  expect(discord.calls).toEqual(['start']);
});

test('nothing is tried after the product stopped', async () => {
  const slack = adapterThat(failure('SLACK_UNREACHABLE'));
  const { clock, closers } = await startAll(new Map([['slack', slack]]));
  await closers.closeAll();
  await clock.advance(600_000);
  expect(slack.calls).toEqual(['start', 'stop']);
});
