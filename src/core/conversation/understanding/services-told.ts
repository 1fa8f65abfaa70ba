import type { Money } from '../../../domain/money.js';
import { findAmounts } from './amounts.js';
import type { Intent, ReadingWorld } from './intents.js';
import { looseAmounts } from './loose-amounts.js';
import { findServices } from './vocabulary.js';

/** "I cancelled the gym": no service by its name, and a thing to be paid for every month. */
const ENDED =
  /^(?:(?:and|so|also|ok|hey|actually|i|we|have|just|finally|already)\s)*(?:cancell?ed|quit|ended|stopped|dropped|left|gave up|do not (?:have|pay for)|no longer (?:have|pay for)) (?:my |the |our )?(?<name>gym|(?:[a-z]+ )?(?:membership|subscription|phone plan|internet|broadband|insurance|class(?:es)?))(?: (?:today|yesterday|last (?:week|month)|this month|any ?more))?[\s.!]*$/;
/** "Gym is 30 a month" */
const A_MONTH =
  /^(?:(?:and|also|my|the|our)\s)*(?<name>gym(?: membership)?|(?:climbing|yoga|dance|swimming) (?:gym|pass|club|classes)) (?:is|costs?(?: me)?|runs?(?: me)?) [$€£]?\d[\d.]*(?: (?:bucks|dollars|quid|pounds|euros?))? (?:(?:a|per|each|every) (?:week|month|year)|monthly|weekly)[\s.!]*$/;
/** "I already pay for it", of the service that was spoken of. */
const HAS_IT =
  /^(?:(?:but|and|oh|no|well|yes|yeah)[,\s]+)*(?:i|we) (?:already |still )?(?:pay for|subscribe to|have|got) (?:it|that)(?: already| anyway)?[\s.!]*$/;
/** "Drop Spotify": taken off what is paid for. */
const DROPS =
  /^(?:(?:please|ok|and|can you|so|no|yes|but|also|i will|we will|i am going to)[\s,]+)*(?:drop(?:ping)?|remove|take off|delete|forget|ditch(?:ing|ed)?|bin(?:ned)?|lose|kill|scrap(?:ped)?|get(?:ting)? rid of)\s(?:my |the )?[a-z0-9+ ]{2,20}?(?: (?:from my (?:subscriptions|list|subs)|subscription))?[\s.!]*$/;

/** "We share the family plan, I pay 5 of it": what one pays oneself is the price. */
const SHARED = /\b(?:share|split|sharing|splitting|family plan|my (?:share|part|half))\b/;
const OWN_SHARE =
  /\b(?:i (?:only |just )?(?:pay|chip in|give|owe)|my (?:share|part|half) is)(?: (?:her|him|them))? (?<sum>[$€£]?\d{1,3}(?:\.\d{1,2})?)\b/;

function readOwnShare(text: string, world: ReadingWorld): Money | null {
  const sum = SHARED.test(text) ? OWN_SHARE.exec(text)?.groups?.sum : undefined;
  const [said] = sum === undefined ? [] : looseAmounts(`paid ${sum}`, world.currency);
  return said?.amount ?? null;
}

