import { describe, expect, it } from '@jest/globals';
import { FetchError } from '../../../../src/infrastructure/web-fetch/fetch-error.js';
import {
  createLookupGuard,
  failureOfStatus,
  LookupError,
} from '../../../../src/infrastructure/web-fetch/lookup-guard.js';

describe('a look-up guard', () => {
  it('gives what was found, and says when nothing was', async () => {
    const guard = createLookupGuard({ callsPerDay: 10 });
    expect(await guard(async () => [1])).toEqual({ found: [1] });
    expect(await guard(async () => [])).toEqual({ failure: 'NO_RESULTS' });
  });

  it('turns failures into words, and leaves a failing provider alone', async () => {
    const guard = createLookupGuard({ callsPerDay: 100, failuresInARow: 2 });
    let asked = 0;
    const failing = () =>
      guard(async () => {
        asked += 1;
        throw new LookupError('BLOCKED', 'a captcha');
      });
    expect([await failing(), await failing(), await failing()]).toEqual([
      { failure: 'BLOCKED' },
      { failure: 'BLOCKED' },
      { failure: 'UNAVAILABLE' },
    ]);
    expect(asked).toBe(2);
  });

  it('keeps to its budget of calls', async () => {
    const guard = createLookupGuard({ callsPerDay: 1 });
    await guard(async () => [1]);
    expect(await guard(async () => [1])).toEqual({ failure: 'OVER_QUOTA' });
  });

  it('hides no mistake of our own', async () => {
    const guard = createLookupGuard({ callsPerDay: 5 });
    await expect(guard(async () => Promise.reject(new TypeError('a bug')))).rejects.toThrow('a bug');
    expect(await guard(async () => Promise.reject(new FetchError('ROBOTS', 'no')))).toEqual({
      failure: 'BLOCKED',
    });
  });

  it.each([
    [200, null],
    [403, 'BLOCKED'],
    [404, 'NO_RESULTS'],
    [429, 'OVER_QUOTA'],
    [500, 'UNAVAILABLE'],
  ])('reads status %s as %s', (status, failure) => {
    expect(failureOfStatus(status)).toBe(failure);
  });
});
