/** Locales whose month names are understood; Latin, Greek and Cyrillic scripts. */
const locales = [
  'en',
  'de',
  'fr',
  'es',
  'it',
  'pt',
  'nl',
  'pl',
  'sv',
  'da',
  'nb',
  'fi',
  'cs',
  'hu',
  'ro',
  'tr',
  'el',
  'ru',
  'uk',
  'bg',
  'id',
];

/** Short forms that banks print and the runtime's locale data lacks or spells otherwise. */
const extra: Readonly<Record<string, number>> = {
  sept: 9,
  janner: 1,
  jaenner: 1,
  mar: 3,
  marz: 3,
  maerz: 3,
  mrz: 3,
  mrt: 3,
  okt: 10,
  dez: 12,
  des: 12,
  dec: 12,
  janv: 1,
  fev: 2,
  fevr: 2,
  avr: 4,
  mai: 5,
  juin: 6,
  juil: 7,
  aou: 8,
  aout: 8,
  ene: 1,
  abr: 4,
  ago: 8,
  dic: 12,
  gen: 1,
  mag: 5,
  giu: 6,
  lug: 7,
  set: 9,
  ott: 10,
  out: 10,
  maj: 5,
  mei: 5,
  agu: 8,
};

/** A month name as it is looked up: lower case, no accents, no dots. */
function fold(name: string): string {
  if (/^[A-Za-z]+$/.test(name)) return name.toLowerCase();
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/ł/gu, 'l')
    .replace(/ı/gu, 'i')
    .replace(/\./gu, '')
    .toLowerCase();
}

function buildNames(): ReadonlyMap<string, number> {
  const names = new Map<string, number>();
  for (const locale of locales) {
    for (const month of ['long', 'short'] as const) {
      for (const withDay of [true, false]) {
        const options: Intl.DateTimeFormatOptions = {
          month,
          timeZone: 'UTC',
          ...(withDay && { day: 'numeric' }),
        };
        const format = new Intl.DateTimeFormat(locale, options);
        for (let index = 0; index < 12; index += 1) {
          const parts = format.formatToParts(Date.UTC(2026, index, 15));
          const name = fold(parts.find((part) => part.type === 'month')?.value ?? '');
          // English comes first and keeps its names.
          if (/^\p{L}{3,}$/u.test(name) && !names.has(name)) names.set(name, index + 1);
        }
      }
    }
  }
  for (const [name, month] of Object.entries(extra)) if (!names.has(name)) names.set(name, month);
  return names;
}

const names = buildNames();

/** The month (1 to 12) that a word names in one of the languages known, or null. */
export function monthOfName(word: string): number | null {
  return names.get(fold(word)) ?? null;
}

function buildWeekdays(): ReadonlySet<string> {
  const days = new Set<string>();
  for (const locale of locales) {
    for (const weekday of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(locale, { weekday, timeZone: 'UTC' });
      for (let day = 1; day <= 7; day += 1) {
        const name = fold(format.format(Date.UTC(2026, 0, day)));
        // Two letters are too often a word: "to" is Thursday in Finnish.
        if (name.length > 2 && !names.has(name)) days.add(name);
      }
    }
  }
  return days;
}

const weekdays = buildWeekdays();

/** True for a weekday's name or short form in one of the languages known. */
export function isWeekday(word: string): boolean {
  return weekdays.has(fold(word.replace(/,$/u, '')));
}
