/**
 * Ends a wait that is no longer needed: its matter came in time. One for all, since most deadlines are never reached and
 * making an error for each would cost more than the rest of the wait.
 */
export const CALLED_OFF = new Error('What was waited for came in time.');
