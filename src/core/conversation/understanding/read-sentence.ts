import { readAside } from './asides.js';
import { buildIntent } from './build-intent.js';
import { readCommand } from './commands.js';
import { type Evidence, gatherEvidence } from './evidence.js';
import type { Intent, ReadingWorld } from './intents.js';
import { readItemIntent } from './item-intents.js';
import { readListTalk } from './list-talk.js';
import { looseAmounts } from './loose-amounts.js';
import { readMoneyQuestion } from './money-intents.js';
import { readMoneyTold } from './money-told.js';
import { rhythmOf } from './rhythms.js';
import { readRowsAsked } from './rows-asked.js';
import { readServices } from './services-told.js';
import { readSettings } from './settings-told.js';
import { withOtherParts } from './spending-asked.js';
import { readTaste } from './taste.js';
import { readToldPart } from './told-part.js';
import { weigh } from './weigh.js';

/**
 * What one sentence says: what can mean nothing else first, then what patterns find, weighed against all the signs in the
 * sentence; of the two the stronger reading stands.
 */
export function readSentence(sentence: string, world: ReadingWorld): Intent[] {
  const aside = readAside(sentence);
  if (aside) return [aside];
  // "It's actually every two weeks", right after what is earned.
  const rhythm = world.figure === 'monthly_income' ? RHYTHM_ONLY.exec(sentence)?.[1] : undefined;
  const { per, times } = rhythmOf(rhythm ?? '');
  if (per)
    return [
      {
        kind: 'figure',
        figure: 'monthly_income',
        amount: null,
        percent: null,
        per,
        ...(times > 1 && { times }),
      },
    ];
  const part = readToldPart(sentence);
  if (part) return [part];
  // "My income is 3000, but please don't save that"
  if (NOT_KEPT.test(sentence)) return [{ kind: 'privacy' }];
  const kept = KEEP_BACK.test(sentence) ? looseAmounts(sentence, world.currency)[0] : undefined;
  if (kept) return [{ kind: 'afford', price: kept.amount, title: null, saved: true, recurring: null }];
  const command = readCommand(
    sentence.replace(/^(?:hi|hey|hello|ok|okay|thanks|great)[,!.\s]+(?=\S{3,})/, ''),
  );
  if (command) return [command];
  const listed = readListTalk(sentence, world);
  if (listed) return [listed.intent, ...(listed.rest === '' ? [] : readSentence(listed.rest, world))];
  const rows = readRowsAsked(sentence, world);
  if (rows) return [rows];
  const settings = readSettings(sentence);
  // "We're veggie and my son is 6", "I have a PS5 and Prime" tell of both.
  const beside = settings.every(
    (intent) => intent.kind === 'setting' && (intent.setting === 'child' || intent.setting === 'console'),
  );
  if (settings.length > 0)
    return beside
      ? [
          ...settings,
          ...stronger(sentence, readByPatterns(sentence, world), world).filter(
            ({ kind }) => kind !== 'refine' && kind !== 'recommend',
          ),
        ]
      : settings;
  return stronger(sentence, readByPatterns(sentence, world), world);
}

const RHYTHM_ONLY =
  /^(?:(?:no|nope|well|but|actually|wait|sorry|so|it is|its|that is|thats|i am|i get|i got|we get|we are|they pay(?: me)?|paid|really|not monthly|that|it|this|comes?|that comes|it comes)[,\s]+)*((?:every|each|once|a|per|bi-?weekly|fortnightly|weekly|monthly|yearly|annually|twice)\b[a-z0-9 -]{0,20}?)(?: actually| though|,? not \w+(?: \w+)?)?[\s.!]*$/;
const NOT_KEPT =
  /\b(?:do not|never|without) (?:save|saving|store|storing|keep|keeping|remember|note|noting|write down) (?:that|it|this|any of (?:it|that|this))\b/;
/** "Keep 50 back for my sister's birthday": kept for one thing, and none of the savings of every month. */
const KEEP_BACK =
  /^(?:(?:please|can you|could you|ok|and|i|we|want to|would like to|need to|have to|let us)\s)*(?:(?:keep|hold|leave) [$€£]?\d[\d.,]*(?: (?:bucks|dollars|quid|pounds|euros?))? (?:back|aside|by|free)|(?:set|put) (?:aside [$€£]?\d[\d.,]*|[$€£]?\d[\d.,]*(?: (?:bucks|dollars|quid|pounds|euros?))? (?:aside|by)))(?: (?:bucks|dollars|quid|pounds|euros?))? for (?!(?:savings?|retirement|emergenc\w+|later)\b)/;

/** How sure a pattern is of what it found; an idea is as sure as its signs. */
const SURE: Readonly<Partial<Record<Intent['kind'], number>>> = {
  taste: 4,
  search: 4,
  'subscription-change': 5,
  log: 6,
  amend: 9,
  'amend-figure': 9,
  'ask-figure': 12,
  figure: 9,
  undo: 9,
  correct: 6,
  recommend: 0,
  refine: 8,
  react: 8,
  why: 7,
  compare: 12,
  pick: 12,
  'known-all': 9,
  rate: 9,
  plan: 12,
};
const SURE_ELSE = 6;

