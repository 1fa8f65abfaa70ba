import { DiscordAPIError, HTTPError, RateLimitError, RESTJSONErrorCodes } from 'discord.js';
import { PlatformWriteError } from '../../src/core/ports/chat-platform.js';

/** Discord's refusal of a write, in the core's terms. */
export function mapDiscordError(error: unknown): PlatformWriteError {
  if (error instanceof PlatformWriteError) return error;
  if (error instanceof RateLimitError) {
    return new PlatformWriteError('RATE_LIMITED', 'Discord asks to wait.', {
      retryAfterMilliseconds: Math.max(error.retryAfter, error.timeToReset),
      cause: error,
    });
  }
  if (error instanceof DiscordAPIError) {
    if (error.status === 429)
      return new PlatformWriteError('RATE_LIMITED', 'Discord asks to wait.', { cause: error });
    const code =
      error.code === RESTJSONErrorCodes.UnknownMessage
        ? 'MESSAGE_GONE'
        : error.status >= 500
          ? 'TEMPORARY'
          : 'REFUSED';
    return new PlatformWriteError(code, `Discord answered ${error.code}.`, { cause: error });
  }
  if (error instanceof HTTPError && error.status < 500 && error.status !== 429) {
    return new PlatformWriteError('REFUSED', `Discord answered with status ${error.status}.`, {
      cause: error,
    });
  }
  return new PlatformWriteError('TEMPORARY', 'Discord could not be reached.', { cause: error });
}
