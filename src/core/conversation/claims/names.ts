import type { ClaimsWorld } from './claims-world.js';
import { isOrdinaryWord } from './dictionary.js';
import type { Mention } from './ledger.js';

/** Capitalised words that name nothing a reply could invent. */
const HARMLESS = new Set(
  "i i’m i’d i’ll i’ve i'm i'd i'll i've matinee ok okay tv pc diy usa us uk english french japanese italian german spanish korean indian chinese mexican thai european american british australian oscar netflix-and-chill monday tuesday wednesday thursday friday saturday sunday hi hey hello".split(
    ' ',
  ),
);
/** First words of sentences that are no names, though they are followed by a verb. */
const OPENERS =
  /^(?:this|that|these|those|it|its|it’s|it's|there|here|they|you|your|we|each|both|all|none|any|either|everything|nothing|something|anything|one|what|which|who|how|why|when|where|if|since|because|as|for|with|at|on|in|if|and|but|or|so|also|plus|just|perfect|great|good|nice|sounds|looks|enjoy|have|let|try|want|would|could|should|how|price|prices|cost|costs|tickets?|dinner|lunch|movies?|films?|books?|games?|events?|museums?|the|a|an|my|our|his|her|their|some|many|most|more|another|other|first|second|third|fourth|next|last|then|finally|overall|unfortunately|happily|luckily|sadly|sure|yes|no|not|okay|alright|absolutely|definitely|of|to|be|is|are|was|do|does|did|can|will|may|might|must|please|thanks|thank|happy|have|feel|grab|watch|read|play|go|see|visit|check|consider|think|remember|keep|save|spend|budget|money|fun|free|cheap|tonight|today|tomorrow|weekend|got|noted|right|well|hope|picture|imagine|expect|while|after|before|until|unless|though|although|even|still|only|given|considering|knowing|rated|included|under|within|about|around|almost|nearly|both|along|instead|alternatively|otherwise|together|my|love|like|looking|based|apart|beyond|between|up|out|over|by|from|into|during|without|whether|whatever|whichever|however|therefore|hence|anyway|meanwhile|maybe|perhaps|possibly|probably|hopefully|bonus|pick|picks|option|options|idea|ideas|classic|cozy|cosy|easy|quick|short|long|light|dark|funny|sweet|warm|smart|clever|bold|gentle|lovely|wonderful|fantastic|excellent|amazing|awesome|cool|beautiful|brilliant|solid|safe|strong|big|small|little|new|old|best|better|worth)$/i;

/**
 * A name in the sentence that the turn does not know: quoted, in bold, or capitalised like a title.
 * @returns null where all names are known
 */
export function unknownNames(
  sentence: string,
  mentions: readonly Mention[],
  world: ClaimsWorld,
): string | null {
  for (const match of sentence.matchAll(
    /\*\*(.+?)\*\*|“([^”]+)”|"([^"]+)"|(?<![\w*])[*_]([^*_\n]+)[*_](?![\w*])/g,
  )) {
    const name = (match[1] ?? match[2] ?? match[3] ?? match[4] ?? '').trim();
    const quote = match[2] ?? match[3];
    if (quote !== undefined && !world.support.toLowerCase().includes(name.toLowerCase())) return name;
    if (!known(name, match.index, mentions, world)) return name;
  }
  const plain = sentence.replace(/[*_`#>]/g, ' ');
  for (const run of capitalisedRuns(plain)) {
    if (overlaps(run, mentions)) continue;
    // A capital begins a sentence, and what follows a colon.
    const first = /^(?:\s*(?:\d{1,2}[.)]|[-•*])?\s*|.*:\s+)$/s.test(plain.slice(0, run.start));
    if (!suspicious(run.text, first, plain.slice(run.end), world)) continue;
    return run.text;
  }
  return null;
}

function known(name: string, at: number, mentions: readonly Mention[], world: ClaimsWorld): boolean {
  if (name === '' || world.ledger.knows(name)) return true;
  // Emphasised words without a capital letter inside are emphasis, and so are figures (they are checked as such).
  if (!/\p{Lu}/u.test(name.slice(1)) && !/^\p{Lu}/u.test(name)) return true;
  if (/^[^\p{L}]*$/u.test(name)) return true;
  if (isSaid(name, world)) return true;
  return mentions.some((mention) => mention.start >= at && mention.end <= at + name.length + 4);
}

/**
 * What the user wrote small may be written as a name; of what the tools' words tell ("Paper plate, corner shop.") none is
 * made, and a capital that only begins a sentence there makes none either.
 */
function isSaid(name: string, { support, notes = '' }: ClaimsWorld): boolean {
  const small = name.toLowerCase();
  const asName = support
    .split(name)
    .slice(0, -1)
    .some((before) => !/(?:^|[.!?:]\s+)$/.test(before));
  if (asName || (support.includes(name) && !isOrdinaryWord(name))) return true;
  return support.toLowerCase().includes(small) && !notes.toLowerCase().includes(small);
}

interface Run {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const WORD = "\\p{Lu}[\\p{L}\\p{N}’'&.-]*";

/** Runs of capitalised words, with the little words that titles have between them. */
function capitalisedRuns(text: string): Run[] {
  const pattern = new RegExp(
    `${WORD}(?:(?:\\s(?:of|the|and|in|to|a|an|for|on|de|la|vs\\.?|&))*\\s(?:${WORD}|\\d+))*`,
    'gu',
  );
  return [...text.matchAll(pattern)].map((match) => ({
    text: match[0].replace(/[.,!?:;’']+$/, ''),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function overlaps(run: Run, mentions: readonly Mention[]): boolean {
  return mentions.some((mention) => mention.start < run.end && run.start < mention.end);
}

function suspicious(name: string, first: boolean, after: string, world: ClaimsWorld): boolean {
  const words = name.split(/\s+/);
  const supported = world.support.toLowerCase();
  if (isSaid(name, world)) return false;
  if (words.every((word) => harmless(word))) return false;
  if (first && words.length === 1) {
    if (OPENERS.test(name)) return false;
    // "Inception is a classic" names something; "Perfect for a rainy day" does not.
    const spokenOf =
      /^\s*(?:is|was|has|costs?|offers?|would|will|could|looks|sounds|comes|runs|takes|fits|brings|gives|at|['’]s\b|[:,–—(-])/.test(
        after,
      );
    return spokenOf || !isOrdinaryWord(name);
  }
  if (first && OPENERS.test(words[0] ?? ''))
    return words
      .slice(1)
      .some((word) => /^\p{Lu}/u.test(word) && !harmless(word) && !supported.includes(word.toLowerCase()));
  return true;
}

function harmless(word: string): boolean {
  return HARMLESS.has(word.toLowerCase()) || !/^\p{Lu}/u.test(word);
}
