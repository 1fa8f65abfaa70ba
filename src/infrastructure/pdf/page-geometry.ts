import type { TextSpan } from '../../documents/ports.js';

/** A run of text as pdf.js gives it; `transform` maps the text's space to the page as it is shown, y downwards. */
export interface PlacedText {
  readonly text: string;
  /** [a, b, c, d, e, f]: where the run's baseline starts (e, f) and points (a, b). */
  readonly transform: readonly number[];
  readonly width: number;
}

export interface PlacedPage {
  readonly width: number;
  readonly height: number;
  readonly spans: readonly TextSpan[];
}

type Turn = 0 | 1 | 2 | 3;

/** Quarter turns clockwise of the run's direction, null where it is oblique (stamps, watermarks). */
function turnOf([a = 1, b = 0]: readonly number[]): Turn | null {
  const degrees = (Math.atan2(b, a) * 180) / Math.PI;
  const nearest = Math.round(degrees / 90);
  if (Math.abs(degrees - nearest * 90) > 8) return null;
  const turns: readonly Turn[] = [0, 1, 2, 3];
  return turns[((nearest % 4) + 4) % 4] ?? null;
}

/** The direction in which most of the page's characters run: scans and landscape tables may be turned. */
function prevailingTurn(texts: readonly PlacedText[]): Turn {
  const characters: Record<Turn, number> = { 0: 0, 1: 0, 2: 0, 3: 0 };
  for (const text of texts) {
    const turn = turnOf(text.transform);
    if (turn !== null) characters[turn] += text.text.length;
  }
  const turns: readonly Turn[] = [0, 1, 2, 3];
  return turns.reduce((best, turn) => (characters[turn] > characters[best] ? turn : best), 0);
}

/** A point of the page in the frame in which the prevailing text runs from left to right. */
function turned(turn: Turn, x: number, y: number, width: number, height: number): [number, number] {
  if (turn === 1) return [y, width - x];
  if (turn === 2) return [width - x, height - y];
  if (turn === 3) return [height - y, x];
  return [x, y];
}

/**
 * The page's text in reading direction: a page whose text runs up or down is turned, text across the prevailing
 * direction (margin codes, watermarks) or outside the page is left out, blank runs are dropped.
 */
export function placeTexts(texts: readonly PlacedText[], width: number, height: number): PlacedPage {
  const turn = prevailingTurn(texts);
  const across = turn === 1 || turn === 3;
  const [pageWidth, pageHeight] = across ? [height, width] : [width, height];
  const spans: TextSpan[] = [];
  for (const { text, transform, width: run } of texts) {
    if (text.trim() === '' || turnOf(transform) !== turn) continue;
    const [x, y] = turned(turn, transform[4] ?? 0, transform[5] ?? 0, width, height);
    const size = Math.hypot(transform[2] ?? 0, transform[3] ?? 0);
    const outside = x + run < -1 || x > pageWidth + 1 || y < -1 || y - size > pageHeight + 1;
    if (!outside) spans.push({ text, x, y, width: run, height: size });
  }
  return { width: pageWidth, height: pageHeight, spans };
}
