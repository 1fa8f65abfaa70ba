import type { ErrorKind } from '../core/ports/errors.js';

/** A kind of problem that clients can tell apart by its `type`, for good. */
export interface ProblemType {
  readonly slug: string;
  readonly status: number;
  readonly title: string;
  /** What it means and what to do about it, for the documentation page. */
  readonly meaning: string;
}

const generic = {
  invalid: {
    slug: 'invalid-input',
    status: 422,
    title: 'The input is not valid',
    meaning: 'The request was understood, and some of its values cannot be taken. `errors` names each field.',
  },
  unauthenticated: {
    slug: 'unauthenticated',
    status: 401,
    title: 'Sign in first',
    meaning: 'The access token is missing, expired, revoked or not one of ours. Refresh it or sign in again.',
  },
  forbidden: {
    slug: 'forbidden',
    status: 403,
    title: 'That is not allowed',
    meaning: 'You are signed in, and this is still not yours to do.',
  },
  'not-found': {
    slug: 'not-found',
    status: 404,
    title: 'There is no such thing',
    meaning: 'It does not exist, or it belongs to somebody else.',
  },
  conflict: {
    slug: 'conflict',
    status: 409,
    title: 'That contradicts the present state',
    meaning: 'Something like it exists already, or has changed meanwhile. Read it again before you retry.',
  },
  'too-large': {
    slug: 'too-large',
    status: 413,
    title: 'That is too large',
    meaning: 'The body is larger than this endpoint takes.',
  },
  limited: {
    slug: 'rate-limited',
    status: 429,
    title: 'Too many requests',
    meaning: 'Wait for the seconds that `Retry-After` gives.',
  },
  unavailable: {
    slug: 'unavailable',
    status: 503,
    title: 'A part of Matinee cannot be reached',
    meaning: 'Nothing is wrong with the request. Try again in a while.',
  },
  timeout: {
    slug: 'timeout',
    status: 504,
    title: 'That took too long',
    meaning: 'A part of Matinee did not answer in time. Try again in a while.',
  },
} as const satisfies Record<ErrorKind, ProblemType>;

const specific = {
  badRequest: {
    slug: 'bad-request',
    status: 400,
    title: 'The request cannot be read',
    meaning: 'The path, the query, a header or the JSON is malformed. `errors` names each place.',
  },
  methodNotAllowed: {
    slug: 'method-not-allowed',
    status: 405,
    title: 'This address has no such method',
    meaning: '`Allow` lists the methods it has.',
  },
  notAcceptable: {
    slug: 'not-acceptable',
    status: 406,
    title: 'There is no such representation',
    meaning: 'The `Accept` header asks for a format that this endpoint does not have.',
  },
  unsupportedMediaType: {
    slug: 'unsupported-media-type',
    status: 415,
    title: 'The body has a format that is not taken here',
    meaning: 'Send `application/json`, or `multipart/form-data` where a file is uploaded.',
  },
  internal: {
    slug: 'internal-error',
    status: 500,
    title: 'Something went wrong on our side',
    meaning: 'The correlation id finds it in the log.',
  },
  parsingOff: {
    slug: 'document-parsing-off',
    status: 503,
    title: 'Reading documents is switched off',
    meaning: 'This installation does not read documents (FEATURE_DOCUMENT_PARSING). Nothing was stored.',
  },
  idempotencyReuse: {
    slug: 'idempotency-key-reused',
    status: 422,
    title: 'The Idempotency-Key stands for another request',
    meaning: 'A key may be sent again with the same request only. Choose a new one.',
  },
  idempotencyBusy: {
    slug: 'idempotency-key-in-use',
    status: 409,
    title: 'The first request with this Idempotency-Key is still at work',
    meaning: 'Wait for its answer, or repeat the request in a moment.',
  },
  keysUnavailable: {
    slug: 'identity-provider-unavailable',
    status: 503,
    title: 'The token cannot be checked now',
    meaning: 'The identity provider cannot be reached. The token may well be good: keep it and try again.',
  },
  wrongCredentials: {
    slug: 'wrong-credentials',
    status: 401,
    title: 'E-mail and password do not match',
    meaning: 'One sentence for an unknown e-mail and a wrong password alike.',
  },
} as const satisfies Record<string, ProblemType>;

export const problemTypes = { ...generic, ...specific } as const;

/** Codes of the core whose problem is one of its own; every other code has the type of its kind. */
const byCode: Readonly<Record<string, ProblemType>> = {
  DOCUMENT_PARSING_OFF: specific.parsingOff,
  CREDENTIALS_WRONG: specific.wrongCredentials,
};

/** The problem type of an error of the core. */
export function problemTypeOf(kind: ErrorKind, code: string): ProblemType {
  return byCode[code] ?? generic[kind];
}

/** The stable URI reference of a problem type: it leads to its paragraph of the documentation page. */
export function problemUri(type: ProblemType): string {
  return `/docs#problem-${type.slug}`;
}
