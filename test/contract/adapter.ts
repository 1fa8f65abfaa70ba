import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { CoreDoors } from '../../adapters/shared/adapter.js';
import type { Logger } from '../../src/core/ports/runtime.js';
import { describeDelivery } from './adapter-delivery.js';
import { describeInbound } from './adapter-inbound.js';
import { createRecordingDoors, createRecordingLog, type Stage } from './adapter-recorder.js';
import type { AdapterSubject } from './adapter-subject.js';
import { describeChatPlatform } from './chat-platform.js';

/** Starts an adapter against a fresh server. With wrong credentials the adapter's own `start` must reject. */
export type OpenAdapter = (
  doors: CoreDoors,
  log: Logger,
  options?: { readonly credentials?: 'wrong' },
) => Promise<AdapterSubject>;

/**
 * The one contract of every adapter that speaks to a platform over a wire: with the real SDK, against a server that
 * speaks the platform's real protocol over real sockets. It includes the contract of every chat platform.
 */
export function describeAdapter(name: string, open: OpenAdapter): void {
  describeChatPlatform(name, async () => {
    const subject = await open(createRecordingDoors(), createRecordingLog());
    const { adapter, target, visible, close } = subject;
    return { platform: adapter.platform, target, visible, close };
  });

  describe(`${name}, as an adapter`, () => {
    let stage: Stage;
    beforeEach(async () => {
      const doors = createRecordingDoors();
      const log = createRecordingLog();
      stage = { doors, log, subject: await open(doors, log) };
    });
    afterEach(async () => {
      await stage.subject.close();
    });
    const current = () => stage;

    describeDelivery(current);
    describeInbound(current);
  });

  describe(`${name}, with credentials that the platform refuses`, () => {
    test('says in one line which setting to look at', async () => {
      const opening = open(createRecordingDoors(), createRecordingLog(), { credentials: 'wrong' });
      await expect(opening).rejects.toMatchObject({
        name: 'MatineeError',
        message: expect.stringMatching(/^[^\n]*[A-Z]+_[A-Z_]+[^\n]*$/),
      });
    });
  });
}
