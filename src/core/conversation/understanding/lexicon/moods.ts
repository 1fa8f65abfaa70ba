/** Moods, as the ranking knows them, with the words for them as pattern sources. */
export const moods: readonly (readonly [mood: string, pattern: string])[] = [
  [
    'funny',
    'funny|funnier|hilarious|laugh(?:s|ing)?|light-?hearted|silly|cheer(?: (?:me|us|her|him))? up|goofy|stupid fun',
  ],
  [
    'cozy',
    'co[sz]y|comfort(?:ing)?|wholesome|rainy(?: \\w+)?|snuggly|heart-?warming|feel-?good|uplifting|staying in|stay in|night in|feeling (?:\\w+ )?(?:down|low|sad|blue|lonely)|(?:rough|hard|bad|long|awful|shitty|tough|crap) (?:day|week|month|time)|under a blanket',
  ],
  [
    'relaxing',
    'relax(?:ing|ed)?|chill(?:ed|ing)?|easy-?going|calm(?:ing)?|unwind|low-?key|mellow|stressed|exhausted|knackered|tired|wind down|switch off|brain ?dead',
  ],
  [
    'exciting',
    'exciting|thrilling|adrenaline|action-?packed|fast-?paced|intense|gripping|edge of (?:my|your|the) seat',
  ],
  [
    'thoughtful',
    'thought-?provoking|thoughtful|deep|clever|smart|mind-?bending|intellectual|makes? (?:me|you) think',
  ],
  ['romantic', "romantic|date ?nights?|anniversary|valentine'?s?|first date|a date"],
  ['social', 'party|sociable|social|with friends|with mates|group of friends|game night'],
  ['scary', "scary|spooky|creepy|terrifying|frightening|hallowe'?en"],
  ['dark', 'dark|gritty'],
  ['epic', 'epic'],
  ['sad', 'sad|tear-?jerker|make (?:me|us) cry|moving|a good cry'],
  ['short', 'short|quick|not (?:too|that) long|something fast'],
  ['family', 'family|kid-?friendly|with (?:the |my |our )?(?:kids|children)'],
];
