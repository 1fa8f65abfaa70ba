/**
 * Payees as statements print them, with what they are: written from people's statements and high streets, apart from
 * the product's table. `{n}` is a store or reference number, `{c}` a city, `{r}` a longer reference, `{d}` a date.
 */
export interface Payee {
  readonly text: string;
  readonly category: string;
}

export interface Region {
  readonly currency: string;
  readonly cities: readonly string[];
  readonly subscriptions: readonly Payee[];
  readonly bills: readonly Payee[];
  readonly weekly: readonly Payee[];
  readonly yearly: readonly Payee[];
  readonly groceries: readonly string[];
  readonly everyday: readonly Payee[];
  readonly employers: readonly string[];
}

const payees = (category: string, ...texts: string[]): Payee[] => texts.map((text) => ({ text, category }));

const everywhere = {
  subscriptions: [
    ...payees(
      'streaming',
      'NETFLIX.COM',
      'Netflix.com {r}',
      'DISNEY PLUS {r}',
      'CRUNCHYROLL *{r}',
      'GOOGLE *YouTubePremium',
    ),
    ...payees('music', 'SPOTIFY P{r}', 'Spotify AB', 'PAYPAL *SPOTIFY'),
    ...payees('books', 'AUDIBLE*{r}', 'Kindle Unltd*{r}'),
    ...payees('games', 'PLAYSTATION NETWORK', 'XBOX GAME PASS', 'NINTENDO *ONLINE {r}'),
    ...payees(
      'software',
      'DROPBOX*{r}',
      'ADOBE *CREATIVE CLD',
      'Microsoft*365 Family',
      'OPENAI *CHATGPT SUBSCR',
    ),
  ],
  everyday: [
    ...payees('games', 'STEAMGAMES.COM {r}', 'PAYPAL *STEAM GAMES', 'NINTENDO CA{n}'),
    ...payees(
      'dining',
      'MCDONALDS {n} {c}',
      'SUBWAY {n} {c}',
      'SQ *THE LITTLE BISTRO',
      'TST* GOLDEN DRAGON {c}',
      'UBER   * EATS {r}',
      'STARBUCKS STORE {n} {c}',
      'SUMUP  *CAFE LUNA',
      'PIZZA HUT {n}',
      'BURGER KING #{n}',
    ),
    ...payees('transport', 'UBER   *TRIP {r}', 'LIME*RIDE {r}', 'PARKING METER {n} {c}'),
    ...payees('shopping', 'EBAY O*{r}', 'ETSY.COM - {r}', 'AMZN Mktp {r}'),
    ...payees('events', 'TICKETMASTER {c}', 'EB *SUMMER JAM {r}', 'CITY THEATRE BOX OFFICE'),
    ...payees('clothing', 'ZARA {n} {c}', 'H&M {n} {c}', 'UNIQLO {c}'),
    ...payees('home', 'IKEA {c}'),
    ...payees('travel', 'AIRBNB * {r}', 'BOOKING.COM {r}', 'HOTEL BELLEVUE {c}'),
    ...payees('health', 'MAPLE DENTAL CLINIC {c}', 'VISION OPTICIANS {c}'),
    ...payees('personal_care', 'HAIR BY ANNA {c}', 'CLASSIC BARBERS'),
    ...payees('books', 'PAGE ONE BOOKSHOP {c}'),
    ...payees('outings', 'CITY ZOO {c}', 'MUSEUM OF SCIENCE {c}', 'BOWLING LANES {c}'),
    ...payees('pets', 'HAPPY PAWS VETERINARY'),
  ],
};

