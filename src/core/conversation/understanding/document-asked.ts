import { grammarWords } from './lexicon/empty-words.js';

/** What of a document is asked about: one of the figures it prints, or a row by its name. */
export type DocumentPart = keyof typeof PARTS | 'row';

export interface DocumentAsked {
  readonly part: DocumentPart;
  /** The words for a row; none beside another part. */
  readonly words: readonly string[];
}

const MOST_WORDS = 12;
/** The paper itself is named, or pointed at with "on it". */
const POINTS =
  /\b(?:on|in|at the (?:end|start|beginning|bottom) of) (?:it|there|(?:that|this|the|my) (?:receipt|invoice|bill|stub|pay ?stub|pay ?slip|statement|document|paper|pdf|card|account))\b/;
const ASKS =
  /^(?:(?:so|and|ok(?:ay)?|hey|then|but|also)[\s,]+)*(?:what|whats|which|where|when|who|whos|how much|does|did|do|was|is|show|tell)\b|^(?:and |the )*\w+(?: \w+)?\s?\?$/;
/** A change or a wish, and no question about what is printed. */
const NO_QUESTION =
  /\b(?:budget|fun|afford|recommend|suggest|can i|could i|should i|if i|left (?:for|this|over|to spend)|wish ?list|save up|per (?:month|week|year)|a (?:month|week|year)|next|last|ideas?)\b/;

/** The earlier ones go before the later ones: "gross tax" is tax, "the total tip" a tip. */
const PARTS = {
  counts: /\b(?:does|did|do|will|would|is) (?:it|that|this|the receipt) (?:count(?:ed)?|go|come|be taken)\b/,
  tip: /\b(?:tip|gratuity|service charge)\b/,
  tax: /\b(?:tax(?:es)?|vat|gst)\b/,
  discount: /\b(?:discounts?|money off)\b/,
  subtotal: /\bsub-?total\b/,
  gross: /\bgross\b/,
  deductions: /\b(?:deduct\w*|withh\w+|(?:taken|kept|held) (?:off|out|back))\b/,
  net: /\b(?:net|take[- ]home|(?:came|come|comes) out)\b/,
  opening: /\b(?:opening|start(?:ed|ing)? (?:with|at|balance)|(?:at|in) the (?:start|beginning))\b/,
  closing:
    /\b(?:closing|end(?:ed|ing)? (?:with|at|balance)|(?:at|in) the end|left (?:on|in) (?:it|there|(?:the|my) account))\b|\b(?:what|how much) (?:do|did) i (?:still )?owe\b/,
  largest: /\b(?:biggest|largest|highest|most expensive|dearest)\b/,
  fees: /\bfees?\b/,
  period:
    /\bperiod\b|\b(?:which|what) (?:month|weeks|days|dates) (?:is|was|does|did) (?:it|that|this)\b|\bis (?:it|that) for\b/,
  date: /\b(?:which|what|whats the) (?:date|day)\b|\bwhat (?:is|was) the date\b|\bwhen (?:was|is) (?:it|that|this)\b|^(?:the )?date\s?\?$/,
  issuer:
    /\b(?:which|what) (?:shop|store|place|merchant|company|restaurant|bank|employer)\b|\b(?:what|who) (?:is|was) the (?:shop|store|merchant|employer|bank)\b|\bwho (?:is|was) (?:it|that|this) from\b|\bwhos? (?:pays?|paid) me\b|\bwhere (?:is|was|did) (?:it|that|this|i)\b.*\b(?:from|buy|shop)\b|\bmy employer\b/,
  total:
    /\btotal\b|\bhow much (?:is|was) (?:it|that|this)\b|\bwhat did (?:it|that|this) (?:come to|cost)\b|\bhow much did (?:it|that|this) (?:come to|cost)\b/,
} as const;

/** "What was the airline one", "whats my rent", "what did the hotel cost". */
const ROW =
  /^(?:(?:so|and|ok(?:ay)?)[\s,]+)*(?:(?:what|how much) (?:is|was|were|did|does)|whats)(?: (?:the|my|that|for))+ ([a-z][a-z0-9&'. -]{1,40}?)(?: (?:one|bill|payment|charge|row|cost|costs|come to|on it|on there|again|thing))*[?.!\s]*$/;
const NO_ROW: ReadonlySet<string> = new Set(
  `${grammarWords} income salary pay needs savings balance plan name taste subscription subscriptions first second third fourth fifth
   last other best cheapest price prices money month spending sum point weather time deal difference idea`.split(
    /\s+/,
  ),
);
const MOST_ROW_WORDS = 3;

/**
 * A question about what a document prints, such as "how much tax was on it" or "what was the airline one". Right after one
 * came in (`fresh`) it may name no paper; later it has to point at one. Null where it is none.
 */
export function readDocumentAsked(text: string, fresh: boolean): DocumentAsked | null {
  if (text.split(' ').length > MOST_WORDS || !ASKS.test(text) || NO_QUESTION.test(text)) return null;
  if (!fresh && !POINTS.test(text)) return null;
  const part = partOf(text);
  if (part) return { part, words: [] };
  const words = (ROW.exec(text)?.[1]?.match(/[a-z][a-z'&-]+/g) ?? []).filter((word) => word.length > 2);
  if (words.length === 0 || words.length > MOST_ROW_WORDS || words.some((word) => NO_ROW.has(word)))
    return null;
  return { part: 'row', words };
}

function partOf(text: string): keyof typeof PARTS | null {
  for (const [part, pattern] of Object.entries(PARTS)) if (pattern.test(text) && isPart(part)) return part;
  return null;
}

function isPart(name: string): name is keyof typeof PARTS {
  return name in PARTS;
}
