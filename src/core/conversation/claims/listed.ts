/** A numbered line of the tools' own list. */
export interface ListedLine {
  readonly number: string;
  readonly title: string;
  readonly line: string;
}

const LISTED = /^(\d{1,2})\. \*\*(.+?)\*\*/;

/** The numbered lines of the tools' words, in their order: people speak of "the second one". */
export function listedLines(notes: string): ListedLine[] {
  return notes.split('\n').flatMap((line) => {
    const [, number, title] = LISTED.exec(line) ?? [];
    return number !== undefined && title !== undefined ? [{ number, title, line }] : [];
  });
}

/** The sentence with its listed number and its title in bold, where it begins with that title; null where it does not. */
export function numbered(sentence: string, { number, title }: ListedLine): string | null {
  const begins = /^\s*(?:\d{1,2}[.)]\s*|[-*•]\s+)?(?:\*\*)?/.exec(sentence)?.[0] ?? '';
  const rest = sentence.slice(begins.length);
  if (!rest.toLowerCase().startsWith(title.toLowerCase())) return null;
  const after = rest.slice(title.length);
  if (/^[\p{L}\p{N}]/u.test(after)) return null;
  return `${number}. **${title}**${after.replace(/^:?\*\*/, (mark) => mark.replace('**', ''))}`;
}
