import type { CoreContext } from '../ports/context.js';
import { MatineeError } from '../ports/errors.js';
import { type DocumentView, viewDocument } from './document-view.js';
import { documentNotFound, parsingIsOff } from './problems.js';
import { type ReadingContext, readAndImport } from './read-and-import.js';

const guessLimit = 10;
const guessWindowSeconds = 15 * 60;

/**
 * Reads a protected document with its password, at once and in this process: the password is used and forgotten,
 * never stored, queued or logged. A wrong one leaves the document waiting.
 * @throws MatineeError not-found; conflict NOT_LOCKED; limited TOO_MANY_PASSWORDS; unavailable DOCUMENT_PARSING_OFF
 */
export async function unlockDocument(
  context: ReadingContext & Pick<CoreContext, 'settings'>,
  input: {
    readonly userId: string;
    readonly documentId: string;
    readonly password: string;
    readonly signal: AbortSignal;
  },
): Promise<DocumentView> {
  if (!context.settings.documentParsing) throw parsingIsOff();
  const { documents, accounts } = context.database.store;
  const document = await documents.find(input.userId, input.documentId);
  if (!document) throw documentNotFound();
  if (!viewDocument(document).passwordRequired) {
    throw new MatineeError('conflict', 'NOT_LOCKED', 'That document does not wait for a password.');
  }
  const subject = `password:${document.id}`;
  const guesses = await accounts.countGuess(subject, context.clock.now(), guessWindowSeconds);
  if (guesses > guessLimit) {
    throw new MatineeError(
      'limited',
      'TOO_MANY_PASSWORDS',
      'That were many passwords. Please try again in a quarter of an hour.',
    );
  }
  await readAndImport(context, document, { password: input.password, signal: input.signal });
  const settled = await documents.find(input.userId, input.documentId);
  if (!settled) throw documentNotFound();
  return viewDocument(settled);
}
