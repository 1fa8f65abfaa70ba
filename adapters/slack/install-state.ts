import { randomUUID } from 'node:crypto';
import { InvalidStateError, type StateStore } from '@slack/oauth';
import { errors, jwtVerify, SignJWT } from 'jose';
import type { PlatformInstallations } from '../../src/core/ports/platform-installations.js';

/** Time to read Slack's page and press Allow. */
export const STATE_MINUTES = 10;

const ALGORITHM = 'HS256';
const AUDIENCE = 'slack-installation';

/**
 * The state that goes to Slack with the browser and comes back with it: signed, so that nothing is kept for those who
 * never come back; good for ten minutes, and once, whichever process it comes back to.
 */
export function createInstallState(options: {
  readonly secret: Uint8Array;
  readonly installations: Pick<PlatformInstallations, 'useOnce'>;
  /** Slack compares it with the one of the first step. */
  readonly redirectUri: string;
}): StateStore {
  const { secret, installations, redirectUri } = options;
  return {
    generateStateParam: async (_options, now) => {
      const seconds = Math.floor(now.getTime() / 1000);
      return new SignJWT()
        .setProtectedHeader({ alg: ALGORITHM })
        .setAudience(AUDIENCE)
        .setJti(randomUUID())
        .setExpirationTime(seconds + STATE_MINUTES * 60)
        .sign(secret);
    },
    verifyStateParam: async (now, state) => {
      const { jti, exp } = await verify(state, secret, now);
      if (jti === undefined || exp === undefined) throw new InvalidStateError('The state is not complete.');
      if (!(await installations.useOnce(`slack-state:${jti}`, new Date(exp * 1000))))
        throw new InvalidStateError('The state was used before.');
      return { scopes: [], redirectUri, metadata: now.toISOString() };
    },
  };
}

async function verify(state: string, secret: Uint8Array, now: Date) {
  try {
    const { payload } = await jwtVerify(state, secret, {
      audience: AUDIENCE,
      algorithms: [ALGORITHM],
      currentDate: now,
    });
    return payload;
  } catch (cause) {
    if (!(cause instanceof errors.JOSEError)) throw cause;
    throw new InvalidStateError(`The state is not accepted: ${cause.code}`, { cause });
  }
}
