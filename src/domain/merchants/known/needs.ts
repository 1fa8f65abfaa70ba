import type { KnownList } from './lists.js';

/** Merchants of needs. Lines as in entertainment.ts. */
export const needs: readonly KnownList[] = [
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
  {
    category: 'insurance',
    merchants: `
      Geico: geico
      State Farm: state farm
      Progressive: progressive ins | progressive insurance | progressive | prog insurance
      Allstate: allstate
      USAA Insurance: usaa insurance | usaa p&c | usaa p c
      Liberty Mutual: liberty mutual
      Farmers: farmers ins | farmers insurance
      Nationwide Insurance: nationwide ins
      Lemonade: lemonade
      Blue Cross: blue cross | bcbs | blue shield
      Aetna: aetna
      Cigna: cigna
      Humana: humana
      Kaiser: kaiser | kaiser permanente
      UnitedHealthcare: unitedhealthcare | united healthcare | uhc
      MetLife: metlife
      Aviva: aviva
      Direct Line: direct line
      Admiral: admiral
      LV=: lv insurance | liverpool victoria
      Churchill: churchill insurance
      Hastings Direct: hastings
      Bupa: bupa
      Vitality: vitality health | vitality
      Legal & General: legal general | legal & general
      Petplan: petplan
      More Than: more than insurance
      NRMA: nrma insurance | nrma
      RACV: racv
      RACQ: racq
      AAMI: aami
      Suncorp Insurance: suncorp insurance
      Allianz: allianz
      Budget Direct: budget direct
      Medibank: medibank
      HCF: hcf
      NIB: nib
      Youi: youi
      AA Insurance: aa insurance
      State Insurance: state insurance
      AMI: ami insurance
      Tower: tower insurance
      Southern Cross: southern cross
      Intact: intact | intact insurance
      Belair: belair | belairdirect
      TD Insurance: td insurance
      Desjardins Insurance: desjardins assurances | desjardins insurance
      Sun Life: sun life
      Manulife: manulife
      Canada Life: canada life
      LIC: lic of india | lic
      HDFC Ergo: hdfc ergo
      HDFC Life: hdfc life
      ICICI Lombard: icici lombard
      ICICI Prudential: icici prudential
      SBI Life: sbi life
      Star Health: star health
      Acko: acko
      Bajaj Allianz: bajaj allianz
      AXA: axa
      HUK-Coburg: huk-coburg | huk coburg | huk24
      ERGO: ergo
      Techniker Krankenkasse: tk krankenkasse | techniker krankenkasse
      AOK: aok
      Barmer: barmer
      MAIF: maif
      MACIF: macif
      MAAF: maaf
      Matmut: matmut
      Groupama: groupama
      GMF: gmf
      Zilveren Kruis: zilveren kruis
      CZ: cz groep | cz zorgverzekeraar
      VGZ: vgz
      Menzis: menzis
      Centraal Beheer: centraal beheer
      Interpolis: interpolis
      Nationale-Nederlanden: nationale nederlanden | nationale-nederlanden`,
  },
  {
    category: 'transport',
    merchants: `
      Uber: uber | uber trip
      Lyft: lyft
      Bolt: bolt
      Lime: lime
      Bird: bird
      Ola: ola cabs | ola | olacabs
      Rapido: rapido
      Namma Yatri: namma yatri
      DiDi: didi
      FreeNow: freenow | free now
      Zipcar: zipcar
      Getaround: getaround
      Share Now: share now
      Blablacar: blablacar
      MBTA: mbta
      MTA: mta | mta nyct
      BART: bart
      CTA: cta ventra | ventra
      Caltrain: caltrain
      WMATA: wmata
      Amtrak: amtrak
      Greyhound: greyhound
      E-ZPass: ezpass | e-zpass | e zpass
      AAA: aaa | aaa membership
      Shell: shell | shell oil
      Chevron: chevron
      ExxonMobil: exxonmobil | exxon | mobil
      BP: bp
      Texaco: texaco
      Arco: arco
      Citgo: citgo
      Sunoco: sunoco
      Marathon: marathon petro
      Phillips 66: phillips 66
      Valero: valero
      QuikTrip: quiktrip | qt
      Wawa: wawa
      Sheetz: sheetz
      Speedway: speedway
      Circle K: circle k
      Pilot: pilot travel
      ChargePoint: chargepoint
      Tesla Supercharger: tesla supercharger
      TfL: tfl | tfl travel | transport for london
      Trainline: trainline | thetrainline
      LNER: lner
      GWR: gwr
      Avanti: avanti west
      Northern Rail: northern rail
      ScotRail: scotrail
      National Express: national express
      Stagecoach: stagecoach
      Arriva: arriva
      RingGo: ringgo
      JustPark: justpark
      PayByPhone: paybyphone
      NCP: ncp
      Esso: esso
      Jet: jet petrol
      RAC: rac motoring
      AA: aa membership | aa breakdown | the aa
      Halfords Autocentre: halfords autocentre
      Kwik Fit: kwik fit
      Opal: opal transport | opal | transportfornsw | transport for nsw
      Myki: myki
      Translink: translink
      Linkt: linkt
      E-Toll: e-toll
      Ampol: ampol | caltex
      7-Eleven Fuel: 7-eleven fuel
      United Petroleum: united petroleum
      NRMA Roadside: nrma roadside
      Z Energy: z energy
      Gull: gull
      Waitomo: waitomo
      AT HOP: at hop | auckland transport
      Snapper: snapper
      Presto: presto | presto appl
      TTC: ttc
      Compass: compass vending
      Via Rail: via rail
      Petro-Canada: petro-canada | petro canada
      Husky: husky
      Ultramar: ultramar
      407 ETR: 407 etr
      CAA: caa | caa membership
      IRCTC: irctc
      RedBus: redbus
      HP Petrol: hp petrol | hindustan petroleum | hpcl
      Indian Oil: indian oil | indianoil | iocl
      Bharat Petroleum: bharat petroleum | bpcl
      FASTag: fastag
      Delhi Metro: delhi metro | dmrc
      Deutsche Bahn: db vertrieb | deutsche bahn | db fernverkehr | bahn de
      BVG: bvg
      MVG: mvg
      HVV: hvv
      VBB: vbb
      FlixBus: flixbus | flix
      Aral: aral
      Jet Tankstelle: jet tankstelle
      ADAC: adac
      SNCF: sncf
      RATP: ratp
      Navigo: navigo | ile de france mobilites
      TotalEnergies Station: total access | totalenergies | relais total
      NS: ns groep | ns
      GVB: gvb
      RET: ret nv
      HTM: htm
      OV-chipkaart: ov-chipkaart | ovpay | translink nl
      Tango: tango tankstation
      Parkmobile: parkmobile | park mobile
      EasyPark: easypark
      ANWB: anwb`,
  },
  {
    category: 'health',
    merchants: `
      CVS: cvs | cvs pharmacy
      Walgreens: walgreens
      Rite Aid: rite aid
      Quest Diagnostics: quest diagnostics
      LabCorp: labcorp
      Zocdoc: zocdoc
      BetterHelp: betterhelp
      One Medical: one medical
      Warby Parker: warby parker
      LensCrafters: lenscrafters
      Boots: boots | boots the chemist
      Superdrug: superdrug
      Lloyds Pharmacy: lloyds pharmacy | lloydspharmacy
      Specsavers: specsavers
      Vision Express: vision express
      Holland & Barrett: holland barrett | holland & barrett
      Bupa Dental: bupa dental
      Chemist Warehouse: chemist warehouse
      Priceline Pharmacy: priceline
      Terry White: terry white | terrywhite
      Amcal: amcal
      Unichem: unichem
      Life Pharmacy: life pharmacy
      Shoppers Drug Mart: shoppers drug mart | shoppers drug
      Jean Coutu: jean coutu
      Rexall: rexall
      London Drugs: london drugs
      Apollo Pharmacy: apollo pharmacy | apollo hospital | apollo
      Netmeds: netmeds
      PharmEasy: pharmeasy
      Tata 1mg: 1mg | tata 1mg
      Practo: practo
      MedPlus: medplus
      dm: dm drogerie | dm-drogerie | dm
      Rossmann: rossmann
      Müller: mueller drogerie
      Fielmann: fielmann
      Apollo Optik: apollo optik
      DocMorris: docmorris
      Doctolib: doctolib
      Kruidvat: kruidvat
      Etos: etos
      Hans Anders: hans anders`,
  },
  {
    category: 'childcare',
    merchants: `
      KinderCare: kindercare
      Bright Horizons: bright horizons
      Care.com: care com
      Goodstart: goodstart
      G8 Education: g8 education
      BrightPath: brightpath
      Busy Bees: busy bees
      Kidspace: kids planet
      BestStart: beststart
      Euro Kids: eurokids
      Partou: partou
      Kinderopvang: kinderopvang`,
  },
  {
    category: 'education',
    merchants: `
      Coursera: coursera
      Udemy: udemy
      Duolingo: duolingo
      Skillshare: skillshare
      MasterClass: masterclass
      LinkedIn Learning: linkedin learning
      Chegg: chegg
      Brilliant: brilliant org
      Babbel: babbel
      Rosetta Stone: rosetta stone
      Khan Academy: khan academy
      Byju's: byjus | byju s
      Unacademy: unacademy
      edX: edx
      Pearson: pearson education
      Kumon: kumon`,
  },
  {
    category: 'debt',
    merchants: `
      Navient: navient
      Nelnet: nelnet
      Sallie Mae: sallie mae
      MOHELA: mohela
      Great Lakes: great lakes loan
      SoFi: sofi lending | sofi
      LendingClub: lendingclub
      Upstart: upstart
      Affirm: affirm
      Student Loans Company: student loans company | slc
      Zopa: zopa
      Latitude: latitude finance
      Bajaj Finance: bajaj finance
      Toyota Financial: toyota financial
      Ally Auto: ally auto
      Ford Credit: ford credit
      Honda Finance: honda finance
      Cofidis: cofidis
      Cetelem: cetelem
      Santander Consumer: santander consumer
      DUO: duo hoofdrekening | dienst uitvoering onderwijs`,
  },
  {
    category: 'tax',
    merchants: `
      IRS: irs | usataxpymt | us treasury
      Franchise Tax Board: franchise tax
      TurboTax: turbotax | intuit turbotax
      HMRC: hmrc
      DVLA: dvla
      ATO: ato payment | australian taxation
      Service NSW: service nsw | service nsw rego
      VicRoads: vicroads
      Inland Revenue: inland revenue
      NZTA: nzta | waka kotahi
      CRA: canada revenue | cra revenue
      Finanzamt: finanzamt
      DGFiP: dgfip | impots gouv | direction generale des finances
      Belastingdienst: belastingdienst
      Gemeente: gemeente`,
  },
  {
    category: 'rent',
    merchants: `
      Ray White: ray white
      LJ Hooker: lj hooker
      Barfoot & Thompson: barfoot
      OpenRent: openrent
      Zillow Rentals: zillow rentals
      AvalonBay: avalonbay
      Equity Residential: equity residential
      Greystar: greystar
      NoBroker: nobroker
      Vonovia: vonovia
      Deutsche Wohnen: deutsche wohnen`,
  },
];
