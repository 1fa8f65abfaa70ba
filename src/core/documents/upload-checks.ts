import { MatineeError } from '../ports/errors.js';

const magic = Buffer.from('%PDF-');
/** Readers accept a PDF whose header comes within its first kilobyte. */
const headerWindow = 1024;

/**
 * Passes a file's bytes on while it holds them against the rules for uploads: not empty, a PDF by its own header, no
 * larger than `maxBytes`. Only the first kilobyte is ever held back.
 * @throws MatineeError invalid EMPTY_FILE or NOT_A_PDF; too-large TOO_LARGE
 */
export async function* checkUpload(
  body: AsyncIterable<Uint8Array>,
  maxBytes: number,
): AsyncGenerator<Uint8Array> {
  let held: Buffer | null = Buffer.alloc(0);
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > maxBytes) throw tooLarge(maxBytes);
    if (held === null) {
      yield chunk;
      continue;
    }
    held = Buffer.concat([held, chunk]);
    if (held.length < headerWindow) continue;
    requirePdf(held);
    yield held;
    held = null;
  }
  if (held === null) return;
  if (size === 0) throw new MatineeError('invalid', 'EMPTY_FILE', 'The file is empty.');
  requirePdf(held);
  yield held;
}

function requirePdf(start: Buffer): void {
  if (start.subarray(0, headerWindow).includes(magic)) return;
  throw new MatineeError(
    'invalid',
    'NOT_A_PDF',
    'That file is not a PDF. I can read bank statements, pay stubs and receipts as PDF files.',
  );
}

function tooLarge(maxBytes: number): MatineeError {
  const megabytes = Math.floor(maxBytes / 1024 / 1024);
  return new MatineeError(
    'too-large',
    'TOO_LARGE',
    `That file is larger than ${megabytes} MB, the most I can take. Exporting fewer months usually makes it smaller.`,
  );
}
