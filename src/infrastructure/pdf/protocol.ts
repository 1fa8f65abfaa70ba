import { z } from 'zod';
import type { LayoutAdvice, PageText, ReadingProgress } from '../../documents/ports.js';
import type { DocumentKind, Reading } from '../../documents/reading.js';

/**
 * What a reading process is asked: to read a file, or to read pages once more with an advisor's answer. The password
 * travels here and nowhere else.
 */
export type ReadingRequest =
  | {
      readonly task: 'read';
      readonly bytes: Uint8Array;
      readonly password: string | null;
      readonly hint: DocumentKind | null;
      readonly maxPages: number;
      /** Send the pages back when the rules could not settle the layout. */
      readonly wantPages: boolean;
    }
  | {
      readonly task: 'advised';
      readonly pages: readonly PageText[];
      readonly hint: DocumentKind | null;
      readonly advice: LayoutAdvice;
    };

/** What comes back. `pages` only where an advisor may help. */
export interface ReadingResponse {
  readonly reading: Reading;
  readonly pages: readonly PageText[] | null;
}

/** The request as the reading process receives it; its sender is the same program, so the shape is enough. */
export const jobMessage = z.object({
  type: z.literal('job'),
  request: z.custom<ReadingRequest>(
    (value) => typeof value === 'object' && value !== null && 'task' in value,
  ),
});

/** The response as the parent receives it. */
export const readingResponse: z.ZodType<ReadingResponse> = z.object({
  reading: z.custom<Reading>(
    (value) => typeof value === 'object' && value !== null && 'verdict' in value && 'problems' in value,
  ),
  pages: z.array(z.custom<PageText>()).nullable(),
});

/** A report of progress as the parent receives it. */
export const readingProgress: z.ZodType<ReadingProgress> = z.object({
  stage: z.enum(['text', 'ocr', 'figures']),
  page: z.number(),
  pages: z.number(),
});
