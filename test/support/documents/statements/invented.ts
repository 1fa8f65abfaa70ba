import {
  A4,
  type Block,
  type Column,
  gap,
  LETTER,
  type Manner,
  margins,
  rule,
  type Table,
  type TableRow,
  text,
} from '../blocks.js';
import { MONEY, type MoneyStyle } from '../figures.js';
import type { StatementLayout } from '../layouts.js';
import type { LedgerWish } from '../ledger.js';
import type { Book, Entry } from '../pen.js';
import { AU, CA, GB, IE, IN, NZ, SG, US, ZA } from '../places/english.js';
import { CH, DE, ES, FR, IT, NL, PL, SE } from '../places/europe.js';
import type { Place } from '../places/place.js';
import { BR, MX } from '../places/world.js';
import type { Random } from '../random.js';
import { vocabularyOf } from './invented-words.js';
import { addressed, oneLine, smallPrint } from './parts.js';

/**
 * Statements whose layout itself is drawn by lot: words, columns and their order, signs, figures, dates, rulings, where
 * the balances stand. Each seed is a bank nobody has seen.
 */
interface Style {
  readonly form: 'signed' | 'columns' | 'sections' | 'typed';
  readonly figure: MoneyStyle;
  readonly balances: 'row' | 'day' | 'none';
  readonly ends: 'box' | 'rows' | 'sentence';
  readonly dateOnce: boolean;
  readonly newestFirst: boolean;
  readonly valueDate: boolean;
  readonly reference: boolean;
  readonly category: boolean;
  readonly dateLast: boolean;
  readonly balanceFirst: boolean;
  readonly inBeforeOut: boolean;
  readonly totals: boolean;
  readonly rowFormat: string;
  readonly periodFormat: string;
  readonly table: Pick<Table, 'rules' | 'header' | 'padding' | 'tearable'> & {
    readonly stripe: string | null;
  };
  readonly wrapped: boolean;
  readonly anchor: 'top' | 'bottom';
}

/** Figures as a country writes them, more than one way where it has more. */
const FIGURES: Readonly<Record<string, readonly MoneyStyle[]>> = {
  US: [MONEY.point, MONEY.pointPlain],
  GB: [MONEY.point],
  AU: [MONEY.point],
  NZ: [MONEY.point, MONEY.pointPlain],
  CA: [MONEY.point, MONEY.pointSpace],
  IE: [MONEY.point],
  SG: [MONEY.point],
  ZA: [MONEY.pointSpace, MONEY.point],
  IN: [MONEY.lakh, MONEY.pointPlain],
  DE: [MONEY.comma, MONEY.commaPlain],
  CH: [MONEY.pointApostrophe, MONEY.pointCurlyApostrophe],
  FR: [MONEY.commaNbsp, MONEY.commaSpace],
  ES: [MONEY.comma],
  IT: [MONEY.comma],
  NL: [MONEY.comma],
  SE: [MONEY.commaSpace, MONEY.commaNbsp],
  PL: [MONEY.commaNbsp, MONEY.commaSpace],
  BR: [MONEY.comma],
  MX: [MONEY.point],
};

function signed(random: Random, figure: MoneyStyle): MoneyStyle {
  return random.pick<MoneyStyle>([
    figure,
    figure,
    figure,
    { ...figure, plus: true },
    { ...figure, negative: 'trailing' },
    { ...figure, negative: 'trailing', plus: 'trailing' },
    { ...figure, negative: 'parentheses' },
    { ...figure, negative: 'words', words: ['CR', 'DR'] },
    { ...figure, negative: 'words', words: ['CR', ''] },
    { ...figure, negative: 'spaced-minus' },
  ]);
}

