import type { IsoDate } from '../../../domain/calendar.js';
import type { ClaimsWorld } from './claims-world.js';
import { cueDistance } from './cues.js';
import type { Fact } from './facts.js';
import {
  type AmountClaim,
  amountClaims,
  blank,
  type DateClaim,
  dateClaims,
  type NumberClaim,
  numberClaims,
} from './figures.js';
import type { Mention, NamedSubject } from './ledger.js';
import { unknownNames } from './names.js';
import { checkStatements } from './statements.js';

export type SentenceVerdict =
  | {
      readonly stands: true;
      /** The sentence, corrected where a figure was wrong and the right one is certain. */
      readonly text: string;
      readonly corrected: boolean;
      /** What a following "it" means: the only title spoken of. */
      readonly subject: NamedSubject | null;
      /** Titles whose cost the sentence states. */
      readonly priced: readonly string[];
      readonly titles: readonly string[];
      /** Unnamed figures that the sentence states ("budget left"). */
      readonly stated: readonly string[];
    }
  | { readonly stands: false; readonly reason: string };

type Amount = Extract<Fact, { kind: 'amount' }>;
type Replacement = { readonly start: number; readonly end: number; readonly text: string };

/**
 * Checks one sentence of a model: each amount, number, date, title, comparison and "included in your …" must be a fact
 * of the subject that its clause names. A wrong price beside a single title is replaced by the right one; everything
 * else that is unbacked makes the sentence fall.
 * @param carried the subject of the sentence before, for "it"
 */
export function checkSentence(
  sentence: string,
  world: ClaimsWorld,
  carried: NamedSubject | null,
): SentenceVerdict {
  if (/[{}]|https?:|www\./i.test(sentence)) return fallen('markup');
  const mentions = world.ledger.mentions(sentence);
  const unknown = unknownNames(sentence, mentions, world);
  if (unknown !== null) return fallen(`unknown name: ${unknown}`);
  const titles = [
    ...new Set(mentions.map((mention) => mention.subject).filter((subject) => subject.isTitle)),
  ];
  const statement = checkStatements(
    sentence,
    titles.length > 0 ? titles : carried?.isTitle ? [carried] : [],
    world,
  );
  if (statement !== null) return fallen(statement);

  const masked = blank(
    sentence.replace(/^\s*\d{1,2}[.)]\s/, (mark) => ' '.repeat(mark.length)),
    mentions,
  );
  const amounts = amountClaims(masked, world.currency);
  const dates = dateClaims(blank(masked, amounts));
  const numbers = numberClaims(blank(masked, [...amounts, ...dates]));
  const replacements: Replacement[] = [];
  const priced = new Set<string>();
  const stated = new Set<string>();
  for (const claim of amounts) {
    const subject = subjectAt(sentence, claim, mentions) ?? (noOther(mentions) ? carried : null);
    const certain = titles.length === 1 || /^\s*(?:it|this|that)\b/i.test(sentence);
    const outcome = checkAmount(sentence, claim, subject, world, certain && amounts.length === 1);
    if (outcome === null) return fallen(`amount ${claim.minor / 100}`);
    if (outcome.replacement) replacements.push(outcome.replacement);
    if (outcome.fact && subject?.isTitle) priced.add(subject.key);
    if (outcome.fact && !subject) stated.add(`${outcome.fact.subject} ${outcome.fact.measure}`);
  }
  for (const claim of dates) if (!checkDate(sentence, claim, mentions, carried, world)) return fallen('date');
  for (const claim of numbers) {
    const subject = subjectAt(sentence, claim, mentions) ?? (noOther(mentions) ? carried : null);
    if (!checkNumber(sentence, claim, subject, world)) return fallen(`number ${claim.number}`);
  }
  for (const title of titles) if (saysFree(sentence, title)) priced.add(title.key);
  const only = titles.length === 1 ? (titles[0] ?? null) : null;
  return {
    stands: true,
    text: replace(sentence, replacements),
    corrected: replacements.some((one) => !/^(?:about )/.test(one.text) || one.end > one.start),
    subject: only ?? (titles.length === 0 ? carried : null),
    priced: [...priced],
    titles: titles.map((title) => title.key),
    stated: [...stated],
  };
}

function fallen(reason: string): SentenceVerdict {
  return { stands: false, reason };
}

function noOther(mentions: readonly Mention[]): boolean {
  return mentions.every((mention) => !mention.subject.isTitle);
}

const CLAUSE_END =
  /[,;:()–—]\s|\s[-–—]\s|\n|\b(?:and|but|while|whereas|so|which leaves|leaving|plus|then)\s/g;

