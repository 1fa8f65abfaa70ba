import {
  DiscordAPIError,
  DiscordjsError,
  DiscordjsErrorCodes,
  GatewayCloseCodes,
  HTTPError,
  RateLimitError,
  RESTJSONErrorCodes,
} from 'discord.js';
import { PlatformWriteError } from '../../src/core/ports/chat-platform.js';
import { MatineeError } from '../../src/core/ports/errors.js';

/**
 * The SDK counts the limit on everything from when requests leave; Discord counts from when they come. Without a margin,
 * those that waited for the next second come a moment too early, all at once.
 */
const GLOBAL_MARGIN_MILLISECONDS = 150;

/** Whether Discord says this. */
export function isAnswer(error: unknown, code: RESTJSONErrorCodes): boolean {
  return error instanceof DiscordAPIError && error.code === code;
}

/** Discord's refusal of a write, in the core's terms. */
export function mapDiscordError(error: unknown): PlatformWriteError {
  if (error instanceof PlatformWriteError) return error;
  if (error instanceof RateLimitError) {
    const wait = Math.max(error.retryAfter, error.timeToReset);
    return new PlatformWriteError('RATE_LIMITED', 'Discord asks to wait.', {
      retryAfterMilliseconds: error.global ? wait + GLOBAL_MARGIN_MILLISECONDS : wait,
      cause: error,
    });
  }
  if (error instanceof DiscordAPIError) {
    return new PlatformWriteError(codeOf(error), `Discord answered ${error.code}.`, { cause: error });
  }
  if (error instanceof HTTPError && error.status < 500) {
    const message = `Discord answered with status ${error.status}.`;
    return new PlatformWriteError('REFUSED', message, { cause: error });
  }
  return new PlatformWriteError('TEMPORARY', 'Discord could not be reached.', { cause: error });
}

function codeOf({ code, status }: DiscordAPIError): PlatformWriteError['code'] {
  if (status === 429) return 'RATE_LIMITED';
  if (code === RESTJSONErrorCodes.UnknownMessage) return 'MESSAGE_GONE';
  // A token that was reset is soon replaced: the reply waits for that instead of being given up.
  if (status >= 500 || status === 401) return 'TEMPORARY';
  return 'REFUSED';
}

/** What a close code for good means, in a sentence that says what to do; null where the connection comes back. */
export function closedForGood(code: number): string | null {
  if (code === GatewayCloseCodes.AuthenticationFailed) return REFUSED_TOKEN;
  if (code === GatewayCloseCodes.DisallowedIntents || code === GatewayCloseCodes.InvalidIntents) {
    return 'Discord refuses the intents of DISCORD_TOKEN’s application: see docs/discord.md, “Intents”.';
  }
  if (code === GatewayCloseCodes.ShardingRequired) {
    return 'Discord wants more connections for the bot of DISCORD_TOKEN: restart Matinee to open them.';
  }
  return null;
}

const REFUSED_TOKEN =
  'Discord refuses DISCORD_TOKEN: reset the token on the application’s Bot page and set the new one.';

/** Why the adapter could not start, in one line. @param closeCode the gateway's last word, where it had one */
export function startError(cause: unknown, closeCode: number | null): MatineeError {
  if (cause instanceof MatineeError) return cause;
  const refused =
    (cause instanceof DiscordjsError && cause.code === DiscordjsErrorCodes.TokenInvalid) ||
    (cause instanceof DiscordAPIError && cause.status === 401);
  const sentence = refused ? REFUSED_TOKEN : closeCode === null ? null : closedForGood(closeCode);
  if (sentence !== null) {
    return new MatineeError('unavailable', 'DISCORD_CREDENTIALS', sentence, { cause });
  }
  return new MatineeError(
    'unavailable',
    'DISCORD_UNREACHABLE',
    'Discord cannot be reached: check the network, and DISCORD_API_URL where it is set.',
    { cause },
  );
}
