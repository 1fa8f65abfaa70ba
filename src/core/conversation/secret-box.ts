import type { Clock } from '../ports/runtime.js';
import type { SecretBox } from '../ports/secret-box.js';

const KEPT_MILLISECONDS = 5 * 60_000;
const MAX_SECRETS = 1_000;

export function createSecretBox(clock: Clock): SecretBox {
  const secrets = new Map<string, { readonly secret: string; readonly until: number }>();
  return {
    put(messageId, secret) {
      const now = clock.now().getTime();
      for (const [id, kept] of secrets) if (kept.until <= now) secrets.delete(id);
      if (secrets.size >= MAX_SECRETS) secrets.delete(secrets.keys().next().value ?? '');
      secrets.set(messageId, { secret, until: now + KEPT_MILLISECONDS });
    },
    take(messageId) {
      const kept = secrets.get(messageId);
      secrets.delete(messageId);
      return kept && kept.until > clock.now().getTime() ? kept.secret : null;
    },
  };
}
