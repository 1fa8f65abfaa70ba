import type { CostPart, PriceFrame } from '../money-frame.js';
import type { Intent, ReadingWorld } from './intents.js';
import { parseCount } from './numbers.js';
import { dayBy } from './plans-asked.js';
import { allAmounts, isCalled, readParts, totalOfParts } from './priced-parts.js';
import type { AmountCadence } from './rhythms.js';
import { readSavingPace } from './saving-asked.js';

type Afford = Extract<Intent, { kind: 'afford' }>;

/** What a message may begin with that goes on from the one before. */
const LEAD = '(?:(?:and|so|ok(?:ay)?|well|then|but|hm+|or|also|now|plus)[,\\s]+)*';
const END = '(?: then| now| instead| too| please| alone)*[?.!\\s]*$';

const AGAIN = new RegExp(
  `^${LEAD}(?:can|could|should) (?:i|we)(?: (?:still|really|even))?(?: (?:afford|do|buy|get|swing|manage|have) ?(?:it|that|this|them|both|all of (?:it|them|that)|all)?)?${END}|^${LEAD}(?:both(?: together)?|all (?:three|four|of (?:it|them|that)|together)|(?:the )?(?:whole thing|lot)|everything)${END}|^${LEAD}(?:what (?:does|do|would) (?:it|that|they|all of it) (?:all )?come to|what is (?:that|the total|it)(?: in total| altogether| all together)?|how much is (?:it|that)(?: all)?)(?: in total| altogether| together| all together)?${END}`,
);
const LATER = new RegExp(
  `^${LEAD}(?:(?:what|how) about |what if (?:i|we) wait(?: until| till)? |(?:can|could|would) (?:i|we|it) |in |for )*(?:(?:afford|do|get|buy|manage|have|fit|work) ?(?:it|that|them|both)? )?(?:in |by |for |until )?(?:the )?next (?:month|period)${END}`,
);
/** The price as a whole is another one. */
const INSTEAD = new RegExp(
  `^${LEAD}(?:what )?if (?:it(?: is|s| was| were| costs?)?|i (?:find|get|got|found) (?:it|one|that)|they (?:are|were|cost))\\b|^${LEAD}(?:(?:what|how) about|only|just)\\s`,
);
const ONE_MORE_PRICE =
  /^(?:(?:so|ok(?:ay)?|well|now|then)[,\s]+)*(?:(?:and|plus|also)\b(?: then)?(?: with| if i add)?|what if i also (?:get|buy|take))\s/;
/** Such words wish for ideas, tell of a spend, or set a limit: no price is added by them. */
const NO_PRICE =
  /\b(?:find|recommend|suggest|show|ideas?|something|anything|under|below|max(?:imum)?|up to|at most|less|cheaper|more than|budget|spent|paid|bought|cost me|income|rent|bills?|earn|make|get paid|a (?:month|week|year)|per (?:month|week|year)|people|players?|minutes|hours|years?)\b/;
const SKIPS =
  '(?:skip(?:ping)?|drop(?:ping)?|leav(?:e|ing) out|without|forget|minus|cut(?:ting)?(?: out)?|ditch(?:ing)?|tak(?:e|ing) out|do not (?:do|get|take|buy|have)|(?:not|never) (?:doing|getting|taking|buying)|no)';
const NAMED = '((?:[a-z][a-z-]*)(?: [a-z][a-z-]*)?)';
const ARTICLE = '(?:(?:the|my|our|that|this|a|an|all|both|any)\\s)*';
const COUNT = '(?:(?:only )?(one|two|three|four|five|six|\\d{1,2})(?: of (?:the|those|my))? )?';
const SKIPPED = new RegExp(
  `\\b${SKIPS} ${ARTICLE}${COUNT}(?:of )?${ARTICLE}(?:[$€£]?(\\d+(?:\\.\\d{1,2})?)(?: (?:dollars?|bucks?|quid|pounds?|euros?))? )?${NAMED}`,
);
/** "And the dinner now?", "just the hotel?" */
const ONLY = new RegExp(`^${LEAD}(?:(?:what|how) about |just |only )?(?:the|my|that) ${NAMED}?${END}`);
/** "What if the dinner is 30", "with the hotel at 90" */
const CHANGED = new RegExp(
  `(?:\\b(?:the|my|that|a|an)\\s)?\\b${NAMED}(?: (?:is|are|was|were|at|for|costs?|only|just|about|around|now|to be|would be|goes (?:to|for|up to|down to)))+ [$€£]?\\d|[$€£]?\\d[\\d.]*(?: (?:dollars?|bucks?|quid|pounds?|euros?))? (?:for|on) the ${NAMED}`,
);
const STARTS =
  /\b(?:from|saved(?: up)?|already|to start(?: with)?|up front|first|down|as a (?:start|gift|present)|(?:birthday|christmas|gift|bonus|refund) money)\b|\b(?:i|we) (?:already )?(?:have|got|get)\b|\bstart(?:ing)? with\b/;
