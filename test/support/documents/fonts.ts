import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { TextStyle } from './blocks.js';

type Doc = PDFKit.PDFDocument;

const NAMES = {
  sans: ['Helvetica', 'Helvetica-Bold'],
  serif: ['Times-Roman', 'Times-Bold'],
  mono: ['Courier', 'Courier-Bold'],
} as const;

/** Inter comes in files by script; a run of text uses the first that covers it. */
const SCRIPTS: readonly (readonly [name: string, covers: RegExp])[] = [
  ['latin', /[ -\u00ff\u2010-\u2027\u20ac\u2212\u0131\u0152\u0153]/],
  ['latin-ext', /[\u0100-\u024f\u1e00-\u1eff\u20a0-\u20c0]/],
  ['greek', /[\u0370-\u03ff]/],
  ['cyrillic', /[\u0400-\u045f\u0490\u0491\u02bc\u2116]/],
];

const require = createRequire(import.meta.url);
const files = new Map<string, Buffer>();

function interFile(script: string, bold: boolean): Buffer {
  const name = `@fontsource/inter/files/inter-${script}-${bold ? 700 : 400}-normal.woff`;
  const known = files.get(name);
  if (known) return known;
  const read = readFileSync(require.resolve(name));
  files.set(name, read);
  return read;
}

/** A stretch of text in one font of the file. */
interface Run {
  readonly text: string;
  readonly font: string;
}

/** Splits text into runs by the font that covers it. Narrow no-break spaces, in no font here, become no-break spaces. */
function runs(doc: Doc, content: string, style: TextStyle): Run[] {
  const face = style.face ?? 'sans';
  if (face === 'sans' || face === 'serif' || face === 'mono')
    return [{ text: content, font: NAMES[face][style.bold ? 1 : 0] }];
  const found: { text: string; font: string }[] = [];
  for (const char of content.replaceAll('\u202f', '\u00a0')) {
    const script = SCRIPTS.find(([, covers]) => covers.test(char))?.[0] ?? 'latin';
    const font = `inter-${script}-${style.bold ? 'bold' : 'regular'}`;
    const last = found.at(-1);
    if (last && (last.font === font || char === ' ')) last.text += char;
    else found.push({ text: char, font });
  }
  for (const { font } of found) {
    const [, script = 'latin', weight] = /^inter-(.*)-(bold|regular)$/.exec(font) ?? [];
    doc.registerFont(font, interFile(script, weight === 'bold'));
  }
  return found;
}

const isUnembedded = (style: TextStyle) => style.face === 'japanese' || style.face === 'unembedded';
const isHalfWidth = (char: string) => /[\u0020-\u007e\uff61-\uff9f\u00a5\u0590-\u06ff]/.test(char);

/** The width of text in points. */
export function widthOf(doc: Doc, content: string, style: TextStyle): number {
  const size = style.size ?? 9;
  const spaced = (style.spacing ?? 0) * [...content].length;
  if (isUnembedded(style))
    return [...content].reduce((width, char) => width + size * (isHalfWidth(char) ? 0.5 : 1), 0) + spaced;
  return (
    runs(doc, content, style).reduce(
      (width, run) => width + doc.font(run.font).fontSize(size).widthOfString(run.text),
      0,
    ) + spaced
  );
}

/** Draws text with its baseline at (x, y), y down from the page's top. */
export function drawText(doc: Doc, content: string, x: number, y: number, style: TextStyle): void {
  const size = style.size ?? 9;
  if (isUnembedded(style)) {
    drawUnembedded(doc, content, x, y, style);
    return;
  }
  let at = x;
  for (const run of runs(doc, content, style)) {
    doc
      .font(run.font)
      .fontSize(size)
      .fillColor(style.color ?? '#000000');
    doc.text(run.text, at, y, {
      lineBreak: false,
      baseline: 'alphabetic',
      characterSpacing: style.spacing ?? 0,
    });
    at += doc.widthOfString(run.text) + (style.spacing ?? 0) * [...run.text].length;
  }
}

const hex = (content: string) =>
  [...Buffer.from(content, 'utf16le').swap16()].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** Text in a font that the file only names: Japanese by a predefined character map, others by a map to Unicode. */
