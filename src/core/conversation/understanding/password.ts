import { readCommand } from './commands.js';
import { normalise } from './normalise.js';

/** True where a message that follows the question for a password is one, and not a question or a command. */
export function couldBePassword(text: string): boolean {
  const plain = text.trim();
  if (plain === '' || plain.length > 128 || plain.includes('\n')) return false;
  if (/\?\s*$/.test(plain) || plain.split(/\s+/).length > 3) return false;
  return readCommand(normalise(plain)) === null;
}
