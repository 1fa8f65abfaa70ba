import type { ClaimsWorld } from './claims-world.js';
import { clauseAt, type Stretch } from './clauses.js';
import { cuesIn } from './cues.js';
import type { Fact } from './facts.js';
import type { Mention, NamedSubject } from './ledger.js';

type Amount = Extract<Fact, { kind: 'amount' }>;

/** A comparison of two figures by their ratio: "half of", "twice", "33 % of", "most of". */
export interface ShareClaim extends Stretch {
  /** The first figure over the second. */
  readonly ratio: number;
  readonly sense: 'equal' | 'more' | 'less';
  /** How far the true ratio may be off, as a share of the ratio said. */
  readonly tolerance: number;
}

const FRACTIONS: readonly (readonly [RegExp, number])[] = [
  [/^half/, 1 / 2],
  [/^(?:a|one)[- ]third/, 1 / 3],
  [/^two[- ]thirds/, 2 / 3],
  [/^(?:a|one)[- ]quarter/, 1 / 4],
  [/^three[- ]quarters/, 3 / 4],
  [/^(?:a|one)[- ]fifth/, 1 / 5],
  [/^(?:a|one)[- ]tenth/, 1 / 10],
  [/^(?:twice|double)/, 2],
  [/^(?:three times|thrice|triple)/, 3],
  [/^four times/, 4],
];
const NUMBERED = '(?:a|one)[- ](?:third|quarter|fifth|tenth)|two[- ]thirds|three[- ]quarters';
const SHARE = new RegExp(
  `\\b(?:half|${NUMBERED}|twice|double|triple|thrice|(?:three|four) times|most of|(?:the )?majority of)(?=\\s|[.,!?]|$)|(?<![\\d.,])\\d{1,3}(?:\\.\\d)?\\s?(?:%|per ?cent\\b)`,
  'gi',
);
/** "half an hour", "one and a half", "a half-price ticket", "most of all": no share of anything. */
const NO_SHARE =
  /\b(?:half[- ](?:an? )?(?:hour|hours|day|past|price|term)|and a half|half and half|most of all|most of (?:the|these|those|them|us))\b/gi;
const HEDGE =
  /\b(?:about|around|roughly|approximately|some|circa|nearly|almost|just (?:over|under))\s$|~\s?$/i;
const MORE = /\b(?:more than|over|at least)\s$/i;
const LESS = /\b(?:less than|under|below|at most)\s$/i;
/** What is said without "about" is meant rounded as well: "half" of 101 is 50. */
const PLAIN_TOLERANCE = 0.04;
const HEDGED_TOLERANCE = 0.12;

/** The shares and multiples that a sentence speaks of. */
export function shareClaims(sentence: string): ShareClaim[] {
  const plain = sentence.replace(NO_SHARE, (words) => ' '.repeat(words.length));
  return [...plain.matchAll(SHARE)].map((match) => {
    const words = match[0].toLowerCase();
    const before = plain.slice(0, match.index);
    const most = /most|majority/.test(words);
    const percent = Number.parseFloat(words);
    const known = FRACTIONS.find(([pattern]) => pattern.test(words))?.[1] ?? 1 / 2;
    const sense = most || MORE.test(before) ? 'more' : LESS.test(before) ? 'less' : 'equal';
    const hedged = HEDGE.test(before);
    const ratio = Number.isNaN(percent) ? known : percent / 100;
    // A percentage says one point exactly, whatever its size.
    const tolerance = Number.isNaN(percent)
      ? hedged
        ? HEDGED_TOLERANCE
        : PLAIN_TOLERANCE
      : (hedged ? 0.015 : 0.0051) / Math.max(ratio, 0.001);
    return { ratio, sense, tolerance, start: match.index, end: match.index + match[0].length };
  });
}

/**
 * Whether two figures of the turn stand in the ratio that a sentence says: the second is what the words after it name
 * ("of your budget", "the price of Catan"), the first is what the sentence is about.
 */
export function isTrueShare(
  sentence: string,
  claim: ShareClaim,
  mentions: readonly Mention[],
  carried: NamedSubject | null,
  world: ClaimsWorld,
): boolean {
  const relevant = mentions.filter(({ subject }) => pricesOf(subject).length > 0);
  const before = relevant.filter((mention) => mention.end <= claim.start);
  const { from, to } = clauseAt(sentence, claim);
  const after = relevant.filter((mention) => mention.start >= claim.end && mention.end <= to);
  const about =
    before.at(-1)?.subject ?? (refersBack(sentence) || refersBack(sentence.slice(from)) ? carried : null);
  const [next, last] = after;
  if (next) {
    const first = about ?? (last ? next.subject : null);
    const second = about ? next.subject : last?.subject;
    if (!first || !second || first === second || (about && last)) return false;
    return anyPair(pricesOf(first), pricesOf(second), claim);
  }
  const figures = world.ledger.general.filter((fact): fact is Amount => fact.kind === 'amount');
  const whole = nearestAfter(figures, sentence, claim.end);
  if (whole === null) return false;
  if (about) return anyPair(pricesOf(about), whole.facts, claim);
  const part = partOf(figures, whole, sentence, claim);
  return anyPair(part, whole.facts, claim);
}

function refersBack(sentence: string): boolean {
  return /^\s*(?:it|it’s|it's|this|that|they)\b/i.test(sentence);
}

/** What a subject costs, or what was spent on it. */
function pricesOf(subject: NamedSubject): Amount[] {
  return subject.facts.filter(
    (fact): fact is Amount => fact.kind === 'amount' && /(?:price|spent|total)$/.test(fact.measure),
  );
}

interface Cued {
  readonly facts: readonly Amount[];
  readonly from: number;
  readonly to: number;
}

/** The unnamed figures whose words come first after a place; several where the same words mean several. */
function nearestAfter(figures: readonly Amount[], sentence: string, place: number): Cued | null {
  const all = cued(figures, sentence).filter(({ from }) => from >= place);
  const first = Math.min(...all.map(({ from }) => from));
  const found = all.filter(({ from }) => from === first);
  const [one] = found;
  return one ? { facts: found.flatMap(({ facts }) => facts), from: one.from, to: one.to } : null;
}

/** The other figure that the sentence speaks of: "half of your budget is gone", "you have spent half of your budget". */
function partOf(figures: readonly Amount[], whole: Cued, sentence: string, claim: ShareClaim): Amount[] {
  const distance = ({ from, to }: Cued) => (to <= claim.start ? claim.start - to : from - whole.to);
  const others = cued(figures, sentence).filter(({ from, to }) => to <= claim.start || from >= whole.to);
  const nearest = Math.min(...others.map(distance));
  return others.filter((one) => distance(one) === nearest).flatMap(({ facts }) => facts);
}

function cued(figures: readonly Amount[], sentence: string): Cued[] {
  const plain = sentence.toLowerCase();
  return figures.flatMap((fact) => cuesIn(fact, plain).map(({ from, to }) => ({ facts: [fact], from, to })));
}

function anyPair(parts: readonly Amount[], wholes: readonly Amount[], claim: ShareClaim): boolean {
  return parts.some((part) =>
    wholes.some((whole) => {
      if (part === whole || part.amount.currency !== whole.amount.currency || whole.amount.minor <= 0)
        return false;
      if (part.period && whole.period && part.period !== whole.period) return false;
      const ratio = part.amount.minor / whole.amount.minor;
      if (claim.sense === 'more') return ratio > claim.ratio;
      if (claim.sense === 'less') return ratio < claim.ratio;
      return Math.abs(ratio - claim.ratio) <= claim.ratio * claim.tolerance;
    }),
  );
}
