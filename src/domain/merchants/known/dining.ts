import type { KnownList } from './lists.js';

/** Restaurants, cafés, take-away and delivery. Lines as in lists.ts. */
export const dining: readonly KnownList[] = [
  {
    category: 'dining',
    merchants: `
      Uber Eats: uber eats | ubereats
      DoorDash: doordash | dd doordash | dashpass
      Grubhub: grubhub | seamless
      Postmates: postmates
      Deliveroo: deliveroo
      Just Eat: just eat | justeat | just-eat
      Menulog: menulog
      SkipTheDishes: skipthedishes | skip the dishes
      Lieferando: lieferando | takeaway com
      Thuisbezorgd: thuisbezorgd
      Wolt: wolt
      Swiggy: swiggy
      Zomato: zomato
      DeliverEasy: delivereasy | deliver easy
      McDonald's: mcdonalds | mcdonald s | mcdonald | mcd | macdonalds | maccas
      Burger King: burger king | hungry jacks | hungry jack s
      Wendy's: wendys | wendy s
      KFC: kfc | kentucky fried
      Subway: subway
      Taco Bell: taco bell
      Chipotle: chipotle
      Chick-fil-A: chick-fil-a | chick fil a | chickfila
      Five Guys: five guys
      Shake Shack: shake shack
      In-N-Out: in-n-out | in n out
      Popeyes: popeyes
      Panda Express: panda express
      Panera Bread: panera | panera bread
      Sweetgreen: sweetgreen
      Cava: cava
      Jimmy John's: jimmy johns | jimmy john s
      Jersey Mike's: jersey mikes | jersey mike s
      Domino's: dominos | domino s
      Pizza Hut: pizza hut
      Papa John's: papa johns | papa john s | papajohns
      Little Caesars: little caesars
      PizzaExpress: pizza express | pizzaexpress
      Olive Garden: olive garden
      Applebee's: applebees | applebee s
      Chili's: chilis | chili s
      Cheesecake Factory: cheesecake factory
      Outback: outback steakhouse
      Texas Roadhouse: texas roadhouse
      IHOP: ihop
      Denny's: dennys | denny s
      Cracker Barrel: cracker barrel
      Red Lobster: red lobster
      Buffalo Wild Wings: buffalo wild | buffalo wild wings
      P.F. Chang's: pf changs | p f changs
      Legal Sea Foods: legal sea foods
      Waffle House: waffle house
      Sonic: sonic drive | sonic drive-in
      Dairy Queen: dairy queen
      Arby's: arbys | arby s
      Jack in the Box: jack in the box
      Whataburger: whataburger
      Starbucks: starbucks
      Dunkin': dunkin | dunkin donuts
      Peet's Coffee: peets | peet s
      Blue Bottle: blue bottle
      Tim Hortons: tim hortons
      Second Cup: second cup
      A&W: a&w | a & w
      Harvey's: harveys
      Swiss Chalet: swiss chalet
      Boston Pizza: boston pizza
      Mary Brown's: mary browns
      Pret A Manger: pret a manger | pret
      Greggs: greggs
      Nando's: nandos | nando s
      Wagamama: wagamama
      Costa Coffee: costa coffee | costa
      Caffè Nero: caffe nero | nero
      Leon: leon restaurants
      Itsu: itsu
      Yo! Sushi: yo sushi
      Wetherspoon: wetherspoon | jd wetherspoon | j d wetherspoon
      Harvester: harvester
      Toby Carvery: toby carvery
      Zizzi: zizzi
      Prezzo: prezzo
      Dishoom: dishoom
      Franco Manca: franco manca
      Gail's: gails bakery | gails
      Grill'd: grilld | grill d
      Guzman y Gomez: guzman y gomez | gyg
      Oporto: oporto
      Red Rooster: red rooster
      Zambrero: zambrero
      Gloria Jean's: gloria jeans
      Boost Juice: boost juice
      Sushi Hub: sushi hub
      Schnitz: schnitz
      Hell Pizza: hell pizza
      Burger Fuel: burger fuel | burgerfuel
      Mojo Coffee: mojo coffee
      Pita Pit: pita pit
      Haldiram's: haldiram | haldirams
      Cafe Coffee Day: cafe coffee day
      Barbeque Nation: barbeque nation
      Chaayos: chaayos
      Saravana Bhavan: saravana bhavan
      Theobroma: theobroma
      BackWerk: backwerk
      Nordsee: nordsee
      Vapiano: vapiano
      Block House: block house
      L'Osteria: losteria | l osteria
      Dean & David: dean david | dean & david
      Kamps: kamps
      Quick: quick restaurant
      Flunch: flunch
      Paul: paul boulangerie
      Big Fernand: big fernand
      Buffalo Grill: buffalo grill
      Hippopotamus: hippopotamus
      Courtepaille: courtepaille
      Febo: febo
      La Place: la place
      Bagels & Beans: bagels beans | bagels & beans
      New York Pizza: new york pizza
      Smullers: smullers
      OpenTable: opentable
      TheFork: thefork | lafourchette`,
  },
];