/** The named subject that a claim belongs to: the nearest before it in its clause, else the nearest after it there, else the nearest before. */
function subjectAt(
  sentence: string,
  claim: { start: number; end: number },
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

function clauseAt(sentence: string, claim: { start: number; end: number }): { from: number; to: number } {
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

const ROUGH = /\b(?:about|around|roughly|approximately|some|nearly|almost|circa)\s$|~\s?$/i;

/** @returns null where the amount is unbacked and cannot be put right. */
function checkAmount(
  sentence: string,
  claim: AmountClaim,
  subject: NamedSubject | null,
  world: ClaimsWorld,
  mayCorrect: boolean,
): { readonly fact: Amount | null; readonly replacement: Replacement | null } | null {
  const rough = ROUGH.test(sentence.slice(0, claim.start));
  const bound = boundBefore(sentence, claim);
  const own = (subject?.facts ?? []).filter((fact): fact is Amount => fact.kind === 'amount');
  if (bound && !own.some((fact) => sameAmount(fact, claim, rough)))
    return checkBound(sentence, claim, world, subject);
  if (subject) {
    const fact = own.find((one) => sameAmount(one, claim, rough) && inPeriod(one, sentence, world));
    if (fact)
      return {
        fact,
        replacement: fact.approximate && !rough && !bound ? insertAbout(sentence, claim) : null,
      };
    const [only, second] = own.filter((one) => one.measure === 'price' || one.measure === 'monthly price');
    if (!mayCorrect || !subject.isTitle || !only || second) return null;
    const text = `${only.approximate && !rough ? 'about ' : ''}${world.format(only.amount)}`;
    return { fact: only, replacement: { start: claim.start, end: claim.end, text } };
  }
  const fact = generalAmount(sentence, claim, world, rough);
  return fact ? { fact, replacement: null } : null;
}

function insertAbout(_sentence: string, claim: AmountClaim): Replacement {
  return { start: claim.start, end: claim.start, text: 'about ' };
}

/** Equal, or the same when rounded to whole units where the sentence says "about" and the fact is approximate. */
function sameAmount(fact: Amount, claim: AmountClaim, rough: boolean): boolean {
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
): Amount | null {
  const { from, to } = clauseAt(sentence, claim);
  const clause = sentence.slice(from, to).toLowerCase();
  const start = claim.start - from;
  const end = claim.end - from;
  const figures = world.ledger.general.filter((fact): fact is Amount => fact.kind === 'amount');
  const distances = figures.map((fact) => cueDistance(fact, clause, start, end));
  const nearest = Math.min(...distances, Number.POSITIVE_INFINITY);
  if (!Number.isFinite(nearest)) return null;
  const found = figures.find(
    (fact, index) =>
      distances[index] === nearest && sameAmount(fact, claim, rough) && inPeriod(fact, sentence, world),
  );
  return found ?? null;
}

const MONTH_NAMES = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** Whether the time that the sentence names is the fact's own. */
function inPeriod(fact: Amount, sentence: string, world: ClaimsWorld): boolean {
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
  const index = MONTH_NAMES.findIndex((name) => new RegExp(`\\bin ${name}\\b`).test(plain));
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
): { readonly fact: Amount | null; readonly replacement: null } | null {
  if (/\b(?:over|above|more than)\s(?:your |the )?$/i.test(sentence.slice(0, claim.start))) return null;
  const limits = world.ledger.general.filter(
    (fact): fact is Amount =>
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
    (fact): fact is Amount => fact.kind === 'amount' && /price$/.test(fact.measure),
  );
  return (
    prices.length > 0 &&
    prices.every((fact) => fact.amount.currency === claim.currency && fact.amount.minor <= claim.minor)
  );
}

function checkDate(
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

function checkNumber(
  sentence: string,
  claim: NumberClaim,
  subject: NamedSubject | null,
  world: ClaimsWorld,
): boolean {
  // "one" alone is a pronoun as often as a count; it claims no more than "a".
  if (claim.number === 1 && claim.unit !== 'people') return true;
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

function saysFree(sentence: string, title: NamedSubject): boolean {
  return (
    /\b(?:free|included|nothing (?:more|extra)|no extra)\b/i.test(sentence) &&
    title.facts.some((fact) => fact.kind === 'free' || fact.kind === 'included')
  );
}

function replace(sentence: string, replacements: readonly Replacement[]): string {
  let text = sentence;
  for (const { start, end, text: by } of [...replacements].sort((left, right) => right.start - left.start)) {
    text = text.slice(0, start) + by + text.slice(end);
  }
  return text;
}
