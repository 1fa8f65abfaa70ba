import PDFDocument from 'pdfkit';
import type { Manner, Sheet } from './blocks.js';
import type { Mark } from './canvas.js';
import { drawText, widthOf } from './fonts.js';
import { paginate } from './paginate.js';
import { createRandom, type Random } from './random.js';

type Doc = PDFKit.PDFDocument;
type TextMark = Extract<Mark, { type: 'text' }>;

/** Any fixed day: a file made twice is the same file. */
const MADE = new Date('2026-01-01T00:00:00Z');

/** Draws a sheet as a PDF, directly. The same sheet gives the same bytes. */
export async function drawPdf(sheet: Sheet): Promise<Uint8Array> {
  const [width, height] = sheet.size;
  const turned = sheet.manner?.rotate === 90 || sheet.manner?.rotate === 270;
  const doc = new PDFDocument({
    autoFirstPage: false,
    margin: 0,
    size: turned ? [height, width] : [width, height],
    info: { CreationDate: MADE, ModDate: MADE, Producer: 'statement writer' },
  });
  const chunks: Buffer[] = [];
  const done = new Promise<Uint8Array>((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    doc.on('error', reject);
  });
  doc.addPage();
  const pages = paginate(sheet, (content, style) => widthOf(doc, content, style));
  const random = createRandom(pages.length, 'manner');
  for (const [index, marks] of pages.entries()) {
    if (index > 0) doc.addPage();
    drawPage(doc, marks, sheet, random);
  }
  doc.end();
  return await done;
}

function drawPage(doc: Doc, marks: readonly Mark[], sheet: Sheet, random: Random): void {
  const manner = sheet.manner ?? {};
  doc.save();
  turn(doc, sheet);
  if (manner.watermark) watermark(doc, manner.watermark, sheet);
  for (const mark of marks) if (mark.type !== 'text') drawShape(doc, mark);
  const texts = marks.filter((mark) => mark.type === 'text');
  for (const mark of ordered(doc, texts, manner, random)) {
    const y = mark.y + (manner.wobble ? (random.next() - 0.5) * 2 * manner.wobble : 0);
    if (mark.angle) {
      doc.save().rotate(mark.angle, { origin: [mark.x, mark.y] });
      drawText(doc, mark.text, mark.x, y, mark.style);
      doc.restore();
    } else drawText(doc, mark.text, mark.x, y, mark.style);
    if (manner.doubled && mark.style.bold) drawText(doc, mark.text, mark.x + 0.3, y, mark.style);
  }
  doc.restore();
}

/** A page stored turned: its content is drawn turned the other way. */
function turn(doc: Doc, sheet: Sheet): void {
  const rotate = sheet.manner?.rotate;
  if (!rotate) return;
  const [width, height] = sheet.size;
  Object.assign(doc.page.dictionary.data, { Rotate: rotate });
  if (rotate === 90) doc.transform(0, -1, 1, 0, 0, width);
  else if (rotate === 270) doc.transform(0, 1, -1, 0, height, 0);
  else doc.transform(-1, 0, 0, -1, width, height);
}

function watermark(doc: Doc, word: string, sheet: Sheet): void {
  const [width, height] = sheet.size;
  doc.save().rotate(-40, { origin: [width / 2, height / 2] });
  drawText(doc, word, width / 2 - 180, height / 2, { face: 'sans', bold: true, size: 72, color: '#eeeeee' });
  doc.restore();
}

function drawShape(doc: Doc, mark: Exclude<Mark, TextMark>): void {
  if (mark.type === 'line') {
    doc.lineWidth(mark.thickness).moveTo(mark.x1, mark.y1).lineTo(mark.x2, mark.y2).stroke(mark.color);
    return;
  }
  doc.rect(mark.x, mark.y, mark.width, mark.height);
  if (mark.fill) doc.fill(mark.fill);
  else doc.lineWidth(0.6).stroke(mark.stroke ?? '#000000');
}

/** Text in the order and the pieces that the manner asks for. */
function ordered(doc: Doc, texts: readonly TextMark[], manner: Manner, random: Random): readonly TextMark[] {
  const pieces = texts.flatMap((mark) => split(doc, mark, manner));
  if (manner.grain === 'line') return joined(texts);
  switch (manner.order) {
    case 'columns':
      return [...pieces].sort(
        (a, b) => (a.table ?? 0) - (b.table ?? 0) || (a.column ?? -1) - (b.column ?? -1),
      );
    case 'shuffled':
      return random.shuffle(pieces);
    case 'reversed':
      return [...pieces].reverse();
    default:
      return pieces;
  }
}

function split(doc: Doc, mark: TextMark, manner: Manner): TextMark[] {
  if ((manner.grain !== 'word' && manner.grain !== 'letter') || mark.angle) return [mark];
  const parts = manner.grain === 'letter' ? [...mark.text] : mark.text.split(/(?<= )/);
  let x = mark.x;
  const pieces: TextMark[] = [];
  for (const part of parts) {
    if (part.trim() !== '')
      pieces.push({ ...mark, text: manner.grain === 'word' ? part.trimEnd() : part, x });
    x += widthOf(doc, part, mark.style);
  }
  return pieces;
}

/** Whole lines in a typewriter face: the text of one baseline in one string, padded with spaces. */
function joined(texts: readonly TextMark[]): TextMark[] {
  const lines = new Map<number, TextMark[]>();
  for (const mark of texts) {
    const key = Math.round(mark.y * 2);
    lines.set(key, [...(lines.get(key) ?? []), mark]);
  }
  return [...lines.values()].flatMap((marks) => {
    const sorted = [...marks].sort((a, b) => a.x - b.x);
    const [first] = sorted;
    if (
      !first ||
      marks.some(
        (mark) => mark.style.face !== 'mono' || mark.style.size !== first.style.size || mark.style.spacing,
      )
    )
      return marks;
    const step = (first.style.size ?? 9) * 0.6;
    let line = '';
    for (const mark of sorted) {
      const at = Math.round((mark.x - first.x) / step);
      line = line === '' ? mark.text : `${line.padEnd(Math.max(at, line.length + 1))}${mark.text}`;
    }
    return [{ ...first, text: line }];
  });
}
