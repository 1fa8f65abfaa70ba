import type { Intent } from './intents.js';
import { findServices } from './vocabulary.js';

/** "When did Netflix go up?", "has my phone plan become more expensive?" */
const DEARER =
  /^(?:(?:so|and|ok|hey|but)[,\s]+)*(?:when|did|has|have|is|by how much|how much)\b(?: (?:did|has|have|is))? (?:my |the )?(?<name>[a-z][a-z0-9+&' -]{1,30}?) (?:go(?:ne|es|ing)? up|went up|rais(?:e|ed)(?: (?:its|their|the) prices?)?|ris(?:e|en)|increased?|(?:get|got|gotten|getting|become|became|becoming|been getting) (?:more expensive|dearer|pricier)|put (?:its|their|the) prices? up|(?:cost|costing) more|change(?:d)? (?:its|their|the)? ?price)\b/;
const NO_SERVICE =
  /^(?:it|that|this|they|i|you|we|my|prices?|budget|rent|income|salary|pay|spending|the|much)\b/;
const A_YEAR = /\b(?:a|per|each|every) (?:year|yr)\b|\b(?:yearly|annually|annual)\b/;
const COST = /\b(?:cost|costs|is|are|pay|paying|come to|comes to|price|spend|spending)\b/;

/** A question about a service that somebody pays for: since when it is dearer, what it comes to a year. */
export function readServiceAsked(text: string): Intent | null {
  const [service, another] = findServices(text);
  const { name } = DEARER.exec(text)?.groups ?? {};
  if (name && !NO_SERVICE.test(name)) return { kind: 'subscriptions', name: service?.name ?? name };
  const asks = /^(?:(?:so|and|ok|hey)[,\s]+)*(?:how much|what)\b/.test(text);
  if (service && !another && asks && A_YEAR.test(text) && COST.test(text) && !/\bif\b|\bcancel/.test(text))
    return { kind: 'subscriptions', name: service.name, yearly: true };
  return null;
}