export const regions: readonly Region[] = [
  {
    currency: 'USD',
    cities: ['SEATTLE WA', 'AUSTIN TX', 'BOSTON MA', 'PORTLAND OR', 'CHICAGO IL'],
    subscriptions: [
      ...everywhere.subscriptions,
      ...payees('streaming', 'HULU {r} HULU.COM/BILL CA', 'HBO MAX {r}', 'PEACOCK {n}', 'PARAMOUNT+'),
      ...payees('sports', 'PLANET FIT CLUB FEES', 'PELOTON MEMBERSHIP'),
    ],
    bills: [
      ...payees('utilities', 'CON EDISON CO NY {r}', 'PG&E WEB ONLINE {r}', 'CITY WATER DEPT {r}'),
      ...payees('telecom', 'VERIZON WIRELESS {r}', 'COMCAST XFINITY {r}', 'T-MOBILE PCS SVC'),
      ...payees('insurance', 'GEICO AUTO {r}', 'STATE FARM INSURANCE'),
    ],
    weekly: [
      ...payees('childcare', 'KINDERCARE LEARNING {n}'),
      ...payees('home', 'MERRY MAIDS {r}'),
      ...payees('groceries', 'IMPERFECT FOODS {r}'),
    ],
    yearly: [
      ...payees('shopping', 'COSTCO ANNUAL RENEWAL', 'AMAZON PRIME*{r}'),
      ...payees('transport', 'AAA MEMBERSHIP DUES'),
    ],
    groceries: ['WHOLEFDS {n} {c}', 'KROGER #{n} {c}', 'TRADER JOE S #{n} {c}', 'SAFEWAY #{n}'],
    everyday: [
      ...everywhere.everyday,
      ...payees('transport', 'SHELL OIL {r} {c}', 'CHEVRON {n} {c}'),
      ...payees('health', 'CVS/PHARMACY #{n}', 'WALGREENS #{n}'),
      ...payees('cinema', 'AMC {n} {c}', 'REGAL CINEMAS {n}'),
      ...payees('books', 'BARNES & NOBLE #{n}'),
      ...payees('electronics', 'BEST BUY {n} {c}'),
      ...payees('dining', 'CHIPOTLE {n} {c}', 'PANERA BREAD #{n}', 'DOORDASH*{r}', 'DUNKIN #{n} {c}'),
      ...payees('home', 'THE HOME DEPOT #{n}'),
      ...payees('shopping', 'TARGET {n} {c}'),
    ],
    employers: [
      'DIRECT DEP ACME CONSULTING PAYROLL',
      'HARBOR LOGISTICS INC DIR DEP {r}',
      'NORTHFIELD SCHOOL DIST PAYROLL',
    ],
  },
  {
    currency: 'GBP',
    cities: ['LONDON', 'LEEDS', 'BRISTOL', 'GLASGOW', 'MANCHESTER'],
    subscriptions: [
      ...everywhere.subscriptions,
      ...payees('streaming', 'NOW TV {r}', 'Sky Digital {r}', 'ITVX PREMIUM'),
      ...payees('sports', 'PUREGYM LTD {r}', 'THE GYM GROUP {r}'),
    ],
    bills: [
      ...payees('utilities', 'BRITISH GAS {r}', 'OCTOPUS ENERGY {r}', 'THAMES WATER {r}'),
      ...payees('telecom', 'VODAFONE LTD {r}', 'BT GROUP PLC {r}', 'GIFFGAFF'),
      ...payees('insurance', 'AVIVA INSURANCE {r}', 'DIRECT LINE INS {r}'),
      ...payees('tax', 'LEEDS CITY COUNCIL TAX {r}'),
    ],
    weekly: [
      ...payees('childcare', 'LITTLE ACORNS NURSERY'),
      ...payees('groceries', 'ABEL & COLE {r}', 'RIVERFORD ORGANIC {r}'),
      ...payees('sports', 'SWIM SCHOOL LESSONS'),
    ],
    yearly: [
      ...payees('tax', 'DVLA VEHICLE TAX {r}'),
      ...payees('outings', 'NATIONAL TRUST {r}'),
      ...payees('insurance', 'ADMIRAL INSURANCE {r}'),
    ],
    groceries: [
      'TESCO STORES {n}',
      'SAINSBURYS S/MKTS {c}',
      'ALDI {n} {c}',
      'LIDL GB {c}',
      'CO-OP GROUP FOOD {c}',
    ],
    everyday: [
      ...everywhere.everyday,
      ...payees('transport', 'TFL TRAVEL CH', 'TRAINLINE {r}', 'BP {c} SERVICE STN'),
      ...payees('health', 'BOOTS {n} {c}', 'SUPERDRUG {c}'),
      ...payees('cinema', 'ODEON CINEMAS {c}', 'VUE BSL LTD {c}'),
      ...payees('books', 'WATERSTONES {c}', 'FOYLES BOOKSHOP'),
      ...payees('electronics', 'CURRYS {c}'),
      ...payees(
        'dining',
        'PRET A MANGER {c}',
        'GREGGS PLC {c}',
        'NANDOS {c}',
        'DELIVEROO {c}',
        'WAGAMAMA {c}',
      ),
      ...payees('home', 'B&Q {n} {c}'),
      ...payees('shopping', 'ARGOS {n}'),
    ],
    employers: ['ACME WIDGETS LTD SALARY', 'NHS TRUST PAYROLL {r}', 'BRIGHTSIDE MEDIA BGC SALARY'],
  },
  {
    currency: 'AUD',
    cities: ['SYDNEY NSW', 'MELBOURNE VIC', 'BRISBANE QLD', 'PERTH WA'],
    subscriptions: [
      ...everywhere.subscriptions,
      ...payees('streaming', 'STAN.COM.AU {c}', 'BINGE SUBSCRIPTION', 'KAYO SPORTS'),
      ...payees('sports', 'ANYTIME FITNESS {c}'),
    ],
    bills: [
      ...payees('utilities', 'AGL ENERGY {r}', 'ORIGIN ENERGY {r}', 'SYDNEY WATER {r}'),
      ...payees('telecom', 'TELSTRA {r}', 'OPTUS BILLING {r}'),
      ...payees('insurance', 'NRMA INSURANCE {r}', 'MEDIBANK PRIVATE'),
      ...payees('health', 'PHYSIO CARE CLINIC {c}'),
    ],
    weekly: [
      ...payees('childcare', 'GOODSTART EARLY LEARNING'),
      ...payees('rent', 'RENT RAY WHITE {r}'),
      ...payees('groceries', 'HELLOFRESH {r}'),
    ],
    yearly: [...payees('transport', 'NRMA ROADSIDE'), ...payees('tax', 'SERVICE NSW REGO')],
    groceries: ['WOOLWORTHS {n} {c}', 'COLES {n} {c}', 'ALDI STORES {c}', 'IGA {c}'],
    everyday: [
      ...everywhere.everyday,
      ...payees('transport', 'OPAL TRANSPORT NSW', 'AMPOL {c}', 'BP EXPRESS {c}'),
      ...payees('health', 'CHEMIST WAREHOUSE {c}'),
      ...payees('cinema', 'HOYTS {c}', 'EVENT CINEMAS {c}'),
      ...payees('books', 'DYMOCKS {c}'),
      ...payees('electronics', 'JB HI FI {c}'),
      ...payees('dining', 'GRILLD {c}', 'GUZMAN Y GOMEZ {c}', 'MENULOG {r}'),
      ...payees('home', 'BUNNINGS {n}'),
      ...payees('shopping', 'KMART {n}', 'BIG W {n}'),
    ],
    employers: ['SALARY COASTAL BUILDERS P/L', 'DEPT OF EDUCATION PAY {r}'],
  },
  {
    currency: 'NZD',
    cities: ['AUCKLAND', 'WELLINGTON', 'CHRISTCHURCH'],
    subscriptions: [
      ...everywhere.subscriptions,
      ...payees('streaming', 'NEON NZ', 'SKY NETWORK TV'),
      ...payees('sports', 'LES MILLS {c}', 'CITYFITNESS {r}'),
    ],
    bills: [
      ...payees('utilities', 'MERCURY NZ {r}', 'CONTACT ENERGY {r}', 'WATERCARE SERVICES'),
      ...payees('telecom', 'SPARK NZ {r}', '2DEGREES MOBILE'),
      ...payees('insurance', 'AA INSURANCE {r}', 'SOUTHERN CROSS HEALTH'),
      ...payees('tax', 'DD CITY COUNCIL RATES'),
    ],
    weekly: [
      ...payees('rent', 'AP RENT BARFOOT {r}'),
      ...payees('childcare', 'KIDZ CARE CHILDCARE'),
      ...payees('groceries', 'MY FOOD BAG {r}'),
    ],
    yearly: [...payees('tax', 'NZTA VEHICLE LICENCE'), ...payees('transport', 'AA MEMBERSHIP')],
    groceries: ['EFTPOS NEW WORLD {c}', 'COUNTDOWN {c}', 'PAK N SAVE {c}'],
    everyday: [
      ...everywhere.everyday,
      ...payees('transport', 'Z ENERGY {c}', 'AT HOP TOP UP'),
      ...payees('health', 'UNICHEM PHARMACY {c}'),
      ...payees('cinema', 'READING CINEMAS {c}'),
      ...payees('books', 'WHITCOULLS {c}'),
      ...payees('electronics', 'NOEL LEEMING {c}'),
      ...payees('dining', 'HELL PIZZA {c}', 'BURGER FUEL {c}'),
      ...payees('home', 'MITRE 10 {c}'),
      ...payees('shopping', 'THE WAREHOUSE {n}'),
    ],
    employers: ['SALARY MATAI HOLDINGS', 'WAGES KAURI FARMS LTD'],
  },
  {
    currency: 'EUR',
    cities: ['BERLIN', 'HAMBURG', 'PARIS', 'LYON', 'AMSTERDAM', 'UTRECHT'],
    subscriptions: [
      ...everywhere.subscriptions,
      ...payees('streaming', 'DAZN {r}', 'CANAL+ {r}', 'WOW SKY DE {r}'),
      ...payees('music', 'DEEZER {r}'),
      ...payees('sports', 'MCFIT GMBH {r}', 'BASIC FIT {r}'),
    ],
    bills: [
      ...payees('utilities', 'STADTWERKE STROM {r}', 'EDF PARTICULIERS {r}', 'VATTENFALL {r}', 'ENGIE {r}'),
      ...payees('telecom', 'TELEKOM DEUTSCHLAND {r}', 'ORANGE SA {r}', 'KPN B.V. {r}', 'VODAFONE GMBH'),
      ...payees('insurance', 'ALLIANZ VERSICHERUNG {r}', 'AXA ASSURANCE {r}', 'TK KRANKENKASSE'),
    ],
    weekly: [...payees('childcare', 'KITA SONNENSCHEIN'), ...payees('groceries', 'HELLOFRESH SE {r}')],
    yearly: [...payees('transport', 'ADAC MITGLIEDSBEITRAG'), ...payees('insurance', 'HUK COBURG {r}')],
    groceries: [
      'REWE SAGT DANKE {n}',
      'EDEKA {c}',
      'CARREFOUR CITY {c}',
      'ALBERT HEIJN {n} {c}',
      'LIDL {n} {c}',
    ],
    everyday: [
      ...everywhere.everyday,
      ...payees('transport', 'DB VERTRIEB GMBH', 'SNCF INTERNET {c}', 'NS GROEP {c}', 'ARAL STATION {n}'),
      ...payees('health', 'APOTHEKE AM MARKT', 'DM DROGERIE {c}', 'PHARMACIE CENTRALE'),
      ...payees('cinema', 'CINEMAXX {c}', 'PATHE {c}', 'UGC CINE {c}'),
      ...payees('books', 'THALIA {c}', 'FNAC {c}'),
      ...payees('electronics', 'MEDIA MARKT {c}', 'SATURN {c}'),
      ...payees('dining', 'LIEFERANDO.DE {r}', 'BACKWERK {c}', 'RESTAURANT LE JARDIN'),
      ...payees('shopping', 'BOL.COM {r}', 'HEMA {c}'),
    ],
    employers: ['GEHALT MUSTER GMBH {d}', 'SALAIRE DUPONT SARL', 'SALARIS VAN DIJK BV'],
  },
  {
    currency: 'INR',
    cities: ['MUMBAI', 'BENGALURU', 'PUNE', 'DELHI'],
    subscriptions: [
      ...everywhere.subscriptions,
      ...payees('streaming', 'HOTSTAR {r}', 'SONYLIV {r}', 'ZEE5 {r}'),
      ...payees('sports', 'CULT FIT {r}'),
    ],
    bills: [
      ...payees('utilities', 'BESCOM BILLPAY {r}', 'TATA POWER {r}', 'INDANE GAS {r}'),
      ...payees('telecom', 'AIRTEL {r}', 'JIO PREPAID {r}'),
      ...payees('insurance', 'LIC OF INDIA {r}', 'HDFC ERGO {r}'),
    ],
    weekly: [...payees('home', 'URBAN COMPANY {r}'), ...payees('groceries', 'COUNTRY DELIGHT {r}')],
    yearly: [...payees('insurance', 'ICICI LOMBARD {r}')],
    groceries: ['UPI-BIGBASKET-{r}', 'DMART {c}', 'BLINKIT {r}', 'RELIANCE FRESH {c}'],
    everyday: [
      ...everywhere.everyday,
      ...payees('transport', 'OLA CABS {r}', 'IRCTC {r}', 'HP PETROL PUMP {c}'),
      ...payees('health', 'APOLLO PHARMACY {c}', 'NETMEDS {r}'),
      ...payees('cinema', 'PVR CINEMAS {c}', 'INOX LEISURE {c}'),
      ...payees('events', 'BOOKMYSHOW {r}'),
      ...payees('dining', 'SWIGGY {r}', 'ZOMATO {r}', 'HALDIRAM {c}'),
      ...payees('shopping', 'FLIPKART {r}'),
      ...payees('clothing', 'MYNTRA {r}'),
      ...payees('electronics', 'CROMA {c}'),
    ],
    employers: ['SALARY INFOTECH SERVICES PVT LTD', 'NEFT-SALARY-ZENITH CORP'],
  },
  {
    currency: 'CAD',
    cities: ['TORONTO ON', 'VANCOUVER BC', 'MONTREAL QC', 'CALGARY AB'],
    subscriptions: [
      ...everywhere.subscriptions,
      ...payees('streaming', 'CRAVE {c}', 'SPORTSNET NOW'),
      ...payees('sports', 'GOODLIFE CLUBS {r}'),
    ],
    bills: [
      ...payees('utilities', 'TORONTO HYDRO {r}', 'ENBRIDGE GAS {r}', 'BC HYDRO {r}'),
      ...payees('telecom', 'ROGERS WIRELESS {r}', 'BELL CANADA {r}', 'TELUS MOBILITY'),
      ...payees('insurance', 'INTACT INSURANCE {r}', 'TD INSURANCE {r}'),
    ],
    weekly: [...payees('childcare', 'BRIGHTPATH DAYCARE'), ...payees('groceries', 'GOODFOOD {r}')],
    yearly: [...payees('transport', 'CAA MEMBERSHIP'), ...payees('insurance', 'BELAIR INSURANCE {r}')],
    groceries: ['LOBLAWS {n} {c}', 'SOBEYS {n}', 'NO FRILLS {n}', 'METRO {n} {c}'],
    everyday: [
      ...everywhere.everyday,
      ...payees('transport', 'PRESTO APPL {r}', 'PETRO-CANADA {n}', 'ESSO {c}'),
      ...payees('health', 'SHOPPERS DRUG MART {n}'),
      ...payees('cinema', 'CINEPLEX {n} {c}'),
      ...payees('books', 'INDIGO {n}'),
      ...payees('dining', 'TIM HORTONS #{n}', 'SKIPTHEDISHES {r}', 'A&W {n}'),
      ...payees('home', 'CANADIAN TIRE #{n}', 'RONA {c}'),
      ...payees('shopping', 'DOLLARAMA #{n}'),
    ],
    employers: ['PAYROLL DEPOSIT MAPLE SYSTEMS', 'GOVT OF CANADA PAY {r}'],
  },
];

/** Fictional sellers with no speaking name: only their rhythm gives them away. */
export const strangers: readonly string[] = [
  'LUMORA {r}',
  'VELTRANIX BV',
  'QUORIX LTD {r}',
  'BRELLO *{r}',
  'TANDWICK {n}',
  'OSTREVA GMBH',
  'PIXENDO.COM',
  'KALDERN & CO',
  'MORVIANE {r}',
  'ZELTHOUSE',
];
