const SCALES: Readonly<Record<string, number>> = {
  lakh: 100_000,
  lac: 100_000,
  lpa: 100_000,
  crore: 10_000_000,
};
const SCALED = /(?:(?:rs\.?|₹|inr)\s?)?(\d+(?:\.\d+)?)\s?(lakh|lac|lpa|crore)s?\b/g;
const TURNS: readonly (readonly [RegExp, string])[] = [
  // "1.850,50", and "1.850 euros": points between thousands.
  [/(?<![\d.,])(\d{1,3})\.(\d{3}),(\d{1,2})(?![\d.,])/g, '$1$2.$3'],
  [/(?<![\d.,])(\d{1,3})\.(\d{3})(?=\s?(?:€|euros?\b|eur\b))/g, '$1$2'],
  [/\brs\.?\s?(?=\d)/g, '₹'],
  [/(\d)\s?(?:rs\b\.?|rupees?\b|\/-)/g, '$1 inr'],
];

/** A lower-case text with the sums in it as the grammar reads them: "1.15 lakh", "rs 65000", "1.850,50". */
export function plainSums(text: string): string {
  let plain = text.replace(SCALED, (_whole, digits: string, scale: string) => {
    const value = Math.round(Number(digits) * (SCALES[scale] ?? 1));
    return `${value} inr${scale === 'lpa' ? ' a year' : ''}`;
  });
  for (const [pattern, by] of TURNS) plain = plain.replace(pattern, by);
  return plain;
}
