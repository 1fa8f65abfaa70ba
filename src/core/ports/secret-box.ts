/**
 * Keeps a secret that a user typed (a document's password) in this process's memory for a few minutes, under the id of
 * the message it came in. It is taken out once and never stored or logged.
 */
export interface SecretBox {
  put(messageId: string, secret: string): void;
  /** @returns null where it is unknown here: another process took the message, or too much time went by. */
  take(messageId: string): string | null;
}
