import type { TextSpan } from '../ports.js';

/** A word of the page with its place in points. `confidence` is 1 for a text layer. */
export interface Word {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly height: number;
  readonly confidence: number;
}

const narrow = new Set([...".,:;'|!iIjltfr()[]-/ ·’`"]);
const wide = new Set([...'mwMW@%—']);

/** Rough glyph widths in em: enough to place the words inside one run of proportional text. */
function measureGlyph(character: string): number {
  if (narrow.has(character)) return 0.3;
  if (wide.has(character)) return 0.85;
  if (character >= '0' && character <= '9') return 0.556;
  if (character >= 'A' && character <= 'Z') return 0.67;
  // Han, kana and hangul fill the em square.
  if (character >= '\u2e80') return 1;
  return 0.52;
}

const asciiWidths = Array.from({ length: 128 }, (_, code) => measureGlyph(String.fromCharCode(code)));

function glyphWidth(character: string): number {
  return asciiWidths[character.charCodeAt(0)] ?? measureGlyph(character);
}

const blankCharacter = /\s/u;

function isBlank(character: string): boolean {
  const code = character.charCodeAt(0);
  return code < 128 ? code === 32 || (code >= 9 && code <= 13) : blankCharacter.test(character);
}

const invisible = /\p{Cf}/gu;
const arabicDigits = /[\u0660-\u0669\u06f0-\u06f9]/gu;

/** Text as it is compared: compatibility forms folded, invisible marks dropped, digits in ASCII. */
export function normaliseText(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text;
  return text
    .replace(/\u00ad|(?<=[\p{L}\d])[\u2010\u2011\u2212](?=[\p{L}\d])/gu, '-')
    .replace(/[\u202f\u2007\u2009]/gu, '\u00a0')
    .replace(invisible, '')
    .replace(/\p{Cc}/gu, ' ')
    .normalize('NFKC')
    .replace(arabicDigits, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf));
}

/** True for a run set with a space after every glyph: "S t a t e m e n t". */
function isLetterSpaced(text: string): boolean {
  const tokens = text.trim().split(/\s+/);
  return tokens.length >= 4 && tokens.every((token) => [...token].length === 1);
}

/** The words of one run, placed by the glyphs' usual widths scaled to the run's own width. */
export function splitSpan(span: TextSpan): Word[] {
  const text = normaliseText(span.text);
  const spaced = isLetterSpaced(text);
  const characters = [...text];
  const widths = characters.map(glyphWidth);
  const total = widths.reduce((sum, width) => sum + width, 0);
  const scale = total > 0 ? span.width / total : 0;
  const words: Word[] = [];
  let offset = 0;
  let start = 0;
  let current = '';
  const flush = (end: number) => {
    if (current) {
      words.push({
        text: current,
        x: span.x + start * scale,
        right: span.x + end * scale,
        y: span.y,
        height: span.height,
        confidence: span.confidence ?? 1,
      });
    }
    current = '';
  };
  characters.forEach((character, index) => {
    const blank = isBlank(character);
    const single = spaced && blank && !isBlank(characters[index + 1] ?? ' ');
    const inner = single && !isBlank(characters[index - 1] ?? ' ');
    if (blank && !inner) flush(offset);
    else if (!blank) {
      if (!current) start = offset;
      current += character;
    }
    offset += widths[index] ?? 0;
  });
  flush(offset);
  return words;
}
