import type { Category } from './categories.js';

/**
 * Words that give a payee away, in the languages of the countries served. The first rule that fits decides, so that
 * the telling word ("dental") stands before the general one ("centre"). Matched against lower-case words.
 */
const rules: readonly (readonly [Category, string])[] = [
  [
    'cash',
    'atm|cash withdrawal|cashpoint|cash machine|geldautomat|bargeldauszahlung|retrait|retrait dab|geldopname|cash advance',
  ],
  [
    'fees',
    'overdraft|courtesy pay|nsf fee|service fee|service charge|account fee|monthly fee|maintenance fee|foreign transaction fee|foreign|transaction fee|international fee|late fee|annual fee|interest charge|interest charged|bank fee|kontofuehrung|entgelt|frais bancaires|commission|account analysis|card fee|wire fee|non sterling fee',
  ],
  [
    'mortgage',
    'mortgage|mortgages|home loan|home loans|hypothek|hypotheek|pret immobilier|baufinanzierung|building society mortgage|housing loan',
  ],
  [
    'debt',
    'loan|loans|student loan|lending|car finance|finance|financing|instalment|installment|emi|kredit|credit conso|pret|lening|repayment|debt',
  ],
  [
    'insurance',
    'insurance|insur|assurance|assurances|versicherung|versicherungen|krankenkasse|verzekering|verzekeringen|mutuelle|insurer|life cover|policy premium|premium policy',
  ],
  [
    'childcare',
    'daycare|day care|childcare|child care|kindergarten|kita|nursery school|nursery|preschool|pre school|early learning|nanny|creche|after school|kinderopvang|babysitter|montessori',
  ],
  [
    'rent',
    'rent|rental payment|landlord|letting|lettings|property mgmt|property management|prop mgr|prop mgmt|realty|apartments|miete|kaltmiete|warmmiete|loyer|huur|tenancy|leasing office|housing association',
  ],
  [
    'tax',
    'council tax|council rates|rates|income tax|tax|taxes|finanzamt|kfz steuer|impots|taxe|belasting|customs|rego|vehicle licence|vehicle tax|dmv|property tax|city council|county treasurer',
  ],
  [
    'betting',
    'lotto|lottery|loterie|casino|betting|bookmaker|bookmakers|poker|sportsbook|bingo|tippspiel|spielbank',
  ],
  [
    'pets',
    'vet|vets|veterinary|veterinarian|pet|pets|paws|dog|dogs|cattery|kennels|tierarzt|veterinaire|dierenarts|animal hospital',
  ],
  [
    'health',
    'pharmacy|pharmacie|apotheke|apotheek|chemist|chemists|drug mart|drugstore|drogerie|dental|dentist|dentists|zahnarzt|dentiste|tandarts|orthodontist|doctor|doctors|dr|clinic|clinique|hospital|medical|medical centre|optician|opticians|optical|optometrist|eyecare|physio|physiotherapy|chiropractic|osteopath|psychology|therapy|therapist|radiology|pathology|laboratory|health|healthcare|hearing|nurse|krankenhaus|arzt|praxis dr|huisarts',
  ],
  [
    'utilities',
    'electric|electricity|energy|energie|power co|power|gas company|gas co|gas bill|natural gas|water|water dept|water utility|utility|utilities|sewer|hydro|strom|stadtwerke|wasserwerke|eau|sewage|waste|refuse|fernwaerme|heating oil',
  ],
  [
    'telecom',
    'mobile|wireless|broadband|telecom|telco|telecommunications|internet|fibre|fiber|cellular|phone bill|telephone|prepaid recharge|recharge|mobilfunk|cable comm|cable',
  ],
  [
    'education',
    'tuition|university|college|school fees|school|universitaet|universite|academy|course fees|exam fees|textbooks',
  ],
  [
    'cinema',
    'cinema|cinemas|cine|kino|kinos|movie|movies|multiplex|filmtheater|bioscoop|imax|drive in theatre|movie theater|movie theatre',
  ],
  [
    'events',
    'theatre|theater|box office|concert|concerts|tickets|ticket office|ticketing|festival|arena|stadium|opera|ballet|philharmonie|philharmonic|comedy club|comedy|live music|gig|amphitheatre|playhouse|spectacle|konzert|orchestra',
  ],
  [
    'outings',
    'museum|musee|zoo|aquarium|bowling|bowl|theme park|amusement|escape room|escape rooms|mini golf|minigolf|karting|go kart|laser tag|planetarium|botanical|botanic|gallery|karaoke|trampoline|ice rink|skating|water park|waterpark|freizeitpark|attraction|attractions|paintball|castle|cave tours|sightseeing|billiards|pool hall|arcade bar|funfair',
  ],
  [
    'books',
    'bookshop|bookstore|bookstores|book store|book shop|books|booksellers|bookseller|comics|buchhandlung|librairie|boekhandel|buecher|magazine|magazines|newsagent|newsagents|presse|newspaper',
  ],
  [
    'games',
    'video games|games|gaming|game store|arcade|board games|boardgames|tabletop|esports|videogames|spiele|playstation',
  ],
  ['music', 'records|record store|vinyl|music store|music|musik|musique|guitar|piano'],
  ['streaming', 'streaming|video on demand|vod|iptv'],
  [
    'sports',
    'swim school|gym|gyms|fitness|yoga|pilates|crossfit|swim|swimming|schwimmbad|piscine|zwembad|leisure centre|sports centre|sports|sport|sportverein|golf|tennis|climbing|boulder|bouldering|ski|martial arts|karate|judo|dance|football club|rugby club|boxing|spin studio|surf|cycling club|running|athletic club|racquet',
  ],
  [
    'hobbies',
    'toy|toys|hobby|hobbies|craft|crafts|yarn|fabric|model shop|art supplies|collectibles|trading cards|knitting|pottery studio|spielwaren|jouets|speelgoed|fishing tackle|camera|photo lab',
  ],
  [
    'personal_care',
    'salon|hair|hairdresser|barber|barbers|barbershop|beauty|nails|nail|spa|cosmetics|friseur|coiffeur|coiffure|kapper|massage|tattoo|tanning|lashes|perfume|grooming lounge|skincare',
  ],
  [
    'dining',
    'restaurant|restaurants|restaurante|ristorante|cafe|caffe|coffee|coffeehouse|espresso|bistro|bistrot|brasserie|pizza|pizzeria|pizzas|sushi|ramen|noodle|noodles|thai|tandoori|curry|kebab|doner|burger|burgers|grill|grille|steakhouse|bbq|barbecue|taqueria|taco|tacos|cantina|burrito|trattoria|osteria|diner|eatery|kitchen|deli|delicatessen|bakery|boulangerie|baeckerei|bakkerij|patisserie|donut|donuts|bagel|bagels|ice cream|gelato|gelateria|tea house|teahouse|bubble tea|juice bar|bar|pub|tavern|taverna|taverne|inn and tavern|brewery|brewing|taproom|wine bar|winery|cocktail|lounge|gasthaus|gaststaette|imbiss|snack|snackbar|dhaba|biryani|dosa|chinese|dragon|chicken|wings|seafood|oyster|waffle|creperie|food court|food truck|canteen|catering|takeaway|take away|fish chips|chippy|dumpling|poke|bowls|dining|supper club|night club|nightclub',
  ],
  [
    'groceries',
    'grocer|grocers|grocery|groceries|greengrocer|supermarket|supermarche|supermarkt|supermercado|market|markets|marche|markt|foods|food|food store|food hall|foodmart|butcher|butchers|boucherie|metzgerei|slagerij|fishmonger|dairy|farm shop|farmers market|convenience|organic|bio|wholefoods|produce|minimart|mini mart|kirana|fruit|veg box|liquor|bottle shop|off licence|wine|wines|corner shop|corner store|provisions|epicerie|feinkost|7-eleven|7 eleven|eleven',
  ],
  [
    'transport',
    'fuel|petrol|petroleum|gasoline|gas station|service station|service stn|tankstelle|station service|station|filling station|parking|car park|carpark|parkhaus|parking meter|toll|tolls|peage|taxi|taxis|cab|cabs|transit|bus|buses|metro|metrocard|subway card|railway|railways|rail|train|trains|tram|ferry|ferries|commuter|transport|transports|verkehrsbetriebe|car wash|carwash|auto repair|garage|mechanic|tyres|tires|mot centre|werkstatt|ev charging|charging|top up transit|bike share|bikeshare|scooter|oil|gas',
  ],
  [
    'travel',
    'hotel|hotels|hostel|motel|resort|inn|lodge|airline|airlines|airways|air|flight|flights|airport|travel|travels|tours|cruise|cruises|vacation|holiday|holidays|bed breakfast|b b|guesthouse|pension|camping|campground|car hire|car rental|rent a car|reisebuero|voyages',
  ],
  [
    'clothing',
    'clothing|clothes|shoes|shoe|footwear|fashion|fashions|boutique|apparel|tailor|tailors|jeans|lingerie|menswear|womenswear|mode|schuhe|chaussures|kleding|outfitters|sneakers|dry cleaners|dry cleaning|cleaners|laundry|laundromat|jewelers|jewellers|jewellery|jewelry|watches',
  ],
  [
    'electronics',
    'electronics|electronic|computer|computers|computing|elektronik|informatique|phone repair|gadgets|appliances',
  ],
  [
    'home',
    'hardware|diy|furniture|furnishings|moebel|meubles|meubelen|garden centre|garden center|garden|nursery garden|plants|florist|flowers|blumen|fleuriste|home improvement|homewares|kitchenware|interiors|carpets|paint|plumbing|plumber|plumbers|electrician|roofing|cleaning|cleaner|maid|maids|locksmith|baumarkt|bricolage|lumber|timber|pest control|lawn|landscaping|storage|removals|gardener',
  ],
  [
    'charity',
    'charity|charities|donation|donations|donate|foundation|spende|spenden|don|church|mosque|temple|synagogue|relief fund|gift shop|gifts|gift',
  ],
  ['software', 'software|saas|hosting|domain|domains|cloud|vpn|antivirus|app store|storage plan'],
  [
    'shopping',
    'store|stores|shop|shops|department store|mall|outlet|emporium|bazaar|discount|variety|mart|kaufhaus|warenhaus|magasin|winkel|retail|vending|stationery|stationers',
  ],
];

