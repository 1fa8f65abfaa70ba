export type FetchErrorCode =
  | 'NOT_HTTPS'
  | 'FORBIDDEN_HOST'
  | 'FORBIDDEN_ADDRESS'
  | 'ROBOTS'
  | 'TOO_MANY_REDIRECTS'
  | 'TOO_LARGE'
  | 'TOO_BUSY'
  | 'TIMEOUT'
  | 'UNREACHABLE';

/** Why a page was not fetched. The code is stable; the message never holds a key. */
export class FetchError extends Error {
  readonly code: FetchErrorCode;
  constructor(code: FetchErrorCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? {} : { cause });
    this.name = 'FetchError';
    this.code = code;
  }
}
