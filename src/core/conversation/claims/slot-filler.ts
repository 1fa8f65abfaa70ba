import { checkSentence, type SentenceVerdict } from './check-sentence.js';
import type { ClaimsWorld } from './claims-world.js';
import { tellingWords } from './dictionary.js';
import { amountClaims } from './figures.js';
import type { NamedSubject } from './ledger.js';
import { createPieceCutter, cutPieces, type PieceCutter } from './pieces.js';
import { quotedVerdict } from './quoted.js';
import { tidySentence, withoutBorrowedCapitals, withoutFiller } from './tidy-sentence.js';

/** A place in a reply that a model's words may fill. */
export interface OpenSlot {
  /** What stands in front of it as it is. */
  readonly before: string;
  /** The tools' words, which stand where no words of the model do; empty where there are none. */
  readonly note: string;
  /** The title that the place is about; null where it is about none. */
  readonly subject: NamedSubject | null;
}

/** How a model's text fared. */
export interface CheckReport {
  readonly sentences: number;
  readonly kept: number;
  readonly corrected: number;
  /** Why sentences fell, for operators; without their text. */
  readonly reasons: readonly string[];
}

/** Lets a model's text into a reply's slots, one answer each, sentence by sentence once it has been checked. */
export interface SlotFiller {
  /** The next answer is for the next slot. @returns what stands in front of it */
  open(): string;
  /** @returns what may be shown now */
  push(text: string): string;
  /**
   * The answer ends; where nothing of it stood, the tools' words do.
   * @param whole false where the text broke off: its unfinished sentence is left out
   */
  close(whole?: boolean): string;
  /** What stands in the slots that are left, in the tools' words. */
  rest(): string;
  report(): CheckReport;
}

