import { fromMajor } from '../../../domain/money.js';
import type { Intent, ReadingWorld } from './intents.js';
import { findTimes } from './times.js';

const TAKE_BACK =
  '(?:undo(?: (?:that|it|the last (?:one|thing)))?|(?:delete|remove|scrap|take back|forget|cancel|reverse|revert|ignore|strike|drop) (?:that|it|the last (?:one|spend|thing|entry))(?: one| spend| entry)?|take (?:that|it) (?:back|off)(?: again)?|i did not mean (?:that|to)|(?:it |that |the \\w+ )?(?:did not|never) (?:actually |really )?(?:go through|happen|work)|(?:my )?card (?:was |got )?declined|(?:i )?(?:have )?(?:just )?(?:returned|cancelled|sent back|took back|am returning) (?:it|that|them)(?: back| today| yesterday)?|i (?:got|had) it refunded|i did not (?:actually )?(?:buy|pay|get) (?:it|that)|put it back|(?:that|it) was a mistake|changed my mind|never ?mind(?: that)?)';
const UNDO = new RegExp(
  `^(?:(?:no|nope|oops|wait|sorry|actually|please|ah|oh|hey|and|so|not right|can you|could you|(?:that|it|this) (?:is|was) (?:wrong|not right|not what i (?:said|meant)))[,.\\s]+)*${TAKE_BACK}(?:[,;\\s]+(?:and |because |cause |since |as |it is |i |we |for |to |the )?(?:${TAKE_BACK}|[a-z' ]{1,30}))?[\\s.!]*$`,
);

const AMEND =
  /^(?:(?:no|oops|wait|sorry|actually|hang on|my bad|typo|correction)[,:\s]+)+(?:(?:it|that) (?:was|is)|i (?:meant|paid|spent)|make (?:it|that))?\s*(?:[$€£]\s?)?(\d{1,3}(?:,\d{3})+|\d{1,5}(?:\.\d{1,2})?)(?: (?:bucks|dollars|quid|pounds|euros))?[\s.!]*$/;

const MEANT =
  /^(?:(?:no|oops|wait|sorry|actually|hang on|my bad|ah|oh|well|typo)[,:\s]+)*(?:(?:i )?(?:meant?|mean)|it (?:was|is|should be)|should (?:be|have been|say)|make (?:it|that))\s(?:to say )?(?:[$€£]\s?)?(\d{1,5}(?:\.\d{1,2})?)(?: (?:bucks|dollars|quid|pounds|euros))?(?:,? not (?:[$€£]\s?)?\d+(?:\.\d{1,2})?)?[\s.!]*$/;

const OTHERWISE =
  /^(?:(?:no|oops|wait|sorry|actually)[,\s]+)*(?:it|that) was not [a-z0-9 ]{2,30}?,?\s(?:it|that) was\s(.{2,60}?)[\s.!]*$|^(?:(?:no|oops|wait|sorry|actually)[,\s]+)*(?:it|that) was (?:on )?((?:last )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday)[\s.!]*$/;

/** "That is what I spent, on tickets for the footy, last saturday": the same spend, told in full. */
const RESTATED =
  /\b(?:that|it|this) (?:is|was) what (?:i|we) (?:spent|paid|mean(?:t)?)\b[,\s]*(?:on |for )?(.{2,60}?)[\s.!]*$|^(?:to clarify|i mean|i meant|meaning)[,\s]+(?:(?:that|it) was )?(?:on|for) (.{2,60}?)[\s.!]*$/;

const TAKEN_BACK =
  /\bi (?:do|actually|kind of|really) (?:really )?(?:like|love|enjoy|want) (?:them|it|those|that)\b/;

const REMOVED =
  /^(?:(?:no|oops|wait|sorry|actually|please|can you|and|n)[,\s]+)*(?:delete|remove|scrap|undo|cancel|take (?:out|off|back)) (?:the |my )?([a-z][a-z ]{1,30}?)(?: (?:one|spend|entry|thing|bit|part|from the list))?(?:,? (?:because |cos |since )?(?:i|we) (?:have )?(?:returned|sent|took|refunded|cancelled) (?:it|them|that)(?: back)?)?[\s.!]*$/;

const ADDED =
  /^(?:and|plus|also|then|oh and)\s(?:(?:another|about)\s)?(?:[$€£]\s?)?(\d{1,5}(?:\.\d{1,2})?)\s(?:bucks |dollars )?(?:on|for|at)\s(.{2,40}?)[\s.!]*$/;

