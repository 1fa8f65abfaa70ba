const UNITS: Readonly<Record<string, number>> = {
  zero: 0,
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
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
};
const TENS: Readonly<Record<string, number>> = {
  twenty: 20,
  thirty: 30,
  forty: 40,
  fourty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};
const SCALES: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1_000,
  grand: 1_000,
  million: 1_000_000,
};

const WORD = [...Object.keys(UNITS), ...Object.keys(TENS), ...Object.keys(SCALES)]
  .sort((left, right) => right.length - left.length)
  .join('|');

/** A spelled-out number at any place of a text: "twenty", "thirty-five", "a hundred and twenty", "two grand". */
export const numberWords = `(?:an?\\s+(?=hundred|thousand|grand|million)|half\\s+an?\\s+(?=hundred|thousand|grand|million))?(?:${WORD})(?:(?:\\s+and)?[\\s-]+(?:${WORD}))*`;

/** The value of a spelled-out number; null for a text that is none. */
export function parseNumberWords(text: string): number | null {
  const words = text
    .toLowerCase()
    .split(/[\s-]+/)
    .filter((word) => word !== 'and' && word !== 'a' && word !== 'an');
  const half = words[0] === 'half';
  let total = 0;
  let current = 0;
  let seen = false;
  const spoken = half ? words.slice(1) : words;
  for (const [at, word] of spoken.entries()) {
    const value = UNITS[word] ?? TENS[word];
    // "Fifteen ninety-nine": a second number under a hundred is cents.
    if (value !== undefined && value >= 10 && current >= 9 && current < 100 && total === 0) {
      const cents = parseNumberWords(spoken.slice(at).join(' '));
      return cents !== null && cents < 100 && Number.isInteger(cents) ? current + cents / 100 : null;
    }
    const scale = SCALES[word];
    if (value !== undefined) current += value;
    else if (scale === 100) current = (current || 1) * 100;
    else if (scale !== undefined) {
      total += (current || 1) * scale;
      current = 0;
    } else return null;
    seen = true;
  }
  return seen ? (total + current) * (half ? 0.5 : 1) : null;
}

/** A count written as digits or as a word ("4", "four", "a couple of", "both"); null for anything else. */
export function parseCount(text: string): number | null {
  const word = text.trim().toLowerCase();
  if (/^\d{1,4}$/.test(word)) return Number(word);
  if (/^(?:a\s+)?couple(?:\s+of)?$|^both$/.test(word)) return 2;
  return parseNumberWords(word);
}
