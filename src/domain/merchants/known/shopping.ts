import type { KnownList } from './lists.js';

/** Everything else people buy. Lines as in entertainment.ts. */
export const shopping: readonly KnownList[] = [
  {
    category: 'shopping',
    merchants: `
      Amazon: amazon mktpl | amazon mktplace | amzn mktp | amazon marketplace | amazon retail | amazon com | amazon | amzn
      Target: target
      Walmart: walmart | wal-mart | wm supercenter
      eBay: ebay
      Etsy: etsy
      TJX: tjx | tj maxx | tjmaxx | t j maxx | tk maxx | tkmaxx
      Ross: ross stores | ross dress
      Marshalls: marshalls
      Dollar General: dollar general
      Dollar Tree: dollar tree | dollartree
      Five Below: five below
      Kohl's: kohls | kohl s
      Macy's: macys | macy s
      Nordstrom: nordstrom
      JCPenney: jcpenney | jc penney
      Temu: temu
      AliExpress: aliexpress
      Wish: wish com
      QVC: qvc
      Argos: argos
      John Lewis: john lewis
      Marks & Spencer: marks spencer | marks & spencer | m&s
      Debenhams: debenhams
      Wilko: wilko
      B&M: b&m | b & m retail
      Home Bargains: home bargains
      Poundland: poundland
      The Range: the range
      Kmart: kmart
      Big W: big w
      Myer: myer
      David Jones: david jones
      Catch: catch com au
      Kogan: kogan
      The Warehouse: the warehouse | warehouse
      Farmers NZ: farmers trading
      Trade Me: trademe | trade me
      Briscoes: briscoes
      Dollarama: dollarama
      Hudson's Bay: hudsons bay | hudson s bay
      Giant Tiger: giant tiger
      Winners: winners homesense | winners
      Flipkart: flipkart
      Meesho: meesho
      Snapdeal: snapdeal
      Tata Cliq: tata cliq | tatacliq
      Shoppers Stop: shoppers stop
      Otto: otto payments | otto gmbh | otto
      Galeria: galeria
      Kaufhof: kaufhof
      TEDi: tedi
      Woolworth: woolworth de
      Cdiscount: cdiscount
      Galeries Lafayette: galeries lafayette
      Veepee: veepee
      Gifi: gifi
      Bol: bol com | bol
      HEMA: hema
      Action: action
      Blokker: blokker
      Bijenkorf: bijenkorf
      Wehkamp: wehkamp
      Marktplaats: marktplaats
      Vinted: vinted
      Gumtree: gumtree
      Klarna: klarna`,
  },
  {
    category: 'shopping',
    subscription: true,
    merchants: `
      Amazon Prime: amazon prime | amzn prime | prime membership
      Walmart+: walmart+ | walmart plus
      Costco Membership: costco annual renewal | costco membership | costco annual
      Sam's Club Membership: sams club membership | sam s club membership`,
  },
  {
    category: 'clothing',
    merchants: `
      Zara: zara
      H&M: h&m | h m | hm com
      Uniqlo: uniqlo
      Gap: gap
      Old Navy: old navy | oldnavy
      Nike: nike
      Adidas: adidas
      Lululemon: lululemon
      Levi's: levis | levi s
      Foot Locker: foot locker | footlocker
      Primark: primark
      Next: next retail | next directory | next
      ASOS: asos
      Boohoo: boohoo
      New Look: new look
      River Island: river island
      JD Sports: jd sports
      Clarks: clarks
      Cotton On: cotton on
      Country Road: country road
      The Iconic: the iconic | iconic
      Macpac: macpac
      Kathmandu: kathmandu
      Roots: roots canada
      Aritzia: aritzia
      Myntra: myntra
      Ajio: ajio
      Pantaloons: pantaloons
      Westside: westside
      Zalando: zalando
      About You: about you
      C&A: c&a
      Deichmann: deichmann
      Kik: kik
      Peek & Cloppenburg: peek cloppenburg | peek & cloppenburg
      Kiabi: kiabi
      Celio: celio
      Jules: jules
      Shein: shein
      Mango: mango
      Victoria's Secret: victorias secret | victoria s secret
      DSW: dsw
      REI: rei
      Patagonia: patagonia`,
  },
  {
    category: 'electronics',
    merchants: `
      Best Buy: best buy | bestbuy
      Apple Store: apple store | apple retail
      Micro Center: micro center
      Newegg: newegg
      B&H Photo: b&h photo | bhphoto
      Currys: currys | pc world
      Richer Sounds: richer sounds
      Scan: scan computers
      JB Hi-Fi: jb hi fi | jb hi-fi | jbhifi
      Harvey Norman: harvey norman
      Officeworks: officeworks
      The Good Guys: good guys
      Noel Leeming: noel leeming
      PB Tech: pb tech | pbtech
      Canada Computers: canada computers
      The Source: the source
      Croma: croma
      Reliance Digital: reliance digital
      Vijay Sales: vijay sales
      MediaMarkt: media markt | mediamarkt
      Saturn: saturn
      Cyberport: cyberport
      Alternate: alternate
      Notebooksbilliger: notebooksbilliger
      Boulanger: boulanger
      Darty: darty
      LDLC: ldlc
      Coolblue: coolblue
      Samsung: samsung
      Dell: dell
      Office Depot: office depot
      Staples: staples`,
  },
  {
    category: 'home',
    merchants: `
      IKEA: ikea
      Home Depot: home depot
      Lowe's: lowes | lowe s
      Ace Hardware: ace hardware
      Menards: menards
      Bed Bath & Beyond: bed bath
      Wayfair: wayfair
      Pottery Barn: pottery barn
      Williams-Sonoma: williams sonoma | williams-sonoma
      Container Store: container store
      Merry Maids: merry maids
      Molly Maid: molly maid
      TaskRabbit: taskrabbit
      B&Q: b&q | b & q
      Wickes: wickes
      Screwfix: screwfix
      Homebase: homebase
      Dunelm: dunelm
      Toolstation: toolstation
      DFS: dfs furniture
      Bunnings: bunnings
      Mitre 10: mitre
      Placemakers: placemakers
      Fantastic Furniture: fantastic furniture
      Canadian Tire: canadian tire
      Rona: rona
      Home Hardware: home hardware
      Leon's: leons furniture
      Urban Company: urban company | urbancompany | urbanclap
      Pepperfry: pepperfry
      Obi: obi
      Bauhaus: bauhaus
      Hornbach: hornbach
      Toom: toom
      Hagebau: hagebau
      Leroy Merlin: leroy merlin
      Castorama: castorama
      Conforama: conforama
      Maisons du Monde: maisons du monde
      Gamma: gamma
      Praxis: praxis
      Karwei: karwei
      Intratuin: intratuin`,
  },
  {
    category: 'personal_care',
    merchants: `
      Sephora: sephora
      Ulta: ulta
      Great Clips: great clips
      Supercuts: supercuts
      Sport Clips: sport clips
      Bath & Body Works: bath body works | bath & body works
      The Body Shop: body shop
      Lush: lush
      Mecca: mecca
      Dollar Shave Club: dollar shave
      Toni & Guy: toni guy | toni & guy
      Just Cuts: just cuts
      Nykaa: nykaa
      Douglas: douglas
      Yves Rocher: yves rocher
      Rituals: rituals
      Treatwell: treatwell`,
  },
  {
    category: 'travel',
    merchants: `
      Airbnb: airbnb
      Booking.com: booking com | booking!
      Expedia: expedia
      Hotels.com: hotels com
      Vrbo: vrbo
      Kayak: kayak
      Priceline Travel: priceline com
      Marriott: marriott
      Hilton: hilton
      Hyatt: hyatt
      Holiday Inn: holiday inn
      Best Western: best western
      Premier Inn: premier inn
      Travelodge: travelodge
      Ibis: ibis
      Accor: accor
      Hostelworld: hostelworld
      Delta: delta air | delta
      United: united airlines | united air
      American Airlines: american airlines | american air | aa com
      Southwest: southwest airlines | southwes
      JetBlue: jetblue
      Alaska Airlines: alaska air | alaska airlines
      British Airways: british airways
      easyJet: easyjet
      Ryanair: ryanair
      Wizz Air: wizz air | wizzair
      Jet2: jet2
      TUI: tui
      Qantas: qantas
      Virgin Australia: virgin australia
      Jetstar: jetstar
      Air New Zealand: air new zealand | air nz
      Air Canada: air canada
      WestJet: westjet
      Air India: air india
      IndiGo: interglobe aviation | goindigo | indigo airlines
      SpiceJet: spicejet
      MakeMyTrip: makemytrip
      OYO: oyo
      Lufthansa: lufthansa
      Eurowings: eurowings
      Condor: condor
      Air France: air france
      Transavia: transavia
      KLM: klm
      Emirates: emirates
      Hertz: hertz
      Avis: avis
      Enterprise: enterprise rent
      Europcar: europcar
      Sixt: sixt
      Eurostar: eurostar
      Thalys: thalys`,
  },
  {
    category: 'pets',
    merchants: `
      Petco: petco
      PetSmart: petsmart
      Chewy: chewy
      Rover: rover com
      Pets at Home: pets at home
      Zooplus: zooplus
      Fressnapf: fressnapf
      Petbarn: petbarn
      Animates: animates
      PetStock: petstock
      Pet Valu: pet valu
      Maxi Zoo: maxi zoo
      Pets Place: pets place`,
  },
  {
    category: 'software',
    subscription: true,
    merchants: `
      iCloud: icloud | apple icloud
      Google One: google one | google storage | google gsuite | google workspace
      Microsoft 365: microsoft 365 | microsoft 365 family | microsoft office | msft 365 | microsoft family | office 365
      Microsoft: microsoft | msft | msbill
      Dropbox: dropbox
      Adobe: adobe
      Canva: canva
      Notion: notion | notion labs
      Evernote: evernote
      1Password: 1password
      LastPass: lastpass
      Bitwarden: bitwarden
      NordVPN: nordvpn | nord vpn
      ExpressVPN: expressvpn
      Surfshark: surfshark
      Proton: proton | proton ag
      OpenAI: openai | chatgpt | openai chatgpt
      Claude: anthropic | claude ai
      GitHub: github
      JetBrains: jetbrains
      Figma: figma
      Slack: slack
      Zoom: zoom us | zoom
      Grammarly: grammarly
      Todoist: todoist | doist
      YNAB: ynab | you need a budget
      GoDaddy: godaddy
      Namecheap: namecheap
      Squarespace: squarespace
      Wix: wix
      Wordpress: wordpress | automattic
      DigitalOcean: digitalocean
      AWS: aws | amazon web services
      Ionos: ionos
      Strato: strato
      OVH: ovh
      TransIP: transip
      Norton: norton | nortonlifelock
      McAfee: mcafee
      LinkedIn Premium: linkedin
      X Premium: x corp | twitter`,
  },
  {
    category: 'charity',
    merchants: `
      Red Cross: red cross | american red cross
      UNICEF: unicef
      Oxfam: oxfam
      WWF: wwf
      Greenpeace: greenpeace
      GoFundMe: gofundme
      JustGiving: justgiving
      Cancer Research: cancer research
      RSPCA: rspca
      RNLI: rnli
      Salvation Army: salvation army
      Médecins Sans Frontières: medecins sans frontieres | doctors without borders | msf
      Wikipedia: wikimedia | wikipedia
      Plan International: plan international
      Amnesty: amnesty
      Aktion Mensch: aktion mensch
      World Vision: world vision
      Save the Children: save the children`,
  },
  {
    category: 'people',
    merchants: `
      Venmo: venmo
      Zelle: zelle
      Cash App: cash app
      Wise: wise | transferwise
      Western Union: western union
      Remitly: remitly
      Interac e-Transfer: e-transfer | interac e-transfer | etransfer
      Osko: osko
      Tikkie: tikkie
      Lydia: lydia
      Paylib: paylib`,
  },
  {
    category: 'uncategorised',
    merchants: `
      Apple: apple com bill | apple com | apple
      Google: google play | google
      PayPal: paypal | paypal inst xfer`,
  },
];
