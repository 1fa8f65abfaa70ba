/** What a line of a pay stub stands for. */
export type Role =
  | 'gross'
  | 'net'
  | 'total-deductions'
  | 'total-taxes'
  | 'deduction'
  | 'deductions-part'
  | 'tax'
  | 'earning'
  | 'reimbursement'
  | 'employer-cost'
  | 'total'
  | 'ignored';

export type Section =
  | 'net'
  | 'earnings'
  | 'deductions'
  | 'taxes'
  | 'withholdings'
  | 'reimbursements'
  | 'other'
  | 'ytd';
export type Column = 'current' | 'paid' | 'taken' | 'ytd' | 'hours' | 'rate' | 'other';

type Rule<T> = readonly [pattern: RegExp, meaning: T];

function firstMatch<T>(rules: readonly Rule<T>[], text: string): T | null {
  return rules.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

/** Labels in order of precedence; patterns see lower case. German, French, Dutch, Spanish and Italian beside English. */
const roles: readonly Rule<Role>[] = [
  [
    /\b(?:taxable|steuer-?brutto|steuerpfl|sv-brutto|[krap]v(?:\/[krap]v)?-brutto|sv-rechtliche abzüge|imposable|net social|imponible|imponibile|fiscaal loon|ytd hours)\b/u,
    'ignored',
  ],
  [
    /^(?:deposit(?:s|ed)?|dépôt)(?![\p{L}-])|\bpay to the\b|\border of\b|non-negotiable|direct deposit|\bcheck (?:no|amount)/u,
    'ignored',
  ],
  [
    /\b(?:employer|arbeitgeber(?:anteil)?|sv-ag-anteil|patronal|part employeur|werkgevers?|super guarantee|company (?:paid|match|contribution))\b/u,
    'employer-cost',
  ],
  [
    /^total (?:gross|earnings|pay(?:ments)?\b)|\bgross\b(?!.*\btax)|^(?:total )?earnings(?: total)?$|gesamt-?brutto|brutto(?:lohn|gehalt|bezüge|entgelt|verdienst)|^(?:summe )?brutto(?:betrag)?$|(?:salaire|total|montant) brut|^brut\b|total devengado|(?:salario|sueldo|total) bruto|bruto ?(?:loon|salaris)|totaal bruto|bruto totaal|(?:retribuzione|totale) lord[ao]|totale competenze|bruttolön|bruttoløn/u,
    'gross',
  ],
  [
    /\bnett? (?:pay|salary|wages?|earnings|income|amount|monthly|take)|^nett?$|take[ -]?home|netto?-?(?:lohn|gehalt|verdienst|bezüge|entgelt|loon|salaris|lön|løn)|^netto(?:betrag)?$|auszahlung(?:sbetrag)?|^überweisung$|überweisungsbetrag|net (?:à payer|a payer|payé|paye)|salaire net|^net versé|líquido|neto a (?:percibir|cobrar|pagar)|(?:salario|sueldo) neto|netto (?:loon|salaris|uit te betalen|in busta|a pagare|del mese)|uit te betalen|uitbetaald|\bamount paid\b|\btotal net\b|\bpay this amount\b/u,
    'net',
  ],
  [
    /^(?:total )?(?:pre|post|before|after)[- ]?tax (?:deductions?|contributions?)(?: ?[/&] ?contributions?)?$/u,
    'deductions-part',
  ],
  [
    /^total (?:employee )?tax(?:es)?\b|^taxes withheld|^total (?:tax )?withholdings?$|^tax total|^taxes$|steuerrechtliche abzüge|summe steuern|^withholdings?$|^(?:income )?tax withheld/u,
    'total-taxes',
  ],
  [
    /^total (?:employee )?(?:deductions?|withheld|retenues|cotisations|deducciones|inhoudingen|trattenute)|^deductions?(?: total)?$|^(?:less )?(?:total )?deductions?$|^(?:gesamt|summe)(?: der)? ?abzüge|^(?:gesetzliche |sonstige )?abzüge$|total des (?:retenues|cotisations)|total a deducir|totaal inhoudingen|totale (?:trattenute|ritenute)|avdrag totalt|^total statutory/u,
    'total-deductions',
  ],
  [
    /reimburs|expenses? (?:claim|repaid)|mileage|auslagen|remboursement|\(non soumise?s?\)|indemnités? (?:de |kilométriques?)?(?:transport|repas|panier|déplacement)|spesen|reiskosten|onkosten|rimborso/u,
    'reimbursement',
  ],
  [
    /\b(?:rate|hours?|exemptions?|allowances? claimed|filing status|balance|accrued|available|taken|used|remaining|worked)\b|\bstunden\b|\bdays\b/u,
    'ignored',
  ],
  [
    /\btax\b|federal|\bfed\b|\bfit(?:w|wh)?\b|\bfica\b|social sec|\bss\b|\bsoc\b|\boasdi\b|medicare|\bmed\b|\bstate\b|\bsit\b|\bsdi\b|\bpaye\b|national insurance|\bni(?:c|cs)?\b|\bcpp\b|\bei\b|\bqpp\b|lohnsteuer|kirchensteuer|solidarit|solz|impôt|\bcsg\b|\bcrds\b|\birpf\b|retención|loonheffing|loonbelasting|\birpef\b|addizionale|\bskatt\b|withh|\bacc levy\b|\bacc earner/u,
    'tax',
  ],
  [
    /401|403\(?b|\bhsa\b|\bfsa\b|\bira\b|roth|pension|retirement|insurance|dental|vision|medical|health|\blife\b|disability|garnish|union|dues|loan|kiwisaver|superann|\bsuper\b|charity|parking|child support|advance|rentenvers|krankenvers|arbeitslosen|pflegevers|\b[krap]v-beitrag|sécurité sociale|retraite|complémentaire|mutuelle|prévoyance|chômage|seguridad social|contingencias|desempleo|formación|pensioen|\bwia\b|\bww\b|\binps\b|contribut|deduction|provident fund|\bpf\b|\besi\b|professional tax/u,
    'deduction',
  ],
  [
    /^(?:regular|base|basic|salary|hourly|overtime|o\/?t|holiday|hol|vacation|pto|sick|bonus|commission|tips|shift|allowance|house rent|hra|special|conveyance|back ?pay|ordinary|wages?|grundgehalt|gehalt|lohn|zulage|prämie|salaire de base|prime|heures|salario base|plus|paga extra|basisloon|salaris|vakantie|toeslag|stipendio|paga base)/u,
    'earning',
  ],
  [
    /^(?:sub)?totals?$|^totais$|^totales$|^totali$|^totaux$|^summe$|^total général$|^totaal$|^totale$|^gesamt$/u,
    'total',
  ],
];

/** What a label stands for by its words alone; null where they say nothing. */
export function roleOfLabel(label: string): Role | null {
  return firstMatch(roles, label);
}

/** The figures of such a label are of the year so far, wherever they stand. */
export function saysYearToDate(label: string): boolean {
  return /\b(?:ytd|y-t-d|td|year[ -]to[ -]date|jahressumme|kumuliert|cumul|acumulado|cumulatief|progressivo)\b/u.test(
    label,
  );
}

const sections: readonly Rule<Section>[] = [
  [/^(?:your )?net (?:pay|check|cheque)$|^nett?$|^nettoauszahlung$/u, 'net'],
  [
    /^(?:this )?(?:ytd|year[ -]to[ -]date)\b|year to date$|^to date$|^jahres(?:summen|werte)$|^verdienstbescheinigung$/u,
    'ytd',
  ],
  [
    /(?:employer|company|patronal\p{L}*|employeur|empresa|empleador|werkgever|azienda|arbeitsgiv\p{L}*|pracodawc\p{L}*)\b.*(?:paid|cost|benefit|tax)|(?:contribution|cotisation|aportaci|charges|bidrag|benefits?).*(?:employer|company|employeur|empresa|patronal|werkgever|azienda|paid by|pracodawc)|(?:employer|company)\b.*contribution|^employer$|^arbeitgeber/u,
    'other',
  ],
  [
    /^(?:time off|leave|pto|vacation|accrual|direct deposit|net pay (?:distribution|allocation)|deposit|payment (?:details|method|information)|bank (?:details|account)|hours\b|super(?:annuation)?\b|tax (?:info|data|status)|employee (?:info|details|name)|employer (?:info|details)|pay details|summary|important|messages?|urlaub|bankverbindung)/u,
    'other',
  ],
  [/^(?:reimbursements?|expenses?)/u, 'reimbursements'],
  [/^(?:pre|post|before|after)[- ]?tax deductions?/u, 'deductions'],
  [
    /tax.*deduction|deduction.*tax|^withholdings?|steuern? und abzüge|^(?:gesetzliche )?abzüge|^retenues|^cotisations|^inhoudingen|^deducciones|^trattenute|^ritenute/u,
    'withholdings',
  ],
  [
    /^(?:employee |statutory )?tax(?:es)?(?: withheld| withholdings?)?$|^(?:federal|state|employee) tax|^statutory/u,
    'taxes',
  ],
  [/deductions?/u, 'deductions'],
  [
    /^(?:employee )?(?:gross |taxable )?earnings|^salar(?:y|ies)(?: (?:&|and) wages)?$|^wages$|^gross pay$|^pay(?:ments)?$|^income$|^(?:bezüge|entgelte?|lohnarten?)|^gains|^éléments? de paie|^rémunération|^devengos|^percepciones|^verdiensten|^competenze|^hours (?:and|&) earnings|^entitlements/u,
    'earnings',
  ],
];

/** The part of the stub that a heading opens; null for a text that is no such heading. */
export function sectionOfHeading(heading: string): Section | null {
  return heading.length > 60 ? null : firstMatch(sections, heading);
}

const columns: readonly Rule<Column>[] = [
  [/^(?:vencimentos|proventos|devengos|percepciones|gains|à payer|competenze|tillägg)$/u, 'paid'],
  [/^(?:descontos|deducciones|retenues|à déduire|à retenir|trattenute|ritenute|avdrag)$/u, 'taken'],
  [
    /(?:ytd|year[ -]to[ -]date|to date|jahr|kumul|cumul|acumulad|progressiv).*(?:hour|hrs|unit|qty)|(?:hour|hrs|unit|qty).*(?:ytd|year)/u,
    'other',
  ],
  [
    /^(?:(?:employee |your )?(?:ytd|year[ -]to[ -]date)|y-t-d|cumulatif|ytd (?:amount|total|earnings|\$)|year to date amount|jahres(?:summe|werte?)|jahr|kumuliert|cumul(?: annuel)?|acumulado|cumulatief|progressivo|total ytd|to date)$/u,
    'ytd',
  ],
  [
    /^(?:hours?|hrs|units?|hours?\/units?|hour\/unit|qty|quantity|std\.?|stunden|menge|nombre|heures|horas|uren|aantal|ore|days)(?: worked)?$/u,
    'hours',
  ],
  [
    /^(?:rate|pay rate|hourly rate|rate\/hour|satz|faktor|taux|tarief|tipo|%|base|basis|aliquota|percentage)$/u,
    'rate',
  ],
  [
    /^(?:(?:employer|company|patronale?)(?: \p{L}+){0,3}|charges patronales|part (?:patronale|employeur)|arbeitgeber|werkgever|accrued|taken|used|available|balance|employer contributions?|master|standard|fixed|full (?:amount|pay|month))$/u,
    'other',
  ],
  [
    /^(?:(?:employee |your )?current|courant|actual|earned|this (?:period|pay|check|month)|amount|current (?:amount|period|pay|total|\$)|earnings amount|period|total|betrag|eur|aktuell|monat|monatswerte?|montant|part salari(?:é|ale)|importe|bedrag|importo|deducción|devengo)$/u,
    'current',
  ],
];

/** What a column holds by its heading; null for a text that heads no column. */
export function columnOfHeading(heading: string): Column | null {
  return firstMatch(columns, heading);
}
