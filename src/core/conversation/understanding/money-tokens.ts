import type { Currency, Money } from '../../../domain/money.js';
import { amountAt } from './amounts.js';
import { AMOUNT } from './figure-said.js';
import { type MoneyName, moneyNames } from './lexicon/money-names.js';
import { parseCount } from './numbers.js';
import { type AmountCadence, rhythmAt, stick } from './rhythms.js';
import { findServices } from './vocabulary.js';

/** One sign of a sentence about money. */
export type MoneyToken =
  | { readonly is: 'name'; readonly name: MoneyName }
  | { readonly is: 'service'; readonly service: string }
  | { readonly is: 'amount'; readonly amount: Money }
  | { readonly is: 'percent'; readonly percent: number }
  | { readonly is: 'rhythm'; readonly per: AmountCadence; readonly times: number }
  | { readonly is: 'tax'; readonly gross: boolean }
  /** Somebody else by what the user calls them: "my husband". */
  | { readonly is: 'other'; readonly who: string }
  /** Somebody who gives the user money. */
  | { readonly is: 'giver'; readonly who: string }
  /** The part of the amount that is the user's own; 1: what is told is that part already. */
  | { readonly is: 'share'; readonly of: number }
  | { readonly is: Sign };

/** Signs that say nothing but that they are there. */
type Sign =
  | 'earns'
  | 'pays'
  | 'saves'
  | 'not'
  | 'former'
  | 'up'
  | 'down'
  | 'to'
  | 'by'
  | 'also'
  | 'together'
  | 'varies'
  | 'average'
  | 'once'
  | 'break'
  | 'copula'
  | 'join';

/** Where a token of the text was found. */
export type PlacedToken = MoneyToken & { readonly start: number; readonly end: number };

const word = (words: string): RegExp => new RegExp(`\\s*(?:${words})(?![\\w'])`, 'y');

const OTHER_PEOPLE =
  'roomies?|folks|nan|gran|grandma|grandparents|husband|wife|partner|spouse|boyfriend|girlfriend|bf|gf|fianc[eé]e?|roommate|flatmate|housemate|room ?mate|mom|mum|dad|mother|father|parents|brother|sister|son|daughter';
const OTHER = new RegExp(`\\s*(?:my |our )?(?<who>${OTHER_PEOPLE})(?:'?s)?(?![\\w'])`, 'y');
const GIVER = new RegExp(
  `\\s*(?:from (?:my |our )?(?<from>${OTHER_PEOPLE})|(?:my |our )?(?<who>${OTHER_PEOPLE}|he|she|they) (?:gives?|sends?|pays?) (?:me|us))(?![\\w'])`,
  'y',
);
const BOTH = word(
  `(?:me and my|my) (?:${OTHER_PEOPLE}) and (?:i|me)|me and my (?:${OTHER_PEOPLE})|(?:i and )my (?:${OTHER_PEOPLE})|we both`,
);
const OTHER_MONTHS = word('one month|the next(?: month| one)?|another month');
const PRONOUN = word('he|she|they');

