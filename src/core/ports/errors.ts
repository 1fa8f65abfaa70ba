/** What kind of thing went wrong; each edge maps it once (HTTP status, chat sentence, exit code). */
export type ErrorKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'too-large'
  | 'limited'
  | 'unavailable'
  | 'timeout';

/** An error that somebody can act on. `code` is stable; `message` is a sentence for the user. */
export class MatineeError extends Error {
  readonly kind: ErrorKind;
  readonly code: string;
  /** Field-level problems of an invalid input, by JSON path. */
  readonly fields: readonly { readonly path: string; readonly message: string }[];

  constructor(
    kind: ErrorKind,
    code: string,
    message: string,
    options: { cause?: unknown; fields?: readonly { path: string; message: string }[] } = {},
  ) {
    super(message, options.cause === undefined ? {} : { cause: options.cause });
    this.name = 'MatineeError';
    this.kind = kind;
    this.code = code;
    this.fields = options.fields ?? [];
  }
}
