import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { createAudience, type SharedAudience } from '../../../src/api/audience.js';
import { silentLog } from '../../support/database.js';

const stopped: string[] = [];

function audience(shared?: SharedAudience) {
  jest.useFakeTimers();
  stopped.length = 0;
  return createAudience({
    graceMilliseconds: 1_000,
    log: silentLog,
    stop: async ({ sessionId }) => {
      stopped.push(sessionId);
    },
    ...(shared && { shared }),
  });
}

afterEach(() => {
  jest.useRealTimers();
});

describe('createAudience', () => {
  it('stops the work of somebody who left for good', async () => {
    const listeners = audience();
    listeners.attend('s')();
    listeners.abandon('u', 's');
    await jest.advanceTimersByTimeAsync(999);
    expect(stopped).toEqual([]);
    await jest.advanceTimersByTimeAsync(2);
    expect(stopped).toEqual(['s']);
  });

  it('leaves it alone while others listen, and stops it once they have left too', async () => {
    const listeners = audience();
    const leave = listeners.attend('s');
    listeners.abandon('u', 's');
    await jest.advanceTimersByTimeAsync(5_000);
    expect(stopped).toEqual([]);
    leave();
    leave();
    await jest.advanceTimersByTimeAsync(1_001);
    expect(stopped).toEqual(['s']);
  });

  it('leaves it alone when the client is back in time', async () => {
    const listeners = audience();
    listeners.abandon('u', 's');
    await jest.advanceTimersByTimeAsync(500);
    const leave = listeners.attend('s');
    await jest.advanceTimersByTimeAsync(5_000);
    expect(stopped).toEqual([]);
    leave();
  });

  it('never stops what nobody abandoned', async () => {
    const listeners = audience();
    listeners.attend('s')();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(stopped).toEqual([]);
  });

  it('stops nothing after it was closed', async () => {
    const listeners = audience();
    listeners.abandon('u', 's');
    listeners.close();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(stopped).toEqual([]);
  });

  it('tells other processes where it has listeners, and asks for theirs before it stops anything', async () => {
    const told: string[] = [];
    let heardElsewhere = true;
    const listeners = audience({
      keep: async (ids) => {
        told.push(`keep ${ids}`);
      },
      leave: async (ids) => {
        told.push(`leave ${ids}`);
      },
      elsewhere: async () => heardElsewhere,
    });
    const leave = listeners.attend('s');
    await jest.advanceTimersByTimeAsync(250);
    await jest.advanceTimersByTimeAsync(10_000);
    leave();
    listeners.abandon('u', 's');
    await jest.advanceTimersByTimeAsync(1_500);
    expect(told).toEqual(['keep s', 'keep s', 'leave s']);
    expect(stopped).toEqual([]);
    heardElsewhere = false;
    listeners.abandon('u', 's');
    await jest.advanceTimersByTimeAsync(1_500);
    expect(stopped).toEqual(['s']);
    listeners.close();
  });
});
