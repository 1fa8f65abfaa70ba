/** Words after which a full stop ends no sentence. */
const ABBREVIATIONS = /(?:\b(?:e\.g|i\.e|vs|no|mr|mrs|ms|dr|st|approx|incl|min|max|etc|p)|\b[A-Z])\.$/i;
/** A sentence that grows beyond this is released as it is: a model that never ends one must not be waited for. */
const LONGEST = 600;

/** Cuts a stream of text into sentences and lines, each with the white space that follows it. */
export interface PieceCutter {
  /** @returns the pieces that are complete now */
  push(text: string): string[];
  /** @returns what is left at the end of the stream */
  end(): string[];
}

export function createPieceCutter(): PieceCutter {
  let pending = '';
  const take = (final: boolean): string[] => {
    const pieces: string[] = [];
    for (let end = findEnd(pending, final); end > 0; end = findEnd(pending, final)) {
      pieces.push(pending.slice(0, end));
      pending = pending.slice(end);
    }
    return pieces;
  };
  return {
    push(text) {
      pending += text;
      return take(false);
    },
    end() {
      const pieces = take(true);
      if (pending !== '') pieces.push(pending);
      pending = '';
      return pieces;
    },
  };
}

/** The pieces of a whole text. */
export function cutPieces(text: string): string[] {
  const cutter = createPieceCutter();
  return [...cutter.push(text), ...cutter.end()];
}

/** Where the first piece ends, white space included; 0 where none is complete. */
function findEnd(text: string, final: boolean): number {
  const pattern = /\n+|[.!?…]+["”’)\]*_]*(?=\s|$)/g;
  for (const match of text.matchAll(pattern)) {
    const end = match.index + match[0].length;
    // More white space may follow: what a piece ends with must not depend on how the stream is cut.
    if (end === text.length && !final) return 0;
    if (match[0].startsWith('\n')) return end;
    const before = text.slice(0, end);
    if (ABBREVIATIONS.test(before) || /(?:^|\n)\s*\d+\.$/.test(before)) continue;
    const space = leadingSpace(text.slice(end));
    if (end + space === text.length && !final) return 0;
    // "Outfoxed! is a game": a mark within a name, not the end of a sentence.
    if (/^[!?]/.test(match[0]) && /^\p{Ll}/u.test(text.slice(end + space))) continue;
    return end + space;
  }
  return text.length > LONGEST ? text.length : 0;
}

/** Length of the white space that a text begins with. */
function leadingSpace(text: string): number {
  return /^\s*/.exec(text)?.[0].length ?? 0;
}
