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
    priced: /[$€£]\s?\d/.test(sentence) ? own.map(({ key }) => key) : [],
    titles: own.map(({ key }) => key),
    stated: [],
  };
}

/** "four diseases": a number with its noun stands where the tools' line on the same title has both, side by side. */
export function countsAsNoted(
  sentence: string,
  claim: { readonly start: number; readonly end: number },
  subject: NamedSubject | null,
  world: ClaimsWorld,
): boolean {
  const counted = /^[\s-]\p{L}{3,}/u.exec(sentence.slice(claim.end))?.[0];
  if (counted === undefined || subject === null) return false;
  const words = plainWords(sentence.slice(claim.start, claim.end) + counted);
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

/** Words and figures without markdown and punctuation; what stands between digits stays, so that $39 is not $39.99. */
function plainWords(text: string): string {
  return text
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/^\s*(?:\d{1,2}[.)]|[-•*])\s/, ' ')
    .replace(/[*_`#>]/g, '')
    .replace(/(?<!\d)[^\p{L}\p{N}$€£%'\s]|[^\p{L}\p{N}$€£%'\s](?!\d)/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
