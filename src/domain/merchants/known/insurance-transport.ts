import type { KnownList } from './lists.js';

/** Insurance and getting around. Lines as in lists.ts. */
export const insuranceAndTransport: readonly KnownList[] = [
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
];
