import type { KnownList } from './lists.js';

/** Games, cinema, events, outings, sport, hobbies; betting apart. Lines as in lists.ts. */
export const goingOut: readonly KnownList[] = [
  {
    category: 'games',
    subscription: true,
    merchants: `
      Xbox Game Pass: xbox game pass | xbox gamepass | game pass | xbox live | microsoft xbox | xbox
      PlayStation: playstation network | playstation | playstationnetwork | sony playstation | psn | playstation plus | sonyinteract
      Nintendo Switch Online: nintendo online | nintendo switch online
      EA Play: ea play | electronic arts | ea origin | ea
      Ubisoft+: ubisoft | ubisoft plus | ubisoft+
      GeForce NOW: geforce now | nvidia geforce
      Humble Bundle: humble bundle | humblebundl | humble
      World of Warcraft: blizzard | blizzard ent | battle net | battlenet
      Apple Arcade: apple arcade
      Roblox: roblox
      Final Fantasy XIV: square enix
      Chess.com: chess com | chess
      Board Game Arena: board game arena | boardgamearena`,
  },
  {
    category: 'games',
    merchants: `
      Nintendo: nintendo
      Steam: steamgames | steam games | steam purchase | steampowered | steam | wl steam | valve
      Epic Games: epic games | epicgames | epc epic
      GOG: gog | gog com
      itch.io: itch io | itch
      Riot Games: riot games | riotgames | riot
      Rockstar Games: rockstar games
      Mojang: mojang | minecraft
      Supercell: supercell
      King: king com
      Niantic: niantic
      Fanatical: fanatical
      Green Man Gaming: green man gaming
      G2A: g2a
      CDKeys: cdkeys
      Instant Gaming: instant gaming
      Kinguin: kinguin
      GameStop: gamestop | eb games | ebgames
      GAME: game stores | game retail | game digital
      CEX: cex | cex ltd
      Micromania: micromania
      Game Mania: game mania
      Dave & Buster's: dave busters | dave & busters | dave & buster s
      Timezone: timezone
      Asmodee: asmodee
      Miniature Market: miniature market
      Zatu Games: zatu games | zatu
      Philibert: philibert
      999 Games: 999 games`,
  },
  {
    category: 'cinema',
    merchants: `
      AMC Theatres: amc | amc theatres | amc theaters | amc stubs | amc online
      Regal: regal | regal cinemas | regal unlimited
      Cinemark: cinemark
      Alamo Drafthouse: alamo drafthouse | alamo
      Marcus Theatres: marcus theatres | marcus theaters
      Landmark Theatres: landmark theatres | landmark cinemas
      Fandango: fandango
      Atom Tickets: atom tickets
      MoviePass: moviepass
      Odeon: odeon | odeon cinemas
      Vue: vue bsl | vue cinema | vue cinemas | vue entertainment | vue
      Cineworld: cineworld
      Picturehouse: picturehouse
      Everyman: everyman cinema | everyman media | everyman
      Showcase: showcase cinema | showcase cinemas
      Curzon: curzon
      Empire Cinemas: empire cinemas
      Hoyts: hoyts
      Event Cinemas: event cinemas
      Village Cinemas: village cinemas
      Palace Cinemas: palace cinemas
      Dendy: dendy
      Reading Cinemas: reading cinemas
      Rialto: rialto cinemas
      Cineplex: cineplex
      PVR Inox: pvr | pvr cinemas | pvr inox | inox | inox leisure
      Cinepolis: cinepolis
      Carnival Cinemas: carnival cinemas
      CinemaxX: cinemaxx
      Cinestar: cinestar
      UCI: uci kinowelt | uci cinemas | uci
      Kinopolis: kinopolis
      Yorck: yorck kino | yorck
      Pathé: pathe | pathe thuis | cinemas gaumont | gaumont
      UGC: ugc | ugc cine | ugc illimite
      MK2: mk2
      Kinepolis: kinepolis
      CGR: cgr cinemas | cgr
      Cineville: cineville`,
  },
  {
    category: 'events',
    merchants: `
      Ticketmaster: ticketmaster | ticketmastr | tm ticketmaster
      Live Nation: live nation | livenation
      StubHub: stubhub
      SeatGeek: seatgeek
      Eventbrite: eventbrite | eb eventbrite | eb
      AXS: axs | axs tickets
      Vivid Seats: vivid seats
      Dice: dice fm | dice
      Goldstar: goldstar
      Todaytix: todaytix
      TKTS: tkts
      See Tickets: see tickets | seetickets
      Gigantic: gigantic tickets
      Skiddle: skiddle
      Viagogo: viagogo
      ATG Tickets: atg tickets | ambassador theatre
      National Theatre: national theatre
      Royal Albert Hall: royal albert hall
      Ticketek: ticketek
      Moshtix: moshtix
      Oztix: oztix
      Humanitix: humanitix
      iTicket: iticket
      TicketFairy: ticketfairy | ticket fairy
      BookMyShow: bookmyshow | book my show
      Paytm Insider: paytm insider | insider in
      Eventim: eventim | cts eventim
      Reservix: reservix
      Fnac Spectacles: fnac spectacles | france billet
      BilletReduc: billetreduc
      Ticketswap: ticketswap
      Paylogic: paylogic
      Meetup: meetup
      Fever: feverup | fever`,
  },
  {
    category: 'outings',
    merchants: `
      Walt Disney World: walt disney world | disneyland | wdw | disney world
      Universal Studios: universal studios | universal orlando
      Six Flags: six flags
      SeaWorld: seaworld
      Legoland: legoland
      Merlin: merlin entertainments | merlin annual pass | alton towers | thorpe park
      Madame Tussauds: madame tussauds
      National Trust: national trust
      English Heritage: english heritage
      Historic Royal Palaces: historic royal palaces
      Topgolf: topgolf
      TeamSport Karting: teamsport
      Hollywood Bowl: hollywood bowl
      Tenpin: tenpin
      Bowlero: bowlero
      AMF Bowling: amf bowling
      Lucky Strike: lucky strike
      Main Event: main event
      Escape Hunt: escape hunt
      Dreamworld: dreamworld
      Luna Park: luna park
      Taronga Zoo: taronga
      Canada's Wonderland: canadas wonderland | canada s wonderland
      Europa-Park: europa park | europapark
      Phantasialand: phantasialand
      Puy du Fou: puy du fou
      Parc Astérix: parc asterix
      Efteling: efteling
      Museumkaart: museumkaart
      GetYourGuide: getyourguide
      Viator: viator
      Groupon: groupon
      ClassPass: classpass`,
  },
  {
    category: 'sports',
    subscription: true,
    merchants: `
      Planet Fitness: planet fitness | planet fit
      LA Fitness: la fitness
      24 Hour Fitness: 24 hour fitness
      Equinox: equinox
      Crunch Fitness: crunch fitness | crunch fit
      Anytime Fitness: anytime fitness | anytime fit
      Orangetheory: orangetheory
      Gold's Gym: golds gym | gold s gym
      Life Time: lifetime fitness | life time fitness
      YMCA: ymca
      Peloton: peloton
      Strava: strava
      Zwift: zwift
      Fitbit Premium: fitbit
      AllTrails: alltrails
      Headspace: headspace
      Calm: calm com
      PureGym: puregym | pure gym
      The Gym Group: gym group
      David Lloyd: david lloyd
      Virgin Active: virgin active
      Nuffield Health Gym: nuffield health
      Better: better gym | gll better
      Fitness First: fitness first
      F45: f45
      Goodlife: goodlife | goodlife fitness | goodlife clubs
      Les Mills: les mills
      CityFitness: cityfitness | city fitness
      Snap Fitness: snap fitness
      Jetts: jetts
      Plus Fitness: plus fitness
      Cult.fit: cult fit | cultfit | curefit
      McFit: mcfit | rsg group
      FitX: fitx
      Urban Sports Club: urban sports
      Basic-Fit: basic fit | basicfit
      Fitness Park: fitness park
      L'Orange Bleue: orange bleue
      SportCity: sportcity
      Fit For Free: fit for free`,
  },
  {
    category: 'hobbies',
    merchants: `
      LEGO: lego
      Games Workshop: games workshop | warhammer
      Hobbycraft: hobbycraft
      Hobby Lobby: hobby lobby | hobbylobby
      Michaels: michaels stores | michaels
      Joann: joann | jo-ann | joann fabric
      Spotlight: spotlight stores
      Smyths Toys: smyths | smyths toys
      The Entertainer: the entertainer
      Toys R Us: toys r us | toysrus
      Hamleys: hamleys
      King Jouet: king jouet
      La Grande Récré: grande recre
      Intertoys: intertoys
      Toymate: toymate
      Kickstarter: kickstarter
      Gamefound: gamefound
      BackerKit: backerkit`,
  },
  {
    category: 'betting',
    merchants: `
      Bet365: bet365
      DraftKings: draftkings | draft kings
      FanDuel: fanduel | fan duel
      BetMGM: betmgm
      Caesars Sportsbook: caesars sportsbook
      PokerStars: pokerstars
      William Hill: william hill | williamhill
      Ladbrokes: ladbrokes
      Coral: coral racing
      Paddy Power: paddy power | paddypower
      Betfair: betfair
      Sky Bet: sky bet | skybet
      Betfred: betfred
      888: 888 casino | 888casino
      National Lottery: national lottery | camelot lottery
      Sportsbet: sportsbet
      TAB: tab limited | tab nz | tabcorp
      Neds: neds
      Lotto NZ: lotto nz | mylotto
      The Lott: the lott | tatts | tattersalls
      OLG: olg | olg ca
      Dream11: dream11
      MPL: mobile premier league
      Lotto24: lotto24
      Tipico: tipico
      Bwin: bwin
      FDJ: fdj | francaise des jeux
      PMU: pmu
      Winamax: winamax
      Toto: toto | nederlandse loterij | staatsloterij | postcode loterij
      Unibet: unibet`,
  },
];
