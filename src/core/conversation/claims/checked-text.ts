import { titleKey } from '../understanding/references.js';
import { checkSentence, type SentenceVerdict } from './check-sentence.js';
import type { ClaimsWorld } from './claims-world.js';
import type { NamedSubject } from './ledger.js';
import { type ListedLine, listedLines, numbered } from './listed.js';
import { createPieceCutter, cutPieces, type PieceCutter } from './pieces.js';
import { quotedVerdict } from './quoted.js';

/** How a model's text fared. */
export interface CheckReport {
  readonly sentences: number;
  readonly kept: number;
  readonly corrected: number;
  /** Keys of titles that the kept text speaks of, and of those whose cost it says. */
  readonly titles: ReadonlySet<string>;
  readonly priced: ReadonlySet<string>;
  /** Unnamed figures that it states ("budget left"). */
  readonly stated: ReadonlySet<string>;
  /** Why sentences fell, for operators; without their text. */
  readonly reasons: readonly string[];
}

/** Lets a model's text through piece by piece, each once it has been checked. */
export interface CheckedText {
  /** @returns what may be shown now */
  push(text: string): string;
  /** @param whole false where the text broke off: its unfinished sentence is left out */
  end(whole?: boolean): string;
  /** Another text follows on a line of its own, after the end of this one. */
  resume(): void;
  /** True once the text has left the reply and goes on with the prompt: nothing after it is let through. */
  isOver(): boolean;
  report(): CheckReport;
}

/** Words of the prompt itself: a small model that has said what it had to say likes to go on with the next task. */
const PROMPT = /<\/?message>|^\s*(?:(?:next |more )?notes?:|it begins: “|you answer:|about this user:)/i;

/** A sentence with words in it, and an end. */
const FINISHED = /\p{L}[\s\S]*[.!?…)\]]["”’)\]*_]*\s*$/u;

const LIST_MARK = /^\s*(?:\d{1,2}[.)]|[-*•])\s/;

/** Chats show no HTML: of a model's tags ("<br>") nothing is left but the words between them. */
const MARKUP = /<\/?[a-z][a-z0-9]*(?:\s[^<>]{0,60})?\s?\/?>/i;

/** @param before what stands above the text already: a model that says it again is not heard twice */
export function createCheckedText(world: ClaimsWorld, before = ''): CheckedText {
  return new Checker(world, before);
}

const withoutMarkup = (text: string) =>
  text.replace(new RegExp(MARKUP, 'gi'), ' ').replace(/ {2,}/g, ' ').trim();

/** A sentence without its markdown and punctuation; shorter ones may come again. */
function keyOf(piece: string): string | null {
  const key = piece
    .toLowerCase()
    .replace(/[^\p{L}\p{N}$€£]+/gu, ' ')
    .trim();
  return key.length >= 12 ? key : null;
}

class Checker implements CheckedText {
  readonly #world: ClaimsWorld;
  readonly #cutter: PieceCutter = createPieceCutter();
  readonly #titles = new Set<string>();
  readonly #priced = new Set<string>();
  readonly #stated = new Set<string>();
  readonly #reasons: string[] = [];
  readonly #said = new Set<string>();
  readonly #listed: readonly ListedLine[];
  /** Keys of listed titles that the text has come to, and of those whose own line was put in their place. */
  readonly #reached = new Set<string>();
  readonly #supplied = new Set<string>();
  #carried: NamedSubject | null = null;
  /** The next sentence begins a line; the line's beginning has fallen. */
  #begins = true;
  #lost = false;
  #sentences = 0;
  #kept = 0;
  #corrected = 0;
  #fenced = false;
  #over = false;
  /** White space that waits for a sentence to stand after it. */
  #gap = '';
  #shown = false;

  constructor(world: ClaimsWorld, before: string) {
    this.#world = world;
    this.#listed = listedLines(world.notes ?? '');
    for (const piece of cutPieces(before)) this.#isRepeated(piece);
  }

  push(text: string): string {
    return this.#release(this.#cutter.push(text));
  }

  end(whole = true): string {
    const pieces = this.#cutter.end();
    return this.#release(whole ? pieces : pieces.filter((piece) => FINISHED.test(piece)));
  }

  resume(): void {
    this.#over = false;
    this.#fenced = false;
    this.#carried = null;
    this.#begins = true;
    this.#lost = false;
    this.#widen('\n');
  }

  isOver(): boolean {
    return this.#over;
  }

