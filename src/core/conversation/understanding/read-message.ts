import type { Money } from '../../../domain/money.js';
import { currencyNamed } from './amounts.js';
import { comforting } from './comforting.js';
import { readCommand } from './commands.js';
import { type Feeling, readFeeling } from './feelings.js';
import { readFollowOn } from './follow-on.js';
import { readForeign } from './foreign.js';
import { type Intent, type ReadingWorld, SMALL_TALK, TOLD } from './intents.js';
import { withLeftOut } from './left-out.js';
import { limitOfWish } from './limit-said.js';
import { readMoneyClauses } from './money-meaning.js';
import { normalise } from './normalise.js';
import { readPlanAsked } from './plans-asked.js';
import { reactedTogether } from './reactions-said.js';
import { readSentence } from './read-sentence.js';
import { monthlyOf } from './rhythms.js';
import { readSavingPace } from './saving-asked.js';
import { sentencesOf, withService } from './sentences.js';
import { readSpendingOver } from './spending-asked.js';
import { rowsAsClauses } from './told-lines.js';
import { withNothingLost } from './untaken.js';
import { findTypes } from './vocabulary.js';
import {
  aboutWhatWasPointedAt,
  answeredOnce,
  completed,
  likeWhatWasNamed,
  together,
} from './whole-message.js';
import { readWish } from './wish.js';
import { emptyWish } from './wish-shape.js';

/** What a message says, in the order in which it is answered: first what was told, then what is asked. */
export interface Understanding {
  readonly told: readonly Intent[];
  readonly asked: readonly Intent[];
  /** True where some part was neither. */
  readonly unsure: boolean;
  /** How somebody said that they are. */
  readonly feeling: Feeling | null;
  /** The language it was said in, where that was not English. */
  readonly language: string | null;
}

const nothing: Understanding = { told: [], asked: [], unsure: false, feeling: null, language: null };

const ABOUT_ME =
  /^(?:so |and )*(?:what|everything) (?:do )?you (?:know|remember|have)(?: (?:about|on|of) me)?(?: so far)?[?.!\s]*$/;
const ABOUT_ME_PARTS: readonly Intent[] = [
  { kind: 'budget' },
  { kind: 'known' },
  { kind: 'show-taste' },
  { kind: 'subscriptions' },
  { kind: 'documents', change: 'list' },
];
/** A short remark on what was offered that says how the next ones should differ. */
const FOLLOWS =
  /^(?:and|but|hm+|well|no|ok|please|maybe|rather)?\b.*\b(?:not|no|more|less|too|without|rather|only|instead|prefer)\b/;
/** Something is refused, and something else is named in its place. */
const OTHERWISE =
  /^(?:(?:no|oh|actually|well|sorry|wait|hm+)[,\s]+)*not\b(?! (?:a (?:big |huge )?fan|into|keen|my|our)\b)/;
/** At most this many questions of one message are answered in one reply. */
const MAX_ASKED = 3;
/** Said of oneself, or for ever. */
const OWN = /\b(?:i|we|me|my|us|our|ever|never|always|hate|hates|love|loves|stop)\b/;
/** Said about a list, it asks for another. */
const NAH =
  /^(?:(?:nah+|nope|meh|e+w+|yuck|ugh|pass|next|no+|not really|hm+ no|boring|not feeling it|nothing there|none)[\s,.!]*)+$/;

/** Understands a message without a model: sentence by sentence, commands first, then money, then things. */
export function readMessage(text: string, world: ReadingWorld): Understanding {
  const understood = understand(text, world);
  const asked = withLeftOut(text, understood, world);
  return { ...understood, asked, language: readForeign(text.slice(0, 500).toLowerCase())?.language ?? null };
}

