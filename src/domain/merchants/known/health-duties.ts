import type { KnownList } from './lists.js';

/** Health, children, education, debts, taxes, rent. Lines as in lists.ts. */
export const healthAndDuties: readonly KnownList[] = [
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
