import { webApi } from '@slack/bolt';
import { PlatformWriteError } from '../../src/core/ports/chat-platform.js';
import { MatineeError } from '../../src/core/ports/errors.js';

/** Answers that mean "later": https://docs.slack.dev/reference/methods/chat.postMessage#errors */
const TEMPORARY = new Set([
  'fatal_error',
  'internal_error',
  'service_unavailable',
  'request_timeout',
  'team_added_to_org',
]);
/** The workspace has removed the app, or is no more. */
const ENDS_INSTALLATION = new Set(['token_revoked', 'account_inactive', 'app_uninstalled']);
const GONE = new Set(['message_not_found', 'cant_update_message', 'edit_window_closed']);
/** The token is not one of this app, not of an installed one, or of the wrong kind. */
const REFUSED_CREDENTIALS = new Set([
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'token_revoked',
  'token_expired',
  'not_allowed_token_type',
  'missing_scope',
  'no_permission',
  'team_access_not_granted',
  'user_removed_from_team',
  'team_disabled',
  'invalid_client_id',
  'bad_client_secret',
]);
const UNREADABLE = new Set(['missing_scope', 'channel_not_found', 'not_in_channel', 'thread_not_found']);
const LIMITED = new Set(['ratelimited', 'rate_limited', 'message_limit_exceeded']);

function isCallError(error: unknown): error is webApi.WebAPICallError {
  return (
    error instanceof Error && 'code' in error && Object.values<unknown>(webApi.ErrorCode).includes(error.code)
  );
}

/** Slack's refusal of a write, in the core's terms. */
export function mapSlackError(error: unknown): PlatformWriteError {
  if (error instanceof PlatformWriteError) return error;
  if (error instanceof MatineeError && error.kind === 'not-found')
    return new PlatformWriteError('REFUSED', error.message, { cause: error });
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

function reasonOf(error: unknown): string | null {
  if (!isCallError(error) || error.code !== webApi.ErrorCode.PlatformError) return null;
  return String(error.data.error);
}

/** Slack's word for why a workspace's token is gone for good; null when something else is the matter. */
export function endsInstallation(error: unknown): string | null {
  const reason = reasonOf(error);
  return reason !== null && ENDS_INSTALLATION.has(reason) ? reason : null;
}

/** Whether an installation's code, and nothing before it, was refused: the app's own credentials are right. */
export function isRefusedCode(error: unknown): boolean {
  return reasonOf(error) === 'invalid_code';
}

/** Slack's word for why it refuses the credentials themselves; null when something else is the matter. */
export function refusedCredential(error: unknown): string | null {
  const reason = reasonOf(error);
  return reason !== null && REFUSED_CREDENTIALS.has(reason) ? reason : null;
}

/** Whether a conversation's messages may not be read, as opposed to not now. */
export function isUnreadable(error: unknown): boolean {
  const reason = reasonOf(error);
  return reason !== null && UNREADABLE.has(reason);
}
