import type { KnownList } from './lists.js';

/** Services, travel, software, people, and names that say nothing alone. Lines as in lists.ts. */
export const services: readonly KnownList[] = [
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
