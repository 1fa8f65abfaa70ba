import type { Mention, NamedSubject } from './ledger.js';

/** A stretch of a sentence. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

const CLAUSE_END =
  /[,;:()–—]\s|\s[-–—]\s|\n|\b(?:and|but|while|whereas|so|which leaves|leaving|plus|then)\s/g;

/** The clause in which something stands. */
export function clauseAt(sentence: string, claim: Stretch): { from: number; to: number } {
  let from = 0;
  let to = sentence.length;
  for (const match of sentence.matchAll(CLAUSE_END)) {
    const end = match.index + match[0].length;
    if (end <= claim.start) from = end;
    else if (match.index >= claim.end) {
      to = match.index;
      break;
    }
  }
  return { from, to };
}

/** The named subject that a claim belongs to: the nearest before it in its clause, else the nearest after it there, else the nearest before. */
export function subjectAt(
  sentence: string,
  claim: Stretch,
  mentions: readonly Mention[],
): NamedSubject | null {
  const relevant = mentions.filter((mention) => mention.subject.facts.some((fact) => fact.kind !== 'name'));
  const { from, to } = clauseAt(sentence, claim);
  const inClause = relevant.filter((mention) => mention.start >= from && mention.end <= to);
  const before = inClause.filter((mention) => mention.end <= claim.start).at(-1);
  const after = inClause.find((mention) => mention.start >= claim.end);
  if (before ?? after) return (before ?? after)?.subject ?? null;
  // "Catan (board game, 3–4 players): about $29" goes on about Catan; a clause with a verb of its own does not.
  const clause = sentence.slice(from, to).toLowerCase();
  if (/\b(?:you|your|left|budget|spent|income|remaining|month|together|total|limit)\b/.test(clause))
    return null;
  return relevant.filter((mention) => mention.end <= claim.start).at(-1)?.subject ?? null;
}