function stronger(sentence: string, found: Intent[], world: ReadingWorld): Intent[] {
  const evidence = gatherEvidence(sentence, world);
  const ranked = weigh(evidence);
  const sure = Math.max(-1, ...found.map(sureOf));
  for (const { kind, points } of ranked) {
    if (found.some((intent) => meaningOf(intent) === kind) || points <= sure) return found;
    const intent = buildIntent(kind, evidence, world);
    if (intent) return [...kept(found, intent, evidence), intent];
  }
  return found;
}

/** A service with its price tells of nothing else. */
function sureOf(intent: Intent): number {
  if (intent.kind === 'subscription-change' && intent.price) return SURE.figure ?? SURE_ELSE;
  return SURE[intent.kind] ?? SURE_ELSE;
}

/** What a wish tells in passing ("I hate sports games, what is worth playing?") stays told. */
function kept(found: readonly Intent[], intent: Intent, evidence: Evidence): Intent[] {
  if (intent.kind !== 'recommend' && intent.kind !== 'plan') return [];
  const own =
    /\b(?:i|we)\b[^,.;]*\b(?:love|hate|like|can not stand|enjoy|adore|loved|enjoyed|have|got|pay)\b/;
  if (!own.test(evidence.text)) return [];
  return found.filter((one) => one.kind === 'taste' || one.kind === 'subscription-change');
}

function meaningOf(intent: Intent): string {
  if (intent.kind === 'why') return intent.figure ? 'why-figure' : 'why-item';
  return intent.kind;
}

function readByPatterns(sentence: string, world: ReadingWorld): Intent[] {
  const question =
    /\?\s*$/.test(sentence) ||
    /^(?:(?:so|and|ok(?:ay)?|hey|then) )*(?:what|which|how|can|could|should|why|where|any|recommend|suggest|find|show|give|do(?! not)|does|is|are|am|if i)\b/.test(
      sentence,
    ) ||
    /\b(?:what is left|doable|how long would|prove (?:it|that|this)|do not believe)\b/.test(sentence);
  const money = readMoneyTold(sentence, world);
  const priced = money.some(({ kind }) => kind === 'subscription-change');
  const told = [...money, readTaste(sentence), ...(priced ? [] : readServices(sentence, world))].filter(
    (intent) => intent !== null,
  );
  if (question) {
    const wanted = readMoneyQuestion(sentence, world);
    if (wanted)
      return [
        ...told.filter((intent) => intent.kind === 'taste' || isToldFirst(intent, sentence)),
        ...withOtherParts(wanted, sentence),
      ];
    const item = aboutAThing(readItemIntent(sentence, world), sentence);
    // "What can I watch on Netflix?" tells of no new subscription.
    const news = told.filter(
      (intent) => intent.kind !== 'subscription-change' || /\b(?:have|got|pay|subscribed?)\b/.test(sentence),
    );
    return item ? [...news, item] : news;
  }
  const put = told.find(
    (intent) => intent.kind === 'amend' || intent.kind === 'undo' || intent.kind === 'amend-figure',
  );
  if (put) return [put];
  if (told.length > 0) return toldAndWished(sentence, told, world);
  const found = aboutAThing(readItemIntent(sentence, world), sentence);
  // "how much is left" without its question mark, "show my subscriptions".
  const wanted = readMoneyQuestion(sentence, world);
  if (wanted && (!found || found.kind === 'recommend' || found.kind === 'search' || found.kind === 'refine'))
    return [...withOtherParts(wanted, sentence)];
  return found ? [found] : [];
}

/** Words of one's own money; no title is looked up from a sentence with them. */
const OF_MONEY =
  /\b(?:a|per|each) (?:year|yr|month|mo)\b|\bsaves? me\b|\bi owe\b|\bcomes? to\b|\b(?:i|we) (?:spend|spent|paid|pay|earn|save)\b|\bmy (?:pay|bank|account|bills?|rent|income|salary|budget|money|savings|pay ?check|card|statement|refund|deposit|taxes)\b|\d\s?%/;

/** What was found, unless it is a title looked up from words about money. */
function aboutAThing(found: Intent | null, sentence: string): Intent | null {
  const titled = found?.kind === 'search' || (found?.kind === 'react' && found.item.by === 'title');
  return titled && OF_MONEY.test(sentence) ? null : found;
}

/** "I want to put 20% into savings first, then what is left for fun": told, and asked with it. */
function isToldFirst(intent: Intent, sentence: string): boolean {
  return (
    intent.kind === 'figure' &&
    /^(?:i|we|my)\b.*\b(?:then|so|and|now)\b.*\b(?:what|how much)\b/.test(sentence)
  );
}

/** "I have Netflix and hate horror" only tells; "I love jazz, looking for a gig tonight" asks as well. */
function toldAndWished(sentence: string, told: readonly Intent[], world: ReadingWorld): Intent[] {
  if (/^(?:please )?(?:do not (?:ever )?|never |stop )/.test(sentence)) return [...told];
  const asks =
    /\b(?:looking for|recommend|suggest|find me|find us|want to (?:see|watch|play|read|go|do)|would like to|in the mood for|need (?:a|an|some|something)|something|anything|tonight|this weekend)\b/.test(
      sentence,
    );
  if (
    !asks ||
    told.some((intent) => intent.kind === 'log' || intent.kind === 'correct' || intent.kind === 'figure')
  )
    return [...told];
  const item = readItemIntent(sentence, world);
  return item && (item.kind === 'recommend' || item.kind === 'refine' || item.kind === 'plan')
    ? [...told, item]
    : [...told];
}
