/** What the user typed, short and without markup, for quoting back. */
export function shorten(text: string): string {
  const plain = text
    .replace(/[*_`[\]()<>#|~]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return plain.length > 60 ? `${plain.slice(0, 57)}…` : plain;
}
