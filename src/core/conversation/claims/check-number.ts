import type { ClaimsWorld } from './claims-world.js';
import { subjectAt } from './clauses.js';
import type { Fact } from './facts.js';
import type { DateClaim, NumberClaim } from './figures.js';
import type { Mention, NamedSubject } from './ledger.js';

/** Whether a date is a fact's, of its subject or of nothing named, or stands in the tools' own words. */
export function checkDate(
  sentence: string,
  claim: DateClaim,
  mentions: readonly Mention[],
  carried: NamedSubject | null,
  world: ClaimsWorld,
): boolean {
  const subject = subjectAt(sentence, claim, mentions) ?? carried;
  const own = subject ? subject.facts : [];
  const facts = [...own, ...world.ledger.general].filter(
    (fact) => fact.kind === 'date' || (fact.kind === 'amount' && fact.period !== undefined),
  );
  const backed = facts.some((fact) => {
    const date = fact.kind === 'date' ? fact.date : fact.kind === 'amount' ? (fact.period ?? '') : '';
    const [year, month, day] = date.split('-').map(Number);
    return (
      month === claim.month &&
      (claim.day === null || claim.day === day) &&
      (claim.year === null || claim.year === year)
    );
  });
  return backed || world.support.toLowerCase().includes(sentence.slice(claim.start, claim.end).toLowerCase());
}

/** Whether a number is a fact's in the same unit, of its subject or of nothing named. */
export function checkNumber(
  sentence: string,
  claim: NumberClaim,
  subject: NamedSubject | null,
  world: ClaimsWorld,
): boolean {
  // "one" alone is a pronoun as often as a count; it claims no more than "a".
  if (claim.number === 1 && claim.unit !== 'people' && claim.unit !== 'percent') return true;
  if (claim.unit === null) return false;
  if (claim.unit === 'stars' && claim.number === 5)
    return (
      /\b(?:of|out of|\/)\s?$/.test(sentence.slice(0, claim.start)) || hasNumber(subject?.facts ?? [], claim)
    );
  if (subject && hasNumber(subject.facts, claim)) return true;
  if (claim.unit === 'count' && subject?.isTitle !== true && claim.number === world.ledger.titles.length)
    return true;
  return hasNumber(world.ledger.general, claim);
}

function hasNumber(facts: readonly Fact[], claim: NumberClaim): boolean {
  const players = facts.filter(
    (fact) => fact.kind === 'number' && fact.unit === 'people' && fact.measure === 'players',
  );
  if (claim.unit === 'people' && players.length === 2) {
    const [least = 0, most = 0] = players.map((fact) => (fact.kind === 'number' ? fact.number : 0));
    if (claim.number === least || claim.number === most) return true;
  }
  return facts.some(
    (fact) => fact.kind === 'number' && fact.unit === claim.unit && fact.number === claim.number,
  );
}
