/** Words that say nothing of what a thing is about, though the dictionary has them as nouns or adjectives. */
export const emptyWords: Readonly<Record<string, string>> = {
  things: `
    thing things stuff one ones bit lot kind kinds sort type types way idea ideas option options
    something anything nothing everything somewhere anywhere place places recommendation recommendations
    suggestion suggestions recommend suggest pick treat present gift plan plans life world turn rest end
    top vibe vibes style theme themed title titles name point activity activities chance
  `,
  times: `
    time times day days night nights evening afternoon morning week weeks month year weekend today
    tonight tomorrow hour hours minute minutes birthday anniversary date recent recently lately right
    now later soon again already friday saturday sunday monday tuesday wednesday thursday back payday
    lunchtime while
  `,
  people: `
    people person player players guy guys friend friends mate mates partner girlfriend boyfriend
    wife husband mum mom dad parents sister brother son daughter kid kids child children baby family
    folks colleague colleagues couple group party us me you someone somebody everyone anyone adult
    adults grown-ups grownups teen teens teenager teenagers everybody nobody crowd gang team learn
    learners student students grandma grandpa granny grandad grandmother grandfather nan uncle aunt cousin niece nephew boss beginner beginners newbie flatmates roommates
  `,
  places: `
    home house town city area train flight trip holiday beach work school job cinema near around outside
    inside wifi internet
  `,
  money: `
    budget money cash dollar dollars buck bucks pound pounds quid euro euros price prices cost cheap
    cheaper expensive pricey free max maximum limit total head each per bank break available spend incl
    including cheapo fees
  `,
  measures: `
    half next last first second other another different same more less few many much little big small
    long short old year-old able both two three four five six seven eight nine ten eleven twelve whole
    entire full certain several enough only any all
  `,
  judgements: `
    good great nice fun cool best better decent new sure ready easy hard heavy light quick fast mind
    mood feel feeling need want love like likes loved enjoy interested interest favourite favorite worth
    really pretty super fancy simple normal usual proper real actual possible own nuts keen special ish
    worthy
  `,
  states: `
    bored boring tired rainy sunny spare busy lazy rough bad tough awful raining rain wet cold hot drunk
    alone
  `,
  courtesies: `
    please thanks thank ok okay yes no hi hey hello matinee
  `,
  joints: `
    below above under over without within doing going its our your their his her
  `,
  deeds: `
    switch watch play read eat see go do get give find show take make keep try buy
  `,
};

/** Words of grammar, which name nothing whatever stands beside them. */
export const grammarWords = `
  and but for nor not yet the this that these those who whom whose which what when where why how whatever whenever
  are was were been being has have had having does did done can could may might must shall should will would
  she him hers they them theirs mine ours yours myself yourself ourselves themselves himself herself itself
  there here from into onto with till until unless than then though although because since after before between
  during through across along off out too very just also even ever never always maybe perhaps else instead
  let lets looking tell think know got getting come said says
`;
