import type { Intent, PlainIntent } from './intents.js';
import { readPaidBack } from './paid-back.js';
import { isMoneyBackAsked } from './rows-asked.js';
import { findServices } from './vocabulary.js';

/** What people say to an assistant beside its work, each with an answer of its own. */
const ASIDES: readonly (readonly [PlainIntent, RegExp])[] = [
  [
    'internals',
    /\b(?:system prompt|debug mode|developer mode|your (?:instructions|prompt|rules|source code)|(?:database|admin|api|root) (?:password|key|credentials?)|ignore (?:all |any |your |the |my )?(?:previous |prior |earlier )?(?:rules|instructions|prompts?)|jailbreak|pretend (?:you are|to be)|with no rules|act as)\b/,
  ],
  [
    'dictated',
    /^(?:please )?(?:say|repeat|write|print|tell me) (?:exactly|after me|the words?|this|that)\b.*[:"]/,
  ],
  [
    'others',
    /\b(?:my |the )?(?:co-?worker|colleague|boss|neighbou?r|friend|roommate|flatmate|sister|brother|wife|husband|partner|ex)(?:'s)?(?: \w+)? (?:spent|spends|spend|earns?|makes|budget|salary|income|statement|transactions)\b|\b(?:somebody|someone) else(?:'s)? (?:data|budget|spending|statement|money)|(?:another|other|different) (?:user|person|people|customer|member)(?:s|'s|s')?\b|other people's (?:data|money|statements?|budgets?)|what (?:does|did|do) (?:\w+ )?(?:earns?|make|spend) at my (?:work|company)\b/,
  ],
  [
    'invest',
    /\b(?:stocks?|shares|crypto|bitcoin|ethereum|invest(?:ing|ment)?|etfs?|index fund|forex)\b.*\??$/,
  ],
  [
    'weather',
    /\b(?:weather|forecast|is it (?:raining|sunny|cold|hot)|(?:will|is|does) it (?:going to |look like )?(?:rain|snow|be (?:sunny|cold|hot|wet|nice out|dry))|going to (?:rain|snow)|temperature)\b/,
  ],
  [
    'cannot-book',
    /^(?:(?:please|can you|could you|will you|would you) )*(?:book|reserve|order|buy|purchase|pay)\s(?:me |us |for me |for us )?(?:a|an|the|some|two|three|four|my|tickets?|it|that|this)\b(?!.*\bto read\b)/,
  ],
  [
    'cannot-remind',
    /\b(?:remind me (?!of\b|about (?:it|that|this|the (?:first|second|third|fourth|last)) later\b)(?:to\b|on\b|at\b|in\b|every\b|next\b|tomorrow\b|about\b|when (?:it is|payday))|set (?:me )?(?:a|an) (?:reminder|alarm|timer)|(?:put|add) (?:it|that|this) (?:in|to|on) my (?:calendar|diary))/,
  ],
  [
    'partly',
    /\b(?:delete|erase|wipe|remove|forget)\b(?!.*\b(?:statements?|documents?|files?|pdf|receipt)\b).*\b(?:but (?:keep|not|leave)|except|keep my|leave my)\b/,
  ],
  [
    'why-me',
    /\b(?:google|chatgpt|siri|alexa|copilot|other apps?)\b.{0,40}\b(?:can not|can|better|different|does not|do not|instead)\b|\b(?:that|than|over|instead of|unlike) (?:google|chatgpt|siri|alexa)\b|\bwhy (?:should i|would i) use you\b|\bwhat makes you (?:different|special|better)\b/,
  ],
  [
    'money-back',
    /\b(?:paid|paying|pays|gave|give|sent) me back\b(?!.*\b(?:will|going to)\b)|\b(?:got|get|had) (?:a |my )?(?:\w+ )?(?:refund|money back)(?:ed)?\b|\b(?:was|been|got) (?:refunded|reimbursed)\b|\brefunded me\b/,
  ],
  [
    'beyond',
    /^(?:(?:please|hey|hi|ok|can you|could you|will you|would you|i need you to|help me|now)[\s,]+)*(?:write|draft|compose|translate|code|program|debug|solve|calculate the|do my (?:homework|taxes)|summari[sz]e|proofread|fix my (?:code|cv|resume))\b(?!.*\b(?:budget|spending|wish ?list|statement)\b)|\b(?:write|draft) (?:me |him |her |them |us )?(?:an? |my |some )?(?:\w+ ){0,2}(?:script|code|letter|e-?mail|essay|poem|song|speech|program|cover letter|cv|resume|app|joke about)\b|\b(?:python|javascript|typescript|sql|html) (?:script|code|function|query)\b|\b(?:legal advice|sue (?:him|her|them|my)|my lawyer|diagnos\w+|prescri\w+|homework|(?:declare|deduct|file|owe)\b.{0,30}\btax(?:es)?|tax (?:return|advice)|who (?:won|is the president|invented|is the king)|capital of|meaning of life|recipe for|how (?:do|to) (?:i )?(?:cook|bake|fix|install))\b/,
  ],
  [
    'sorry',
    /\b(?:you are (?:useless|stupid|dumb|terrible|rubbish|wrong)|(?:this|that) is (?:useless|rubbish|stupid|garbage|all wrong|wrong)|(?:stupid|useless|dumb) (?:bot|thing|assistant)|everything wrong|you suck|i hate you|waste of time)\b/,
  ],
  [
    'nothing-spent',
    /\b(?:almost|nearly) (?:bought|got|spent|ordered|paid)\b|\b(?:bought|got|ordered|purchased)\b.*\b(?:and|but|then) (?:i )?(?:(?:have|then|already|just) )*(?:returned|sent|took|brought) (?:it|that|them|everything)(?: back)?\b|\b(?:wanted to|was going to) buy\b.*\bbut (?:i )?did not\b/,
  ],
];
/** "That's wrong, undo": asks for something to be done. */
const UNDOES = /\b(?:undo|revert|take (?:it|that) back|scrap (?:it|that)|put it back)\b/;
const CANCEL =
  /^(?:(?:please|can you|could you|will you) )*(?:cancel|unsubscribe(?: me)?(?: from)?|end|stop) (?:my |the )?/;

/** Requests that an assistant for fun and money turns down, and remarks that want a human answer. */
export function readAside(sentence: string): Intent | null {
  const [service] = findServices(sentence);
  if (service && CANCEL.test(sentence) && !/\b(?:i|we|already|just|last|yesterday)\b/.test(sentence))
    return { kind: 'cannot-cancel', name: service.name };
  // Asked, it is looked up; told, it is noted.
  if (isMoneyBackAsked(sentence)) return null;
  const back = readPaidBack(sentence);
  if (back) return back;
  // "My partner makes 3k, I make 2k" tells, and asks for nobody's figures.
  const told = /\d/.test(sentence) && !/\?\s*$|^(?:what|how|who|where|show|tell)\b/.test(sentence);
  for (const [kind, pattern] of ASIDES)
    if (
      pattern.test(sentence) &&
      !(kind === 'others' && told) &&
      !(kind === 'sorry' && UNDOES.test(sentence))
    )
      return { kind };
  return null;
}
