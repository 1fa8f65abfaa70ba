import { describe, expect, test } from '@jest/globals';
import { showTyping } from '../../../../src/core/conversation/show-typing.js';
import { createVirtualClock } from '../../../support/clock/virtual-clock.js';
import { createFakePlatform } from '../../../support/conversation/fake-platform.js';
import { silentLog } from '../../../support/database.js';

const target = { platform: 'fake', tenant: '', address: 'here', reference: {} };

function open(sign: () => Promise<void> = async () => undefined) {
  const clock = createVirtualClock();
  const signs: number[] = [];
  const began = clock.now().getTime();
  const platform = {
    ...createFakePlatform({ clock, capabilities: { typing: true } }),
    startTyping: () => {
      signs.push(clock.now().getTime() - began);
      return sign();
    },
  };
  const stopping = new AbortController();
  const stop = showTyping({ clock, log: silentLog }, platform, target, stopping.signal);
  return { clock, signs, stop, stopping };
}

describe('the sign of typing', () => {
  test('is not shown for a reply that is there at once', async () => {
    const { clock, signs, stop } = open();
    await clock.advance(500);
    stop();
    await clock.advance(60_000);
    expect(signs).toEqual([]);
  });

  test('is shown while tools work, and again before it fades, until words are there', async () => {
    const { clock, signs, stop } = open();
    await clock.advance(13_000);
    stop();
    await clock.advance(60_000);
    expect(signs).toEqual([700, 6_700, 12_700]);
  });

  test('ends with the turn, and by itself after two minutes', async () => {
    const { clock, signs, stopping } = open();
    await clock.advance(1_000);
    stopping.abort();
    await clock.advance(60_000);
    expect(signs).toEqual([700]);
    const long = open();
    await long.clock.advance(600_000);
    expect(long.signs).toHaveLength(20);
  });

  test('is a courtesy: a platform that refuses it hears no more, and the turn nothing', async () => {
    const { clock, signs } = open(() => Promise.reject(new Error('403')));
    await clock.advance(60_000);
    expect(signs).toEqual([700]);
  });
});
