import type { Intent, PlainIntent } from './intents.js';

const PLAIN: readonly (readonly [PlainIntent, RegExp])[] = [
  [
    'help',
    /^(?:\/?help(?: me)?(?: please)?|\?+|commands?|menu|what can you do(?: for me)?|what do you do|how does this work|how do you work|how do i use (?:you|this)|what (?:are|can) (?:your|the) (?:commands|features)|what else can you do|what can i ask(?: you)?)$/,
  ],
  [
    'new',
    /^(?:\/?new(?: (?:chat|conversation|session|topic))?|start (?:over|again|fresh|a new (?:chat|conversation|session))|reset(?: (?:chat|conversation))?|clear(?: (?:the )?(?:chat|conversation|history))?|forget this conversation)$/,
  ],
  [
    'export',
    /^(?:\/?export(?: (?:my |all (?:my )?)?(?:data|everything|stuff))?(?:,? .{0,30})?|download my data|(?:can i (?:have|get|see)|give me|send me|i want) (?:a copy of )?(?:all )?(?:of )?my data)$/,
  ],
  [
    'forget',
    /^(?:\/?forget me|delete (?:me|my (?:account|data|everything)|all|all (?:of )?my (?:data|stuff|information)|everything(?: you (?:know|have)(?: (?:about|on) me)?)?)|erase (?:me|my data|everything)|remove (?:my account|all my data))$/,
  ],
  [
    'thanks',
    /^(?:(?:ok(?:ay)?|great|perfect|awesome|nice|cool|super|lovely|brilliant|amazing|wonderful|excellent|good|fantastic)[\s,!.]*)*(?:thanks?(?: (?:a lot|so much|very much|again|heaps|mate|man|buddy|you|matinee))*|thank you(?: (?:so much|very much|again|matinee))?|thx|ty|cheers|ta|much appreciated|appreciate it)(?:[,!]? (?:for|that (?:is|was)|you are|this is).*)?$/,
  ],
  [
    'farewell',
    /^(?:bye+(?: bye)?|goodbye|good ?night|see (?:you|ya)(?: later| soon| tomorrow)?|ciao|take care|talk (?:to you )?(?:soon|later))(?: (?:matinee|then|mate))?$/,
  ],
  [
    'greeting',
    /^(?:(?:hi+|hey+|hello+|hiya|howdy|yo|g'?day|good (?:morning|afternoon|evening)|greetings|hola|sup|what is up)(?: (?:there|matinee|mate|you|everyone|bot|again))*[\s,!.]*)+$/,
  ],
  [
    'how-are-you',
    /^(?:(?:hi|hey|hello)[\s,]*)?(?:how are you(?: doing)?(?: today)?|how is it going|how do you do|you ok(?:ay)?|are you (?:ok|well|good))$/,
  ],
  [
    'who',
    /^(?:who are you|what are you|are you a real (?:person|human)|is this a (?:bot|robot|person|human)|am i talking to a (?:bot|robot|person|human)|are you (?:a (?:bot|robot|human|person|program|machine)|human|real|an ai)|what is your name|tell me about yourself|introduce yourself)$/,
  ],
  [
    'privacy',
    /^(?:.*\b(?:is (?:my|this) (?:data|information|statement|it) (?:safe|private|secure)|who (?:else )?(?:can )?sees? (?:my|this)|(?:should|can|could) i trust you|trust you with|what do you (?:store|keep|save)(?: about me)?|privacy|do you (?:sell|share|store|keep) (?:my|this)|what happens (?:to|with) my (?:data|statement|documents?)).*)$/,
  ],
  [
    'joke',
    /^(?:.*\b(?:tell|know|got|give|say|hear)\b.*\bjokes?\b.*|make me laugh(?: please)?|jokes?|something funny please)$/,
  ],
  [
    'yes',
    /^(?:yes(?: please)?|yep|yeah(?: please)?|yup|sure(?: thing)?|ok(?:ay)?|do it|yes do it|yes go on|aye|yes yes|go ahead|please do|correct|that is right|right|confirm(?:ed)?|absolutely|of course|definitely|y|sounds good|that is correct|yes,? (?:that is )?(?:right|correct|do it|delete (?:it|everything|me)|go ahead))$/,
  ],
  [
    'no',
    /^(?:no(?: thanks?| thank you)?|nope|nah|not really|do not(?: do it)?|(?:no[,\s]+)?(?:wait[,\s]+|hold on[,\s]+)+(?:no|do not(?: do it)?|stop)|n|cancel|leave it|keep it|never ?mind|forget it|wrong|that is (?:wrong|not right))$/,
  ],
  [
    'not-now',
    /^(?:(?:no|nah|ok|um|sorry|please)[,\s]+)*(?:not (?:right )?now|(?:maybe )?(?:later|another time|some other time)|not (?:today|yet|this time)|i am busy|busy|remind me later|remind me tomorrow|snooze(?: (?:it|that))?|ask me later|can we do this later|leave me alone(?: for now)?)(?: (?:please|thanks|thank you))?$/,
  ],
  [
    'acknowledged',
    /^(?:h+m+|k+|ok+|okay then|alright(?: then)?|cool(?: cool)?|nice|i see|got it|gotcha|fair enough|fine|noted|interesting|wow|oh|ah+|oh ok(?:ay)?|sweet|great|good to know|makes sense|right then|understood|ok cool|meh|whatever|as if|sure|haha|perfect|brilliant|awesome|lovely)$/,
  ],
  ['stop', /^(?:stop|halt|abort)$/],
];

const LINK_CODE =
  /^(?:\/?link|my code is|use code|redeem(?: code)?|connect(?: with)?)\s+([a-z0-9]{4}[\s-]?[a-z0-9]{4}(?:[\s-]?[a-z0-9]{4})?)$/;
const LINK =
  /^(?:\/?link(?: (?:me|account|accounts|my accounts?|code))?|connect my accounts?|(?:how (?:do|can) i )?(?:link|connect|join) (?:my )?(?:other |discord |slack |teams |web )?accounts?.*|use this on (?:slack|discord|teams).*|.*\b(?:also|already) use you on (?:slack|discord|teams|the web)\b.*|.*\blink (?:them|both|the two|my accounts)\b.*)$/;

const UNLINK =
  /^(?:\/?unlink(?: (?:me|this|it|(?:my|this) account|my accounts|accounts|this chat))?|separate my accounts?)$/;

/** Commands and small talk: the whole sentence is the command. */
export function readCommand(sentence: string): Intent | null {
  const plain = sentence
    .replace(/^(?:please|matinee|hey matinee|ok matinee)[\s,:]+/, '')
    .replace(/[\s.!?…]+$/, '')
    .replace(/,? (?:please|pls|matinee)$/, '');
  const code = LINK_CODE.exec(plain)?.[1];
  if (code) return { kind: 'link', code };
  if (UNLINK.test(plain)) return { kind: 'unlink' };
  if (LINK.test(plain)) return { kind: 'link', code: null };
  for (const [kind, pattern] of PLAIN) if (pattern.test(plain)) return { kind };
  const words = COMMANDS[plain.replace(/^\//, '')];
  return words ?? null;
}

/** The tools as plain commands. */
const COMMANDS: Readonly<Record<string, Intent>> = {
  budget: { kind: 'budget' },
  'my budget': { kind: 'budget' },
  money: { kind: 'budget' },
  balance: { kind: 'budget' },
  spending: { kind: 'spending', span: null, words: null, months: null, category: null },
  'my spending': { kind: 'spending', span: null, words: null, months: null, category: null },
  insights: { kind: 'insights' },
  subscriptions: { kind: 'subscriptions' },
  subs: { kind: 'subscriptions' },
  'my subscriptions': { kind: 'subscriptions' },
  wishlist: { kind: 'wishlist' },
  'my wishlist': { kind: 'wishlist' },
  list: { kind: 'wishlist' },
  'my list': { kind: 'wishlist' },
  'the list': { kind: 'wishlist' },
  'show list': { kind: 'wishlist' },
  'show my list': { kind: 'wishlist' },
  'show the list': { kind: 'wishlist' },
  'show me my list': { kind: 'wishlist' },
  'show me the list': { kind: 'wishlist' },
  'what did i save': { kind: 'wishlist' },
  saved: { kind: 'wishlist' },
  alerts: { kind: 'alerts', change: null },
  documents: { kind: 'documents', change: 'list' },
  'my documents': { kind: 'documents', change: 'list' },
  files: { kind: 'documents', change: 'list' },
  preferences: { kind: 'show-taste' },
  'my preferences': { kind: 'show-taste' },
  'my taste': { kind: 'show-taste' },
  taste: { kind: 'show-taste' },
};
