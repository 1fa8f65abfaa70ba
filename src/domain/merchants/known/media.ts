import type { KnownList } from './lists.js';

/** Films and series at home, music, books and papers. Lines as in lists.ts. */
export const media: readonly KnownList[] = [
  {
    category: 'streaming',
    subscription: true,
    merchants: `
      Netflix: netflix
      Disney+: disney plus | disneyplus | disney+ | disney
      Hulu: hulu
      Max: hbo max | hbomax | max hbo | help max com | hbo | hbo now
      Prime Video: prime video | primevideo | amazon video | amazon prime video
      Apple TV+: apple tv | appletv
      YouTube Premium: youtube premium | youtubepremium | youtube tv | youtubetv | youtube red | youtube member | youtube
      Paramount+: paramount+ | paramount plus | paramountplus | paramount
      Peacock: peacock | peacock tv | peacocktv
      Crunchyroll: crunchyroll
      Discovery+: discovery+ | discovery plus | discoveryplus
      ESPN+: espn+ | espn plus | espn | espnplus
      Starz: starz
      Showtime: showtime
      AMC+: amc+ | amc plus | amcplus
      Shudder: shudder
      MUBI: mubi
      BritBox: britbox
      Acorn TV: acorn tv | acorntv
      Criterion Channel: criterion channel | criterionchannel
      Curiosity Stream: curiosity stream | curiositystream
      Nebula: nebula
      Dropout: dropout
      Philo: philo
      Sling TV: sling tv | sling
      FuboTV: fubotv | fubo
      DirecTV Stream: directv | directv stream
      Vudu: vudu | fandango at home
      Twitch: twitch | twitchinteractive
      Patreon: patreon | patreon membership
      NOW TV: now tv | nowtv | now entertainment | now cinema | now sports
      Sky: sky digital | sky uk | sky subscription | sky tv | sky ireland | sky cinema
      ITVX: itvx | itv hub
      Channel 4+: channel 4 plus
      TV Licence: tv licence | tv licensing | tvlicensing
      BFI Player: bfi player
      Stan: stan com au | stan | stan entertainment
      Binge: binge subscription | binge
      Kayo Sports: kayo sports | kayo
      Foxtel: foxtel
      Optus Sport: optus sport
      Neon: neon nz | neon
      Sky NZ: sky network | sky network tv | sky tv nz | sky sport now
      ThreeNow: threenow
      Crave: crave
      Sportsnet: sportsnet | sportsnet now
      TSN Direct: tsn direct
      CBC Gem: cbc gem
      Hayu: hayu
      JioHotstar: hotstar | jiohotstar | disney hotstar | disney+ hotstar
      SonyLIV: sonyliv | sony liv
      ZEE5: zee5
      JioCinema: jiocinema
      Sun NXT: sun nxt | sunnxt
      Aha: aha video
      DAZN: dazn
      WOW: wow sky | wow tv | sky deutschland | wow de
      RTL+: rtl+ | rtl plus | tvnow
      Joyn: joyn
      MagentaTV: magentatv | magenta tv
      Canal+: canal+ | canal plus | canalplus
      OCS: ocs
      Molotov: molotov tv | molotov
      Videoland: videoland
      Ziggo Sport: ziggo sport
      NPO Start: npo plus | npo start
      Viaplay: viaplay
      F1 TV: f1 tv | f1tv
      NBA League Pass: nba league pass
      NFL+: nfl+ | nfl plus | nfl gamepass
      MLB.TV: mlb tv | mlbtv
      WWE Network: wwe network
      Floatplane: floatplane
      CuriosityBox Video: rakuten viki | viki`,
  },
  {
    category: 'music',
    subscription: true,
    merchants: `
      Spotify: spotify
      Apple Music: apple music
      Tidal: tidal | tidal music
      Deezer: deezer
      Amazon Music: amazon music | amzn music
      YouTube Music: youtube music | youtubemusic
      SoundCloud: soundcloud
      Pandora: pandora | pandora music
      SiriusXM: siriusxm | sirius xm
      Qobuz: qobuz
      Napster: napster
      JioSaavn: jiosaavn | saavn
      Gaana: gaana
      Wynk: wynk
      Calm Radio: calm radio`,
  },
  {
    category: 'music',
    merchants: `
      Bandcamp: bandcamp
      Beatport: beatport
      Discogs: discogs
      Rough Trade: rough trade
      HMV: hmv
      Amoeba Music: amoeba
      Guitar Center: guitar center
      Thomann: thomann
      Long & McQuade: long mcquade | long & mcquade
      Sanity Music: sanity music`,
  },
  {
    category: 'books',
    subscription: true,
    merchants: `
      Audible: audible
      Kindle Unlimited: kindle unltd | kindle unlimited | kindleunlimited
      Scribd: scribd | everand
      Storytel: storytel
      Blinkist: blinkist
      Kobo Plus: kobo plus
      Nextory: nextory
      BookBeat: bookbeat
      Libro.fm: libro fm
      Marvel Unlimited: marvel unlimited
      Medium: medium monthly | medium corporation
      Substack: substack
      New York Times: new york times | nytimes | ny times | nyt | nyt digital
      Washington Post: washington post | wp subscription
      Wall Street Journal: wall street journal | wsj | d j wsj
      The Economist: economist | the economist
      The Guardian: guardian news | the guardian
      The Times: times newspapers
      Financial Times: financial times
      The New Yorker: new yorker
      Wired: wired magazine
      The Athletic: athletic media | the athletic
      Le Monde: le monde | lemonde
      Der Spiegel: spiegel | der spiegel
      Die Zeit: zeitverlag | die zeit
      NRC: nrc media
      De Volkskrant: volkskrant
      Readly: readly
      Apple News: apple news`,
  },
  {
    category: 'books',
    merchants: `
      Barnes & Noble: barnes noble | barnes & noble | barnesandnoble | bn com
      Waterstones: waterstones
      Foyles: foyles
      Blackwell's: blackwells | blackwell
      WHSmith: whsmith | wh smith | w h smith
      The Works: the works | works store
      Powell's Books: powells | powell s
      Half Price Books: half price books
      Books-A-Million: books a million | books-a-million
      Harvard Book Store: harvard book store
      The Strand: strand book
      ThriftBooks: thriftbooks | thrift books
      AbeBooks: abebooks
      Book Depository: book depository
      World of Books: world of books
      Bookshop.org: bookshop org
      Kindle Store: kindle svcs | kindle services | kindle | amzn digital | amazon digital
      Kobo: kobo
      Comixology: comixology
      Forbidden Planet: forbidden planet
      Dymocks: dymocks
      QBD Books: qbd | qbd books
      Booktopia: booktopia
      Readings: readings books
      Whitcoulls: whitcoulls
      Paper Plus: paper plus | paperplus
      Mighty Ape: mighty ape | mightyape
      Indigo: indigo | chapters indigo | indigo books
      Coles Books: coles books
      Crossword: crossword bookstores
      Thalia: thalia
      Hugendubel: hugendubel
      Dussmann: dussmann
      Medimops: medimops | momox
      Fnac: fnac
      Gibert: gibert joseph | gibert
      Cultura: cultura
      Bruna: bruna
      Libris: libris
      AKO: ako`,
  },
];
