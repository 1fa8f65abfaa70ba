import { numberWords, parseNumberWords } from '../understanding/numbers.js';
import type { SentenceVerdict } from './check-sentence.js';
import type { ClaimsWorld } from './claims-world.js';
import type { NamedSubject } from './ledger.js';

/**
 * A sentence that the tools said word for word stands, where it is said of the same thing: it names its title itself, or
 * follows the title in whose line the tools have it. @returns null where they did not say it
 */
export function quotedVerdict(
  sentence: string,
  world: ClaimsWorld,
  carried: NamedSubject | null,
): SentenceVerdict | null {
  const words = plainWords(sentence);
  if (words.split(' ').length < 3) return null;
  const own = titlesIn(sentence, world);
  const line = (world.notes ?? '').split('\n').find((one) => ` ${plainWords(one)} `.includes(` ${words} `));
  if (line === undefined) return null;
  const subject = own[0] ?? titlesIn(line, world)[0] ?? null;
  if (own.length === 0 && subject !== null && subject.key !== carried?.key) return null;
  return {
    stands: true,
    text: sentence,
    corrected: false,
    subject,
    titles: own,
  };
}

/**
 * "four diseases", "made for two": a number with the word behind it, or before it where none follows, stands where the
 * tools' line on the same title has both, side by side.
 */
export function countsAsNoted(
  sentence: string,
  claim: { readonly start: number; readonly end: number },
  subject: NamedSubject | null,
  world: ClaimsWorld,
): boolean {
  const rest = sentence.slice(claim.end);
  const behind = /^[\s-]\p{L}{3,}/u.exec(rest)?.[0];
  const before = /^\W*$/u.test(rest)
    ? /\p{L}{3,}[\s-]$/u.exec(sentence.slice(0, claim.start))?.[0]
    : undefined;
  if ((behind ?? before) === undefined || subject === null) return false;
  const words = plainWords((before ?? '') + sentence.slice(claim.start, claim.end) + (behind ?? ''));
  return (world.notes ?? '')
    .split('\n')
    .some(
      (line) =>
        titlesIn(line, world)[0]?.key === subject.key && ` ${plainWords(line)} `.includes(` ${words} `),
    );
}

function titlesIn(text: string, world: ClaimsWorld): NamedSubject[] {
  return world.ledger.mentions(text).flatMap(({ subject }) => (subject.isTitle ? [subject] : []));
}

const SPELLED = new RegExp(`\\b${numberWords}\\b`, 'g');

/**
 * Words and figures without markdown and punctuation, numbers in digits; what stands between digits stays, so that $39 is
 * not $39.99.
 */
function plainWords(text: string): string {
  return text
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(SPELLED, (words) => String(parseNumberWords(words) ?? words))
    .replace(/^\s*(?:\d{1,2}[.)]|[-•*])\s/, ' ')
    .replace(/[*_`#>]/g, '')
    .replace(/(?<!\d)[^\p{L}\p{N}$€£%'\s]|[^\p{L}\p{N}$€£%'\s](?!\d)/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
