import { describe, expect, it } from '@jest/globals';
import { TEAMS_CAPABILITIES } from '../../../../adapters/teams/outbound.js';
import { createWritePace } from '../../../../src/core/conversation/write-pace.js';
import { fc } from '../../../support/properties.js';
import { DOCUMENTED_LIMITS } from '../../../support/teams/limits.js';

/** A write that somebody wants after a pause, as the reply stream makes them. */
const wishes = fc.array(
  fc.record({
    pause: fc.integer({ min: 0, max: 3_000 }),
    kind: fc.constantFrom('post' as const, 'edit' as const),
    final: fc.boolean(),
  }),
  { minLength: 1, maxLength: 120 },
);

/** When the writes go out, in milliseconds, one after the other. */
function timesOf(wanted: readonly { pause: number; kind: 'post' | 'edit'; final: boolean }[]): number[] {
  const pace = createWritePace(TEAMS_CAPABILITIES);
  let now = 0;
  return wanted.map(({ pause, kind, final }) => {
    now += pause;
    for (let wait = pace.delay(now, kind, final); wait > 0; wait = pace.delay(now, kind, final)) now += wait;
    pace.record(now);
    return now;
  });
}

describe('the pace of writes to Teams', () => {
  const [second, twoSeconds, halfMinute, hour] = DOCUMENTED_LIMITS;

  it('keeps to 7 in a second, 8 in two and 60 in thirty, whatever is wanted', () => {
    fc.assert(
      fc.property(wishes, (wanted) => {
        const times = timesOf(wanted);
        for (const limit of [second, twoSeconds, halfMinute]) {
          if (!limit) throw new Error('A limit is missing.');
          for (const end of times) {
            const within = times.filter((time) => time <= end && time > end - limit.windowMilliseconds);
            // One is left for what the adapter writes beside replies: a mark on a button, the card of a file.
            expect(within.length).toBeLessThanOrEqual(limit.writes - 1);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('lets a reply flow for half an hour before the hour’s limit could be met', () => {
    const distance = Math.max(
      TEAMS_CAPABILITIES.editIntervalMilliseconds,
      TEAMS_CAPABILITIES.pace.windowMilliseconds / TEAMS_CAPABILITIES.pace.writes,
    );
    expect((hour?.writes ?? 0) * distance).toBeGreaterThanOrEqual(30 * 60_000);
  });
});