const MORE_EACH = /\b(?:a|per|each|every) (?:day|week|fortnight|month|year)\b|\b(?:aside|away)\b/;

const MANY = '(\\d{1,2}|two|three|four|five|six|seven|eight|nine|ten)';
/** "What about 2 tickets", "2 of them?", "for 3 of us" */
const TIMES = new RegExp(
  `^${LEAD}(?:(?:what|how) about |what if |if |for |with |say )*(?:(?:(?:i|we) (?:get|got|buy|take|need|want) |there (?:are|were) )?${MANY} (?:of (?:them|those|these|us|that)|tickets?|people|seats?)(?: of (?:them|those|us))?|(?:we|there) (?:are|were) ${MANY}(?: of us| people)?)${END}`,
);
/** "If I go with 3 mates and pay for all of us" */
const WITH_OTHERS = new RegExp(
  `\\bwith ${MANY} (?:of my )?(?:friends|mates|people|others|buddies|kids|colleagues)\\b(?=.*\\b(?:pay|paying|treat|cover|all of us|for everyone|on me)\\b)`,
);
const HOW_LONG = new RegExp(
  `^${LEAD}(?:how long|how many months|when)(?: (?:would|wld|will|do|must|can|could|should|to|til+|until|have))*(?: (?:i|we|that|it|take|save|need|afford|have|to|for|up|it|that))*${END}`,
);
/** "On finance then, 75 a month for a year?", "what if it's 30 a week" */
const IN_PARTS = new RegExp(
  `^${LEAD}(?:(?:on|with|by) (?:finance|instal?lments?|credit|a (?:payment )?plan)(?: then)?[,\\s]*|in (?:instal?lments|payments)[,\\s]*|what if |what about |how about |if |it is |its |i pay |they are |at |for )*[$€£]?\\d[\\d.,]*(?: (?:dollars?|bucks?|quid|pounds?|euros?))? (?:a|per|each|every) (?:week|month|year)(?: (?:for|over) (?:the )?(?:next )?(?<term>an?|\\d{1,3}|[a-z]+)(?: (?<unit>weeks?|months?|years?|yrs?|wks?))?)?${END}`,
);
const BY_DAY = new RegExp(`^${LEAD}(?:what )?(?:if )?.{0,24}\\b(?:by|before) (?=[a-z0-9])`);

const same: Afford = { kind: 'afford', price: null, title: null, recurring: null };

/**
 * A short message that goes on from a price that was asked about: one part more, one less, another price for one of them,
 * one alone, later, or put aside for at another pace. Null where it is something else.
 */
export function readPriceFollow(text: string, frame: PriceFrame, world: ReadingWorld): Intent | null {
  if (AGAIN.test(text)) return of(frame, frame.parts);
  if (LATER.test(text)) return { ...of(frame, frame.parts), when: 'next-period' };
  const times = readTimes(text);
  if (times !== null)
    return of(
      frame,
      frame.parts.map((part) => ({ ...part, count: times })),
    );
  if (HOW_LONG.test(text)) return { ...of(frame, frame.parts), howLong: true };
  const saving = readSavingPace(text, world) ?? readStart(text, frame, world);
  if (saving) return saving;
  const by = BY_DAY.exec(text);
  const day =
    by && allAmounts(text, world.currency).length === 0 ? dayBy(text.slice(by[0].length), world.today) : null;
  if (day) return { kind: 'goal', amount: totalOfParts(frame.parts), by: day, per: null };
  const alone = ONLY.exec(text)?.[1];
  const one = alone
    ? frame.parts.filter(({ name }) => isCalled(name, alone.replace(/ (?:now|then|alone)$/, '')))
    : [];
  if (one.length > 0) return { ...of(frame, one), whole: frame.parts };
  return readVaried(text, frame, world);
}

/** How many of it, where that is asked: "2 tickets", "with 3 mates, I pay for all of us". */
function readTimes(text: string): number | null {
  const others = parseCount(WITH_OTHERS.exec(text)?.[1] ?? '');
  const [, counted, are] = TIMES.exec(text) ?? [];
  return others ? others + 1 : (parseCount(counted ?? are ?? '') ?? null);
}

/** The frame's question with other parts. */
function of(frame: PriceFrame, parts: readonly CostPart[]): Afford {
  return {
    ...same,
    price: totalOfParts(parts),
    parts,
    recurring: frame.recurring,
    ...(frame.saving && { howLong: true as const }),
  };
}

