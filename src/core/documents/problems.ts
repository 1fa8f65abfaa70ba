import { MatineeError } from '../ports/errors.js';

/** One sentence for a document that does not exist and for one of somebody else's. */
export function documentNotFound(): MatineeError {
  return new MatineeError('not-found', 'DOCUMENT_NOT_FOUND', 'There is no such document.');
}

export function parsingIsOff(): MatineeError {
  return new MatineeError(
    'unavailable',
    'DOCUMENT_PARSING_OFF',
    'Reading documents is switched off here at the moment. You can still tell me figures in your own words.',
  );
}