/** "The Olive Garden one was 50, not 61.80": an earlier spend was another amount. */
const WAS_ANOTHER =
  /^(?:(?:no|oops|wait|sorry|actually|hang on)[,\s]+)*(?:the |that |my )?(?<name>[a-z][a-z' &-]{1,30}?)(?: (?:one|thing|spend|bill|charge))? (?:was|is|were|cost(?: me)?|should be) [$€£]?(?<now>\d{1,5}(?:\.\d{1,2})?)(?: (?:bucks|dollars|quid|pounds|euros?))?,? (?:and )?not [$€£]?\d{1,5}(?:\.\d{1,2})?[\s.!]*$/;
/** "Actually drinks was 32": an earlier spend, put right by its name. */
const WAS_INSTEAD =
  /^(?:(?:no|nah|nope|oops|wait|sorry|actually|hang on|my bad|oh)[,\s]+)+(?:the |that |my )?(?<name>[a-z][a-z' &-]{1,30}?)(?: (?:one|thing|spend|bill|charge))? (?:was|were|is|cost(?: me)?|should be) (?:actually |really |only )*[$€£]?(?<now>\d{1,5}(?:\.\d{1,2})?)(?: (?:bucks|dollars|quid|pounds|euros?))?[\s.!]*$/;
const POINTS = /^(?:it|that|this|i|they|rent|income|salary|mortgage|my .*|budget|pay|wage)$/;

/** What is said right after a spend: another amount, none at all, or one more. */
export function readAmendment(text: string, world: ReadingWorld): Intent | null {
  const done = world.done ?? (world.spent ? 'spend' : null);
  const meant = MEANT.exec(text);
  const figure = (AMEND.exec(text)?.[1] ?? meant?.[1])?.replace(/,(?=\d{3})/g, '');
  if (done === 'figure' && figure) return { kind: 'amend-figure', amount: fromMajor(figure, world.currency) };
  if (UNDO.test(text) && done) return done === 'spend' ? { kind: 'amend', amount: null } : { kind: 'undo' };
  if (done === 'taste' && TAKEN_BACK.test(text)) return { kind: 'undo' };
  const another = WAS_ANOTHER.exec(text)?.groups;
  if (another?.name && another.now && !POINTS.test(another.name)) {
    const name = another.name;
    const spend = (world.spends ?? []).find((one) => one.toLowerCase().includes(name));
    // A row of a statement stays as it is printed, and is no new spend.
    if (!spend) return { kind: 'sorry' };
    return { kind: 'amend', amount: fromMajor(another.now, world.currency), which: spend };
  }
  const now = WAS_INSTEAD.exec(text)?.groups;
  const earlier =
    now?.name && (world.spends ?? []).find((spend) => spend.toLowerCase().includes(now.name ?? ''));
  if (earlier && now?.now)
    return { kind: 'amend', amount: fromMajor(now.now, world.currency), which: earlier };
  const named = REMOVED.exec(text)?.[1];
  const which = named && (world.spends ?? []).find((spend) => spend.toLowerCase().includes(named));
  if (which) return { kind: 'amend', amount: null, which };
  if (!world.spent) return null;
  if (UNDO.test(text)) return { kind: 'amend', amount: null };
  // With ideas on the table, a figure is what they may cost.
  if (figure && done === 'spend') return { kind: 'amend', amount: fromMajor(figure, world.currency) };
  const otherwise = OTHERWISE.exec(text);
  const restated = RESTATED.exec(text);
  const full = restated?.[1] ?? restated?.[2];
  if (full && done === 'spend') return toldInFull(full, world);
  const other = otherwise?.[1] ?? otherwise?.[2];
  if (other && done === 'spend') {
    const [time] = findTimes(other, world.today, 'past');
    const description = (time ? other.replace(time.text, ' ') : other)
      .replace(/\b(?:and|it was|on)\b|[,.!]/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
    // "It was groceries" files the spend; another name is another thing.
    if (time || /\b(?:not|wasn)/.test(text))
      return { kind: 'amend', amount: null, description: description || null, on: time?.span.start ?? null };
  }
  const [, added, what = ''] = ADDED.exec(text) ?? [];
  if (!added) return null;
  const [time] = findTimes(what, world.today, 'past');
  const description = (time ? what.replace(time.text, ' ') : what).trim();
  return { kind: 'log', amount: fromMajor(added, world.currency), description, on: time?.span.start ?? null };
}

/** The last spend with the name and the day that were told now; its amount stays. */
function toldInFull(words: string, world: ReadingWorld): Intent | null {
  const [time] = findTimes(words, world.today, 'past');
  const description = (time ? words.replace(time.text, ' ') : words)
    .replace(/^(?:on|for|the|a)\s/, '')
    .replace(/[,.!]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (description === '' && !time) return null;
  return { kind: 'amend', amount: null, description: description || null, on: time?.span.start ?? null };
}