function drawUnembedded(doc: Doc, content: string, x: number, y: number, style: TextStyle): void {
  const name = style.face === 'japanese' ? 'FJP' : 'FUN';
  const fonts: Record<string, unknown> = doc.page.fonts;
  fonts[name] ??= style.face === 'japanese' ? japaneseFont(doc) : mappedFont(doc);
  doc.fillColor(style.color ?? '#000000');
  const spacing = style.spacing ? `${style.spacing} Tc ` : '';
  doc.addContent(
    `BT /${name} ${style.size ?? 9} Tf ${spacing}1 0 0 -1 ${x.toFixed(2)} ${y.toFixed(2)} Tm <${hex(content)}> Tj ET`,
  );
}

const shared = new WeakMap<Doc, Map<string, PDFKit.PDFKitReference>>();

function once(doc: Doc, name: string, make: () => PDFKit.PDFKitReference): PDFKit.PDFKitReference {
  const known = shared.get(doc) ?? new Map<string, PDFKit.PDFKitReference>();
  shared.set(doc, known);
  const found = known.get(name) ?? make();
  known.set(name, found);
  return found;
}

function descriptor(doc: Doc, name: string): PDFKit.PDFKitReference {
  const made = doc.ref({
    Type: 'FontDescriptor',
    FontName: name,
    Flags: 4,
    FontBBox: [0, -120, 1000, 880],
    ItalicAngle: 0,
    Ascent: 880,
    Descent: -120,
    CapHeight: 700,
    StemV: 80,
  });
  made.end(undefined);
  return made;
}

function composite(
  doc: Doc,
  name: string,
  ordering: string,
  encoding: string,
  widths: unknown[],
  extra: object,
): PDFKit.PDFKitReference {
  const info = {
    Registry: new String('Adobe'),
    Ordering: new String(ordering),
    Supplement: ordering === 'Identity' ? 0 : 2,
  };
  const child = doc.ref({
    Type: 'Font',
    Subtype: 'CIDFontType2',
    BaseFont: name,
    CIDSystemInfo: info,
    DW: 1000,
    W: widths,
    FontDescriptor: descriptor(doc, name),
  });
  child.end(undefined);
  const font = doc.ref({
    Type: 'Font',
    Subtype: 'Type0',
    BaseFont: name,
    Encoding: encoding,
    DescendantFonts: [child],
    ...extra,
  });
  font.end(undefined);
  return font;
}

/** MS-Gothic by name, text in UTF-16 through a character map every reader has to know. Half-width shapes are CIDs 1–95 and 327–389. */
function japaneseFont(doc: Doc): PDFKit.PDFKitReference {
  return once(doc, 'japanese', () =>
    composite(doc, 'MS-Gothic', 'Japan1', 'UniJIS-UTF16-H', [1, 95, 500, 327, 389, 500], {}),
  );
}

/** A font whose codes are UTF-16 units, with a map that says so. */
function mappedFont(doc: Doc): PDFKit.PDFKitReference {
  return once(doc, 'unembedded', () => {
    const map = doc.ref({});
    map.end(
      [
        '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
        '/CMapName /Adobe-Identity-UCS def /CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange',
        '100 beginbfrange',
        ...Array.from({ length: 100 }, (_, index) => page(index)),
        'endbfrange',
        '100 beginbfrange',
        ...Array.from({ length: 100 }, (_, index) => page(index + 100)),
        'endbfrange',
        '56 beginbfrange',
        ...Array.from({ length: 56 }, (_, index) => page(index + 200)),
        'endbfrange endcmap CMapName currentdict /CMap defineresource pop end end',
      ].join('\n'),
    );
    const half = [32, 126, 500, 0x590, 0x6ff, 500];
    return composite(doc, 'ArialUnicodeMS', 'Identity', 'Identity-H', half, { ToUnicode: map });
  });
}

/** One line of a map for the 256 codes that share a high byte. */
function page(high: number): string {
  const prefix = high.toString(16).padStart(2, '0');
  return `<${prefix}00> <${prefix}ff> <${prefix}00>`;
}
