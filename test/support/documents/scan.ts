import { createCanvas, type Image, loadImage } from '@napi-rs/canvas';
import { PDFParse } from 'pdf-parse';
import PDFDocument from 'pdfkit';
import { createRandom } from './random.js';

/** How a page comes out of a scanner. */
export interface ScanManner {
  /** Pixels for each point; 2 is 144 dots an inch. */
  readonly scale?: number;
  /** Degrees by which the page lies askew. */
  readonly skew?: number;
  /** Share of pixels with dust on them. */
  readonly dust?: number;
}

/** A PDF's pages as images in a PDF without any text. */
export async function scanned(pdf: Uint8Array, manner: ScanManner = {}): Promise<Uint8Array> {
  const parser = new PDFParse({ data: pdf.slice() });
  try {
    const shots = await parser.getScreenshot({
      scale: manner.scale ?? 2,
      imageBuffer: true,
      imageDataUrl: false,
    });
    const doc = new PDFDocument({
      autoFirstPage: false,
      margin: 0,
      info: { CreationDate: new Date(0), Producer: 'scanner' },
    });
    const chunks: Buffer[] = [];
    const done = new Promise<Uint8Array>((resolve, reject) => {
      doc.on('data', (chunk: Buffer) => chunks.push(chunk));
      doc.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
      doc.on('error', reject);
    });
    for (const [index, page] of shots.pages.entries()) {
      const image = await loadImage(Buffer.from(page.data));
      const size = [page.width / (manner.scale ?? 2), page.height / (manner.scale ?? 2)] as [number, number];
      doc.addPage({ size, margin: 0 });
      doc.image(worn(image, manner, index), 0, 0, { width: size[0], height: size[1] });
    }
    doc.end();
    return await done;
  } finally {
    await parser.destroy();
  }
}

/** The image askew and dusty, as a JPEG. */
function worn(image: Image, manner: ScanManner, page: number): Buffer {
  const canvas = createCanvas(image.width, image.height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#fbfaf6';
  context.fillRect(0, 0, image.width, image.height);
  context.translate(image.width / 2, image.height / 2);
  context.rotate(((manner.skew ?? 0) * Math.PI) / 180);
  context.drawImage(image, -image.width / 2, -image.height / 2);
  context.resetTransform();
  const random = createRandom(page, 'dust');
  context.fillStyle = '#8a8a8a';
  for (let speck = 0; speck < image.width * image.height * (manner.dust ?? 0.00002); speck++)
    context.fillRect(random.int(0, image.width), random.int(0, image.height), 1, 1);
  return canvas.toBuffer('image/jpeg', 82);
}
