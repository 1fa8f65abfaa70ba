import { expect, test } from '@jest/globals';
import { warmUp } from '../../../../src/core/conversation/warm-up.js';
import { quietLog } from '../../../support/conversation/quiet.js';
import { createScriptedModel } from '../../../support/conversation/scripted-model.js';

test('begins once the start is over, reads a few messages with pauses, and ends with the product', async () => {
  const slept: number[] = [];
  const closing = new AbortController();
  const clock = {
    now: () => new Date(0),
    async sleep(milliseconds: number, signal?: AbortSignal) {
      signal?.throwIfAborted();
      slept.push(milliseconds);
      if (slept.length === 3) closing.abort();
    },
  };
  await warmUp({ model: createScriptedModel(), log: quietLog, clock }, closing.signal);
  expect(slept[0]).toBeGreaterThanOrEqual(1_000);
  expect(slept).toHaveLength(3);
});
