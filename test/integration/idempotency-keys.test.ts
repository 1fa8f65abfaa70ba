import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { answerOnce, claimKey, type KeyedRequest } from '../../src/api/idempotency.js';
import { systemClock } from '../../src/infrastructure/runtime/clock.js';
import { openTestContext, type TestContext } from '../support/context.js';

const route = 'POST /api/financial/documents';
const answer = { status: 201, body: { made: true } };
let opened: TestContext;
let request: KeyedRequest;

beforeAll(async () => {
  opened = await openTestContext({ clock: systemClock });
});
afterAll(() => opened.close());
beforeEach(async () => {
  const { ids, database } = opened.context;
  const subject = ids.uuid();
  const user = await database.store.accounts.ensureUser({
    id: ids.uuid(),
    subject,
    email: null,
    displayName: null,
  });
  request = { userId: user.id, route, key: 'once', fingerprint: 'a file' };
  await claimKey(opened.context, request);
});

/** The process that holds the key gave its last sign of life this long ago. */
async function silentFor(seconds: number): Promise<void> {
  await opened.database.pool.query(
    'UPDATE idempotency_keys SET created_at = now() - make_interval(secs => $2) WHERE user_id = $1',
    [request.userId, seconds],
  );
}

const again = () => answerOnce(opened.context, request, async () => answer);

describe('a request whose first try is still at work', () => {
  test('is told so', async () => {
    await expect(again()).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_IN_USE' });
  });

  test('is done when the process of the first one has died: half a minute of silence says so', async () => {
    await silentFor(31);
    expect(await again()).toEqual({ ...answer, replayed: false });
    expect(await again()).toEqual({ ...answer, replayed: true });
  });

  test('waits for a slow one that gives signs of life', async () => {
    await silentFor(31);
    await opened.context.database.store.idempotency.renew(request);
    await expect(again()).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_IN_USE' });
  });

  test('never takes over the key of another request so soon', async () => {
    await silentFor(31);
    const other = claimKey(opened.context, { ...request, fingerprint: 'another file' });
    await expect(other).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
  });
});