/** "And if I skip the hotel and take a 20 bus": parts leave, change and join; the others stay. */
function readVaried(text: string, frame: PriceFrame, world: ReadingWorld): Intent | null {
  const skipped = SKIPPED.exec(text);
  const rest = skipped ? text.replace(skipped[0], ' ') : text;
  if (skipped) {
    const left = without(frame, skipped);
    if (!left)
      return frame.parts.some(({ name }) => name !== null)
        ? { ...of(frame, frame.parts), unknown: skipped[3] ?? '' }
        : null;
    const added = readParts(rest, world.currency)?.parts ?? [];
    const parts = [...left, ...added];
    return parts.length > 0 ? of(frame, parts) : null;
  }
  const read = readParts(text, world.currency);
  const inParts = read?.recurring && !frame.saving ? IN_PARTS.exec(text) : null;
  if (inParts && read) {
    const parts = renamed(read.parts, frame);
    const instalments = termOf(inParts.groups ?? {}, read.recurring);
    return instalments === null
      ? of({ ...frame, recurring: read.recurring }, parts)
      : { ...of({ ...frame, recurring: null }, parts), instalments };
  }
  if (!read || NO_PRICE.test(text)) return null;
  const named = CHANGED.exec(text);
  const said = named?.[1] ?? named?.[2];
  const changed = read.parts.filter(({ name }) => name !== null && partCalled(frame, name));
  if (said && changed.length === read.parts.length && changed.length > 0) {
    const parts = frame.parts.map((part) => {
      const now = changed.find(({ name }) => name !== null && isCalled(part.name, name));
      return now ? { ...part, each: now.each } : part;
    });
    return of(frame, parts);
  }
  if (INSTEAD.test(text)) return of(frame, renamed(read.parts, frame));
  // "And 15 on coffee", after a spend was told, is one more of those.
  const asks = !world.spent || /\?|\b(?:too|as well|on top)\b/.test(text);
  const fits =
    read.recurring === frame.recurring &&
    read.parts.every(({ each }) => each.currency === frame.parts[0]?.each.currency);
  if (!ONE_MORE_PRICE.test(text) || !asks) return null;
  return fits
    ? of(frame, [...frame.parts, ...read.parts])
    : of({ ...frame, recurring: read.recurring }, read.parts);
}

/** How many payments "for a year", "for 10" are, at their rhythm; null where no end is named, or in other units. */
function termOf(
  { term, unit }: Readonly<Record<string, string | undefined>>,
  per: AmountCadence | null,
): number | null {
  const count = term === undefined ? null : /^an?$/.test(term) ? 1 : parseCount(term);
  if (count === null) return null;
  if (
    unit === undefined ||
    (per === 'monthly' && unit.startsWith('month')) ||
    (per === 'weekly' && unit.startsWith('w'))
  )
    return count;
  return per === 'monthly' && unit.startsWith('y') ? count * 12 : null;
}

/** Another price for the one thing that was asked about keeps its name. */
function renamed(parts: readonly CostPart[], frame: PriceFrame): readonly CostPart[] {
  const [only, another] = frame.parts;
  const [now, more] = parts;
  return only && now && !another && !more ? [{ ...now, name: only.name, count: only.count }] : parts;
}

function partCalled({ parts }: PriceFrame, name: string): CostPart | undefined {
  return parts.find((part) => isCalled(part.name, name));
}

/** The parts without the one that is left out, or with fewer of it; null where none is called so. */
function without(
  frame: PriceFrame,
  [, count, , name = '']: readonly (string | undefined)[],
): readonly CostPart[] | null {
  const gone = partCalled(frame, name) ?? partCalled(frame, name.split(' ')[0] ?? '');
  if (!gone) return null;
  const fewer = count ? (parseCount(count) ?? gone.count) : gone.count;
  return frame.parts.flatMap((part) =>
    part !== gone ? [part] : part.count > fewer ? [{ ...part, count: part.count - fewer }] : [],
  );
}

/** "And 100 from my birthday first?": there already when the saving begins; "20 more a month": added to the pace. */
function readStart(text: string, frame: PriceFrame, { currency }: ReadingWorld): Afford | null {
  if (!frame.saving) return null;
  const [amount, another] = allAmounts(text, currency);
  if (!amount || another) return null;
  const skip = SKIPPED.exec(text);
  if (!skip && MORE_EACH.test(text)) {
    const pace = { amount: amount.amount, per: amount.per ?? frame.pace?.per ?? ('monthly' as const) };
    const more =
      frame.pace && pace.per === frame.pace.per && /\bmore\b/.test(text) ? frame.pace.amount.minor : 0;
    return {
      ...of(frame, frame.parts),
      pace: { ...pace, amount: { ...pace.amount, minor: pace.amount.minor + more } },
      ...(frame.start && { start: frame.start }),
    };
  }
  if (!skip && !STARTS.test(text)) return null;
  const times = skip?.[1] ? (parseCount(skip[1]) ?? 1) : 1;
  const start = {
    ...amount.amount,
    minor:
      amount.amount.minor * times + (/\balso|too|as well|more\b/.test(text) ? (frame.start?.minor ?? 0) : 0),
  };
  return { ...of(frame, frame.parts), start, ...(frame.pace && { pace: frame.pace }) };
}
