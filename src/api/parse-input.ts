import { z } from 'zod';
import { type FieldProblem, fieldProblems, RequestError } from './problem.js';
import { problemTypes } from './problem-types.js';

/** What a part of the request is once parsed; undefined where the route takes none. */
export type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined;

type Part = FieldProblem['in'];

/** A route without a query refuses one: whoever sends it means something by it. */
const noQuery = z.strictObject({});

/**
 * One part of a request by its schema. A path, query or header that does not fit is a malformed request (400), a
 * body that does not fit is invalid input (422). @throws RequestError
 */
export function parsePart<S extends z.ZodType | undefined>(
  schema: S | undefined,
  value: unknown,
  part: Part,
): Parsed<S>;
export function parsePart(schema: z.ZodType | undefined, value: unknown, part: Part): unknown {
  if (!schema) return part === 'query' ? parsePart(noQuery, value, part) : undefined;
  const unstorable = part === 'header' ? [] : unstorableText(value, []);
  if (unstorable.length > 0) throw refusal(part, unstorable);
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw refusal(part, fieldProblems(parsed.error, part));
}

/** NUL, which PostgreSQL stores in no text, and halves of surrogate pairs, which are no characters. */
const UNSTORABLE = /[\0\p{Cs}]/u;

/** Where a value holds text that the database would refuse, so that it is refused before it gets there. */
export function unstorableText(value: unknown, path: readonly string[]): FieldProblem[] {
  if (typeof value === 'string') {
    if (!UNSTORABLE.test(value)) return [];
    const message = 'This text holds a character that cannot be stored.';
    return [{ in: 'body', path: path.join('.'), message }];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    ...unstorableText(key, path),
    ...unstorableText(inner, [...path, key]),
  ]);
}

function refusal(part: Part, fields: readonly FieldProblem[]): RequestError {
  const placed = fields.map((field) => ({ ...field, in: part }));
  if (part === 'body') {
    return new RequestError(
      problemTypes.invalid,
      'INVALID_INPUT',
      'Some fields cannot be taken; `errors` names each.',
      { fields: placed },
    );
  }
  return new RequestError(
    problemTypes.badRequest,
    'BAD_REQUEST',
    'The request is malformed; `errors` names each place.',
    { fields: placed },
  );
}
