import type { Category } from './categories.js';

const categoryByMcc = new Map<number, Category>();

const assign = (category: Category, ...codes: readonly (number | readonly [number, number])[]) => {
  for (const code of codes) {
    if (typeof code === 'number') categoryByMcc.set(code, category);
    else for (let each = code[0]; each <= code[1]; each += 1) categoryByMcc.set(each, category);
  }
};

// Ranges first, single codes after: the later assignment stands. Source: the card networks' public MCC lists.
assign('travel', [3000, 3350], [3501, 3999], 4411, 4511, 4722, 7011, 7012, 7512, 7513, 7519);
assign('transport', 4011, [4111, 4131], 4784, 4789, 5541, 5542, 5983, 7523, [7531, 7549]);
assign('telecom', 4812, 4814, 4816);
assign('streaming', 4899, 7841);
assign('utilities', 4900);
assign('groceries', 5411, 5422, 5441, 5451, 5462, 5499, 5300);
assign('dining', [5811, 5814]);
assign('shopping', 5309, 5310, 5311, 5331, 5399, 5999);
assign('clothing', 5611, 5621, 5631, 5641, 5651, 5655, 5661, 5681, 5691, 5699, 5948);
assign('home', 5200, 5211, 5231, 5251, 5261, 5712, 5713, 5714, 5718, 5719, 5722);
assign('electronics', 5732, 5734, 5045);
assign('music', 5733, 5735);
assign('books', 5192, 5942, 5994);
assign('games', 5816, 7993, 7994);
assign('hobbies', 5945, 5815, 5968, 5970, 5946, 7998);
assign('cinema', 7829, 7832);
assign('events', 7922, 7929, 7941);
assign('outings', 7911, 7932, 7933, 7991, 7996, 7999);
assign('outings', 7998);
assign('sports', 7997, 5941, 7992);
assign('betting', 7995, 7800, 7801, 7802, 9406);
assign('health', 5912, 5975, 5976, [8011, 8099]);
assign('insurance', 5960, 6300, 6381, 6399);
assign('childcare', 8351);
assign('education', 8211, 8220, 8241, 8244, 8249, 8299);
assign('personal_care', 5977, 7230, 7297, 7298);
assign('pets', 742, 5995);
assign('software', 5817, 5818, 7372);
assign('charity', 8398);
assign('rent', 6513);
assign('tax', 9211, 9222, 9311, 9399);
assign('cash', 6010, 6011);

/** The category of a four-digit merchant category code, or null for codes that say too little. */
export function categoryOfMcc(mcc: number): Category | null {
  return categoryByMcc.get(mcc) ?? null;
}

/** The code where a line prints one ("MCC 5812", "MCC:7832"), or null. */
export function mccIn(description: string): number | null {
  const match = /\bMCC[ :#-]*(\d{4})\b/i.exec(description);
  return match ? Number(match[1]) : null;
}
