import { findGenres, findServices } from '../understanding/vocabulary.js';
import type { ClaimsWorld } from './claims-world.js';
import type { Fact } from './facts.js';
import { blank } from './figures.js';
import type { Mention, NamedSubject } from './ledger.js';

const INCLUDED =
  /\b(?:included|includes it|already (?:have|pay|paid|covered|subscribe)|part of your|covered by|with your|on your|your .{0,24}subscription|no (?:extra|additional) cost|nothing (?:more|extra)|without (?:paying|extra|spending)|costs? (?:you )?nothing|at no (?:cost|price)|(?<!feel |gluten[- ])\bfree\b(?!(?<=(?:you|you’re|you're|are|be) free) to\b|(?<=\bto free) (?:her|his|its|their|them|him|the|an?)\b))/i;
const SUBSCRIPTION_TALK =
  /\b(?:included|already (?:have|pay|covered|subscribe)|part of your|covered by|on your|with your|your .{0,24}subscription)\b/i;
const CHEAPER = /\b(?:cheaper|less expensive|more affordable|costs? less)\b/i;
const DEARER = /\b(?:pricier|more expensive|costs? more|dearer)\b/i;
const CHEAPEST = /\b(?:cheapest|least expensive|most affordable|lowest[- ]price[d]?)\b/i;
const DEAREST = /\b(?:most expensive|priciest|dearest)\b/i;
/** A ratio that no two figures can prove. */
const VAGUE_SHARE = /\ba fraction of\b/i;
const AFFORDABLE =
  /\b(?:within (?:your|the) (?:budget|limit|means)|fits? (?:in|into|within|your)|can (?:easily |comfortably )?afford|affordable|well under|easily covered|in your budget)\b/i;
const OVER =
  /\b(?:over budget|overspent|exceed(?:ed|s)?|out of (?:your )?(?:budget|reach)|can ?not afford|can’t afford|can't afford|too expensive|too much for)\b/i;
const OUTSIDE =
  /\b(?:according to|critics?|reviewers?|reviews? say|imdb|rotten tomatoes|metacritic|goodreads|new york times|boardgamegeek|award[- ]winning|oscar[- ]winning|best[- ]?selling|number one|no\. 1|most popular|highest[- ]rated|top[- ]rated|sold out|limited time|on sale|discount(?:ed)?|deal|bargain|last chance)\b/i;
/** A small model tells of its task instead of doing it. */
const TASK =
  /\b(?:(?:the|this) (?:reply|response|answer|notes?|prompt)|the users?(?:’s|'s)?(?= )|(?:your|my) own (?:warm )?words|as an ai|language model)\b/i;
const ONLY = /\bthe only (?:\w+ )?(?:one|option|choice|game|movie|film|book|event|restaurant|place|thing)\b/i;
/** For whom something is: a small model says "for adults" of whatever it sells. */
const AUDIENCE =
  /\bfor (?:the )?(?:adults?|grown-?ups|kids?|children|famil(?:y|ies)|teen\w*|beginners?|experts?|couples)\b/i;
const YOUR_TASTE =
  /\byou(?:r|’ve|'ve| have| also| really| already)*\s(?:like|love|enjoy|hate|dislike|prefer|said|told|mentioned|rated|watched|seen|played|read|saved|favou?rite)/i;

/**
 * Statements without a figure that still must be true: what a subscription includes, what is free, which is cheaper,
 * what fits the budget, what the user likes. @returns why the sentence falls, null where it stands
 */
export function checkStatements(
  sentence: string,
  titles: readonly NamedSubject[],
  mentions: readonly Mention[],
  world: ClaimsWorld,
): string | null {
  if (OUTSIDE.test(sentence) && !OUTSIDE.test(world.support)) return 'claims from elsewhere';
  if (TASK.test(sentence)) return 'talk of its task';
  if (ONLY.test(sentence) && world.ledger.titles.length !== 1) return 'one of several called the only one';
  const audience = AUDIENCE.exec(sentence)?.[0].split(' ').at(-1)?.toLowerCase();
  if (audience !== undefined && !world.support.toLowerCase().includes(audience))
    return `for ${audience}, which nobody said`;
  if (VAGUE_SHARE.test(sentence)) return 'a share that nobody worked out';
  return (
    checkIncluded(sentence, titles, world) ??
    checkComparison(sentence, titles, world) ??
    checkAffordable(sentence, titles, world) ??
    checkTaste(sentence, mentions, world)
  );
}

function checkIncluded(sentence: string, titles: readonly NamedSubject[], world: ClaimsWorld): string | null {
  const services = findServices(sentence.toLowerCase()).map((service) => service.name);
  if (INCLUDED.test(sentence)) {
    if (titles.length === 0) return generalFree(sentence, world);
    for (const title of titles) {
      const included = title.facts.filter((fact) => fact.kind === 'included');
      if (SUBSCRIPTION_TALK.test(sentence) && included.length === 0) return 'included in nothing of theirs';
      if (included.length === 0 && costOf(title) !== 0) return 'not free';
    }
  }
  for (const service of services) {
    const backed =
      titles.length === 0
        ? world.support.toLowerCase().includes(service.toLowerCase())
        : titles.every(
            (title) =>
              names(title.facts, service) || (world.ledger.knows(service) && !INCLUDED.test(sentence)),
          );
    if (!backed) return `service ${service}`;
    if (
      INCLUDED.test(sentence) &&
      titles.some(
        (title) => !title.facts.some((fact) => fact.kind === 'included' && same(fact.service, service)),
      )
    )
      return `not included in ${service}`;
  }
  return null;
}

function generalFree(sentence: string, world: ClaimsWorld): string | null {
  // Speaking of free things in general promises nothing, as long as there are some.
  const some = world.ledger.titles.some((title) =>
    title.facts.some((fact) => fact.kind === 'free' || fact.kind === 'included'),
  );
  return some && !SUBSCRIPTION_TALK.test(sentence) ? null : 'free of what?';
}

function names(facts: readonly Fact[], service: string): boolean {
  return facts.some(
    (fact) =>
      (fact.kind === 'included' && same(fact.service, service)) ||
      (fact.kind === 'name' && same(fact.subject, service)),
  );
}

function same(left: string, right: string): boolean {
  return left.toLowerCase().replace(/\W/g, '') === right.toLowerCase().replace(/\W/g, '');
}

/** What a title costs, minor units; null where nobody knows. */
function costOf(title: NamedSubject): number | null {
  if (title.facts.some((fact) => fact.kind === 'free' || fact.kind === 'included')) return 0;
  for (const fact of title.facts)
    if (fact.kind === 'amount' && /price$/.test(fact.measure)) return fact.amount.minor;
  return null;
}

function checkComparison(
  sentence: string,
  titles: readonly NamedSubject[],
  world: ClaimsWorld,
): string | null {
  const cheapest = CHEAPEST.test(sentence);
  if (cheapest || DEAREST.test(sentence)) {
    const [only, second] = titles;
    const all = world.ledger.titles.map(costOf);
    const own = only ? costOf(only) : null;
    if (second || own === null || all.some((cost) => cost === null))
      return 'a superlative that cannot be proved';
    const costs = all.flatMap((cost) => (cost === null ? [] : [cost]));
    const extreme = cheapest ? Math.min(...costs) : Math.max(...costs);
    return own === extreme ? null : 'a wrong superlative';
  }
  const cheaper = CHEAPER.test(sentence);
  if (!cheaper && !DEARER.test(sentence)) return null;
  const [first, second, third] = titles.map(costOf);
  if (first === undefined || second === undefined || third !== undefined || first === null || second === null)
    return 'a comparison that cannot be proved';
  return (cheaper ? first < second : first > second) ? null : 'a wrong comparison';
}

function checkAffordable(
  sentence: string,
  titles: readonly NamedSubject[],
  world: ClaimsWorld,
): string | null {
  const left = world.ledger.general.find(
    (fact) => fact.kind === 'amount' && fact.subject === 'budget' && fact.measure === 'left',
  );
  const over = world.ledger.general.some((fact) => fact.subject === 'budget' && fact.measure === 'over');
  if (OVER.test(sentence) && !over) return 'nothing is over the budget';
  if (!AFFORDABLE.test(sentence)) return null;
  if (left?.kind !== 'amount') return 'no budget is known';
  const spoken = titles.length > 0 ? titles : world.ledger.titles;
  const fits = spoken.every((title) => {
    const cost = costOf(title);
    return cost !== null && cost <= left.amount.minor;
  });
  return fits ? null : 'does not fit the budget';
}

/** Genres and tastes must be in what the tools or the user said; a word of a title is none. */
function checkTaste(sentence: string, mentions: readonly Mention[], world: ClaimsWorld): string | null {
  // "It's a classic" is praise as often as a genre.
  const genres = findGenres(blank(sentence, mentions).toLowerCase()).filter((genre) => genre !== 'classic');
  if (genres.length > 0) {
    const support = world.support.toLowerCase();
    const supported = findGenres(support);
    const strange = genres.find((genre) => !supported.includes(genre) && !support.includes(genre));
    if (strange !== undefined) return `genre ${strange}`;
  }
  if (YOUR_TASTE.test(sentence) && !YOUR_TASTE.test(world.support)) return 'a taste that nobody told';
  return null;
}
