import type { Request, Response } from 'express';
import type { z } from 'zod';
import { MatineeError } from '../core/ports/errors.js';
import type { Logger } from '../core/ports/runtime.js';
import type { TagName } from './openapi/tags.js';
import { type Parsed, parsePart } from './parse-input.js';

export type HttpMethod = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** Who may call: a signed-in user, the operator by the configured token, or anybody. */
export type RouteAuth = 'user' | 'operator' | 'none';

/** Which limit of requests counts the call; each is told apart in middleware/rate-limits.ts. */
export type LimitClass = 'general' | 'credentials' | 'message' | 'upload' | 'lookup' | 'heavy';

/** Whose request it is. */
export interface Caller {
  readonly userId: string;
  /** The identity provider's id of the account. */
  readonly subject: string;
  readonly email: string | null;
  readonly tokenExpiresAt: Date;
  readonly accessToken: string;
}

/** What a handler knows of the request beside its parsed input. */
export interface RequestScope {
  /** Fires when the client leaves or the route's deadline passes. */
  readonly signal: AbortSignal;
  readonly correlationId: string;
  readonly log: Logger;
  /** The raw request, for uploads and streams. */
  readonly request: Request;
}

/** One way a route answers. Without a schema the answer has no body, unless `binary` names its type. */
export interface ResponseSpec {
  readonly description: string;
  readonly schema?: z.ZodType;
  readonly example?: unknown;
  /** The content type of an answer that is no JSON. */
  readonly contentType?: string;
  /** Further representations of the same answer, chosen by Accept, described only. */
  readonly alternatives?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
}

export type Responses = Readonly<Record<number, ResponseSpec>>;

/** An answer that writes itself: streams, files, pictures. It ends the response before it resolves. */
export interface RawReply {
  readonly raw: (response: Response) => Promise<void>;
}

type JsonReply<R extends Responses> = {
  [Status in keyof R & number]: R[Status] extends { schema: infer Schema extends z.ZodType }
    ? { status: Status; body: z.input<Schema>; headers?: Readonly<Record<string, string>> }
    : { status: Status; headers?: Readonly<Record<string, string>> };
}[keyof R & number];

export type Reply<R extends Responses> = JsonReply<R> | RawReply;

/** A JSON answer with its status. */
export function reply<const Status extends number, Body>(
  status: Status,
  body: Body,
  headers: Readonly<Record<string, string>> = {},
): { status: Status; body: Body; headers: Readonly<Record<string, string>> } {
  return { status, body, headers };
}

/** An answer without a body. */
export function empty<const Status extends number>(status: Status): { status: Status } {
  return { status };
}

type Shape = z.ZodObject | undefined;

export interface RouteInput<P, Q, H, B> {
  readonly params: Parsed<P>;
  readonly query: Parsed<Q>;
  readonly headers: Parsed<H>;
  readonly body: Parsed<B>;
  readonly scope: RequestScope;
}

export interface RouteDefinition<
  P extends Shape,
  Q extends Shape,
  H extends Shape,
  B extends z.ZodType | undefined,
  R extends Responses,
> {
  readonly method: HttpMethod;
  /** As in OpenAPI: `/api/things/{id}`. */
  readonly path: `/${string}`;
  readonly operationId: string;
  readonly tag: TagName;
  readonly summary: string;
  readonly description?: string;
  readonly params?: P;
  readonly query?: Q;
  /** Names in lower case. Headers beside the declared ones are allowed. */
  readonly headers?: H;
  readonly body?: B;
  /** A complete body that works, for the documentation and its tests. */
  readonly bodyExample?: unknown;
  /** The body is multipart and the handler reads it itself; the schema describes its fields. */
  readonly multipart?: z.ZodObject;
  readonly responses: R;
  /** Codes of problems worth naming in the documentation, by status. */
  readonly problems?: Readonly<Record<number, string>>;
  readonly limit?: LimitClass;
  /** Bytes of a JSON body; 64 kB unless told. */
  readonly bodyLimit?: number;
  /** Answers carry an ETag and 304 is given for a match. */
  readonly revalidate?: boolean;
  /** Milliseconds until the scope's signal fires; 30 s unless told, null for streams. */
  readonly deadline?: number | null;
}

/** A request's parts before they are parsed. */
export interface RawInput {
  readonly params: unknown;
  readonly query: unknown;
  readonly headers: unknown;
  readonly body: unknown;
  readonly caller: Caller | undefined;
  readonly scope: RequestScope;
}

/** An answer as the server writes it. */
export type AnyReply =
  | { readonly status: number; readonly body?: unknown; readonly headers?: Readonly<Record<string, string>> }
  | RawReply;

/** A declared route without its types: what the server mounts and the OpenAPI document describes. */
export interface Route extends RouteDefinition<Shape, Shape, Shape, z.ZodType | undefined, Responses> {
  readonly auth: RouteAuth;
  /** Parses the input and answers. @throws RequestError, and whatever the handler throws */
  readonly run: (input: RawInput) => Promise<AnyReply>;
}

function parseInput<P extends Shape, Q extends Shape, H extends Shape, B extends z.ZodType | undefined>(
  definition: RouteDefinition<P, Q, H, B, Responses>,
  input: RawInput,
): RouteInput<P, Q, H, B> {
  return {
    params: parsePart<P>(definition.params, input.params, 'path'),
    query: parsePart<Q>(definition.query, input.query, 'query'),
    headers: parsePart<H>(definition.headers, input.headers, 'header'),
    body: parsePart<B>(definition.body, input.body, 'body'),
    scope: input.scope,
  };
}

/** Declares a route for signed-in users; its handler knows the caller. */
export function defineRoute<
  const R extends Responses,
  P extends Shape = undefined,
  Q extends Shape = undefined,
  H extends Shape = undefined,
  B extends z.ZodType | undefined = undefined,
>(
  definition: RouteDefinition<P, Q, H, B, R> & {
    readonly handler: (input: RouteInput<P, Q, H, B> & { readonly caller: Caller }) => Promise<Reply<R>>;
  },
): Route {
  const { handler, ...description } = definition;
  return {
    ...description,
    auth: 'user',
    run: (input) => {
      const { caller } = input;
      if (!caller) throw new MatineeError('unauthenticated', 'UNAUTHENTICATED', 'Sign in first.');
      return handler({ ...parseInput(definition, input), caller });
    },
  };
}

/** Declares a route that needs no user: open to anybody, or to the operator alone. */
export function defineOpenRoute<
  const R extends Responses,
  P extends Shape = undefined,
  Q extends Shape = undefined,
  H extends Shape = undefined,
  B extends z.ZodType | undefined = undefined,
>(
  definition: RouteDefinition<P, Q, H, B, R> & {
    readonly auth: 'none' | 'operator';
    readonly handler: (input: RouteInput<P, Q, H, B>) => Promise<Reply<R>>;
  },
): Route {
  const { handler, ...description } = definition;
  return { ...description, run: (input) => handler(parseInput(definition, input)) };
}
