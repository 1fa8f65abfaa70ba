import type { IsoDate } from '../../domain/calendar.js';
import { convert } from '../../domain/exchange-rates/convert.js';
import { type Currency, type Money, writeMoney } from '../../domain/money.js';

/** How replies are worded for one user: their money and dates, and a choice among wordings that varies by turn. */
export interface Voice {
  /** "$12.50", "$30", "1.234,50 €": whole amounts without their zeros. */
  money(amount: Money): string;
  /** A price as `money`, with what it is about in the user's own currency where that is another. */
  price(amount: Money): string;
  /** The amount in the user's own currency, where it is in another and a rate is known. */
  own(amount: Money): Money | null;
  /** "14 March" within a year of today, else with the year. */
  date(date: IsoDate): string;
  /** "March", or "March 2025" where it is not this year's. */
  month(month: string): string;
  /** "a, b and c". */
  list(parts: readonly string[], last?: 'and' | 'or'): string;
  /** One of the wordings; the same for the same turn, another for the next. */
  pick(...wordings: readonly [string, ...string[]]): string;
}

export function createVoice(options: {
  readonly locale: string;
  readonly today: IsoDate;
  /** The user's own; absent: every amount is shown as it is. */
  readonly currency?: Currency;
  /** Decides the wordings; a turn's id. */
  readonly seed: string;
}): Voice {
  const locale = supported(options.locale);
  let picks = 0;
  const ownAmount = (amount: Money): Money | null =>
    options.currency && options.currency !== amount.currency && amount.minor > 0
      ? (convert(amount, options.currency, options.today)?.amount ?? null)
      : null;
  return {
    money: (amount) => writeMoney(amount, locale),
    own: ownAmount,
    price(amount) {
      const own = ownAmount(amount);
      const other = own ? ` (about ${writeMoney(own, locale)})` : '';
      return `${writeMoney(amount, locale)}${other}`;
    },
    date: (date) => formatDate(date, options.today, locale),
    month(month) {
      const name = new Intl.DateTimeFormat(languageOf(locale), { month: 'long', timeZone: 'UTC' });
      const words = name.format(new Date(`${month}-01T00:00:00Z`));
      return month.slice(0, 4) === options.today.slice(0, 4) ? words : `${words} ${month.slice(0, 4)}`;
    },
    list: (parts, last = 'and') =>
      parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} ${last} ${parts.at(-1)}`,
    pick(...wordings) {
      picks += 1;
      return wordings[hash(`${options.seed} ${picks}`) % wordings.length] ?? wordings[0];
    },
  };
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatDate(date: IsoDate, today: IsoDate, locale: string): string {
  const sameYear = date.slice(0, 4) === today.slice(0, 4);
  const language = languageOf(locale);
  const key = `${language} ${sameYear}`;
  let format = formats.get(key);
  if (!format) {
    const year = sameYear ? {} : { year: 'numeric' as const };
    format = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', timeZone: 'UTC', ...year });
    formats.set(key, format);
  }
  return format.format(new Date(`${date}T00:00:00Z`));
}

function supported(locale: string): string {
  try {
    return Intl.NumberFormat.supportedLocalesOf([locale])[0] ?? 'en-US';
  } catch {
    return 'en-US';
  }
}

/** Replies are in English: dates are written the English way of the user's region. */
function languageOf(locale: string): string {
  return locale.startsWith('en') ? locale : 'en-GB';
}

/** FNV-1a, 32 bits: spreads ids over wordings. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return value;
}