  report(): CheckReport {
    return {
      sentences: this.#sentences,
      kept: this.#kept,
      corrected: this.#corrected,
      titles: this.#titles,
      priced: this.#priced,
      stated: this.#stated,
      reasons: this.#reasons,
    };
  }

  #release(pieces: readonly string[]): string {
    return pieces.map((piece) => this.#check(piece)).join('');
  }

  #check(written: string): string {
    const space = /\s*$/.exec(written)?.[0] ?? '';
    const piece = !PROMPT.test(written) && MARKUP.test(written) ? withoutMarkup(written) + space : written;
    const body = piece.trim();
    if (body === '' || this.#over) {
      this.#widen(space);
      return '';
    }
    if (PROMPT.test(body)) {
      this.#over = true;
      return '';
    }
    if (body.startsWith('```')) this.#fenced = !this.#fenced;
    if (this.#fenced || body.startsWith('```')) return '';
    this.#sentences += 1;
    const begins = this.#begins;
    this.#begins = space.includes('\n');
    if (begins) this.#lost = false;
    if (LIST_MARK.test(piece)) this.#carried = null;
    const repeated = this.#isRepeated(body);
    const verdict = this.#verdictOn(piece.trimEnd());
    if (!verdict.stands) {
      // What is said of a title after its line's beginning fell hangs in the air, or is of something invented.
      if (begins && (LIST_MARK.test(piece) || /^unknown name/.test(verdict.reason) || this.#names(piece)))
        this.#lost = true;
      return this.#leaveOut(verdict.reason, space, null);
    }
    if (this.#lost && !this.#names(piece)) return this.#leaveOut('its line fell', space, null);
    const supplied = verdict.titles.some((title) => this.#supplied.has(title));
    if (repeated || supplied) return this.#leaveOut('said already', space, verdict.subject);
    this.#lost = false;
    this.#kept += 1;
    if (verdict.corrected) this.#corrected += 1;
    for (const title of verdict.titles) this.#titles.add(title);
    for (const title of verdict.priced) this.#priced.add(title);
    for (const figure of verdict.stated) this.#stated.add(figure);
    this.#carried = verdict.subject;
    const placed = this.#placed(verdict);
    const gap = this.#shown ? this.#gap : '';
    this.#gap = space;
    this.#shown = true;
    return gap + placed;
  }

  /** Whether a sentence begins with a name, known or not. */
  #names(piece: string): boolean {
    const start = /^\s*(?:\*\*)?\p{Lu}/u.test(piece);
    return (
      start && (/^\s*\*\*/.test(piece) || this.#world.ledger.mentions(piece)[0]?.start === piece.search(/\S/))
    );
  }

  /** A listed title's sentence on a line of its own, under its number; before it what of the list was passed over. */
  #placed(verdict: Extract<SentenceVerdict, { stands: true }>): string {
    const place = this.#listed.findIndex(
      (one) => !this.#reached.has(titleKey(one.title)) && numbered(verdict.text, one) !== null,
    );
    for (const title of verdict.titles) this.#reached.add(title);
    const own = this.#listed[place];
    if (own === undefined) return this.#shown ? verdict.text : verdict.text.trimStart();
    const passed = this.#listed.slice(0, place).filter((one) => !this.#reached.has(titleKey(one.title)));
    for (const { title } of passed) {
      const key = titleKey(title);
      for (const set of [this.#reached, this.#supplied, this.#titles, this.#priced]) set.add(key);
    }
    this.#widen('\n');
    return [...passed.map(({ line }) => line), numbered(verdict.text, own) ?? verdict.text].join('\n');
  }

  #isRepeated(piece: string): boolean {
    const key = keyOf(piece);
    if (key === null) return false;
    const known = this.#said.has(key);
    this.#said.add(key);
    return known;
  }

  #verdictOn(sentence: string): SentenceVerdict {
    const verdict = checkSentence(sentence, this.#world, this.#carried);
    return verdict.stands ? verdict : (quotedVerdict(sentence, this.#world, this.#carried) ?? verdict);
  }

  #leaveOut(reason: string, space: string, carried: NamedSubject | null): string {
    this.#reasons.push(reason);
    this.#carried = carried;
    this.#widen(space);
    return '';
  }

  /** Of the white space around a sentence that fell, the widest stays. */
  #widen(space: string): void {
    if (space.split('\n').length > this.#gap.split('\n').length) this.#gap = space;
  }
}
