import { z } from 'zod';
import { RequestError } from './problem.js';
import { problemTypes } from './problem-types.js';
import { wholeNumber } from './schemas.js';

/** The query of a list that comes in pages. */
export const pageQuery = z.strictObject({
  limit: wholeNumber(1, 100).default(20).meta({ description: 'Entries a page.' }),
  cursor: z.string().max(500).optional().meta({ description: '`nextCursor` of the page before; opaque.' }),
});

export const nextCursor = z
  .string()
  .nullable()
  .meta({ description: 'Hand it back as `cursor` for the next page; null on the last one.' });

/** A place in a list, as text that clients hand back unread. It grants nothing: every page is read for its caller. */
export function encodeCursor(place: Readonly<Record<string, unknown>>): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/** @throws RequestError 400 for a text that is none of our cursors. */
export function decodeCursor<T>(schema: z.ZodType<T>, cursor: string): T {
  try {
    return schema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch (cause) {
    throw new RequestError(problemTypes.badRequest, 'BAD_CURSOR', 'That is no cursor of this list.', {
      cause,
      fields: [{ in: 'query', path: 'cursor', message: 'Hand back `nextCursor` as it was given.' }],
    });
  }
}

const offsetPlace = z.strictObject({ offset: z.int().min(0).max(1_000_000) });

/** The number of entries before a page. */
export function offsetOf(cursor: string | undefined): number {
  return cursor === undefined ? 0 : decodeCursor(offsetPlace, cursor).offset;
}

/** The cursor of the next page of a list that is counted, null on the last one. */
export function nextOffset(offset: number, shown: number, total: number): string | null {
  return offset + shown < total && shown > 0 ? encodeCursor({ offset: offset + shown }) : null;
}
