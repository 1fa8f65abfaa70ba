import type { IsoDate } from '../../../domain/calendar.js';
import type { ClaimsWorld } from './claims-world.js';
import { clauseAt } from './clauses.js';
import { cueDistance } from './cues.js';
import type { Fact } from './facts.js';
import type { AmountClaim } from './figures.js';
import type { NamedSubject } from './ledger.js';
import { monthNames } from './month-names.js';

/** An amount of money among the facts of a turn. */
export type AmountFact = Extract<Fact, { kind: 'amount' }>;

/** What takes the place of a stretch of the sentence. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const ROUGH = /\b(?:about|around|roughly|approximately|some|nearly|almost|circa)\s$|~\s?$/i;

/**
 * Checks an amount of money: it must be its subject's own, or the unnamed figure that its clause means.
 * @param subject what the amount is about; null where nothing named is
 * @param mayCorrect whether a wrong price may be replaced by the right one
 * @returns the fact, and what to put in its place; null where the amount is unbacked and cannot be put right
 */
export function checkAmount(
  sentence: string,
  claim: AmountClaim,
  subject: NamedSubject | null,
  world: ClaimsWorld,
  mayCorrect: boolean,
): { readonly fact: AmountFact | null; readonly replacement: Replacement | null } | null {
  const rough = ROUGH.test(sentence.slice(0, claim.start));
  const bound = boundBefore(sentence, claim);
  const own = (subject?.facts ?? []).filter((fact): fact is AmountFact => fact.kind === 'amount');
  if (bound && !own.some((fact) => sameAmount(fact, claim, rough)))
    return checkBound(sentence, claim, world, subject);
  if (subject) {
    const fact = own.find((one) => sameAmount(one, claim, rough) && inPeriod(one, sentence, world));
    if (fact) {
      const about = { start: claim.start, end: claim.start, text: 'about ' };
      const replacement = exactly(fact, claim, world);
      return { fact, replacement: replacement ?? (fact.approximate && !rough && !bound ? about : null) };
    }
    const [only, second] = own.filter((one) => one.measure === 'price' || one.measure === 'monthly price');
    if (!mayCorrect || !subject.isTitle || !only || second) return null;
    const text = `${only.approximate && !rough ? 'about ' : ''}${world.format(only.amount)}`;
    return { fact: only, replacement: { start: claim.start, end: claim.end, text } };
  }
  const fact = generalAmount(sentence, claim, world, rough);
  return fact ? { fact, replacement: exactly(fact, claim, world) } : null;
}

/** "about $4" for $3.99 is meant right, and yet another figure than the one beside it on the list: the fact's own is said. */
function exactly(fact: AmountFact, claim: AmountClaim, world: ClaimsWorld): Replacement | null {
  if (fact.amount.minor === claim.minor) return null;
  return { start: claim.start, end: claim.end, text: world.format(fact.amount) };
}

/** Equal, or the same when rounded to whole units where the sentence says "about" and the fact is approximate. */
function sameAmount(fact: AmountFact, claim: AmountClaim, rough: boolean): boolean {
  if (fact.amount.currency !== claim.currency) return false;
  if (fact.amount.minor === claim.minor) return true;
  return (
    rough &&
    fact.approximate &&
    claim.minor % 100 === 0 &&
    Math.round(fact.amount.minor / 100) * 100 === claim.minor
  );
}

/** The figure of an unnamed subject that the clause's nearest cue means, where it is this amount. */
function generalAmount(
  sentence: string,
  claim: AmountClaim,
  world: ClaimsWorld,
  rough: boolean,
): AmountFact | null {
  const { from, to } = clauseAt(sentence, claim);
  const clause = sentence.slice(from, to).toLowerCase();
  const start = claim.start - from;
  const end = claim.end - from;
  const figures = world.ledger.general.filter((fact): fact is AmountFact => fact.kind === 'amount');
  const distances = figures.map((fact) => cueDistance(fact, clause, start, end));
  const nearest = Math.min(...distances, Number.POSITIVE_INFINITY);
  if (!Number.isFinite(nearest)) return null;
  const found = figures.find(
    (fact, index) =>
      distances[index] === nearest && sameAmount(fact, claim, rough) && inPeriod(fact, sentence, world),
  );
  return found ?? null;
}

/** Whether the time that the sentence names is the fact's own. */
function inPeriod(fact: AmountFact, sentence: string, world: ClaimsWorld): boolean {
  if (!fact.period) return true;
  const named = namedMonth(sentence, world.today);
  return named === null || fact.period === named || fact.period.startsWith(`${named}-`);
}

function namedMonth(sentence: string, today: IsoDate): string | null {
  const plain = sentence.toLowerCase();
  const [year = 0, month = 1] = today.split('-').map(Number);
  const key = (y: number, m: number) => `${y}-${String(m).padStart(2, '0')}`;
  if (/\b(?:last|previous) month\b/.test(plain))
    return month === 1 ? key(year - 1, 12) : key(year, month - 1);
  if (/\bthis month\b/.test(plain)) return key(year, month);
  const index = monthNames.findIndex((name) => new RegExp(`\\bin ${name}\\b`).test(plain));
  if (index < 0) return null;
  return key(index + 1 > month ? year - 1 : year, index + 1);
}

function boundBefore(sentence: string, claim: { start: number }): boolean {
  return (
    /\b(?:under|below|within|up to|less than|at most|no more than|over|above|more than|for|at)\s(?:your |the |a |that )?$/i.test(
      sentence.slice(Math.max(0, claim.start - 24), claim.start),
    ) && !/\b(?:for|at)\s$/i.test(sentence.slice(Math.max(0, claim.start - 4), claim.start))
  );
}

/** "under $30": the amount must be a limit or the money left, and everything spoken of must cost no more. */
function checkBound(
  sentence: string,
  claim: AmountClaim,
  world: ClaimsWorld,
  subject: NamedSubject | null,
): { readonly fact: AmountFact | null; readonly replacement: null } | null {
  if (/\b(?:over|above|more than)\s(?:your |the )?$/i.test(sentence.slice(0, claim.start))) return null;
  const limits = world.ledger.general.filter(
    (fact): fact is AmountFact =>
      fact.kind === 'amount' &&
      (fact.subject === 'limit' || (fact.subject === 'budget' && fact.measure === 'left')),
  );
  const fact = limits.find((one) => sameAmount(one, claim, false));
  if (!fact) return null;
  const spoken = subject?.isTitle ? [subject] : world.ledger.titles;
  return spoken.every((title) => costsAtMost(title, claim)) ? { fact, replacement: null } : null;
}

function costsAtMost(title: NamedSubject, claim: AmountClaim): boolean {
  if (title.facts.some((fact) => fact.kind === 'free' || fact.kind === 'included')) return true;
  const prices = title.facts.filter(
    (fact): fact is AmountFact => fact.kind === 'amount' && /price$/.test(fact.measure),
  );
  return (
    prices.length > 0 &&
    prices.every((fact) => fact.amount.currency === claim.currency && fact.amount.minor <= claim.minor)
  );
}