/** "Netflix is not mine", "not my Netflix" */
const NOT_MINE =
  /^(?:(?:no|and|but|oh|also|actually)[,\s]+)*(?:[a-z0-9+ ]{2,24} (?:(?:is|was) not|isnt|aint) (?:mine|my (?:subscription|account|one)|ours)(?:,? (?:but |and )?(?:it is|its|it belongs to) [a-z' ]{2,30})?|(?:not my|i never had|i do not have) [a-z0-9+ ]{2,24})[\s.!]*$/;
/** "Yes keep Netflix", "Netflix is mine" */
const KEPT =
  /^(?:(?:yes|yeah|yep|no|and|ok|but|please|actually|i|we|want to|will|would like to)[,\s]+)*(?:keep(?:ing)? (?:my |the )?[a-z0-9+ ]{2,24}|[a-z0-9+ ]{2,24} is (?:mine|ours)|(?:still )?(?:have|use) [a-z0-9+ ]{2,24} still)[\s.!]*$/;
/** "10.99 for Spotify and 14 for Audible", "Spotify for 11.99": a price beside a service and nothing else. */
const PRICE =
  '[$€£]?\\d{1,3}(?:\\.\\d{1,2})?(?: (?:bucks|dollars|quid|pounds|euros?))?(?: (?:a|per|each|every) month| monthly)?';
const BESIDE_PRICE = new RegExp(
  `^(?:(?:and|also|plus|yes|i pay|we pay|paying)[,\\s]+)*(?<price>${PRICE}) (?:for|on|goes to) (?:my |the )?(?<name>[a-z0-9+ ]{2,24})$`,
);
const PRICE_BESIDE = new RegExp(
  `^(?:(?:and|also|plus|yes|i pay|we pay|i have|we have)[,\\s]+)*(?:my |the )?(?<name>[a-z][a-z0-9+ ]{1,24}?)(?: (?:for|at|is|costs(?: me)?))? (?<price>${PRICE})$`,
);

/** Services each with its own price; none where a part of the sentence says anything else. */
function readPriced(text: string, world: ReadingWorld): Intent[] {
  const parts = text.replace(/[\s.!]+$/, '').split(/,\s?(?:and\s)?|\sand\s|\splus\s/);
  const priced = parts.flatMap((part): Intent[] => {
    const { name = '', price = '' } = (BESIDE_PRICE.exec(part) ?? PRICE_BESIDE.exec(part))?.groups ?? {};
    const [service, another] = findServices(name);
    const [said] = looseAmounts(`paid ${price}`, world.currency);
    if (!service || another || !said || service.start > 0) return [];
    return [
      { kind: 'subscription-change', change: 'add', name: service.name, price: said.amount, per: null },
    ];
  });
  return priced.length === parts.length ? priced : [];
}

/** "Cancelled Disney+ and got Crunchyroll for 7.99" */
const AND_TOOK = /,? and (?:then )?(?:i )?(?=(?:got|signed up|started|subscribed|joined|took)\b)/;
/** "Netflix 199 pm": a month, and no hour of the day. */
const A_MONTH_SHORT = /(\d{2,}(?:\.\d{1,2})?) ?pm\b/;

/** Services taken out or given up: "I have Netflix", "I cancelled Spotify", "I pay 15.49 for Netflix". */
export function readServices(said: string, world: ReadingWorld): Intent[] {
  const [first, second] = said.split(AND_TOOK);
  if (first && second && findServices(first).length > 0 && findServices(second).length > 0)
    return [...readServices(first, world), ...readServices(`i ${second}`, world)];
  const services = findServices(said);
  const text = services.length > 0 ? said.replace(A_MONTH_SHORT, '$1 a month') : said;
  if (/\?\s*$/.test(text)) return [];
  const ended = services.length === 0 ? ENDED.exec(text)?.groups?.name : undefined;
  const had = services.length === 0 ? A_MONTH.exec(text)?.groups : undefined;
  if (had?.name) {
    const [price] = findAmounts(text, world.currency);
    return [
      {
        kind: 'subscription-change',
        change: 'add',
        name: had.name,
        price: price?.amount ?? null,
        per: price?.per ?? 'monthly',
      },
    ];
  }
  if (ended) return [{ kind: 'subscription-change', change: 'end', name: ended, price: null, per: null }];
  const share = services.length === 0 && world.service ? readOwnShare(text, world) : null;
  if (share && world.service)
    return [{ kind: 'subscription-change', change: 'add', name: world.service, price: share, per: null }];
  if (services.length === 0 && world.service && world.offered.length === 0 && HAS_IT.test(text))
    return [{ kind: 'subscription-change', change: 'add', name: world.service, price: null, per: null }];
  if (services.length === 0) return GIVEN_UP.test(text) ? givenUp(world) : [];
  const [dropped] = services;
  if (dropped && DROPS.test(text))
    return [{ kind: 'subscription-change', change: 'end', name: dropped.name, price: null, per: null }];
  if (dropped && services.length === 1 && (NOT_MINE.test(text) || KEPT.test(text)))
    return [
      {
        kind: 'subscription-change',
        change: NOT_MINE.test(text) ? 'end' : 'add',
        name: dropped.name,
        price: null,
        per: null,
      },
    ];
  const priced = readPriced(text, world);
  if (priced.length > 0) return priced;
  const own = services.length === 1 && dropped ? readOwnShare(text, world) : null;
  if (own && dropped)
    return [{ kind: 'subscription-change', change: 'add', name: dropped.name, price: own, per: null }];
  const repriced = readNewPrice(text, world);
  if (repriced) return [repriced];
  const [marked] = findAmounts(text, world.currency);
  // "Add Netflix 15.49", "I also have Spotify for 11.99"
  const [loose] = looseAmounts(text, world.currency);
  const amount = marked ?? (loose ? { ...loose, per: null } : undefined);
  return services.flatMap(({ name, start }): Intent[] => {
    const before = text.slice(Math.max(0, start - 60), start);
    const priced =
      /^\S+(?: \S+){0,2}? (?:costs?(?: me)?|is|charges(?: me)?) /.test(text.slice(start)) &&
      amount !== undefined;
    const change = serviceChange(before) ?? (priced ? 'add' : null);
    if (!change) return [];
    const own = amount && services.length === 1 && isItsPrice(text, start, amount.start);
    const price = change === 'add' && own ? amount : undefined;
    return [
      {
        kind: 'subscription-change',
        change,
        name,
        price: price?.amount ?? null,
        per: price?.per ?? null,
      },
    ];
  });
}

/** "Netflix went up, it's 17.99 now": what it costs from now on, and no spend of its own. */
const NEW_PRICE =
  /\b(?:went up|goes up|going up|go up|went down|goes down|raised|rose|increased|hiked|jumped|dropped to|put up|new price|price (?:is|rise|hike)|costs? (?:me )?more|(?:is|are) (?:now )?(?:up|down) to)\b|^(?:my )?\S+(?: \S+)? (?:is|costs?) (?:now )?[$€£]?\d[\d.]*(?: (?:bucks|dollars|quid))? ?(?:now|these days)\b|\b(?:is|costs?|charges(?: me)?) now [$€£]?\d/;

/** A price that a service has now; null where none is told, or several services are named. */
export function readNewPrice(text: string, world: ReadingWorld): Intent | null {
  const [service, another] = findServices(text);
  if (!service || another || /\?\s*$/.test(text) || !NEW_PRICE.test(text)) return null;
  if (/\bby (?:about )?[$€£]?\d/.test(text)) return null;
  const to = text.replace(/\bfrom [$€£]?\d[\d.]*(?: (?:bucks|dollars|quid))?\b/g, ' ');
  const [marked] = findAmounts(to, world.currency);
  const price = marked?.amount ?? looseAmounts(to, world.currency)[0]?.amount;
  return price
    ? { kind: 'subscription-change', change: 'add', name: service.name, price, per: marked?.per ?? null }
    : null;
}

/** "Cancelled it, actually": the service that was spoken of last. */
const GIVEN_UP =
  /^(?:(?:no|actually|oh|ok|so|and|well|i|we|have|just|already)[,\s]+)*(?:cancell?ed|dropped|ended|quit|got rid of|unsubscribed from|stopped paying for) (?:it|that|that one|this one)\b(?!.*\b(?:booking|reservation|order|ticket)s?\b)/;

function givenUp({ service, done }: ReadingWorld): Intent[] {
  if (!service || (done && done !== 'subscription')) return [];
  return [{ kind: 'subscription-change', change: 'end', name: service, price: null, per: null }];
}

function serviceChange(before: string): 'add' | 'end' | null {
  const clause = before.split(/[.;!?]\s|\bbut\b/).at(-1) ?? '';
  if (
    /\b(?:cancel(?:l?ed|l?ing)?|ended|stopped|quit|dropped|unsubscribed? (?:from)?|got rid of|no longer (?:have|pay for|use)|do not (?:have|use|pay for)|without|not have|gave up)\b[^.]*$/.test(
      clause,
    )
  )
    return 'end';
  if (
    /\b(?:(?:i|we) (?:already |also |now |still |currently |just )*(?:have(?: got)?|got|use|(?:am |are )?pay(?:ing)?(?: .{0,24})? for|subscribe to|am subscribed to|are subscribed to|signed up (?:for|to)|joined|started|watch|own)|subscribed to|my subscriptions? (?:is|are|include)|i am on|add|signed up for)\b[^.]*$/.test(
      clause,
    )
  )
    return 'add';
  return null;
}

const AFTER_NAME =
  /^\S+(?: (?:plus|premium|family|basic|standard|prime|video|max|tv\+?|music|subscription|plan|game pass|student|with ads|unlimited))*[ ,:(]*(?:(?:for|at|is|was|costs?|which|it|about|around|now|charges|me|us|only|just|like|paying)[ ,:]*)*$/;
const BEFORE_NAME =
  /^[ ]*(?:(?:bucks|dollars|quid|pounds|euros?|usd|a|per|each|every|month|year|week|monthly|on|for|to|of|my|the|our|goes|just) ?)*$/;

/** Whether an amount stands beside a service, and is not what is left for the evening. */
function isItsPrice(text: string, service: number, amount: number): boolean {
  if (amount > service) return AFTER_NAME.test(text.slice(service, amount));
  const between = text.slice(amount, service).replace(/^[$€£]?\d[\d.,]*/, '');
  return BEFORE_NAME.test(between);
}