interface PhraseRule {
  readonly words: readonly string[];
  readonly category: Category;
  readonly rank: number;
}

const rulesByFirstWord = new Map<string, PhraseRule[]>();
rules.forEach(([category, phrases], rank) => {
  for (const phrase of phrases.split('|')) {
    const words = phrase.split(' ');
    const first = words[0] ?? '';
    const others = rulesByFirstWord.get(first);
    if (others) others.push({ words, category, rank });
    else rulesByFirstWord.set(first, [{ words, category, rank }]);
  }
});

/** The category that a payee's words give away, or null. Longer phrases before single words, then by rule order. */
export function categoryOfWords(words: readonly string[]): Category | null {
  let best: PhraseRule | null = null;
  for (const [at, word] of words.entries()) {
    for (const rule of rulesByFirstWord.get(word) ?? []) {
      const fits = rule.words.every((expected, index) => words[at + index] === expected);
      if (fits && (best === null || isBetter(rule, best))) best = rule;
    }
  }
  if (best) return best.category;
  return words.some((word) => word.length > 5 && word.endsWith('flix')) ? 'streaming' : null;
}

function isBetter(rule: PhraseRule, than: PhraseRule): boolean {
  return (
    rule.words.length > than.words.length ||
    (rule.words.length === than.words.length && rule.rank < than.rank)
  );
}
