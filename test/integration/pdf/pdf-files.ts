import { deflateSync } from 'node:zlib';
import PDFDocument from 'pdfkit';

type Doc = InstanceType<typeof PDFDocument>;
type PdfOptions = NonNullable<ConstructorParameters<typeof PDFDocument>[0]>;

/** A PDF drawn by the test itself. */
export function drawPdf(draw: (doc: Doc) => void, options: PdfOptions = {}): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const doc = new PDFDocument({ size: 'A4', margin: 40, ...options });
    const chunks: Buffer[] = [];
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    doc.on('error', reject);
    draw(doc);
    doc.end();
  });
}

/** The stub that most tests read: its figures prove themselves. */
export function drawPayStub(doc: Doc): void {
  const row = (y: number, ...cells: readonly (readonly [x: number, text: string])[]) => {
    for (const [x, text] of cells) doc.text(text, x, y, { lineBreak: false });
  };
  doc.fontSize(16);
  row(40, [40, 'Harbour Lights Ltd']);
  doc.fontSize(11);
  row(70, [40, 'Pay slip'], [300, 'Pay date: 30 June 2026']);
  row(90, [40, 'Pay period: 1 June 2026 - 30 June 2026']);
  row(130, [40, 'Gross pay'], [300, '£2,400.00']);
  row(150, [40, 'Income tax'], [300, '£310.50']);
  row(170, [40, 'National insurance'], [300, '£158.20']);
  row(190, [40, 'Net pay'], [300, '£1,931.30']);
}

/** Numbered objects as a PDF file with a right cross-reference table; `overrides` puts other text after the body. */
export function rawPdf(objects: readonly string[], trailer = ''): Uint8Array {
  let body = '%PDF-1.7\n';
  const offsets = objects.map((object, index) => {
    const offset = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const xref = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`;
  const end = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${body.length}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(body + xref + end, 'latin1'));
}

const head = [
  '<< /Type /Catalog /Pages 2 0 R >>',
  '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
  '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> /XObject << /X 6 0 R >> >> >>',
];
const font = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';

/** One page with this content stream, compressed as often as `layers` says. */
export function pageWithContent(content: Buffer, layers = 1): Uint8Array {
  let data = content;
  for (let layer = 0; layer < layers; layer += 1) data = deflateSync(data, { level: 9 });
  const filters = Array.from({ length: layers }, () => '/FlateDecode').join(' ');
  const stream = `<< /Length ${data.length} /Filter [${filters}] >>\nstream\n${data.toString('latin1')}\nendstream`;
  const form = '<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length 0 >>\nstream\n\nendstream';
  return rawPdf([...head, stream, font, form]);
}

/** A page that takes seconds to read: hundreds of thousands of text runs. */
export function endlessPage(runs: number): Uint8Array {
  const line = 'BT /F 9 Tf 1 0 0 1 40 700 Tm (12/04 Coffee and cake 4.50) Tj ET\n';
  return pageWithContent(Buffer.from(line.repeat(runs), 'latin1'));
}

/** Files made to hurt a parser, by what is wrong with them. */
export function hostileFiles(): readonly (readonly [name: string, bytes: Uint8Array])[] {
  const text = (content: string) => new Uint8Array(Buffer.from(content, 'latin1'));
  const nested = '['.repeat(50_000) + ']'.repeat(50_000);
  const form =
    '<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >> /Length 5 >>\nstream\n/X Do\nendstream';
  const draw = '<< /Length 5 >>\nstream\n/X Do\nendstream';
  return [
    ['five bytes', text('%PDF-')],
    ['a header and rubbish', text(`%PDF-1.7\n${'\u0000\u00ff rubbish'.repeat(50)}`)],
    [
      'a cross-reference table that points at itself',
      text(
        '%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 1 /Root 1 0 R /Prev 9 >>\nstartxref\n9\n%%EOF',
      ),
    ],
    [
      'a page tree that contains itself',
      rawPdf([head[0] ?? '', '<< /Type /Pages /Kids [2 0 R] /Count 3 >>']),
    ],
    [
      'a page tree that claims a hundred million pages',
      rawPdf([head[0] ?? '', '<< /Type /Pages /Kids [2 0 R] /Count 100000000 >>']),
    ],
    [
      'arrays nested fifty thousand deep',
      rawPdf([
        ...head.slice(0, 2),
        `<< /Type /Page /Parent 2 0 R /MediaBox ${nested} /Contents 4 0 R >>`,
        draw,
        font,
        form,
      ]),
    ],
    ['a form that draws itself', rawPdf([...head, draw, font, form])],
    ['a stream that unpacks to 100 MB', pageWithContent(Buffer.alloc(100_000_000, 'q '), 2)],
    [
      'a page of a size beyond all paper',
      rawPdf([
        ...head.slice(0, 2),
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 1e9 1e9] /Contents 4 0 R /Resources << /XObject << /X 6 0 R >> >> >>',
        draw,
        font,
        '<< /Type /XObject /Subtype /Image /Width 60000 /Height 60000 /BitsPerComponent 8 /ColorSpace /DeviceRGB /Length 9 >>\nstream\n123456789\nendstream',
      ]),
    ],
    ['a root that is not there', rawPdf(['<< /Nothing true >>'], '/Root 99 0 R')],
  ];
}