function styleOf(random: Random, place: Place): Style {
  const words = vocabularyOf(place.language, place.code === 'US');
  const form = random.pick([
    'signed',
    'signed',
    'columns',
    'columns',
    'columns',
    'sections',
    'typed',
  ] as const);
  const crowded = random.chance(0.3);
  const newestFirst = !crowded && form !== 'sections' && random.chance(0.25);
  const periodFormat = random.pick(words.dateFormats);
  return {
    form,
    figure: random.pick(FIGURES[place.code] ?? [MONEY.point]),
    balances:
      form === 'sections'
        ? 'none'
        : random.pick(newestFirst ? (['row', 'none'] as const) : (['row', 'row', 'day', 'none'] as const)),
    ends: newestFirst
      ? random.pick(['box', 'sentence'] as const)
      : random.pick(['box', 'rows', 'sentence'] as const),
    dateOnce: crowded && form !== 'sections',
    newestFirst,
    valueDate: random.chance(0.3),
    reference: random.chance(0.25),
    category: random.chance(0.15),
    dateLast: random.chance(0.06),
    balanceFirst: random.chance(0.06),
    inBeforeOut: random.chance(0.35),
    totals: random.chance(0.4),
    rowFormat: random.chance(0.4) ? random.pick(words.shortFormats) : periodFormat,
    periodFormat,
    table: {
      rules: random.pick(['none', 'head', 'rows', 'grid', 'columns'] as const),
      header: random.pick(['each-page', 'each-page', 'once'] as const),
      padding: random.pick([0.5, 1, 2, 4]),
      tearable: random.chance(0.3),
      stripe: random.chance(0.25) ? '#f0f0f0' : null,
    },
    wrapped: random.chance(0.6),
    anchor: random.chance(0.75) ? 'top' : 'bottom',
  };
}

/** Columns in the style's order; the description takes what room is left. */
function columnsOf(random: Random, place: Place, style: Style, room: number): Column[] {
  const words = vocabularyOf(place.language, place.code === 'US');
  const long = /MMMM/.test(style.rowFormat) ? 104 : /YYYY|ddd/.test(style.rowFormat) ? 78 : 56;
  const wide = (place.scale > 20 ? 96 : 82) + (style.figure.negative === 'words' ? 10 : 0);
  const date: Column = { key: 'date', title: random.pick(words.date), width: long, top: true };
  const figures: Column[] = [];
  const outIn: Column[] = [
    { key: 'out', title: random.pick(words.out), width: wide, align: 'right' },
    { key: 'in', title: random.pick(words.in), width: wide, align: 'right' },
  ];
  if (style.form === 'columns') figures.push(...(style.inBeforeOut ? outIn.reverse() : outIn));
  else if (style.form === 'typed')
    figures.push(
      { key: 'type', title: random.pick(['', 'Typ', '+/-']), width: 62, align: 'center' },
      { key: 'amount', title: random.pick(words.amount), width: wide, align: 'right' },
    );
  else figures.push({ key: 'amount', title: random.pick(words.amount), width: wide, align: 'right' });
  const balance: Column[] =
    style.balances === 'none'
      ? []
      : [{ key: 'balance', title: random.pick(words.balance), width: wide + 6, align: 'right' }];
  const after: Column[] = style.category ? [{ key: 'category', title: 'Info', width: 62 }] : [];
  const extra: Column[] = [];
  if (style.valueDate) extra.push({ key: 'value', title: random.pick(words.valueDate), width: long });
  if (style.reference) extra.push({ key: 'ref', title: random.pick(words.reference), width: 78 });
  const money = style.balanceFirst ? [...balance, ...figures] : [...figures, ...balance];
  // What doesn't fit the page isn't there.
  const width = (list: readonly Column[]) => list.reduce((sum, column) => sum + column.width, 0);
  const fixed = width([date, ...money]) + 130;
  while (extra.length > 0 && fixed + width([...extra, ...after]) > room) extra.pop();
  if (fixed + width(after) > room) after.pop();
  const taken = [date, ...extra, ...money, ...after].reduce((sum, column) => sum + column.width, 0);
  const what: Column = {
    key: 'what',
    title: random.pick(words.what),
    width: Math.max(110, room - taken),
    wrap: true,
  };
  return style.dateLast
    ? [what, ...extra, ...money, date, ...after]
    : [date, ...(random.chance(0.7) ? [what, ...extra] : [...extra, what]), ...money, ...after];
}

