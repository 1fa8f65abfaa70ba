import type { Intent, PlainIntent } from './intents.js';
import { findServices } from './vocabulary.js';

/** What people say to an assistant beside its work, each with an answer of its own. */
const ASIDES: readonly (readonly [PlainIntent, RegExp])[] = [
  [
    'internals',
    /\b(?:system prompt|debug mode|developer mode|your (?:instructions|prompt|rules|source code)|(?:database|admin|api|root) (?:password|key|credentials?)|ignore (?:all |any |your |the |my )?(?:previous |prior |earlier )?(?:rules|instructions|prompts?)|jailbreak)\b/,
  ],
  [
    'dictated',
    /^(?:please )?(?:say|repeat|write|print|tell me) (?:exactly|after me|the words?|this|that)\b.*[:"]/,
  ],
  [
    'others',
    /\b(?:my |the )?(?:co-?worker|colleague|boss|neighbou?r|friend|roommate|flatmate|sister|brother|wife|husband|partner|ex)(?:'s)?(?: \w+)? (?:spent|spends|spend|earns?|makes|budget|salary|income|statement|transactions)\b|\b(?:somebody|someone) else's (?:data|budget|spending|statement)\b/,
  ],
  [
    'invest',
    /\b(?:stocks?|shares|crypto|bitcoin|ethereum|invest(?:ing|ment)?|etfs?|index fund|forex)\b.*\??$/,
  ],
  ['weather', /\b(?:weather|forecast|is it (?:raining|sunny|cold|hot)|will it rain|temperature)\b/],
  [
    'cannot-book',
    /^(?:(?:please|can you|could you|will you|would you) )*(?:book|reserve|order|buy|purchase|pay)\s(?:me |us |for me |for us )?(?:a|an|the|some|two|three|four|my|tickets?|it|that|this)\b(?!.*\bto read\b)/,
  ],
  [
    'sorry',
    /\b(?:you are (?:useless|stupid|dumb|terrible|rubbish|wrong)|(?:this|that) is (?:useless|rubbish|stupid|garbage|all wrong|wrong)|(?:stupid|useless|dumb) (?:bot|thing|assistant)|everything wrong|you suck|i hate you|waste of time)\b/,
  ],
  [
    'nothing-spent',
    /\b(?:almost|nearly) (?:bought|got|spent|ordered|paid)\b|\b(?:wanted to|was going to) buy\b.*\bbut (?:i )?did not\b/,
  ],
  [
    'spanish',
    /(?:^|\s)(?:quiero|quisiera|busco|necesito|cu[aá]nto|tengo|pel[ií]culas?|una? (?:peli|libro|juego)|algo (?:barato|para)|gracias|hola)(?:\s|$|[,.!?])/,
  ],
  [
    'german',
    /(?:^|\s)(?:ich (?:will|m[oö]chte|habe|hab|suche|brauche)|mein (?:budget|konto|einkommen)|wie ?viel (?:hab|habe|kann|geld|ist)|was kann ich|hab ich noch|danke|hallo|etwas (?:lustiges|f[uü]r))(?:\s|$|[,.!?])/,
  ],
  [
    'french',
    /(?:^|\s)(?:je (?:veux|voudrais|cherche|gagne)|j'ai|mon budget|combien|un (?:film|livre|jeu) (?:pour|dr[oô]le)|merci|bonjour)(?:\s|$|[,.!?])/,
  ],
];
const CANCEL =
  /^(?:(?:please|can you|could you|will you) )*(?:cancel|unsubscribe(?: me)?(?: from)?|end|stop) (?:my |the )?/;

/** Requests that an assistant for fun and money turns down, and remarks that want a human answer. */
export function readAside(sentence: string): Intent | null {
  const [service] = findServices(sentence);
  if (service && CANCEL.test(sentence) && !/\b(?:i|we|already|just|last|yesterday)\b/.test(sentence))
    return { kind: 'cannot-cancel', name: service.name };
  for (const [kind, pattern] of ASIDES) if (pattern.test(sentence)) return { kind };
  return null;
}
