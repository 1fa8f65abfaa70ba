import type { KnownList } from './lists.js';

/** Groceries, utilities, phone and internet. Lines as in lists.ts. */
export const groceriesAndHome: readonly KnownList[] = [
  {
    category: 'groceries',
    merchants: `
      Whole Foods: wholefds | whole foods | wholefoods | whole foods market
      Kroger: kroger
      Trader Joe's: trader joe s | trader joes
      Safeway: safeway
      Albertsons: albertsons
      Publix: publix
      H-E-B: h-e-b | heb
      Wegmans: wegmans
      Costco: costco | costco whse
      Sam's Club: sams club | sam s club
      BJ's Wholesale: bjs wholesale | bj s wholesale
      Food Lion: food lion
      Giant: giant food
      Stop & Shop: stop shop | stop & shop
      Meijer: meijer
      Hy-Vee: hy-vee | hyvee
      Sprouts: sprouts farmers | sprouts
      WinCo: winco
      Aldi: aldi | aldi stores | aldi sued | aldi nord
      Lidl: lidl
      Instacart: instacart
      Imperfect Foods: imperfect foods
      HelloFresh: hellofresh | hello fresh
      Blue Apron: blue apron
      Gousto: gousto
      Mindful Chef: mindful chef
      Abel & Cole: abel cole | abel & cole
      Riverford: riverford
      Tesco: tesco
      Sainsbury's: sainsburys | sainsbury s | sainsbury
      Asda: asda
      Morrisons: morrisons | wm morrison | morrison
      Waitrose: waitrose
      Ocado: ocado
      Iceland: iceland foods | iceland
      Co-op: co-op | coop | co-operative | co-op group
      M&S Food: m&s simply | marks spencer food | m&s food
      Booths: booths
      SPAR: spar
      Costcutter: costcutter
      Woolworths: woolworths | woolies
      Coles: coles
      IGA: iga
      Harris Farm: harris farm
      FoodWorks: foodworks
      Countdown: countdown
      New World: new world
      Pak'nSave: pak n save | paknsave | pak nsave | pak'nsave
      Four Square: four square
      My Food Bag: my food bag
      Fresh Choice: fresh choice | freshchoice
      Loblaws: loblaws | loblaw
      Sobeys: sobeys
      No Frills: no frills | nofrills
      Metro: metro
      Real Canadian Superstore: real canadian | superstore
      Food Basics: food basics
      FreshCo: freshco
      Farm Boy: farm boy
      Provigo: provigo
      Save-On-Foods: save on foods | save-on-foods
      Goodfood: goodfood
      BigBasket: bigbasket | big basket
      DMart: dmart | d mart | avenue supermarts
      Blinkit: blinkit | grofers
      Zepto: zepto
      Reliance Fresh: reliance fresh | reliance smart | jiomart
      More: more supermarket | more retail
      Spencer's: spencers
      Country Delight: country delight
      Milkbasket: milkbasket
      Rewe: rewe
      Edeka: edeka
      Kaufland: kaufland
      Netto: netto
      Penny: penny
      Norma: norma
      Alnatura: alnatura
      Denn's: denns
      Carrefour: carrefour
      Auchan: auchan
      Leclerc: leclerc | e leclerc
      Intermarché: intermarche
      Monoprix: monoprix
      Franprix: franprix
      Casino: casino supermarche | geant casino
      Super U: super u | hyper u
      Picard: picard
      Biocoop: biocoop
      Albert Heijn: albert heijn | ah to go
      Jumbo: jumbo
      Plus: plus supermarkt
      Dirk: dirk
      Hoogvliet: hoogvliet
      Picnic: picnic
      Ekoplaza: ekoplaza
      Gorillas: gorillas
      Flink: flink`,
  },
  {
    category: 'utilities',
    merchants: `
      Con Edison: con edison | con ed | coned
      PG&E: pg&e | pge | pacific gas
      Duke Energy: duke energy
      Southern California Edison: socal edison | so cal edison | sce
      National Grid: national grid
      Dominion Energy: dominion energy
      Xcel Energy: xcel energy | xcel
      FPL: fpl | florida power
      ComEd: comed
      PSE&G: pse&g | pseg
      SoCalGas: socalgas
      American Water: american water
      Waste Management: waste management | waste mgmt
      British Gas: british gas
      Octopus Energy: octopus energy
      EDF Energy: edf energy | edf | edf particuliers
      E.ON: e on | eon | e.on | eon next
      Scottish Power: scottish power | scottishpower
      OVO Energy: ovo energy | ovo
      SSE: sse energy | sse
      Bulb: bulb energy
      Shell Energy: shell energy
      Thames Water: thames water
      Severn Trent: severn trent
      United Utilities: united utilities
      Anglian Water: anglian water
      Yorkshire Water: yorkshire water
      AGL: agl energy | agl sales | agl
      Origin Energy: origin energy
      EnergyAustralia: energyaustralia | energy australia
      Red Energy: red energy
      Alinta: alinta
      Sydney Water: sydney water
      Mercury: mercury nz | mercury energy | mercury
      Contact Energy: contact energy
      Genesis Energy: genesis energy
      Meridian Energy: meridian energy
      Electric Kiwi: electric kiwi
      Watercare: watercare
      Toronto Hydro: toronto hydro
      Hydro One: hydro one
      BC Hydro: bc hydro
      Hydro-Québec: hydro quebec | hydro-quebec
      Enbridge: enbridge
      FortisBC: fortisbc
      Epcor: epcor
      BESCOM: bescom
      Tata Power: tata power
      Adani Electricity: adani electricity | adani gas
      BSES: bses
      MSEB: mseb | mahadiscom | msedcl
      Indane: indane
      HP Gas: hp gas
      Bharat Gas: bharat gas
      Mahanagar Gas: mahanagar gas
      Vattenfall: vattenfall
      EnBW: enbw
      RWE: rwe
      Stadtwerke: stadtwerke
      Lichtblick: lichtblick
      Engie: engie
      TotalEnergies: totalenergies electricite
      Veolia: veolia
      Suez Eau: suez eau
      Eneco: eneco
      Essent: essent
      Greenchoice: greenchoice
      Vitens: vitens
      Waternet: waternet
      Rundfunkbeitrag: rundfunk ard | rundfunkbeitrag | ard zdf`,
  },
  {
    category: 'telecom',
    merchants: `
      Verizon: verizon | vzwrlss | vzw | verizon wireless
      AT&T: at&t | att | att bill
      T-Mobile: t-mobile | tmobile | t mobile
      Comcast Xfinity: comcast | xfinity
      Spectrum: spectrum | charter comm
      Cox: cox comm | cox communications
      Mint Mobile: mint mobile
      Google Fi: google fi
      Visible: visible
      Cricket: cricket wireless
      Boost Mobile: boost mobile
      CenturyLink: centurylink
      Frontier: frontier comm
      Starlink: starlink
      Vodafone: vodafone
      BT: bt group | bt broadband | bt
      EE: ee limited | ee
      O2: o2 | o2 de | telefonica
      Three: three mobile | hutchison 3g | h3g | three
      Giffgaff: giffgaff
      Virgin Media: virgin media
      TalkTalk: talktalk
      Plusnet: plusnet
      Hyperoptic: hyperoptic
      Tesco Mobile: tesco mobile
      Sky Broadband: sky broadband | sky mobile
      SMARTY: smarty
      VOXI: voxi
      Telstra: telstra
      Optus: optus
      TPG: tpg internet | tpg telecom
      Aussie Broadband: aussie broadband
      iiNet: iinet
      Belong: belong
      Amaysim: amaysim
      Spark: spark nz | spark
      One NZ: one nz
      2degrees: 2degrees | 2 degrees
      Skinny: skinny
      Slingshot: slingshot
      Rogers: rogers | rogers wireless
      Bell: bell canada | bell mobility | bell
      Telus: telus
      Fido: fido
      Koodo: koodo
      Freedom Mobile: freedom mobile
      Shaw: shaw cable | shaw
      Videotron: videotron
      Virgin Plus: virgin plus
      Airtel: airtel
      Jio: jio | reliance jio | jio prepaid
      Vi: vodafone idea
      BSNL: bsnl
      ACT Fibernet: act fibernet
      Telekom: telekom deutschland | telekom | deutsche telekom
      1&1: 1&1 | 1 und 1 | drillisch
      Congstar: congstar
      Unitymedia: unitymedia
      Orange: orange | orange sa
      SFR: sfr
      Bouygues Telecom: bouygues
      Free: free telecom | free mobile | free haut
      Sosh: sosh
      KPN: kpn
      Ziggo: ziggo | vodafoneziggo
      Odido: odido
      Simyo: simyo
      Tele2: tele2`,
  },
];
