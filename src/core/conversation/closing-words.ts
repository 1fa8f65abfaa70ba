import type { Answer } from './answer.js';

const bare = { extras: {}, facts: {}, toolCalls: [], timings: {}, model: null };

/** What stands when the user ended a reply early: what was shown, and that it was stopped. */
export function stoppedAnswer(written: string): Answer {
  const shown = written.trimEnd();
  return { ...bare, content: shown === '' ? 'Stopped.' : `${shown}\n\n_Stopped here, as you asked._` };
}

/** What stands when a turn could not be answered. What was shown before is checked and still true. */
export function failedAnswer(written: string): Answer {
  const sorry =
    'Something went wrong on my side, so I could not finish this one. Your message is safe; ask me again in a moment.';
  const shown = written.trimEnd();
  const content = shown === '' ? `Sorry! ${sorry}` : `${shown}\n\n${sorry} What I wrote above still holds.`;
  return { ...bare, content };
}
