import { categories, categoryLabel } from '../../../domain/categories/categories.js';

const CATEGORY_WORDS: readonly (readonly [string, RegExp])[] = [
  ['entertainment', /\b(?:entertainment|fun|leisure)\b/],
  [
    'dining',
    /\b(?:eating out|dining|restaurants?|takeaway|take-?out|dinner|lunch|coffee|cafes?|food out|meals?|beers?|drinks?|bar|pub|ate|brunch|breakfast|take-?aways|pizza|sushi|burgers?|tacos|curry|kebab|ramen|noodles|ice cream|cocktails|wine|food|shared bill)\b/,
  ],
  ['groceries', /\b(?:grocer(?:y|ies)|supermarket|food shopping)\b/],
  ['cinema', /\b(?:cinema|movies?|films?|imax|(?:movie|film|cinema) tickets?)\b/],
  ['streaming', /\b(?:streaming|netflix|hulu|disney)\b/],
  ['games', /\b(?:games?|gaming|steam|video games?|board games?|arcade|dlc|skins?)\b/],
  ['books', /\b(?:books?|audio ?books?|comics?|kindle)\b/],
  ['music', /\b(?:music|spotify|vinyl)\b/],
  [
    'events',
    /\b(?:concerts?|gigs?|events?|shows?(?! (?:me|us|my|all|every)\b)|tickets?|theatre|theater|panto(?:mime)?|ballet|opera|musical|festival|museum)\b/,
  ],
  [
    'sports',
    /\b(?:sports?|gym|fitness|climbing|yoga|football|footy|soccer|basketball|baseball|hockey|rugby|cricket|tennis|swimming|golf)\b/,
  ],
  ['outings', /\b(?:outings?|bowling|zoo|theme park|mini golf|escape room)\b/],
  ['hobbies', /\b(?:hobb(?:y|ies)|toys?|lego|crafts?)\b/],
  ['transport', /\b(?:transport|taxi|uber|train|bus|petrol|gas|fuel|parking|commut\w+|car)\b/],
  ['rent', /\brent\b/],
  ['mortgage', /\bmortgage\b/],
  ['utilities', /\b(?:utilit(?:y|ies)|electricity|water bill|power bill|heating)\b/],
  ['telecom', /\b(?:phone|internet|mobile|broadband)\b/],
  ['insurance', /\binsurance\b/],
  ['health', /\b(?:health|doctor|pharmacy|dentist|medicine)\b/],
  ['childcare', /\b(?:childcare|daycare|babysitter|nursery)\b/],
  ['education', /\b(?:education|school|course|tuition)\b/],
  ['betting', /\b(?:betting|gambling|lottery|casino)\b/],
  [
    'clothing',
    /\b(?:clothes|clothing|shoes|jackets?|coats?|dress(?:es)?|shirts?|jeans|trousers|sneakers|trainers)\b/,
  ],
  ['electronics', /\b(?:electronics|gadgets?)\b/],
  ['home', /\b(?:furniture|home|garden)\b/],
  ['travel', /\b(?:travel|flights?|hotels?|holiday|vacation)\b/],
  ['pets', /\bpets?\b/],
  ['software', /\b(?:software|cloud storage|icloud)\b/],
  ['charity', /\b(?:charity|donations?|gifts?|present)\b/],
  ['personal_care', /\b(?:haircut|cosmetics|beauty)\b/],
  ['shopping', /\bshopping\b/],
];

const LABELS = categories.map(
  (category) => [category, new RegExp(`\\b${categoryLabel(category).toLowerCase()}\\b`)] as const,
);

/** What is had beside something else, and files a spend only where it stands alone: "movie tickets and popcorn". */
const ASIDE: readonly (readonly [string, RegExp])[] = [['dining', /\b(?:snacks?|popcorn|tip)\b/]];

/**
 * The category (or "entertainment" for all of them) that the words name; null where they name none. Of several the one
 * named first counts, of two that begin at the same word the longer: "dinner and a movie" is eating out.
 */
export function findCategory(text: string): string | null {
  return firstOf([...LABELS, ...CATEGORY_WORDS], text) ?? firstOf(ASIDE, text);
}

function firstOf(words: readonly (readonly [string, RegExp])[], text: string): string | null {
  let best: { category: string; at: number; length: number } | null = null;
  for (const [category, pattern] of words) {
    const match = pattern.exec(text);
    if (!match) continue;
    const found = { category, at: match.index, length: match[0].length };
    if (!best || found.at < best.at || (found.at === best.at && found.length > best.length)) best = found;
  }
  return best?.category ?? null;
}
