import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import {
  getDocument,
  InvalidPDFException,
  OPS,
  PasswordResponses,
  type PDFDocumentProxy,
  type PDFPageProxy,
  Util,
  VerbosityLevel,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PageText, TextSpan } from '../../documents/ports.js';
import type { Problem } from '../../documents/reading.js';
import { type PlacedText, placeTexts } from './page-geometry.js';
import { fileProblem } from './problems.js';

const pdfjs = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
const folder = (name: string) => `${join(pdfjs, name)}/`;

/** Pixels of an image beyond which nothing is decoded: 100 megapixels are a poster, or an attack. */
const maxImagePixels = 100_000_000;

/**
 * How pdf.js is to treat a file nobody trusts: no code from the document, nothing fetched, character maps from the
 * package. pdf-parse takes the same options.
 */
export function safeLoading(bytes: Uint8Array, password: string | null) {
  return {
    data: bytes,
    isEvalSupported: false,
    enableXfa: false,
    useSystemFonts: false,
    useWorkerFetch: false,
    disableFontFace: true,
    stopAtErrors: false,
    maxImageSize: maxImagePixels,
    verbosity: VerbosityLevel.ERRORS,
    cMapUrl: folder('cmaps'),
    ...(password === null ? {} : { password }),
  };
}

/** The same for drawing pages, which also takes fonts for those not embedded, and decoders for odd images. */
export function safeDrawing(bytes: Uint8Array, password: string | null) {
  return {
    ...safeLoading(bytes, password),
    standardFontDataUrl: folder('standard_fonts'),
    wasmUrl: folder('wasm'),
    iccUrl: folder('iccs'),
  };
}

/** The problem behind what pdf.js throws on opening. */
export function problemOf(error: unknown): Problem {
  // pdf.js does not export the class.
  if (error instanceof Error && error.name === 'PasswordException' && 'code' in error) {
    const wrong = error.code === PasswordResponses.INCORRECT_PASSWORD;
    return fileProblem(wrong ? 'PASSWORD_WRONG' : 'PASSWORD_REQUIRED');
  }
  if (error instanceof InvalidPDFException && /empty/i.test(error.message)) return fileProblem('EMPTY_FILE');
  return fileProblem('DAMAGED');
}

/**
 * Opens a PDF. An owner's password alone does not keep it shut.
 * @throws what pdf.js throws; `problemOf` makes a sentence of it.
 */
export function openPdf(bytes: Uint8Array, password: string | null): Promise<PDFDocumentProxy> {
  return getDocument(safeLoading(bytes, password)).promise;
}

/** What one page holds, and whether its text layer can be relied on. */
export interface PageContent {
  readonly text: PageText;
  /** The page shows something that its text layer does not tell: a scan, outlines, or a font without a meaning. */
  readonly needsOcr: boolean;
  /** Pixels of the page's largest image, 0 without one: what a scanner saw. */
  readonly imagePixels: number;
}

/** A text layer with fewer characters is a stamp or a page number; the page may still be a scan. */
const fewCharacters = 100;
/** Pixels on a side from which an image may be a scanned page; logos stay below. */
const scanPixels = 500;
/** Above this share of unreadable characters, the fonts do not say what they show. */
const garbledShare = 0.25;

/** The page's text with positions, field values of forms included, in the frame in which it is read. */
export async function readPage(
  pdf: PDFDocumentProxy,
  number: number,
  hasForm: boolean,
): Promise<PageContent> {
  const page = await pdf.getPage(number);
  try {
    const viewport = page.getViewport({ scale: 1 });
    const content = await page.getTextContent({ includeMarkedContent: false, disableNormalization: false });
    const texts: PlacedText[] = [];
    for (const item of content.items) {
      if (!('str' in item) || item.str === '') continue;
      const transform: number[] = Util.transform(viewport.transform, item.transform);
      texts.push({ text: item.str, transform, width: item.width });
    }
    if (hasForm) texts.push(...(await fieldValues(page, viewport.transform)));
    const placed = placeTexts(texts, viewport.width, viewport.height);
    return {
      text: { page: number, ...placed, origin: 'text-layer' },
      ...(await ocrNeed(page, placed.spans)),
    };
  } finally {
    page.cleanup();
  }
}

