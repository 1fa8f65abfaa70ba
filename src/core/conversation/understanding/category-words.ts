import { categories, categoryLabel } from '../../../domain/categories/categories.js';

const CATEGORY_WORDS: readonly (readonly [string, RegExp])[] = [
  ['entertainment', /\b(?:entertainment|fun|leisure)\b/],
  [
    'dining',
    /\b(?:eating out|dining|restaurants?|takeaway|take-?out|dinner|lunch|coffee|cafes?|food out|meal|snacks?|popcorn|beers?|drinks?|bar|pub|ate|brunch|breakfast|take-?aways|pizza|sushi|burgers?|tacos|curry|kebab|ramen|noodles|ice cream|cocktails|wine|food|shared bill|tip)\b/,
  ],
  ['groceries', /\b(?:grocer(?:y|ies)|supermarket|food shopping)\b/],
  ['cinema', /\b(?:cinema|movies?|films?|movie tickets?)\b/],
  ['streaming', /\b(?:streaming|netflix|hulu|disney)\b/],
  ['games', /\b(?:games?|gaming|steam|video games?|board games?|arcade|dlc|skins?)\b/],
  ['books', /\b(?:books?|audio ?books?|comics?|kindle)\b/],
  ['music', /\b(?:music|spotify|vinyl)\b/],
  ['events', /\b(?:concerts?|gigs?|events?|shows?|tickets?|theatre|theater|festival|museum)\b/],
  ['sports', /\b(?:sports?|gym|fitness|climbing|yoga)\b/],
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

/** The category (or "entertainment" for all of them) that the words name; null where they name none. */
export function findCategory(text: string): string | null {
  for (const category of categories)
    if (text.includes(categoryLabel(category).toLowerCase())) return category;
  for (const [category, pattern] of CATEGORY_WORDS) if (pattern.test(text)) return category;
  return null;
}
