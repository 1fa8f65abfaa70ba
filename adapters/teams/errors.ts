import { z } from 'zod';
import { PlatformWriteError } from '../../src/core/ports/chat-platform.js';
import { LoginError } from './login.js';

/**
 * Answers to try again after: 412, 502, 503 and 504 by
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/conversation-messages#status-codes-from-bot-conversational-apis;
 * 408 and 500 as well, since a reply is worth a few careful tries.
 */
const TEMPORARY = new Set([408, 412, 500, 502, 503, 504]);

const restError = z.object({
  statusCode: z.number(),
  /** The Connector's own word, such as `ConversationNotFound`. */
  code: z.string().optional(),
  response: z
    .object({
      headers: z.custom<{ get(name: string): string | undefined }>(
        (value) => typeof value === 'object' && value !== null && 'get' in value,
      ),
    })
    .optional(),
});

/** The HTTP status of a refused call; null when there was no answer. */
export function statusOf(error: unknown): number | null {
  const parsed = restError.safeParse(error);
  return parsed.success ? parsed.data.statusCode : null;
}

/** Seconds in a Retry-After header as milliseconds, where one was sent. */
function retryAfterOf(error: z.infer<typeof restError>): number | undefined {
  const header = error.response?.headers.get('retry-after');
  const seconds = header?.trim() ? Number(header) : Number.NaN;
  return Number.isFinite(seconds) ? seconds * 1000 : undefined;
}

/**
 * Teams' refusal of a call, in the core's terms.
 * @param existing the call was about a message of ours: a 404 then means that somebody deleted it
 */
export function mapTeamsError(error: unknown, existing: boolean): PlatformWriteError {
  if (error instanceof PlatformWriteError) return error;
  if (error instanceof LoginError) {
    return new PlatformWriteError(error.refused ? 'REFUSED' : 'TEMPORARY', error.message, { cause: error });
  }
  const parsed = restError.safeParse(error);
  if (!parsed.success)
    return new PlatformWriteError('TEMPORARY', 'Teams could not be reached.', { cause: error });
  const { statusCode, code } = parsed.data;
  if (statusCode === 429) {
    const retryAfterMilliseconds = retryAfterOf(parsed.data);
    return new PlatformWriteError('RATE_LIMITED', 'Teams asks to wait.', {
      ...(retryAfterMilliseconds !== undefined && { retryAfterMilliseconds }),
      cause: error,
    });
  }
  const gone = statusCode === 404 && existing && code !== 'ConversationNotFound';
  const kind = gone ? 'MESSAGE_GONE' : TEMPORARY.has(statusCode) ? 'TEMPORARY' : 'REFUSED';
  const word = code === undefined ? '' : ` (${code})`;
  return new PlatformWriteError(kind, `Teams answered with status ${statusCode}${word}.`, { cause: error });
}