/** Prints the rows of one table. */
function rowsOf(
  book: Book,
  entries: readonly Entry[],
  style: Style,
  figure: MoneyStyle,
  types: readonly [string, string],
): TableRow[] {
  const bare: MoneyStyle = { ...style.figure, negative: 'minus' };
  return entries.map((entry, index) => {
    const { movement } = entry;
    const cells: Record<string, string | readonly string[]> = {
      date: style.dateOnce && index > 0 && !book.startsDay(entry) ? '' : book.date(entry, style.rowFormat),
      what: style.wrapped ? oneLine(entry) : movement.lines,
    };
    if (style.valueDate) cells.value = book.valueDate(entry, style.rowFormat);
    if (style.reference) cells.ref = movement.reference;
    if (style.category) cells.category = movement.category;
    if (style.form === 'columns') {
      cells.out = book.debit(entry, bare);
      cells.in = book.credit(entry, bare);
    } else if (style.form === 'signed') cells.amount = book.amount(entry, figure);
    else cells.amount = book.size(entry, bare);
    if (style.form === 'typed') cells.type = types[movement.amount > 0 ? 0 : 1];
    if (style.balances === 'row' || (style.balances === 'day' && book.endsDay(entry)))
      cells.balance = book.balance(entry, balanceStyle(style, figure));
    return { cells, anchor: style.anchor };
  });
}

/** Balances follow the amounts' sign, but a lone CR mark belongs to amounts only. */
const balanceStyle = (style: Style, figure: MoneyStyle): MoneyStyle =>
  figure.negative === 'words' && figure.words?.[1] === ''
    ? { ...style.figure, negative: 'minus' }
    : { ...figure, plus: false };

