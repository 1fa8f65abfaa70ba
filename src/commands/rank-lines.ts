import { createReadStream } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';
import { z } from 'zod';

/** A line that is not what it should be; says which, so that it can be mended. */
export class BadLineError extends Error {
  readonly code = 'BAD_LINE';
  constructor(path: string, line: number, problem: string, cause?: unknown) {
    super(`${path}, line ${line}: ${problem}`, cause === undefined ? {} : { cause });
    this.name = 'BadLineError';
  }
}

const longestLine = 4_000_000;

/** Consecutive lines of a file; the first has this number. */
interface Lines {
  readonly first: number;
  readonly texts: readonly string[];
}

/** Lines of a file without holding it. @throws BadLineError for a line beyond all measure */
export async function* linesOf(path: string): AsyncGenerator<Lines> {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  let first = 1;
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    const texts = (rest + decoder.write(chunk)).split('\n');
    rest = texts.pop() ?? '';
    if (rest.length > longestLine)
      throw new BadLineError(path, first + texts.length, 'the line is too long.');
    yield { first, texts };
    first += texts.length;
  }
  rest += decoder.end();
  if (rest !== '') yield { first, texts: [rest] };
}

/** Every line that is not empty, with its number. @throws BadLineError */
export async function* numberedLines(path: string): AsyncGenerator<{ line: number; text: string }> {
  for await (const { first, texts } of linesOf(path)) {
    for (const [index, text] of texts.entries()) {
      if (text.trim() !== '') yield { line: first + index, text };
    }
  }
}

/** One line as the schema wants it. @throws BadLineError */
export function parseLine<T>(schema: z.ZodType<T>, path: string, line: number, text: string): T {
  let value: unknown;
  try {
    value = JSON.parse(line === 1 ? text.replace(/^\uFEFF/, '') : text);
  } catch (error) {
    throw new BadLineError(path, line, 'this is not JSON.', error);
  }
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const where = issue?.path.join('.') ?? '';
  throw new BadLineError(path, line, `${where === '' ? '' : `${where}: `}${issue?.message ?? 'not valid'}.`);
}

/** An id as text or number: 7 and "7" are one. */
export const idSchema = z.union([z.string().min(1), z.number()]).transform(String);
