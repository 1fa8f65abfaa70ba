import { z } from 'zod';
import { PlatformWriteError } from '../../src/core/ports/chat-platform.js';

/** https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit names the answers to try again after. */
const TEMPORARY = new Set([408, 412, 500, 502, 503, 504]);

const restError = z.object({
  statusCode: z.number(),
  code: z.string().optional(),
  response: z
    .object({
      headers: z.object({ get: z.custom<(name: string) => unknown>((value) => typeof value === 'function') }),
    })
    .optional(),
});

/** Seconds in a Retry-After header as milliseconds, where one was sent. */
function retryAfterOf(error: z.infer<typeof restError>): number | undefined {
  const seconds = Number(error.response?.headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) ? seconds * 1000 : undefined;
}

/** Teams' refusal of a write, in the core's terms. */
export function mapTeamsError(error: unknown): PlatformWriteError {
  if (error instanceof PlatformWriteError) return error;
  const parsed = restError.safeParse(error);
  if (!parsed.success)
    return new PlatformWriteError('TEMPORARY', 'Teams could not be reached.', { cause: error });
  const { statusCode } = parsed.data;
  if (statusCode === 429) {
    const retryAfterMilliseconds = retryAfterOf(parsed.data);
    return new PlatformWriteError('RATE_LIMITED', 'Teams asks to wait.', {
      ...(retryAfterMilliseconds !== undefined && { retryAfterMilliseconds }),
      cause: error,
    });
  }
  const code = statusCode === 404 ? 'MESSAGE_GONE' : TEMPORARY.has(statusCode) ? 'TEMPORARY' : 'REFUSED';
  return new PlatformWriteError(code, `Teams answered with status ${statusCode}.`, { cause: error });
}
