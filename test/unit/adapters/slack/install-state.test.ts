import { describe, expect, test } from '@jest/globals';
import { createInstallState } from '../../../../adapters/slack/install-state.js';
import { createMemoryInstallations } from '../../../support/slack/installations.js';

const noon = new Date('2026-03-01T12:00:00Z');
const minutesLater = (minutes: number) => new Date(noon.getTime() + minutes * 60_000);
const redirectUri = 'https://matinee.example.org/slack/oauth_redirect';
const invalid = { code: 'slack_oauth_invalid_state' };

function stateOf(secret = 'a secret of thirty-two bytes....', installations = createMemoryInstallations()) {
  return createInstallState({ secret: new TextEncoder().encode(secret), installations, redirectUri });
}

describe('the state of an installation', () => {
  test('is good once, for ten minutes', async () => {
    const state = stateOf();
    const given = await state.generateStateParam({ scopes: [] }, noon);
    expect(await state.verifyStateParam(minutesLater(9), given)).toMatchObject({ redirectUri });
    await expect(state.verifyStateParam(minutesLater(9), given)).rejects.toMatchObject(invalid);
    const late = await state.generateStateParam({ scopes: [] }, noon);
    await expect(state.verifyStateParam(minutesLater(11), late)).rejects.toMatchObject(invalid);
  });

  test('is good in every process of the same installation, and still only once', async () => {
    const installations = createMemoryInstallations();
    const [one, other] = [stateOf(undefined, installations), stateOf(undefined, installations)];
    const given = await one.generateStateParam({ scopes: [] }, noon);
    const taken = await Promise.allSettled([
      one.verifyStateParam(minutesLater(1), given),
      other.verifyStateParam(minutesLater(1), given),
    ]);
    expect(taken.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test.each([
    [
      'of another server',
      () => stateOf('another secret of thirty-two byt').generateStateParam({ scopes: [] }, noon),
    ],
    ['without a signature', async () => 'eyJhbGciOiJub25lIn0.eyJqdGkiOiIxIn0.'],
    ['that is no state', async () => 'hello'],
  ])('%s is refused', async (_name, make) => {
    await expect(stateOf().verifyStateParam(minutesLater(1), await make())).rejects.toMatchObject(invalid);
  });
});