const SIGNS: readonly (readonly [Sign, RegExp])[] = [
  // Who pays it, and who somebody is, change nothing of a figure.
  ['join', /\s*from (?:the |my |a )?[a-z]+(?: [a-z]+){0,2}(?=$|[,.;]| and | plus )/y],
  ['join', /\s*i am (?:a|an) [a-z ]{3,30}?(?=,)/y],
  ['join', /\s*i (?:still )?live (?:with|at) [a-z ]{3,20}?(?=$|[,.;])/y],
  ['join', /\s*(?:including|incl|with) (?:the |my |all )?(?:rent|everything|utilities|bills)(?![\w])/y],
  [
    'varies',
    word(
      '(?:in |on )?(?:some|other|bad|good|slow|busy|lean|quiet) months?(?: are| is| it is)?|(?:some|others?)(?= (?:about |around |only )?[$€£]?\\d)|it (?:varies|depends)|between|anywhere from|varies|vary|irregular|sometimes|depending|freelancer?',
    ),
  ],
  ['break', word('so(?= (?:i (?:only |just )?pay |my (?:half|share|part) is |it is |that is )?[$€£]?\\d)')],
  [
    'join',
    word(
      '(?:the )?rents? (?:is |are )?(?:covered|paid(?: for)?|sorted|free)|more like|(?:want|would like|plan|try|need|going|am going) to',
    ),
  ],
  ['once', word('this (?:month|week|time)|once|just now')],
  ['average', word('on (?:avg|average)|average|avg')],
  [
    'former',
    word(
      '(?:and )?(?:instead of|rather than|not|no longer|it was|was|used to be|before it was)(?= [$€£]?\\d)',
    ),
  ],
  [
    'not',
    word(
      'do not (?:have|pay|own)(?: any| a| an| for)*(?: more)?|no(?!,| that| it| this| i| my| the| we)(?: more)?|without|forget(?: about)?|never mind|scrap|i no longer (?:have|pay)(?: for| a| an| any)?|no longer (?:have|pay)(?: for| a| an| any)?|do not have to pay(?: for)?|(?:have |just |finally )*(?:stopped|quit) paying(?: for)?|(?:have |just |finally )*paid off',
    ),
  ],
  ['not', word('any ?more|is gone|are gone|is paid off|paid off now')],
  [
    'up',
    word(
      '(?:has |have )?(?:went|gone|goes|going|is|are) up|rose|rises|increased|(?:was |got )?raised|climbed|jumped',
    ),
  ],
  [
    'down',
    word(
      '(?:has |have )?(?:went|gone|goes|going|is|are) down|dropped|fell|decreased|lower|reduce|(?:was |got )?(?:lowered|cut)',
    ),
  ],
  ['to', word('(?:to|it is|its|is now|now)(?= (?:about |around )?[$€£]?\\d)')],
  ['by', word('by(?= (?:about |around )?[$€£]?\\d)')],
  [
    'earns',
    word(
      'get paid|gets paid|am paid|(?:is|are) paid|make|makes|making|earn|earns|earning|get|gets|getting|receive|receives|bring(?:s|ing)?(?: home| in)?|take home|takes home|clear|clears|am on|are on|ich bekomme|bekomme|verdiene|je gagne|gano',
    ),
  ],
  ['pays', word('pay|pays|paying|spend|spending')],
  ['saves', word('save|saves|saving|put away|put aside|set aside|stash|put|putting')],
  ['together', word('(?:all )?together|in (?:all|total)|altogether|total|overall|combined|between us')],
  ['also', word('also|too|as well|on top(?: of that)?|extra|another|additional(?:ly)?')],
  ['break', word('and then|and|but|plus|while|n')],
  ['break', /\s*[,;.!+&]/y],
  ['copula', word('is|are|was|were|costs?|comes? to|come to|runs?|es|ist|est')],
  [
    'join',
    word(
      'i|we|my|our|mine|me|us|mi|mein|meine|mon|ma|of|about|around|roughly|approx(?:imately)?|only|just|now|currently|actually|usually|normally|exactly|like|a|an|the|for|on|in|into|to|at|from|it|it is|its|that is|that|thats|have|has|have got|got|there is|so|ok|okay|well|hi|hey|hello|oh|yes|yeah|wait|sorry|no(?=,)|or so|ish|cash|money|month|months|work|job|am a|please|pls|goes|go|towards|back|each month|these days|aside|away|myself|say|so far|i freelance|again|btw|due|every thing|for me|comes?|coming',
    ),
  ],
  ['join', /\s*[:=~-]/y],
];

const SHARES: readonly (readonly [RegExp, (found: RegExpExecArray) => number])[] = [
  [/\s*my (?:half|share|part|third|portion|cut)(?: of (?:it|that))?(?: of)?(?![\w])/y, () => 1],
  [
    /\s*(?:(?:but|and|which|that) )?(?:we |i |it is |is )*(?:split|share|halve)(?: (?:it|that|this))?(?: (?:(?<ways>\d|two|three|four|five) ways|between (?:the )?(?<among>\d|two|three|four|five)(?: of us)?|with (?<mates>\d|two|three|four)(?: (?:other )?\w+)?|(?:with|between) (?:my |a )?\w+|in half|half-half|50[/-]50|evenly|equally))?(?![\w])/y,
    ({ groups }) => {
      const count = parseCount(groups?.ways ?? groups?.among ?? '');
      const mates = parseCount(groups?.mates ?? '');
      return 1 / (count ?? (mates ? mates + 1 : 2));
    },
  ],
  [
    new RegExp(`\\s*(?:(?:but|and) )?(?:my )?(?:${OTHER_PEOPLE}) pays? (?:the other )?half(?![\\w])`, 'y'),
    () => 1 / 2,
  ],
  [/\s*(?:half-half|50[/-]50)(?![\w])/y, () => 1 / 2],
  [
    /\s*(?<ways>\d|two|three|four|five) ways(?![\w])/y,
    ({ groups }) => 1 / (parseCount(groups?.ways ?? '') ?? 2),
  ],
];

const NAMES = moneyNames.map((name) => [name, word(name.words)] as const);
const MEMBERSHIP = word(
  '(?:my |the )?(?:gym|fitness)(?: membership)?|(?:climbing|yoga|dance|swimming) (?:gym|pass|club|classes)',
);
const RANGE = /\s*(?:-|to|or)(?=\s*[$€£]?\d)/y;
const GROSS = word('before tax(?:es)?|gross|pre-?tax|brutto|bruto|brut');
const NET = word('after tax(?:es)?|net|take[- ]home|in hand|netto|neto|nett?');
const PERCENT =
  /\s*(\d{1,2}(?:\.\d+)?) ?(?:%|per ?cent)(?: of (?:my|our|what i (?:make|earn))(?: (?:monthly|net))?(?: (?:pay|income|salary|wages?|earnings|pay ?che(?:ck|que)s?))?)?(?![\w])/y;
