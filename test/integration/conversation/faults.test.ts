import { expect, test } from '@jest/globals';
import { runFaults } from '../../support/conversation/fault-harness.js';

/** The bench `faults` runs this a thousand times over; here it proves that nothing has come loose. */
test('a process that is killed again and again loses no message and answers none twice', async () => {
  const report = await runFaults({
    kills: 1,
    failures: 1,
    milliseconds: 30_000,
    seed: 7,
    messages: 8,
    conversations: 4,
    lanes: 1,
    failingShare: 0.15,
    ...(process.env.TEST_DATABASE_URL && { databaseUrl: process.env.TEST_DATABASE_URL }),
  });
  expect(report).toMatchObject({ acknowledged: 8, kills: 1, lost: [], answeredTwice: [] });
}, 120_000);