function understand(text: string, own: ReadingWorld): Understanding {
  // Program text is no wish.
  if (/^\s*[{[<]/.test(text)) return { ...nothing, unsure: true };
  const plain = withService(normalise(rowsAsClauses(text)), own);
  const world = { ...own, currency: currencyNamed(plain, own.currency) };
  if (ABOUT_ME.test(plain)) return { ...nothing, asked: ABOUT_ME_PARTS };
  if (plain === '' || /^[?!.]+$/.test(plain)) return { ...nothing, asked: [{ kind: 'acknowledged' }] };
  if (world.offered.length > 0 && NAH.test(plain))
    return { ...nothing, asked: [{ kind: 'refine', refinement: 'other', wish: emptyWish, item: null }] };
  const whole =
    readCommand(plain) ??
    readFollowOn(plain, world) ??
    // "If I put 40 a week away, how long …": one question over two clauses.
    (/^[^.?!;]+(?:\.\d[^.?!;]*)*[.?!;]*$/.test(plain)
      ? (readSavingPace(plain, world) ?? readPlanAsked(plain, world) ?? readSpendingOver(plain, world))
      : null);
  if (whole) return { ...nothing, asked: [whole] };
  const told: Intent[] = [];
  const asked: Intent[] = [];
  const passing: Intent[] = [];
  let unsure = false;
  const sentences = sentencesOf(plain);
  // "1,800 one month, 2,600 the next. Say 2,100 on average": sentences of one figure are one.
  const asOne = sentences.length > 1 ? readMoneyClauses(plain, world) : null;
  for (const intent of asOne ?? []) (TOLD.has(intent.kind) ? told : asked).push(intent);
  for (const sentence of asOne ? [] : sentences) {
    const read = readSentence(sentence, world).map((intent) => whatToGet(intent, sentence, world));
    const intents = withNothingLost(sentence, read, world);
    if (intents.length === 0) unsure = true;
    for (const intent of intents) {
      if (intent.kind === 'taste' && !OWN.test(sentence)) passing.push(intent);
      (TOLD.has(intent.kind) ? told : asked).push(intent);
    }
  }
  if (
    told.length === 0 &&
    asked.length === 0 &&
    world.offered.length > 0 &&
    FOLLOWS.test(plain) &&
    plain.split(' ').length <= 9
  )
    asked.push({ kind: 'refine', refinement: 'other', wish: emptyWish, item: null, unsure: true });
  // "Not thai actually, sushi", with things on the table: another wish, and no taste for ever.
  if (asked.length === 0 && told.length > 0 && told.length === passing.length && OTHERWISE.test(plain)) {
    const wish = readWish(plain, world);
    if (world.offered.length > 0 && wish.genres.length + wish.types.length + wish.excludeGenres.length > 0)
      asked.push({ kind: 'refine', refinement: 'change', wish, item: null });
  }
  // "Not animated" beside a wish is part of it, and no taste for ever.
  if (asked.some((intent) => intent.kind === 'recommend' || intent.kind === 'refine'))
    for (const intent of passing) told.splice(told.indexOf(intent), 1);
  const limited = limitOfWish(told, asked, plain, world);
  if (limited) {
    told.splice(0, told.length, ...limited.told);
    asked.splice(0, asked.length, ...limited.asked);
  }
  reactedTogether(asked);
  likeWhatWasNamed(asked);
  aboutWhatWasPointedAt(asked, plain, world);
  const feeling = readFeeling(plain);
  const wished = feeling ? comforting(feeling, asked, told, plain, world) : asked;
  const questions = withoutSmallTalk(
    together(distinct(completed(answeredOnce(wished), plain, told, world)), plain, world),
    told.length > 0 || feeling !== null,
  );
  return { ...nothing, told: distinct(joined(told)), asked: questions.slice(0, MAX_ASKED), unsure, feeling };
}

/** "What card game can I get?" asks for ideas, and for no verdict on a price that nobody named. */
function whatToGet(intent: Intent, sentence: string, world: ReadingWorld): Intent {
  if (intent.kind !== 'afford' || intent.price !== null) return intent;
  if (!/^(?:(?:so|and|ok|then)\s)*(?:what|which|any)\b/.test(sentence) || findTypes(sentence).length === 0)
    return intent;
  return { kind: 'recommend', wish: readWish(sentence, world) };
}

/** Rent told beside bills is one sum of fixed needs, with its parts; parts alone stay parts, each in the place of what was known of it. */
function joined(told: readonly Intent[]): Intent[] {
  const needs = told.filter((intent) => isNeed(intent)).filter(({ by, amount }) => !by && amount.minor > 0);
  const [first] = needs;
  const one = needs.every(({ amount }) => amount.currency === first?.amount.currency);
  if (!first || needs.length < 2 || !one || needs.every(({ part }) => part)) return [...told];
  const months = needs.map(({ part, amount, per }) => ({
    name: part ?? 'bills',
    amount: monthlyOf(amount, per),
  }));
  const { part: _part, change: _change, ...whole } = first;
  const sum: Intent = {
    ...whole,
    amount: { ...first.amount, minor: months.reduce((all, { amount }) => all + amount.minor, 0) },
    per: needs.every(({ per }) => per === null) ? null : 'monthly',
    parts: months,
    ...(needs.every(({ change }) => change) && first.change && { change: first.change }),
  };
  return told.flatMap((intent): Intent[] =>
    intent === first ? [sum] : needs.some((need) => need === intent) ? [] : [intent],
  );
}

type Figure = Extract<Intent, { kind: 'figure' }>;

function isNeed(intent: Intent): intent is Figure & { readonly amount: Money } {
  return intent.kind === 'figure' && intent.figure === 'fixed_expenses' && intent.amount !== null;
}

function distinct(intents: readonly Intent[]): Intent[] {
  const seen = new Set<string>();
  const named = intents.some((intent) => intent.kind === 'recommend' && intent.wish.types.length > 0);
  const priced = intents.some((intent) => intent.kind === 'afford' && intent.price !== null);
  return intents.filter((intent) => {
    // What has no subject of its own belongs to the one that has.
    if (named && intent.kind === 'recommend' && intent.wish.types.length === 0) return false;
    if (priced && intent.kind === 'afford' && intent.price === null) return false;
    const key =
      intent.kind === 'taste'
        ? JSON.stringify(intent)
        : intent.kind === 'recommend'
          ? `wish ${intent.wish.types.join()}`
          : intent.kind === 'refine'
            ? 'refine'
            : JSON.stringify(intent);
    return !seen.has(key) && seen.add(key);
  });
}

/** "Hi! What can I watch?" is answered by what to watch. */
function withoutSmallTalk(asked: readonly Intent[], told: boolean): Intent[] {
  const real = asked.filter((intent) => !SMALL_TALK.has(intent.kind));
  return real.length > 0 || told ? real : [...asked];
}
