import type { Intent } from './intents.js';
import { moneyNameOf } from './lexicon/money-names.js';

const ASKED =
  /^(?:(?:and|so|ok|hey|wait|sorry|remind me|can you tell me|tell me|do you (?:know|remember))[,\s]+)*(?:(?:what|how much) (?:did i (?:tell|say|give)(?: to)? you(?: (?:for|about|of|on|as))?|did i say(?: (?:for|about|as|is))?|(?:do|have) you (?:have|got|noted?|written)(?: down)?(?: (?:for|as|of|about|on))|(?:is|was|are) (?:my|our)(?= .*\b(?:again|you have|i told you)\b))|which (?:bills|needs|expenses) (?:did i tell you|do you (?:have|know)))\s*(?:my |our |the )?(?<what>[a-z' -]*?)(?: (?:is|was|again|so far|down|payment|bill|bills|costs?|you have|i told you))*[?.!\s]*$/;
const ALL = /^(?:bills|needs|expenses|outgoings|fixed (?:costs|expenses)|)$/;

/** "What did I tell you for rent": a part of the figures by its name, or all of them; null where nothing like it is asked. */
export function readToldPart(text: string): Intent | null {
  const what = ASKED.exec(text)?.groups?.what?.trim();
  if (what === undefined) return null;
  const found = moneyNameOf(what);
  if (found?.name) return { kind: 'told-part', name: found.name };
  return ALL.test(what) && what !== '' ? { kind: 'told-part', name: null } : null;
}