/** Words of the prompt itself: a small model that has said what it had to say likes to go on with the next task. */
const PROMPT = /<\/?message>|^\s*(?:notes?\b.{0,40}:|you answer:|about this user:)/i;
/** A sentence with words in it, and an end. */
const FINISHED = /\p{L}[\s\S]*[.!?…)\]]["”’)\]*_]*\s*$/u;

/** @param slots in the order of the reply */
export function createSlotFiller(world: ClaimsWorld, slots: readonly OpenSlot[]): SlotFiller {
  return new Filler(world, slots);
}

class Filler implements SlotFiller {
  readonly #world: ClaimsWorld;
  readonly #slots: readonly OpenSlot[];
  /** What each note tells, by which a sentence is known to be about it. */
  readonly #telling: ReadonlyMap<OpenSlot, ReadonlySet<string>>;
  readonly #said = new Set<string>();
  readonly #reasons: string[] = [];
  #cutter: PieceCutter = createPieceCutter();
  #sentences = 0;
  #kept = 0;
  #corrected = 0;
  #next = 0;
  #slot: OpenSlot | null = null;
  #slotWorld: ClaimsWorld;
  /** What the model's words in the open slot are so far, and what "it" means after them. */
  #words: string[] = [];
  #carried: NamedSubject | null = null;
  #fenced = false;
  /** Nothing further is let into the open slot. */
  #over = false;

  constructor(world: ClaimsWorld, slots: readonly OpenSlot[]) {
    this.#world = world;
    this.#slotWorld = world;
    this.#slots = slots;
    this.#telling = new Map(slots.map((slot) => [slot, tellingWords(slot.note)]));
  }

  open(): string {
    this.#slot = this.#slots[this.#next] ?? null;
    this.#next += 1;
    this.#cutter = createPieceCutter();
    this.#words = [];
    this.#slotWorld = this.#slot ? this.#worldOf(this.#slot) : this.#world;
    this.#carried = this.#slot?.subject ?? null;
    this.#fenced = false;
    this.#over = this.#slot === null;
    const before = this.#slot?.before ?? '';
    for (const piece of cutPieces(before)) this.#isRepeated(piece);
    return before;
  }

  push(text: string): string {
    return this.#over ? '' : this.#takeAll(this.#cutter.push(text));
  }

  close(whole = true): string {
    const pieces = this.#cutter.end();
    const shown = this.#takeAll(whole ? pieces : pieces.filter((piece) => FINISHED.test(piece)));
    const slot = this.#slot;
    this.#slot = null;
    this.#over = true;
    if (slot === null) return shown;
    return shown + (this.#words.length === 0 ? slot.note : this.#unsaid(slot));
  }

  rest(): string {
    const left = this.#slots.slice(this.#next).map(({ before, note }) => before + note);
    this.#next = this.#slots.length;
    return left.join('');
  }

  report(): CheckReport {
    return {
      sentences: this.#sentences,
      kept: this.#kept,
      corrected: this.#corrected,
      reasons: this.#reasons,
    };
  }

  #takeAll(pieces: readonly string[]): string {
    return pieces.map((piece) => this.#take(piece)).join('');
  }

  #take(piece: string): string {
    const slot = this.#slot;
    if (this.#over || slot === null) return '';
    if (PROMPT.test(piece)) {
      this.#over = true;
      return '';
    }
    const fence = piece.trim().startsWith('```');
    if (fence) this.#fenced = !this.#fenced;
    const sentence = fence || this.#fenced ? '' : tidySentence(piece);
    return sentence === '' ? '' : this.#hear(sentence, slot);
  }

  #hear(said: string, slot: OpenSlot): string {
    this.#sentences += 1;
    const sentence = withoutFiller(withoutBorrowedCapitals(said, slot.note), this.#toldBy(slot));
    if (this.#isRepeated(sentence)) return this.#leaveOut('said already');
    const verdict = this.#verdictOn(sentence, slot);
    if (!verdict.stands) {
      // What follows a first sentence that is wrong hangs in the air: the tools' words take its place.
      this.#over = this.#words.length === 0;
      return this.#leaveOut(verdict.reason);
    }
    if (!this.#tellsOf(slot, verdict.text)) return this.#leaveOut('tells nothing of its note');
    this.#kept += 1;
    if (verdict.corrected || sentence !== said) this.#corrected += 1;
    this.#carried = verdict.subject;
    this.#words.push(verdict.text);
    return `${this.#words.length > 1 ? ' ' : ''}${verdict.text}`;
  }

  #verdictOn(sentence: string, slot: OpenSlot): SentenceVerdict {
    const world = this.#slotWorld;
    const checked = checkSentence(sentence, world, this.#carried);
    const verdict = checked.stands ? checked : (quotedVerdict(sentence, world, this.#carried) ?? checked);
    if (!verdict.stands || slot.subject === null) return verdict;
    const noted = this.#world.ledger.mentions(slot.note).map(({ subject }) => subject);
    const strange = verdict.titles.some((title) => title !== slot.subject && !noted.includes(title));
    return strange ? { stands: false, reason: 'another title' } : verdict;
  }

  /** The world in which the slot's note is said of its title, on whatever lines the two stand. */
  #worldOf({ before, note, subject }: OpenSlot): ClaimsWorld {
    if (subject === null) return this.#world;
    const line = `${nameBefore(before)} ${note.replace(/\s+/g, ' ')}`;
    return { ...this.#world, notes: `${this.#world.notes ?? ''}\n${line}` };
  }

  /** Whether a sentence says something of the slot's note, and no more of another's than of its own. */
  #tellsOf(slot: OpenSlot, sentence: string): boolean {
    const own = this.#toldBy(slot);
    if (own.size === 0) return true;
    const words = [...tellingWords(sentence)];
    const told = words.filter((word) => own.has(word)).length;
    const elsewhere = [...this.#telling.values()].map(
      (other) => words.filter((word) => other.has(word) && !own.has(word)).length,
    );
    return told > 0 && told >= Math.max(...elsewhere);
  }

  #toldBy(slot: OpenSlot): ReadonlySet<string> {
    return this.#telling.get(slot) ?? new Set();
  }

  /** Of a note on the user's money, the sentences whose amounts the model's words leave out. */
  #unsaid({ note, subject }: OpenSlot): string {
    if (subject !== null) return '';
    const amounts = (text: string) =>
      amountClaims(text, this.#world.currency).map(({ minor, currency }) => `${minor} ${currency}`);
    const said = amounts(this.#words.join(' '));
    return cutPieces(note)
      .filter((piece) => amounts(piece).some((amount) => !said.includes(amount)))
      .map((piece) => ` ${piece.trim()}`)
      .join('');
  }

  #isRepeated(sentence: string): boolean {
    const key = keyOf(sentence);
    if (key === null) return false;
    const known = this.#said.has(key);
    this.#said.add(key);
    return known;
  }

  #leaveOut(reason: string): string {
    this.#reasons.push(reason);
    return '';
  }
}

/** The name in bold that a slot comes after, on whatever line it stands; empty where there is none. */
export function nameBefore(before: string): string {
  return [...before.matchAll(/\*\*([^*\n]+)\*\*/g)].at(-1)?.[1] ?? '';
}

/** A sentence without its markdown and punctuation; shorter ones may come again. */
function keyOf(piece: string): string | null {
  const key = piece
    .toLowerCase()
    .replace(/[^\p{L}\p{N}$€£]+/gu, ' ')
    .trim();
  return key.length >= 12 ? key : null;
}
