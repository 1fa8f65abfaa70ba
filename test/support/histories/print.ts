import { textOf } from './days.js';
import type { Random } from './random.js';

/** Fills a payee's placeholders as a bank would on that day. */
export function printPayee(template: string, city: string, day: number, random: Random): string {
  return template
    .replace('{n}', () => String(random.whole(100, 9999)).padStart(4, '0'))
    .replace('{r}', () => reference(random))
    .replace('{c}', city)
    .replace('{d}', textOf(day));
}

function reference(random: Random): string {
  const alphabet = '0123456789ABCDEFGHJKLMNPQRSTUVWXYZ';
  const length = random.whole(5, 9);
  let text = String(random.whole(10, 99));
  while (text.length < length) text += alphabet[random.whole(0, alphabet.length - 1)] ?? '0';
  return random.chance(0.4) ? String(random.whole(10_000, 99_999_999)) : text;
}
