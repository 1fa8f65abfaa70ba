import type { ItemType } from '../../../../domain/ranking/item.js';

const games: readonly ItemType[] = ['board_game', 'card_game', 'game'];

/** Words for the kinds of things, as pattern sources; what contains another stands before it. */
export const kinds: readonly (readonly [pattern: string, types: readonly ItemType[]])[] = [
  ['board ?games?|tabletop(?: games?)?|table ?top', ['board_game']],
  ['card ?games?|deck ?builders?|cards?(?: or| and|,| \\/) \\w+ games?|game of cards', ['card_game']],
  [
    'video ?games?|computer games?|pc games?|steam games?|console games?|xbox|playstation|ps ?[45]|nintendo(?! switch online)|(?:nintendo )?switch(?= games?)|games? (?:for|on) (?:my |the )?(?:switch|pc|steam|xbox|ps ?[45]|laptop|console|computer)|gaming|mobile games?',
    ['game'],
  ],
  ['(?:tak(?:e|ing)|treat(?:ing)?|bring(?:ing)?) (?:\\w+ ){1,4}out', ['event', 'restaurant']],
  // Seen is what is shown: on a screen, or somewhere.
  ['see (?:something|anything)|something (?:\\w+ )?to see|go(?:ing)? (?:and )?see', ['movie', 'event']],
  ['game ?nights?|party games?', ['board_game', 'card_game']],
  ['games?|something (?:\\w+ )?to play(?! with)|to play(?! with)|play something', games],
  [
    'movies?|films?|flicks?|cinemas?|motion pictures?|something (?:\\w+ )?to watch|to watch|watch something|watch tonight|netflix and chill|documentar(?:y|ies)|streaming something|stream|series|tv(?: shows?)?|shows? to (?:watch|binge)|binge[- ]?(?:able|worthy)?(?: (?:show|series))?|blockbusters?|rom-?coms?|romantic comed(?:y|ies)(?! (?:books?|novels?))|watching|watch',
    ['movie'],
  ],
  ['(?:should|can|to|could|shall|what do) (?:i|we) play', games],
  ['(?:should|can|could|shall) (?:i|we) read', ['book']],
  [
    'books?|novels?|something (?:\\w+ )?to read|to read|read something|reading|audiobooks?|page-?turners?|paperbacks?|reads?|bookworm',
    ['book'],
  ],
  [
    'restaurants?|eater(?:y|ies)|eats|eat(?:ing)?(?: out)?|(?<!\\b(?:after|before|over) )dinner|lunch|brunch|breakfast|supper|food|to eat|take-?aways?|take-?out|dine|dining|bistros?|diners?|caf[eé]s?|meals?|bite(?: to eat)?|grub|hungry|starving|snack|table for(?= (?:\\d|two|three|four|five|six|me|us)\\b)|(?:book|reserve) a table',
    ['restaurant'],
  ],
  [
    'concerts?|gigs?|shows|(?:a|the|any|good|live|new) show|events?|festivals?|museums?|galler(?:y|ies)|exhibitions?|theat(?:re|er)|plays|live music|stand-?up|things on|going on|happening|what is on(?= (?:tonight|today|tomorrow|this|next|in|at|near|on (?:the )?\\w+day|around|over|for|fri|sat|sun)\\b|[?.! ]*$)|days? out|nights? out|evening out|outings?|outside|outdoors?|hikes?|excursions?|go out|going out|get out of the house|go somewhere|matinee|date idea',
    ['event'],
  ],
];
