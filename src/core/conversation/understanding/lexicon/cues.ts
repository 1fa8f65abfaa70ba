/**
 * Signs of what somebody is after, each a pattern source over a normalised text. A sign alone decides nothing: what a
 * sentence means is weighed from all the signs in it (`../weights.ts`).
 */
export const cues = {
  howMuch:
    'how much|how many times|how often|how many (?:dollars|bucks|euros?|pounds|quid)|what amount|total(?:led)?|in total',
  question:
    'what|which|where|when|who|why|how|can|could|would|will|should|do|does|did|is|are|am|have|has|any',
  tell: 'tell me|show(?: me| us)?|give me|list|see|check|remind me|look at',
  me: 'i|me|my|mine|we|us|our',
  // Money at hand.
  funds:
    'budget|money|cash|funds?|dough|dosh|moolah|allowance|balance|wallet|purse|kitty|wiggle room|headroom|finances|financially|money ?wise|bucks|dollars',
  remain:
    'left(?: over)?|leftovers?|remaining|remain|remainder|still have|still got|to play with|to burn|to spare|to spend|to blow|to work with|available|run out|spare',
  canSpend:
    '(?:can|could|may|should|shall) (?:i|we) (?:\\w+ )?(?:spend|blow|splash|burn|use up)|(?:allowed|ok|okay|safe|free) to spend|spend (?:per|a|each) (?:day|week)|room to spend',
  standing:
    'am i (?:\\w+ )?(?:broke|over|under|ok|okay|good|fine|done|on track|in the red|doing)|how am i (?:doing|looking|tracking)|how (?:is|are) (?:my|our) (?:budget|finances|money|cash|wallet)|how are we (?:doing|looking)|where (?:am i at|do i stand|are we at)|overspen\\w+|over ?budget|still (?:go out|have fun|treat)|how bad is it|too (?:broke|poor)',
  cap: 'limit|cap|ceiling|max(?:imum)?',
  period:
    'this (?:month|week)|the month|of the month|month end|payday|pay day|rest of the (?:month|week)|per day|a day|per week|a week|daily|weekly|til(?:l)? friday',
  // What comes in and what must go out.
  income:
    'income|salary|wages?|pay ?che(?:ck|que)s?|pay (?:is|was|will be)|take[- ]?home|earnings?|earn(?:ing)?|(?:i|we) (?:now |only |currently )?(?:make|making|get paid|net|clear|gross)|bring(?:ing)? (?:home|in)|get paid|(?:job|work|gig|shift)s? (?:gets?|pays?|brings?) me|payday',
  paid: '(?:when|how much|what)(?: \\w+){0,3} (?:get|getting|be|am|is|are) (?:my |i )?(?:paid|pay ?day|pay ?check|wages|salary)|when (?:is|does) (?:my )?(?:next )?(?:pay|payday|pay ?check|salary|wages)|next pay ?(?:day|check)|do i (?:earn|make)|(?:is|was) my (?:income|salary|pay)',
  setsAside: '(?:put|set|save|stash|keep|move) .{0,16}(?:aside|away|by|savings)|save',
  needs: 'rent|mortgage|bills?|utilities|fixed (?:costs|expenses)|essentials|outgoings|insurance|electricity',
  saving: 'sav(?:e|ing|ings)|put (?:away|by)|(?:put|set) aside .{0,20}(?:savings|rainy)',
  debts: 'loans?|debts?|credit card|repayments?|minimums?',
  fun: 'fun|entertainment|going out|leisure|play money|nights? out|treats|enjoyment',
  bumps: 'bump|raise|increase|lower|cut|reduce|up|set',
  intends:
    '(?:going|planning|about|want) to spend|will (?:probably )?spend|(?:might|may|gonna) spend|plan (?:on spending|to spend)',
  splits: 'split (?:it|the (?:bill|cost|check))|went halves|go halves|dutch',
  sets: 'set|change|make|raise|lower|increase|reduce|cap|keep|limit|allow|give myself|stick to|let us say|should be|want to spend|like to spend|plan to spend|only spend|set aside|put aside|budget(?: is| of| to|ing)?|is now|is|bump|cut|up my|per month|a month|each month|every month|monthly',
  // What was spent.
  spent:
    'spent|blew|burned|burnt|wasted|splurged|splashed(?: out)?|dropped|shelled out|forked (?:out|over)|paid|bought|purchased|put down|cost (?:me|us)|costed|set (?:me|us) back|laid out|coughed up|ran me|treated (?:myself|us)|chipped in|charged me',
  got: 'got|grabbed|picked up|ordered|was|were|came to|went|had|took',
  logs: 'log|add|note|record|put|jot down|count',
  spending:
    'spen[dt](?:ing)?|blow|blew|burn(?:ed|t|ing)?|wast(?:e|ed|ing)|splurged?|splash(?:ed)?|shell(?:ed)? out|gone|went|goes|going|paid|pay(?:ing)?|dropped|order(?:ed)?|eating|draining|costing|cost(?:ed)?',
  breakdown:
    'break ?down|summary|overview|report|by category|categories|where (?:does|did|is|has|do) (?:all )?(?:of )?(?:my|the|our) (?:money|cash)|eating (?:up )?(?:all )?(?:of )?my (?:money|budget|cash)|(?:my|our|the) (?:spending|expenses|outgoings)|spending (?:summary|breakdown|report|so far|by)|biggest categor(?:y|ies)',
  largest: 'biggest|largest|most expensive|priciest|highest|costliest',
  purchase:
    'purchases?|buys?|expenses?|transactions?|charges?|payments?|spends?|bought|splurges?|spent|things?|items?',
  usual: 'usual(?:ly)?|normal(?:ly)?|average|than (?:before|last)|typical|other months|compared?|trends?',
  unusual: 'unusual|odd|weird|strange|stands? out|insights?|suspicious|notice|anomal\\w+',
  saveUp: 'cut (?:back|down|costs)|save (?:more|money|some)|spend less|economi[sz]e|trim',
  // Services.
  subscription:
    'subscriptions?|memberships?|recurring|direct debits?|standing orders?|(?:monthly|regular) (?:charges|payments|costs)|(?:paying|pay) (?:for )?(?:every|each|per) month|signed up (?:for|to)|subscribed|streaming services?',
  drops: 'drop|cancel|keep(?:ing)?|ditch|get rid of|give up|lose|axe|worth|need|cut',
  has: 'have|has|got|use|pay for|subscribe to|signed up|joined|started|on my|share',
  ended:
    'cancel+ed|do not (?:have|use|pay)|no longer|got rid of|stopped|quit|ditched|dropped|ended|unsubscribed|not .{0,12}any ?more|gave up',
  // Whether it fits.
  affords:
    'afford|within (?:my |our |the )?(?:budget|means|reach)|get away with|swing|justify|splurge on|do-?able|realistic|too much|too (?:expensive|pricey)|reasonable|out of reach|worth it|break the bank|pull off|feasible|a bad idea|a good idea|be (?:dumb|stupid|crazy|silly|irresponsible)|sensible|allowed|is there room|have room|room for|wise|blow (?:my|the) budget|have enough|enough (?:for|to|money|cash)',
  allows: 'ok(?:ay)?|alright|fine|possible|fits?|stretch|manage|should (?:i|we)|enough|still|get',
  buys: 'buy|get|spend|pay|do|go|have|take|book|order|treat|drop|splash|blow|purchase|pick up|fit in|squeeze in',
  saveFor: 'how long (?:would|do|will|to|until|till|before)|save up|put (?:away|aside|by)|saving for',
  supposes: 'if (?:i|we)|suppose|say i|what if|imagine|were to|would (?:be|i have|that|it)|after that|then',
  // Ideas.
  ideas:
    'recommend\\w*|suggest\\w*|ideas?|what (?:is )?next|what now|surprise (?:me|us)|bored|what else|what is (?:on|good|fun|playing|showing|happening)|looking for|look for|in the mood|craving|inspire (?:me|us)|inspiration|what (?:can|could|should|shall|to|would) (?:i|we|you)?|what (?:can|could|should|shall) (?:\\w+ ){1,4}(?:do|watch|play|eat|see|read|go)|most popular|best rated|top rated|what is there to|hook (?:me|us) up|help (?:me|us) (?:find|pick|choose|decide)|find (?:me|us)|things? to do|stuff to do|something to do|somewhere|where (?:can|could|should|shall|to)|any (?:good|decent|fun|nice|cool|great)|keep (?:me|us|them) busy|entertain(?:ed)?|gift|present(?= for)|options?',
  wants:
    'want|need|would like|fancy|feel like|could (?:really )?(?:use|do with)|could go for|give me|show me|pick|which|something|anything|good|best|fun|decent|nice|cool|great|cheap|in for|kill|dying (?:to|for)|keen|let us|planning|plans?|thinking of|treat|take (?:my|the|our)|taking (?:my|the|our)|bring(?:ing)? (?:my|the)|celebrat\\w+|birthday|anniversary|date|hang ?out|coming over|visit(?:ing)?|never had|try',
  likes:
    'loves?|likes?|enjoys?|adores?|into|fan of|keen on|nerd|geek|buff|obsessed|sucker for|big on|addict(?:ed)?|favou?rites?|prefers?|up for|mad about|crazy about|all about|can not get enough of|my (?:jam|thing|favou?rite)',
  dislikes:
    'hates?|dislikes?|detests?|loathes?|can not (?:stand|do|deal with|handle|bear)|allergic to|not (?:into|a fan|keen|big on|really|my thing)|do not (?:\\w+ )?(?:like|enjoy|want|do)|scared of|(?:makes?|gives?|bores?|puts?|creeps?|freaks?) me|sick of|tired of|over it|never|hard pass|avoid|turn me off|not for me|wasted on me|no good (?:to|for) me|leave out|do not work for me|hates?',
  plansEvening: 'plan|organi[sz]e|put together|sort out',
  evening: 'evening|night(?: out)?|date|day out|outing|weekend|saturday|sunday|friday|afternoon',
  // Things.
  price: 'price|cost|costs|how much (?:is|are|does|would|for)|how expensive',
  about: 'about|know|heard of|tell me about|look up|search|find|do you have|have you got',
  versus: 'vs\\.?|versus|or|better',
  // Explanations.
  why: 'why|how come|how (?:did|do|does|are|is|was) (?:you|that|it|this|the|my)|based on|explain|reason(?:ing)?|come from|comes from|came from|prove|are you sure|how sure|what makes|work(?:ed|ing)? (?:it |that |this )?out|calculat\\w+|figure (?:it |that )?out|the (?:math|maths|sum|arithmetic|working)|add up|trust (?:that|this|your) (?:number|figure)s?|double[- ]check|where .{0,20}\\bget (?:that|the|this)|where (?:did|do) you (?:get|take|find|have|see)|does not (?:add up|look right|seem right)|sounds? wrong',
  aFigure:
    'budget|number|figure|amount|sum|left|remaining|spent|income|salary|needs|bills|savings|discretionary|money|math|maths',
  // Files.
  file: 'statements?|documents?|docs|files?|pdfs?|uploads?|pay ?(?:stubs?|slips?)|payslips?|receipts?|invoices?|screenshots?|photos?|pictures?|scans?|csv|spreadsheet|excel',
  misread:
    '(?:read|got|get) (?:it|that|them|everything|my \\w+) (?:right|wrong|correctly|properly)|(?:balance|numbers?|figures?|sums?|total)(?: \\w+){0,5} (?:looks?|seems?|is|are) (?:off|wrong|weird|funny)',
  sends:
    'send|upload|share|give|add|drop|attach|read|accept|take|import|scan|formats?|works? with|use|process|want|useful|good enough|link my bank|connect my bank',
  received:
    'did you|do you|have you|you have|got|receive\\w*|what (?:did|do|does)|what is in|which|list|show|see|my|of mine|read|legit|verified|correct',
  deletes: 'delete|remove|erase|wipe|forget|clear out|scrap|bin|get rid of|purge|nuke',
  wipes:
    '(?:delete|remove|erase|wipe|clear|purge|nuke|forget|scrap) (?:\\w+ ){0,2}?(?:everything|all|my (?:account|data|profile|info|information|stuff|history)|me$|me completely|me entirely|about me|on me)',
  exports: 'export|download|copy of|backup|data dump',
  watched:
    'who (?:else )?(?:can |could |will |does )?(?:see|sees|read|reads|access|look)|(?:can|could|will|does) (?:my |the |a |your )?(?:\\w+ )?(?:wife|husband|partner|boss|colleagues?|co-?workers?|friends?|anyone|anybody|others?|people|they|somebody|someone|family|mum|mom|bank) (?:see|read|access|look)|(?:is|are) (?:this|my \\w+|it|that|these) (?:\\w+ )?(?:safe|private|secure|confidential)|what (?:do|will) you do with (?:my|this)',
  privacy:
    'private|privacy|safe|secure|security|trust|confidential|who (?:else )?(?:can |could |will )?(?:see|sees|read|reads|access)|share (?:my|this|it|that)|sell (?:my|this|it)|store (?:my|this|it)|leak|hack\\w*|gdpr|encrypted|boss|employer|it department|admins?',
  platform:
    'slack|discord|teams|whatsapp|telegram|phone|another (?:device|app|chat)|other (?:chat|app|account|device|place)|web(?:site)?|desktop',
  links: 'link|connect|join|sync|merge|also use|use (?:this|you)|same (?:account|person|data)',
  alert:
    'alerts?|notifications?|notify|warn(?:ings?)?|ping me|nudge|heads[- ]up|remind(?:ers?)?|let me know when|tell me (?:when|if)|pester\\w*|nag(?:ging)?|(?:messag|writ|text|contact|bother|spamm?)\\w* (?:to )?me',
  off: 'off|stop|disable|no more|mute|quiet|do not|shut up|less',
  mine: 'wish ?list|saved|my list|bookmark\\w*|did you save|you saved|save[ds]? (?:for )?later|favou?rites? list|put (?:aside|away) for later|shortlist',
  ofMine:
    'my (?:taste|tastes|preferences|profile|likes)|(?:what|which)(?: \\w+){0,4} i (?:like|love|enjoy|hate|dislike)|know about me|think i (?:like|love|hate)|remember about me|you know me',
  // Talk.
  greets:
    "hi+|hey+a?|hello+|hiya|heya|howdy|yo+|g'?day|good (?:morning|afternoon|evening)|morning|evening|greetings|sup|what is up|wassup|aloha|ahoy",
  thanks:
    'thanks?|thank you|cheers|ta|much appreciated|appreciate|legend|star|lifesaver|you rock|you are the best|nice one|perfect|brilliant|awesome|amazing|lovely',
  parts:
    'bye+|goodbye|good ?night|see (?:you|ya)|later|ciao|take care|gotta (?:run|go)|(?:have to|got to|i must) (?:run|go)|talk (?:to you )?(?:soon|later)|off to bed|cya|catch you|speak soon|that is all|that will be all',
  capable:
    'what (?:can|do|could|are) you (?:even |actually |really )?(?:do|able|for|good)|how (?:do|does|can) (?:you|this|it|i use) (?:work|you|this)?|how do i (?:start|begin|use)|what are your (?:features|commands|skills)|what is this(?: thing)?|what else can you|able to do|help me get started|get started|what can i ask',
  person:
    'are you (?:a |an )?(?:\\w+ )?(?:human|real|bot|robot|ai|person|machine|program|chatgpt|gpt|llm)|who (?:are you|made you|built you|am i (?:talking|chatting) to)|what are you(?= ?(?:$|[?.!]|exactly|really))|your name|is this a (?:bot|robot|person|human)',
  complains:
    'wrong|useless|stupid|dumb|terrible|rubbish|garbage|crap|awful|suck\\w*|hate you|waste of time|nonsense|does not make sense|bad bot|ridiculous|annoying|not (?:helpful|useful|what i (?:asked|meant|wanted|said))|broken|idiot|trash',
  blames: 'you|your|this|that|bot|it|everything|answer|suggestions?',
} as const satisfies Readonly<Record<string, string>>;

export type Cue = keyof typeof cues;
