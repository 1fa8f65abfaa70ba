import { webApi } from '@slack/bolt';
import { PlatformWriteError } from '../../src/core/ports/chat-platform.js';

/** Answers that mean "later": https://docs.slack.dev/reference/methods/chat.postMessage#errors */
const TEMPORARY = new Set([
  'fatal_error',
  'internal_error',
  'service_unavailable',
  'request_timeout',
  'team_added_to_org',
]);
const GONE = new Set(['message_not_found', 'cant_update_message', 'edit_window_closed']);
const LIMITED = new Set(['ratelimited', 'rate_limited', 'message_limit_exceeded']);

function isCallError(error: unknown): error is webApi.WebAPICallError {
  return (
    error instanceof Error && 'code' in error && Object.values<unknown>(webApi.ErrorCode).includes(error.code)
  );
}

/** Slack's refusal of a write, in the core's terms. */
export function mapSlackError(error: unknown): PlatformWriteError {
  if (error instanceof PlatformWriteError) return error;
  if (!isCallError(error))
    return new PlatformWriteError('TEMPORARY', 'Slack could not be reached.', { cause: error });
  switch (error.code) {
    case webApi.ErrorCode.RateLimitedError:
      return new PlatformWriteError('RATE_LIMITED', 'Slack asks to wait.', {
        retryAfterMilliseconds: error.retryAfter * 1000,
        cause: error,
      });
    case webApi.ErrorCode.PlatformError: {
      const reason = String(error.data.error);
      if (LIMITED.has(reason))
        return new PlatformWriteError('RATE_LIMITED', 'Slack asks to wait.', { cause: error });
      if (GONE.has(reason))
        return new PlatformWriteError('MESSAGE_GONE', 'The message is no longer there.', { cause: error });
      const code = TEMPORARY.has(reason) ? 'TEMPORARY' : 'REFUSED';
      return new PlatformWriteError(code, `Slack answered ${reason}.`, { cause: error });
    }
    case webApi.ErrorCode.HTTPError: {
      const code = error.statusCode >= 500 || error.statusCode === 429 ? 'TEMPORARY' : 'REFUSED';
      return new PlatformWriteError(code, `Slack answered with status ${error.statusCode}.`, {
        cause: error,
      });
    }
    default:
      return new PlatformWriteError('TEMPORARY', 'Slack could not be reached.', { cause: error });
  }
}
