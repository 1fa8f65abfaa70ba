/** How somebody says they are; it is answered before anything else. */
export type Feeling =
  | 'crisis'
  | 'heartbroken'
  | 'jobless'
  | 'lonely'
  | 'low'
  | 'worried'
  | 'ill'
  | 'grieving'
  | 'glad';

const FEELINGS: readonly (readonly [Feeling, RegExp])[] = [
  [
    'crisis',
    /\b(?:(?:do not|can not|no longer|don't) (?:really )?(?:see|find) (?:the|any|a) (?:point|reason)|no point in (?:anything|living|going on)|nothing (?:is fun|matters|makes sense) any ?more|(?:want|wish|going|rather|better off) (?:to )?(?:die|be dead|dead|not exist|disappear)|kill(?:ing)? myself|end (?:it all|my life)|suicid\w+|self[- ]harm|hurt myself|can not go on|do not want to (?:live|be here|wake up))\b/,
  ],
  [
    'grieving',
    /\b(?:(?:my|our) (?:\w+ ){0,2}(?:died|passed away|is dying)|lost my (?:mum|mom|dad|father|mother|dog|cat|brother|sister|grand\w+|wife|husband|friend|best friend)|funeral|grieving)\b/,
  ],
  [
    'heartbroken',
    /\b(?:dumped me|got dumped|broke up with me|(?:we|just) (?:just )?broke up|break-?up|left me|heart ?broken|my ex\b.{0,30}\b(?:left|hurt|cheated)|cheated on me|(?:getting|got) (?:a )?divorced?|my divorce|stood me up|got stood up)\b/,
  ],
  [
    'jobless',
    /\b(?:lost my job|got (?:fired|laid off|sacked|made redundant|let go)|been (?:fired|laid off|sacked|made redundant|let go)|out of (?:a job|work)|made redundant|they fired me|unemployed now|hours got cut)\b/,
  ],
  [
    'worried',
    /\b(?:(?:so |really |too )?(?:bad|terrible|awful|hopeless|useless) with money|spent (?:way )?too much|feel (?:sick|awful|guilty|terrible|bad|stupid) .{0,40}\b(?:spent|spend|money|spending)|stressed (?:about|over) money|money (?:stress|worries)|hate myself|in debt|can not pay|drowning in|ashamed|guilty about (?:spending|money))\b/,
  ],
  [
    'ill',
    /\b(?:i am (?:ill|sick|poorly|in bed with|in hospital)|have (?:the flu|a cold|a fever|covid)|feeling (?:ill|sick|poorly)|stuck in (?:bed|hospital)|broke my (?:leg|arm|foot|ankle))\b/,
  ],
  [
    'lonely',
    /\b(?:lonely|all alone|(?:home )?alone again|no ?(?:one|body) to (?:go|hang|talk|do)|nobody (?:wants me|likes me|to)|no friends|by myself again|everyone is (?:out|busy|away))\b/,
  ],
  [
    'low',
    /\b(?:feeling (?:\w+ )?(?:down|low|sad|blue|depressed|crap|rubbish|shit|shitty|awful|flat|meh|miserable)|i am (?:\w+ )?(?:sad|down|depressed|miserable|upset|heartbroken)|(?:rough|hard|bad|awful|terrible|horrible|shit|shitty|crap|crappy|long|tough|rubbish) (?:day|week|month|time|night)|cheer (?:me|us|him|her) up|crying|need a hug|everything sucks|burnt? out)\b/,
  ],
  [
    'glad',
    /\b(?:got (?:the|a) (?:job|promotion)|passed my (?:exam|exams|test|driving)|got (?:engaged|married)|just graduated|we are (?:engaged|pregnant|having a baby)|best day ever|i am so happy)\b/,
  ],
];

/** The feeling that a normalised message tells; null where it tells none. */
export function readFeeling(text: string): Feeling | null {
  for (const [feeling, pattern] of FEELINGS) if (pattern.test(text)) return feeling;
  return null;
}
