/** How figures are printed: separators, signs, currency marks. */
export interface MoneyStyle {
  readonly decimal: '.' | ',';
  /** Thousands separator; empty for none. */
  readonly group: string;
  readonly exponent: number;
  /** 12,34,567.00 as in India. */
  readonly lakh?: boolean;
  /** How a negative is told. `none` leaves the sign to the column or section. */
  readonly negative:
    | 'minus'
    | 'unicode-minus'
    | 'trailing'
    | 'parentheses'
    | 'words'
    | 'none'
    | 'spaced-minus'
    | 'after-prefix';
  /** A plus before what isn't negative. */
  readonly plus?: boolean | 'trailing';
  readonly prefix?: string;
  readonly suffix?: string;
  /** Marks for `words`: [positive, negative], such as ['CR', 'DR'] or ['', 'D']. */
  readonly words?: readonly [string, string];
}

const NBSP = '\u00a0';
const NARROW = '\u202f';

const base = (decimal: '.' | ',', group: string, exponent = 2): MoneyStyle => ({
  decimal,
  group,
  exponent,
  negative: 'minus',
});

/** The usual ways to write an amount, by the look of 1234.5. */
export const MONEY = {
  point: base('.', ','),
  pointPlain: base('.', ''),
  pointSpace: base('.', ' '),
  pointApostrophe: base('.', "'"),
  pointCurlyApostrophe: base('.', '\u2019'),
  lakh: { ...base('.', ','), lakh: true },
  comma: base(',', '.'),
  commaPlain: base(',', ''),
  commaSpace: base(',', ' '),
  commaNbsp: base(',', NBSP),
  commaNarrow: base(',', NARROW),
  whole: base('.', ',', 0),
  wholeDot: base(',', '.', 0),
  threeDecimals: base('.', ',', 3),
} as const satisfies Record<string, MoneyStyle>;

function grouped(whole: string, style: MoneyStyle): string {
  if (style.group === '' || whole.length <= 3) return whole;
  const tail = whole.slice(-3);
  const head = whole.slice(0, -3);
  const size = style.lakh ? 2 : 3;
  const parts: string[] = [];
  for (let end = head.length; end > 0; end -= size) parts.unshift(head.slice(Math.max(0, end - size), end));
  return [...parts, tail].join(style.group);
}

/** Minor units as printed in a style. The style's exponent must be the currency's. */
export function formatAmount(minor: number, style: MoneyStyle): string {
  const digits = String(Math.abs(minor)).padStart(style.exponent + 1, '0');
  const whole = grouped(digits.slice(0, digits.length - style.exponent), style);
  const number = style.exponent === 0 ? whole : `${whole}${style.decimal}${digits.slice(-style.exponent)}`;
  const prefix = style.prefix ?? '';
  const suffix = style.suffix ?? '';
  const bare = `${prefix}${number}${suffix}`;
  if (style.negative === 'words') {
    const word = (style.words ?? ['CR', 'DR'])[minor < 0 ? 1 : 0];
    return word === '' ? bare : `${bare} ${word}`;
  }
  if (minor >= 0) return style.plus === 'trailing' ? `${bare}+` : style.plus ? `+${bare}` : bare;
  switch (style.negative) {
    case 'minus':
      return `-${bare}`;
    case 'spaced-minus':
      return `- ${bare}`;
    case 'unicode-minus':
      return `\u2212${bare}`;
    case 'trailing':
      return `${bare}-`;
    case 'after-prefix':
      return `${prefix}-${number}${suffix}`;
    case 'parentheses':
      return `(${bare})`;
    case 'none':
      return bare;
  }
}

/** Minor units as an exact number of major units for the truth file: 1250 at two decimals is 12.5. */
export function toMajor(minor: number, exponent: number): number {
  return Number((minor / 10 ** exponent).toFixed(exponent));
}
