import type { TextSpan } from '../../documents/ports.js';

/** A figure with its decimal point and two digits after it, a currency sign before it or not. */
const whole = /^[-+(]?\p{Sc}?\d{1,3}(?:[,.' ]?\d{3})*[.,]\d{2}[-)]?$/u;
/** The same without its point: "£265400", "2,67897". */
const pointless = /^([-+(]?)(\p{Sc}?)(\d{1,3}(?:[,.']\d{3})*|\d+)(\d{2})([-)]?)$/u;

const year = /^(?:19|20)\d\d$/;

/** Below this share of figures with a point, a document may well print whole amounts. */
const mostHavePoints = 0.6;
/** Points by which the right ends of one column's figures may differ on a scan. */
const column = 4;

/**
 * Puts back the decimal points that OCR overlooked: small as dust, they are its commonest loss. Only where most figures
 * of the page have one, and only in a figure with a currency sign or in a column of figures that have theirs. Whether
 * the mended figure is right is for arithmetic to say.
 */
export function mendFigures(spans: readonly TextSpan[]): TextSpan[] {
  const kept = spans.filter((span) => whole.test(span.text));
  const lost = spans.filter(
    (span) => !whole.test(span.text) && /\d{3}/.test(span.text) && pointless.test(span.text),
  );
  if (kept.length < 3 || kept.length / (kept.length + lost.length) < mostHavePoints) return [...spans];
  const ends = kept.map((span) => span.x + span.width);
  return spans.map((span) => {
    const match = lost.includes(span) ? pointless.exec(span.text) : null;
    if (!match) return span;
    const [, sign = '', currency = '', units = '', cents = '', close = ''] = match;
    const end = span.x + span.width;
    const aligned = ends.some((other) => Math.abs(other - end) <= column);
    if (currency === '' && (!aligned || year.test(span.text))) return span;
    return { ...span, text: `${sign}${currency}${units}.${cents}${close}`, confidence: doubtful(span) };
  });
}

/** A mended figure is a guess, however sure OCR was of the digits. */
const doubtful = (span: TextSpan) => Math.min(span.confidence ?? 1, 0.5);
