import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { fieldProblems, presentError, problemSchema, RequestError } from '../../../src/api/problem.js';
import { problemTypes } from '../../../src/api/problem-types.js';
import { MatineeError } from '../../../src/core/ports/errors.js';
import { InvalidAmountError } from '../../../src/domain/money.js';

describe('presentError', () => {
  it('gives every error of the core the status and type of its kind', () => {
    const kinds = [
      ['invalid', 422],
      ['unauthenticated', 401],
      ['forbidden', 403],
      ['not-found', 404],
      ['conflict', 409],
      ['too-large', 413],
      ['limited', 429],
      ['unavailable', 503],
      ['timeout', 504],
    ] as const;
    for (const [kind, status] of kinds) {
      const { problem, unexpected } = presentError(new MatineeError(kind, 'SOME_CODE', 'A sentence.'), 'c-1');
      expect(problem).toMatchObject({
        status,
        code: 'SOME_CODE',
        detail: 'A sentence.',
        correlationId: 'c-1',
      });
      expect(problem.type).toMatch(/^\/docs#problem-[a-z-]+$/);
      expect(unexpected).toBe(false);
      expect(problemSchema.safeParse(problem).success).toBe(true);
    }
  });

  it('has a problem of its own for documents while parsing is switched off', () => {
    const { problem } = presentError(new MatineeError('unavailable', 'DOCUMENT_PARSING_OFF', 'Off.'), 'c-1');
    expect(problem).toMatchObject({ type: '/docs#problem-document-parsing-off', status: 503 });
  });

  it('tells nothing of an unexpected error', () => {
    const { problem, unexpected } = presentError(new Error('password of db is hunter2 at /srv/x.ts'), 'c-2');
    expect(unexpected).toBe(true);
    expect(problem.status).toBe(500);
    expect(JSON.stringify(problem)).not.toMatch(/hunter2|srv/);
  });

  it('does not quote what the body parser says about the input', () => {
    const error = Object.assign(new SyntaxError('Unexpected token s in "secret"'), {
      status: 400,
      type: 'entity.parse.failed',
    });
    const { problem } = presentError(error, 'c-3');
    expect(problem).toMatchObject({ status: 400, code: 'JSON_MALFORMED' });
    expect(JSON.stringify(problem)).not.toContain('secret');
  });

  it('says 413 for a body that is too large', () => {
    const error = Object.assign(new Error('too large'), { status: 413, type: 'entity.too.large' });
    expect(presentError(error, 'c').problem).toMatchObject({ status: 413, type: '/docs#problem-too-large' });
  });

  it('asks for a bearer token with every 401 and names a waiting time with every 503', () => {
    const at = (error: unknown) => presentError(error, 'c').headers;
    expect(at(new MatineeError('unauthenticated', 'X', 'x'))).toHaveProperty(
      'WWW-Authenticate',
      'Bearer realm="matinee"',
    );
    expect(at(new MatineeError('unavailable', 'X', 'x'))).toHaveProperty('Retry-After', '5');
    const own = new RequestError(problemTypes.unauthenticated, 'X', 'x', {
      headers: { 'WWW-Authenticate': 'Bearer realm="matinee", error="invalid_token"' },
    });
    expect(at(own)['WWW-Authenticate']).toContain('invalid_token');
  });

  it('takes an inexact amount as invalid input', () => {
    expect(presentError(new InvalidAmountError('1.234'), 'c').problem).toMatchObject({
      status: 422,
      code: 'INVALID_AMOUNT',
    });
  });
});

describe('fieldProblems', () => {
  it('names each field with dots between levels, and each unknown field', () => {
    const schema = z.strictObject({ a: z.strictObject({ b: z.array(z.number()) }) });
    const { error } = schema.safeParse({ a: { b: [1, 'x'] }, admin: true, role: 'root' });
    expect(error && fieldProblems(error, 'body').map((field) => [field.in, field.path])).toEqual([
      ['body', 'a.b.1'],
      ['body', 'admin'],
      ['body', 'role'],
    ]);
  });
});
