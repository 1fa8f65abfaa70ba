import { isCategory } from '../../../domain/categories/categories.js';
import { readAmendment } from './amendments.js';
import { findAmounts } from './amounts.js';
import { readBudgetChange } from './budget-change.js';
import { findCategory } from './category-words.js';
import { clausesOf, readStatedFigures } from './figures-in-clauses.js';
import type { Intent, ReadingWorld, SpendingChange } from './intents.js';
import { looseAmounts } from './loose-amounts.js';
import { readMoneyClauses } from './money-meaning.js';
import { readDayOfMonth } from './named-days.js';
import { readNewPrice, readServices } from './services-told.js';
import { readSpend } from './spend-told.js';
import { readJottings } from './spends.js';
import { findServices } from './vocabulary.js';

/** "That zelle 250 was my rent share": one row of a statement, by its name, is filed. */
const ROW_WAS =
  /^(?:actually |no,? |so |btw )*(?:that|the|this) ([a-z][a-z&' -]{1,24}?)(?: (?:payment|transfer|charge|one|thing))?(?: (?:of|for))? [$€£]?\d[\d.,]* (?:is|was|are|were) (?:for |my |our |the |actually |really )*([a-z ]{3,30}?)(?:,.*)?[\s.!]*$/;

/** "That zelle thing on the 15th was my half of the rent": one line, by its name and its day. */
const LINE_WAS =
  /^(?:(?:actually|no|so|btw|oh|and)[,\s]+)*(?:that |the |this )?(?<name>[a-z][a-z&' -]{1,24}?)(?<line> (?:payment|transfer|charge|one|thing|row|line))?(?: (?:on|from|of) the (?<day>\d{1,2})(?:st|nd|rd|th))? (?:is|was) (?:for |actually |really |just )*(?:my |our |the )(?<part>half |share |part |third |portion )?(?:of )?(?:the |our |my )?(?<what>[a-z][a-z ]{2,24}?)(?<share> (?:share|half|part))?[\s.!]*$/;
const SENT = /\b(?:zelle|venmo|paypal|cash ?app|check|cheque|transfer|payment|wire)\b/;

const LOG =
  /(?:^|\b(?:i|we|just|also|and|have|then|today|yesterday) ?)(?:just |already |also )?(?:spent|paid|dropped|blew|splurged|shelled out|forked out|bought|purchased|got (?=.+ for )|log(?:ged)?|add(?:ed)? (?:a spend|an expense|expense))\b/;

const NOT_LOG =
  /\b(?:almost|nearly|did not|never|wanted to|was going to|thinking of|if i)\b|\b(?:get|gets|got|getting|being|was|were|am|are) paid\b|\b(?:how much|what|where|when|did|have) (?:did |have |had )?i\b|\bhave i\b|\bdid i\b|\?$/;

const CORRECT =
  /\b(?:(?:that|this|it|the last one)(?: one)?(?: charge| spend| payment)? (?:was|is)(?: actually| really| for)? (?:not )?|(?:is|was|are) not (?:entertainment|fun|a want)|does not count|do not count|should (?:not )?(?:count|be)|count (?:that|it)|(?:move|put|file|categori[sz]e|class(?:ify)?) .+ (?:as|under|to|in)|ignore (?:that|this|it)|is a need)\b/;

/** What was told about money: figures, spends, corrections, services. */
export function readMoneyTold(text: string, world: ReadingWorld): readonly Intent[] {
  const clauses = readMoneyClauses(text, world);
  if (clauses) return clauses;
  const service = readServices(text, world);
  const each = service.every(
    (intent) => intent.kind === 'subscription-change' && (intent.price !== null || intent.change === 'end'),
  );
  if (service.length > 0 && (each || readNewPrice(text, world) || findServices(text).length === 0)) return [];
  const changed = readBudgetChange(text, world);
  if (changed) return [changed];
  const amended = readAmendment(text, world);
  if (amended) return [amended];
  const correction = readCorrection(text, world);
  if (correction) return [correction];
  const figures = readStatedFigures(text, world);
  // "My budget is 200, spent 60 on a concert" tells of both.
  if (figures.length > 0) return [...figures, ...spendsBeside(text, world)];
  if (!NOT_LOG.test(text)) {
    const jotted = readJottings(text, world);
    if (jotted.length > 1) return jotted.map((one): Intent => ({ kind: 'log', ...one }));
  }
  const log = readLog(text, world);
  return log ? [log] : [];
}

function spendsBeside(text: string, world: ReadingWorld): readonly Intent[] {
  const others = clausesOf(text).filter((clause) => readStatedFigures(clause, world).length === 0);
  return others.length === 0 ? [] : others.flatMap((clause) => readLog(clause, world) ?? []);
}

function readLog(text: string, world: ReadingWorld): Intent | null {
  return LOG.test(text) && !NOT_LOG.test(text) ? readSpend(text, world) : null;
}

/** A row by its name and its amount, filed: no figure of the user's, though it names an amount and "my rent". */
function readRowFiled(text: string, world: ReadingWorld): Intent | null {
  const row = ROW_WAS.exec(text);
  const category = row ? findCategory(row[2] ?? '') : null;
  if (!row || !category || !isCategory(category)) return null;
  const [said] = looseAmounts(text, world.currency);
  return {
    kind: 'correct',
    merchant: row[1] ?? null,
    ...(said && { amount: said.amount }),
    change: { category },
  };
}

function readLineFiled(text: string, { today }: ReadingWorld): Intent | null {
  const { name = '', line, day, part, what = '', share } = LINE_WAS.exec(text)?.groups ?? {};
  if (!(line || day || part || share || SENT.test(name)) || POINTS.test(name)) return null;
  const category = findCategory(what);
  if (!category || !isCategory(category)) return null;
  const on = day ? readDayOfMonth(`the ${day}th`, today, 'past')?.start : undefined;
  return { kind: 'correct', merchant: name, once: true, ...(on && { on }), change: { category } };
}

const POINTS = /^(?:that|this|it|they|i|we|my|what|which|last|first|second|movie|film|game|book)\b/;

function readCorrection(text: string, world: ReadingWorld): Intent | null {
  const line = /\?\s*$/.test(text) ? null : readLineFiled(text, world);
  if (line) return line;
  const filed = /\?\s*$/.test(text) ? null : readRowFiled(text, world);
  if (filed) return filed;
  if (!CORRECT.test(text) || /\?\s*$/.test(text)) return null;
  if (
    /^(?:(?:so|and|hey|ok|but) )*(?:what|which|any|is there|are there|anything|something|show|find|recommend|suggest|looking)\b/.test(
      text,
    )
  )
    return null;
  if (findAmounts(text, world.currency).length > 0) return null;
  const change = readChange(text);
  if (!change) return null;
  const merchant =
    /^(?:actually,? |no,? |sorry,? |please )*(?:(?:do not |never )?(?:count |include )|(?:ignore|exclude|leave out) |move |put |file |categori[sz]e )?(?:the |my |that )?(.+?)(?: charge| spend| payment| transaction| one)? (?:is|was|are|were|as|under|to|in|does|should|do)\b/.exec(
      text,
    )?.[1] ?? null;
  const pointing =
    merchant === null ||
    /^(?:that|this|it|they|those|the last one|last one|i|what|which|who|there)$/.test(merchant);
  if (!pointing && /^(?:what|which|how|i|my|we|the (?:movie|film|book|game))\b/.test(merchant)) return null;
  return { kind: 'correct', merchant: pointing ? null : merchant, change };
}

function readChange(text: string): SpendingChange | null {
  if (
    /\bignore (?:that|this|it)\b|\b(?:does|do|should) not count\b|\b(?:was|is) not (?:mine|me)\b|\bdo not count\b/.test(
      text,
    )
  )
    return { ignored: true };
  if (/\bcount (?:that|it) again\b/.test(text)) return { ignored: false };
  if (/\bnot (?:entertainment|fun|a want)\b|\bis a need\b/.test(text)) return { entertainment: false };
  const named =
    /\b(?:was|is|as|under|to|in|be)\s(?:actually |really |for |a |an |my |the )*([a-z &-]+?)[\s.!]*$/.exec(
      text,
    )?.[1];
  const category = named ? findCategory(named) : null;
  return category && isCategory(category) ? { category } : null;
}
