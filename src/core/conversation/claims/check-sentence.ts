import { type AmountFact, checkAmount, type Replacement } from './check-amount.js';
import { checkDate, checkNumber } from './check-number.js';
import type { ClaimsWorld } from './claims-world.js';
import { clauseAt, subjectAt } from './clauses.js';
import { type AmountClaim, amountClaims, blank, dateClaims, numberClaims } from './figures.js';
import type { Mention, NamedSubject } from './ledger.js';
import { unknownNames } from './names.js';
import { countsAsNoted } from './quoted.js';
import { isTrueShare, shareClaims } from './shares.js';
import { checkStatements } from './statements.js';

export type SentenceVerdict =
  | {
      readonly stands: true;
      /** The sentence, corrected where a figure was wrong and the right one is certain. */
      readonly text: string;
      readonly corrected: boolean;
      /** What a following "it" means: the only title spoken of. */
      readonly subject: NamedSubject | null;
      /** The titles that it names. */
      readonly titles: readonly NamedSubject[];
    }
  | { readonly stands: false; readonly reason: string };

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
  const spoken = spokenOf(sentence, titles, carried);
  const statement = checkStatements(sentence, spoken, mentions, world);
  if (statement !== null) return fallen(statement);

  const masked = blank(
    sentence.replace(/^\s*\d{1,2}[.)]\s/, (mark) => ' '.repeat(mark.length)),
    mentions,
  );
  const amounts = amountClaims(masked, world.currency);
  const dates = dateClaims(blank(masked, amounts));
  const shares = shareClaims(masked);
  const proved = shares.filter((claim) => isTrueShare(sentence, claim, mentions, carried, world));
  // A percentage may be a fact itself; any other share is one of two figures, or it falls.
  if (
    shares.some(
      (claim) => !proved.includes(claim) && !/%|cent$/i.test(sentence.slice(claim.start, claim.end)),
    )
  )
    return fallen('a share that is not so');
  const numbers = numberClaims(blank(masked, [...amounts, ...dates, ...proved]));
  const replacements: Replacement[] = [];
  let earlier: Told | null = null;
  for (const claim of amounts) {
    const subject = subjectAt(sentence, claim, mentions) ?? carriedInto(sentence, claim, mentions, carried);
    const certain = titles.length === 1 || /^\s*(?:it|this|that)\b/i.test(sentence);
    const outcome = checkAmount(sentence, claim, subject, world, certain && amounts.length === 1);
    if (outcome === null) return fallen(`amount ${claim.minor / 100}`);
    if (earlier && outcome.fact && isEquated(sentence, earlier, { claim, fact: outcome.fact }))
      return fallen('two figures told as one');
    if (outcome.fact) earlier = { claim, fact: outcome.fact };
    if (outcome.replacement) replacements.push(outcome.replacement);
  }
  for (const claim of dates) if (!checkDate(sentence, claim, mentions, carried, world)) return fallen('date');
  for (const claim of numbers) {
    const subject = subjectAt(sentence, claim, mentions) ?? (noOther(mentions) ? carried : null);
    if (!checkNumber(sentence, claim, subject, world) && !countsAsNoted(sentence, claim, subject, world))
      return fallen(`number ${claim.number}`);
  }
  const only = titles.length === 1 ? (titles[0] ?? null) : null;
  return {
    stands: true,
    text: replace(sentence, replacements),
    corrected: replacements.some((one) => !/^(?:about )/.test(one.text) || one.end > one.start),
    subject: only ?? (titles.length === 0 ? carried : null),
    titles,
  };
}

/** An amount that a sentence tells, and the fact that it is. */
interface Told {
  readonly claim: AmountClaim;
  readonly fact: AmountFact;
}

const IS_THAT =
  /^[^.;]{0,60}?\b(?:which|that|this|it)(?:['’]s| is| was| makes| comes to| equals| amounts to)\s(?:(?:about|around|only|just|roughly|nearly)\s)?$/i;

/** "You have spent $60, which is $4.54 a day": both are facts, and the second is not the first in other words. */
function isEquated(sentence: string, before: Told, told: Told): boolean {
  if (before.claim.minor === told.claim.minor) return false;
  if (!IS_THAT.test(sentence.slice(before.claim.end, told.claim.start))) return false;
  const { fact } = before;
  const spread = fact.measure === 'left' && told.fact.measure === 'per day';
  return !(spread || (fact.subject === told.fact.subject && /month/.test(fact.measure)));
}

function fallen(reason: string): SentenceVerdict {
  return { stands: false, reason };
}

/** The titles of a sentence; the one before it as well where "it" is compared with another, or where there is none. */
function spokenOf(
  sentence: string,
  titles: readonly NamedSubject[],
  carried: NamedSubject | null,
): readonly NamedSubject[] {
  if (!carried?.isTitle || titles.includes(carried)) return titles;
  if (titles.length === 0) return [carried];
  return titles.length === 1 && /^\s*(?:it|it’s|it's|this|that)\b/i.test(sentence)
    ? [carried, ...titles]
    : titles;
}

/** What "it" means beside an amount: not where its clause speaks of the user's own money. */
function carriedInto(
  sentence: string,
  claim: AmountClaim,
  mentions: readonly Mention[],
  carried: NamedSubject | null,
): NamedSubject | null {
  if (!noOther(mentions)) return null;
  const { from, to } = clauseAt(sentence, claim);
  return OWN_MONEY.test(sentence.slice(from, to)) ? null : carried;
}

const OWN_MONEY =
  /\b(?:left|remain(?:s|ing|der)?|budget|allowance|spent|income|limit|you(?:’ve|'ve)? (?:have|had|got))\b/i;

function noOther(mentions: readonly Mention[]): boolean {
  return mentions.every((mention) => !mention.subject.isTitle);
}

function replace(sentence: string, replacements: readonly Replacement[]): string {
  let text = sentence;
  for (const { start, end, text: by } of [...replacements].sort((left, right) => right.start - left.start)) {
    text = text.slice(0, start) + by + text.slice(end);
  }
  return text;
}
