/** Calendar work on ISO dates (`YYYY-MM-DD`), and the ways banks print them. */

export type Language =
  | 'en'
  | 'de'
  | 'fr'
  | 'es'
  | 'it'
  | 'nl'
  | 'pt'
  | 'pl'
  | 'sv'
  | 'no'
  | 'da'
  | 'fi'
  | 'el'
  | 'uk'
  | 'cs'
  | 'tr';

const MONTHS: Record<Language, string> = {
  en: 'January February March April May June July August September October November December',
  de: 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember',
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
  es: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
  it: 'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
  nl: 'januari februari maart april mei juni juli augustus september oktober november december',
  pt: 'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro',
  pl: 'stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia',
  sv: 'januari februari mars april maj juni juli augusti september oktober november december',
  no: 'januar februar mars april mai juni juli august september oktober november desember',
  da: 'januar februar marts april maj juni juli august september oktober november december',
  fi: 'tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta',
  el: 'Ιανουαρίου Φεβρουαρίου Μαρτίου Απριλίου Μαΐου Ιουνίου Ιουλίου Αυγούστου Σεπτεμβρίου Οκτωβρίου Νοεμβρίου Δεκεμβρίου',
  uk: 'січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня',
  cs: 'ledna února března dubna května června července srpna září října listopadu prosince',
  tr: 'Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık',
};

/** Short names that aren't the first three letters. */
const SHORT: Partial<Record<Language, string>> = {
  de: 'Jan Feb Mär Apr Mai Jun Jul Aug Sep Okt Nov Dez',
  fr: 'janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.',
};

const WEEKDAYS: Partial<Record<Language, string>> = {
  en: 'Sun Mon Tue Wed Thu Fri Sat',
  de: 'So Mo Di Mi Do Fr Sa',
  fr: 'dim lun mar mer jeu ven sam',
};

const DAY = 86_400_000;
const time = (iso: string) =>
  Date.UTC(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)) - 1, Number(iso.slice(8)));

/** The ISO date so many days later (or earlier, below 0). */
export function addDays(iso: string, days: number): string {
  return new Date(time(iso) + days * DAY).toISOString().slice(0, 10);
}

/** Days from one ISO date to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((time(to) - time(from)) / DAY);
}

/** The ISO date of a year, a month from 1 (13 is next January) and a day, cut to the month's last day. */
export function isoDate(year: number, month: number, day: number): string {
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1, Math.min(day, last))).toISOString().slice(0, 10);
}

/** True for a Saturday or a Sunday. */
export function isWeekend(iso: string): boolean {
  return [0, 6].includes(new Date(time(iso)).getUTCDay());
}

const nth = (day: number) => {
  const suffix =
    day % 10 === 1 && day !== 11
      ? 'st'
      : day % 10 === 2 && day !== 12
        ? 'nd'
        : day % 10 === 3 && day !== 13
          ? 'rd'
          : 'th';
  return `${day}${suffix}`;
};

/**
 * An ISO date as printed. Tokens: YYYY YY MMMM MMM MON (upper-case MMM) MM M DD D Do ddd; all else stands as it is.
 */
export function formatDate(iso: string, format: string, language: Language = 'en'): string {
  const month = Number(iso.slice(5, 7));
  const day = Number(iso.slice(8));
  const full = MONTHS[language].split(' ')[month - 1] ?? '';
  const short = SHORT[language]?.split(' ')[month - 1] ?? full.slice(0, 3);
  const week = (WEEKDAYS[language] ?? WEEKDAYS.en ?? '').split(' ')[new Date(time(iso)).getUTCDay()] ?? '';
  const values: Record<string, string> = {
    YYYY: iso.slice(0, 4),
    YY: iso.slice(2, 4),
    MMMM: full,
    MMM: short,
    MON: short.toUpperCase(),
    MM: iso.slice(5, 7),
    M: String(month),
    DD: iso.slice(8),
    D: String(day),
    Do: nth(day),
    ddd: week,
  };
  return format.replace(/YYYY|YY|MMMM|MMM|MON|MM|M|Do|DD|D|ddd/g, (token) => values[token] ?? token);
}

/** True where a format prints day and month as bare numbers, so that the two could be exchanged. After a full year nobody writes the day first. */
export function isNumericFormat(format: string): boolean {
  return !format.startsWith('YYYY') && /D/.test(format) && /M/.test(format) && !/MMM|MON|Do/.test(format);
}

/** The date with day and month exchanged, null where no such day exists. */
export function swapDayAndMonth(iso: string): string | null {
  const day = Number(iso.slice(8));
  const month = Number(iso.slice(5, 7));
  return day > 12
    ? null
    : isoDate(Number(iso.slice(0, 4)), day, month).slice(8) === iso.slice(5, 7)
      ? isoDate(Number(iso.slice(0, 4)), day, month)
      : null;
}
