import type { KnownList } from './lists.js';

/** Shops of all kinds. Lines as in lists.ts. */
export const shops: readonly KnownList[] = [
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
];
