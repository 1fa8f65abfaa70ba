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

const THOUSANDS = 'grand|thousand|thou';
const NUMBERS: Readonly<Record<string, number>> = {
  a: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
};
const DIGITS = '\\d+(?:\\.\\d+)?';
/** "6 grand", "2.5 thousand" */
const IN_DIGITS = new RegExp(`(?<![\\d.,])(${DIGITS}) ?(?:${THOUSANDS})\\b`, 'g');
/** "A grand and a half", "two and a half k", "half a grand" */
const AND_A_HALF = new RegExp(
  `\\b(a|one|two|three|four|five|six|seven|eight|nine|ten) (?:(?:${THOUSANDS}) and a half|and a half (?:${THOUSANDS}|k))\\b|\\bhalf a (?:${THOUSANDS})\\b`,
  'g',
);

/** Words of pay and bills in other languages that mean nothing else here. */
const FOREIGN: Readonly<Record<string, string>> = {
  netto: 'net',
  brutto: 'gross',
  gehalt: 'salary',
  lohn: 'salary',
  kaltmiete: 'rent',
  warmmiete: 'rent',
  miete: 'rent',
  krankenkasse: 'health insurance',
  krankenversicherung: 'health insurance',
  versicherung: 'insurance',
  strom: 'electricity',
  loyer: 'rent',
  salaire: 'salary',
  électricité: 'electricity',
  nómina: 'salary',
  nomina: 'salary',
  sueldo: 'salary',
  salario: 'salary',
  salário: 'salary',
  alquiler: 'rent',
  hipoteca: 'mortgage',
  aluguel: 'rent',
  affitto: 'rent',
  stipendio: 'salary',
  'al mes': 'a month',
  'im monat': 'a month',
  'par mois': 'a month',
  'por mês': 'a month',
  'al mese': 'a month',
};
const FOREIGN_WORDS = new RegExp(`(?<![\\p{L}'])(?:${Object.keys(FOREIGN).join('|')})(?![\\p{L}'])`, 'gu');

/** A lower-case text with the sums in it as the grammar reads them: "1.15 lakh", "rs 65000", "1.850,50". */
export function plainSums(text: string): string {
  let plain = (/\d/.test(text) ? inEnglish(text) : text).replace(
    SCALED,
    (_whole, digits: string, scale: string) => {
      const value = Math.round(Number(digits) * (SCALES[scale] ?? 1));
      return `${value} inr${scale === 'lpa' ? ' a year' : ''}`;
    },
  );
  plain = plain
    .replace(AND_A_HALF, (_whole, count?: string) => String((NUMBERS[count ?? ''] ?? 0) * 1_000 + 500))
    .replace(IN_DIGITS, (_whole, digits: string) => String(Math.round(Number(digits) * 1_000)));
  for (const [pattern, by] of TURNS) plain = plain.replace(pattern, by);
  return plain;
}

function inEnglish(text: string): string {
  const plain = text.replace(FOREIGN_WORDS, (word) => FOREIGN[word] ?? word);
  if (plain === text) return text;
  return plain.replace(/\b(?:mi|mein|meine|mon|ma|mio|meu)\b/g, 'my').replace(/\b(?:es|ist|est)\b/g, 'is');
}
