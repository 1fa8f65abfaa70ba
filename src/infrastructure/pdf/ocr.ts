import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PDFParse } from 'pdf-parse';
import { createWorker, type Line, OEM, PSM, type Worker } from 'tesseract.js';
import type { PageText, TextSpan } from '../../documents/ports.js';
import { mendFigures } from './ocr-figures.js';
import { safeDrawing } from './pdf-text.js';

const languageData = join(
  dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/eng/package.json')),
  '4.0.0_best_int',
);

/**
 * Pixels of a rendered page: A4 and letter at 150 to 225 dpi. Between them the scanner's own resolution: made larger,
 * every speck of dust becomes a full stop (measured: a confidence of 87 falls to 71).
 */
const fewestPixels = 2_000_000;
const mostPixels = 4_600_000;
const largestScale = 6;

let recognizer: Promise<Worker> | null = null;

/** Loading takes half a second and 100 MB, so it waits for the first scan and then stays for the process's life. */
function sharedRecognizer(): Promise<Worker> {
  recognizer ??= createWorker('eng', OEM.LSTM_ONLY, {
    langPath: languageData,
    gzip: true,
    cacheMethod: 'none',
    // Failures arrive as rejections; without a handler the library would also throw outside of any promise.
    errorHandler: () => undefined,
  }).then(async (worker) => {
    // One block of text keeps the cells of a table's row on one line; automatic segmentation tears columns apart.
    await worker.setParameters({ tessedit_pageseg_mode: PSM.SINGLE_BLOCK, preserve_interword_spaces: '1' });
    return worker;
  });
  return recognizer;
}

export interface PageOcr {
  /**
   * The page as OCR reads its picture; what the text layer has stays when OCR finds less.
   * @param imagePixels size of the page's largest image, 0 for none
   */
  read(page: PageText, imagePixels: number): Promise<PageText>;
  close(): Promise<void>;
}

/** Reads pages by rendering them (pdf-parse) and recognising the picture (tesseract.js, English data, no download). */
export function createPageOcr(bytes: Uint8Array, password: string | null): PageOcr {
  let renderer: PDFParse | null = null;
  return {
    async read(page, imagePixels) {
      renderer ??= new PDFParse(safeDrawing(new Uint8Array(bytes), password));
      const pixels = Math.min(mostPixels, Math.max(fewestPixels, imagePixels || mostPixels));
      const scale = Math.min(largestScale, Math.sqrt(pixels / (page.width * page.height)));
      const shot = await renderer.getScreenshot({
        partial: [page.page],
        scale,
        imageBuffer: true,
        imageDataUrl: false,
      });
      const image = shot.pages[0];
      if (!image) return page;
      const spans = mendFigures(await recognise(image.data, scale));
      const letters = (list: readonly TextSpan[]) => list.reduce((sum, span) => sum + span.text.length, 0);
      return letters(spans) < letters(page.spans) ? page : { ...page, spans, origin: 'ocr' };
    },
    async close() {
      await renderer?.destroy();
    },
  };
}

/** Slopes below this leave the words of a page's width within one line. */
const levelEnough = 0.004;

async function recognise(image: Uint8Array, scale: number): Promise<TextSpan[]> {
  const worker = await sharedRecognizer();
  const picture = Buffer.from(image);
  let lines = await linesOf(worker, picture, 0);
  const slope = slopeOf(lines);
  // A scan that is not level is turned and read again: its rows would run into one another.
  if (Math.abs(slope) > levelEnough) lines = await linesOf(worker, picture, slope);
  return lines.flatMap((line) => {
    const baseline = (line.baseline.y0 + line.baseline.y1) / 2;
    return line.words
      .filter((word) => word.text.trim() !== '')
      .map((word) => ({
        text: word.text,
        x: word.bbox.x0 / scale,
        y: baseline / scale,
        width: (word.bbox.x1 - word.bbox.x0) / scale,
        height: (line.rowAttributes.rowHeight || word.bbox.y1 - word.bbox.y0) / scale,
        confidence: word.confidence / 100,
      }));
  });
}

async function linesOf(worker: Worker, picture: Buffer, slope: number): Promise<Line[]> {
  const turn = slope === 0 ? {} : { rotateRadians: -slope };
  const { data } = await worker.recognize(picture, turn, { blocks: true, text: false });
  return (data.blocks ?? []).flatMap((block) => block.paragraphs.flatMap((paragraph) => paragraph.lines));
}

/** The median slope of the longer lines, in radians clockwise. */
function slopeOf(lines: readonly Line[]): number {
  const slopes = lines
    .filter((line) => line.words.length > 2)
    .map(({ baseline: { x0, y0, x1, y1 } }) => Math.atan2(y1 - y0, x1 - x0))
    .sort((a, b) => a - b);
  return slopes[Math.floor(slopes.length / 2)] ?? 0;
}