function sheetOf(book: Book, random: Random, place: Place) {
  const words = vocabularyOf(place.language, place.code === 'US');
  const style = styleOf(random, place);
  const size = place.code === 'US' || place.code === 'CA' || place.code === 'MX' ? LETTER : A4;
  const side = random.int(30, 52);
  const face = random.pick(
    place.code === 'PL' ? (['inter'] as const) : (['sans', 'sans', 'serif', 'inter'] as const),
  );
  const figure = style.form === 'signed' ? signed(random, style.figure) : style.figure;
  const ends = balanceStyle(style, figure);
  const cols = columnsOf(random, place, style, size[0] - 2 * side);
  const types = random.pick(words.types);
  const [opening, closing] = [random.pick(words.opening), random.pick(words.closing)];
  const [before, between] = random.pick(words.period);
  const table = (rows: readonly TableRow[]): Table => {
    const { stripe, ...others } = style.table;
    return { type: 'table', columns: cols, rows, ...others, ...(stripe ? { stripe } : {}) };
  };
  const inKey = style.balances !== 'none' ? 'balance' : style.form === 'columns' ? 'in' : 'amount';
  const lone = (label: string, value: string): TableRow => ({
    cells: { what: label, [inKey]: value },
    style: { bold: true },
  });
  const entries = style.newestFirst ? [...book.entries].reverse() : book.entries;
  const body = (): Block[] => {
    if (style.form !== 'sections') {
      const first = style.ends === 'rows' ? [lone(opening, book.opening(ends))] : [];
      const rows = rowsOf(book, entries, style, figure, types);
      const totals =
        style.totals && style.form === 'columns'
          ? [
              {
                cells: {
                  what: random.pick(words.totals),
                  out: book.totalOut(style.figure),
                  in: book.totalIn(style.figure),
                },
                style: { bold: true },
              },
            ]
          : [];
      return [
        table([
          ...first,
          ...rows,
          ...totals,
          ...(style.ends === 'rows' ? [lone(closing, book.closing(ends))] : []),
        ]),
      ];
    }
    const [into, outOf] = random.pick(words.sections);
    const parts = style.inBeforeOut
      ? ([
          [outOf, book.outgoing],
          [into, book.incoming],
        ] as const)
      : ([
          [into, book.incoming],
          [outOf, book.outgoing],
        ] as const);
    const sections = parts.flatMap(([title, own]): Block[] =>
      own.length === 0
        ? []
        : [
            gap(8),
            text(title, { bold: true, size: 10 }),
            table([
              ...rowsOf(book, own, style, figure, types),
              ...(style.totals
                ? [
                    lone(
                      `${random.pick(words.totals)} ${title.toLowerCase()}`,
                      book.sectionTotal(own, style.figure),
                    ),
                  ]
                : []),
            ]),
          ],
    );
    return style.ends === 'rows'
      ? [text(`${opening}: ${book.opening(ends)}`), ...sections, text(`${closing}: ${book.closing(ends)}`)]
      : sections;
  };
  const head: Block[] = [
    text(
      `${random.pick(['Banca', 'Bank', 'Credit', 'Trust'])} ${random.pick(['Aurora', 'Meridia', 'Quercus', 'Solstice', 'Halcyon', 'Tiber'])}`,
      { bold: true, size: random.int(12, 18), ...(random.chance(0.2) ? { spacing: 2.4 } : {}) },
    ),
    text(`${random.pick(words.title)}  ${book.account.currency}  ${book.account.number}`),
    text(`${before} ${book.from(style.periodFormat)} ${between} ${book.to(style.periodFormat)}`.trim()),
    ...(random.chance(0.7) ? [gap(6), addressed(book, '12 Linden Row')] : []),
    gap(10),
  ];
  const summary: Block[] =
    style.ends === 'box'
      ? [
          {
            type: 'pairs',
            width: 280,
            boxed: random.chance(0.5),
            dots: random.chance(0.3),
            rows: [
              [opening, book.opening(ends)],
              ...(style.totals
                ? ([
                    [random.pick(words.in), book.totalIn(style.figure)],
                    [random.pick(words.out), book.totalOut(style.figure)],
                  ] as const)
                : []),
              [closing, book.closing(ends)],
            ],
          },
          gap(10),
        ]
      : style.ends === 'sentence'
        ? [text(`${opening} ${book.opening(ends)}, ${closing.toLowerCase()} ${book.closing(ends)}.`), gap(8)]
        : [];
  const last = random.chance(0.2);
  const blocks = [
    ...head,
    ...(last ? [] : summary),
    ...body(),
    ...(last ? [gap(8), rule(), ...summary] : []),
    ...(random.chance(0.3) ? smallPrint(random, '') : []),
  ];
  const manner: Manner = {
    grain: random.pick(['cell', 'cell', 'word', 'letter'] as const),
    order: random.pick(['natural', 'natural', 'columns', 'shuffled', 'reversed'] as const),
    ...(random.chance(0.1) ? { watermark: 'COPY' } : {}),
    ...(random.chance(0.1) ? { wobble: 0.4 } : {}),
  };
  return {
    size,
    margin: margins(random.int(36, 60), side),
    style: { face, size: random.pick([7, 7.5, 8, 8.5, 9]) },
    blocks,
    manner,
    ...(random.chance(0.5) ? { foot: [text('{page} / {pages}', { size: 7 }, 'center' as const)] } : {}),
  };
}

function invented(place: Place, wish: LedgerWish): StatementLayout {
  return {
    name: `invented_${place.code.toLowerCase()}`,
    family: 'invented',
    era: 'after',
    place,
    traits: [],
    accounts: [{ count: [8, 40], ...wish }],
    sheet: ({ book, random }) => sheetOf(book, random, place),
  };
}

export const inventedBanks: readonly StatementLayout[] = [
  invented(US, {}),
  invented(GB, { crowded: true }),
  invented(AU, { overNewYear: true }),
  invented(NZ, {}),
  invented(CA, { crowded: true }),
  invented(IE, { overdrawn: true }),
  invented(ZA, {}),
  invented(SG, {}),
  invented(IN, { large: true }),
  invented(DE, { crowded: true }),
  invented(CH, {}),
  invented(FR, { overNewYear: true }),
  invented(ES, {}),
  invented(IT, {}),
  invented(NL, {}),
  invented(SE, { crowded: true }),
  invented(PL, {}),
  invented(BR, {}),
  invented(MX, { overdrawn: true }),
];