/** What is filled into form fields stands in annotations, not in the page's text. */
async function fieldValues(page: PDFPageProxy, transform: number[]): Promise<PlacedText[]> {
  const annotations: readonly unknown[] = await page.getAnnotations({ intent: 'display' });
  return annotations.flatMap((annotation) => {
    if (typeof annotation !== 'object' || annotation === null) return [];
    const value = 'fieldValue' in annotation ? annotation.fieldValue : null;
    const rect = 'rect' in annotation && Array.isArray(annotation.rect) ? annotation.rect.map(Number) : [];
    const hidden = 'hidden' in annotation && annotation.hidden === true;
    const button = 'fieldType' in annotation && annotation.fieldType === 'Btn';
    const [left = 0, bottom = 0, right = 0, top = 0] = rect;
    if (typeof value !== 'string' || value.trim() === '' || hidden || button) return [];
    const size = Math.min(10, top - bottom);
    // A baseline as most viewers put it: centred in the field.
    const placed = Util.transform(transform, [size, 0, 0, size, left + 2, (top + bottom) / 2 - size * 0.35]);
    return [{ text: value, transform: placed, width: Math.min(right - left, value.length * size * 0.5) }];
  });
}

const readable = /[\p{L}\p{N}]/gu;
/** Control characters, private use and the replacement character: a font that does not say what it shows. */
const unreadable = /[\p{Cc}\p{Co}\uFFFD]/gu;

type OcrNeed = Pick<PageContent, 'needsOcr' | 'imagePixels'>;

async function ocrNeed(page: PDFPageProxy, spans: readonly TextSpan[]): Promise<OcrNeed> {
  const text = spans.map((span) => span.text).join('');
  const bad = text.match(unreadable)?.length ?? 0;
  const good = text.match(readable)?.length ?? 0;
  const garbled = bad > 20 && bad / (good + bad) > garbledShare;
  if (!garbled && good >= fewCharacters) return { needsOcr: false, imagePixels: 0 };
  const { imagePixels, paths } = await whatIsPainted(page);
  // Shapes where there is no text at all: text turned into outlines.
  const outlined = good === 0 && paths > outlinesOnly;
  return { needsOcr: garbled || imagePixels > 0 || outlined, imagePixels };
}

/** Paths that a page of outlined text has at least; a frame and a logo have fewer. */
const outlinesOnly = 100;

const sizeOf = (image: unknown): readonly [number, number] =>
  typeof image === 'object' && image !== null && 'width' in image && 'height' in image
    ? [Number(image.width), Number(image.height)]
    : [0, 0];

/** The largest image that may be a scanned page, in pixels, and the number of paths. */
async function whatIsPainted(page: PDFPageProxy): Promise<{ imagePixels: number; paths: number }> {
  const { fnArray, argsArray } = await page.getOperatorList();
  let [imagePixels, paths] = [0, 0];
  for (let index = 0; index < fnArray.length; index += 1) {
    const operation = fnArray[index];
    const args: unknown = argsArray[index];
    if (operation === OPS.constructPath) paths += 1;
    if (!Array.isArray(args)) continue;
    const inline = operation === OPS.paintInlineImageXObject || operation === OPS.paintImageMaskXObject;
    const named = operation === OPS.paintImageXObject;
    if (!inline && !named) continue;
    const [width, height] = inline ? sizeOf(args[0]) : [Number(args[1]), Number(args[2])];
    if (width >= scanPixels && height >= scanPixels) imagePixels = Math.max(imagePixels, width * height);
  }
  return { imagePixels, paths };
}