const SUM = new RegExp(`\\s*(?=${AMOUNT})`, 'y');

/**
 * Every word of a normalised sentence as a sign about money; null where a word is none: then somebody tells more than this
 * grammar knows, and it says nothing about it.
 */
export function moneyTokens(text: string, currency: Currency): readonly PlacedToken[] | null {
  const plain = text.replace(/[\s.!,;]+$/, '').replace(/\bone month\b/g, 'some month');
  const services = findServices(plain);
  const tokens: PlacedToken[] = [];
  let at = 0;
  while (at < plain.length) {
    const start = at + (/^\s*/.exec(plain.slice(at))?.[0].length ?? 0);
    const service = services.find((one) => one.start === start);
    const range = tokens.at(-1)?.is === 'amount' ? stick(RANGE, plain, at) : 0;
    if (range) {
      tokens.push({ is: 'varies', start, end: range });
      at = range;
      continue;
    }
    const found = service ? serviceAt(plain, start, service.name) : tokenAt(plain, at, currency);
    if (!found || found.end <= at) return null;
    tokens.push({ ...found, start });
    at = found.end;
  }
  return tokens;
}

type Found = MoneyToken & { readonly end: number };

/** A service with the words of its plan. */
function serviceAt(text: string, start: number, service: string): Found {
  const words =
    /^[\w+'-]+(?: (?:plus|premium|family|basic|standard|prime|video|max|tv\+?|music|subscription|plan|unlimited))*/.exec(
      text.slice(start),
    );
  return { is: 'service', service, end: start + (words?.[0].length ?? service.length) };
}

function tokenAt(text: string, at: number, currency: Currency): Found | null {
  const both = stick(BOTH, text, at);
  if (both) return { is: 'together', end: both };
  const thin = stick(OTHER_MONTHS, text, at);
  if (thin) return { is: 'varies', end: thin };
  for (const [pattern, of] of SHARES) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) return { is: 'share', of: of(found), end: pattern.lastIndex };
  }
  GIVER.lastIndex = at;
  const giver = GIVER.exec(text)?.groups;
  if (giver) return { is: 'giver', who: giver.from ?? giver.who ?? '', end: GIVER.lastIndex };
  OTHER.lastIndex = at;
  const other = OTHER.exec(text);
  if (other) return { is: 'other', who: other.groups?.who ?? '', end: OTHER.lastIndex };
  const pronoun = stick(PRONOUN, text, at);
  if (pronoun) return { is: 'other', who: text.slice(at, pronoun).trim(), end: pronoun };
  PERCENT.lastIndex = at;
  const percent = PERCENT.exec(text)?.[1];
  if (percent) return { is: 'percent', percent: Number(percent), end: PERCENT.lastIndex };
  const sum = amountToken(text, at, currency);
  if (sum) return sum;
  const rhythm = rhythmAt(text, at);
  if (rhythm) return { is: 'rhythm', per: rhythm.per, times: rhythm.times, end: rhythm.end };
  // "Net pay", "take home pay" are names; alone the words tell of tax.
  const named = longestName(text, at);
  if (named) return named;
  const gross = stick(GROSS, text, at);
  if (gross) return { is: 'tax', gross: true, end: gross };
  const net = stick(NET, text, at);
  if (net) return { is: 'tax', gross: false, end: net };
  for (const [is, pattern] of SIGNS) {
    const end = stick(pattern, text, at);
    if (end) return { is, end };
  }
  return null;
}

function longestName(text: string, at: number): Found | null {
  const membership = stick(MEMBERSHIP, text, at);
  if (membership)
    return {
      is: 'service',
      service: text
        .slice(at, membership)
        .trim()
        .replace(/^(?:my|the) /, ''),
      end: membership,
    };
  let best: Found | null = null;
  for (const [name, pattern] of NAMES) {
    const end = stick(pattern, text, at);
    if (end > (best?.end ?? 0)) best = { is: 'name', name, end };
  }
  return best;
}

function amountToken(text: string, at: number, currency: Currency): Found | null {
  const start = at + (/^\s*/.exec(text.slice(at))?.[0].length ?? 0);
  SUM.lastIndex = at;
  if (!SUM.test(text)) return null;
  const mention = amountAt(text, start, currency);
  // "18h", "3rd", "12:30" are no sums.
  if (!mention || /^(?:\w|:\d|%| ?%)/.test(text.slice(mention.end))) return null;
  return { is: 'amount', amount: mention.amount, end: mention.end };
}
