import { A4, gap, margins, prose, side, text } from '../blocks.js';
import { addDays } from '../dates.js';
import { MONEY, type MoneyStyle } from '../figures.js';
import { DE, FR, NL } from '../places/europe.js';
import { grid, sums } from './parts.js';
import type { SaleLayout } from './sale.js';

const comma = MONEY.comma;

/** Net, nineteen percent, gross; unpaid, with a date to pay by and bank details. */
const rechnung: SaleLayout = {
  name: 'de_rechnung',
  family: 'invoice',
  era: 'before',
  place: DE,
  traits: ['unpaid', 'decimal-comma', 'tax-on-top', 'bank-details'],
  paid: false,
  wish: {
    merchants: ['Elektro Brandt GmbH', 'Gartenbau Weiß'],
    goods: [
      ['Wartung Heizung', 80, 220],
      ['Anfahrt', 25, 60],
      ['Ersatzteil Pumpe', 60, 300],
      ['Arbeitsstunde Meister', 60, 95],
    ],
    tax: 190,
    items: [1, 4],
  },
  sheet: (till) => ({
    size: A4,
    margin: margins(60, 60),
    style: { face: 'sans', size: 9.5 },
    blocks: [
      text(till.sale.merchant, { bold: true, size: 14 }),
      gap(30),
      text([till.sale.customer, 'Lindenweg 7', `04109 ${till.sale.city}`]),
      gap(20),
      side(
        [
          240,
          [
            text(`Rechnung Nr. ${till.sale.date.slice(0, 4)}-${till.sale.number.slice(0, 4)}`, {
              bold: true,
              size: 13,
            }),
          ],
        ],
        [240, [text([`Rechnungsdatum: ${till.date('DD.MM.YYYY')}`, 'Kundennummer: 10442'], {}, 'right')]],
      ),
      gap(10),
      grid(till, comma, ['Bezeichnung', 'Menge', 'Einzelpreis', 'Gesamt EUR']),
      sums([
        ['Nettobetrag', `${till.sum(comma)} €`],
        ['zzgl. 19 % MwSt.', `${till.tax(comma)} €`],
        ['Rechnungsbetrag', `${till.total(comma)} €`],
      ]),
      gap(16),
      prose(
        `Bitte überweisen Sie den Betrag bis zum ${till.other(till.sale.due, 'DD.MM.YYYY')} auf unser Konto DE02 1203 0000 0000 2020 51. Bei Zahlung innerhalb von 8 Tagen gewähren wir 2 % Skonto.`,
      ),
      text('Steuernummer 12/345/67890   Amtsgericht Leipzig HRB 4711', { size: 7 }),
    ],
  }),
};

/** Total HT, TVA, total TTC, settled. */
const facture: SaleLayout = {
  name: 'fr_facture_acquittee',
  family: 'invoice',
  era: 'before',
  place: FR,
  traits: ['paid-stamp', 'decimal-comma', 'nbsp-thousands', 'tax-on-top'],
  paid: true,
  wish: {
    merchants: ['Atelier Lumen', 'Librairie Mollet'],
    goods: [
      ['Reliure cuir', 40, 180],
      ['Livre ancien', 30, 600],
      ['Encadrement', 60, 220],
      ['Livraison', 8, 20],
    ],
    tax: 200,
    items: [1, 4],
  },
  sheet: (till) => {
    const euro: MoneyStyle = { ...MONEY.commaNbsp, suffix: ' €' };
    return {
      size: A4,
      margin: margins(60, 60),
      style: { face: 'sans', size: 9 },
      blocks: [
        side(
          [
            260,
            [
              text(till.sale.merchant, { bold: true, size: 13 }),
              text(['12 rue des Arts', 'SIRET 732 829 320 00074']),
            ],
          ],
          [
            220,
            [
              text(`FACTURE N° F${till.sale.number}`, { bold: true }),
              text(`Date : ${till.date('D MMMM YYYY')}`),
              text(`Client : ${till.sale.customer}`),
            ],
          ],
        ),
        gap(20),
        grid(till, euro, ['Désignation', 'Qté', 'PU HT', 'Montant HT']),
        sums([
          ['Total HT', till.sum(euro)],
          ['TVA 20 %', till.tax(euro)],
          ['Total TTC', till.total(euro)],
        ]),
        gap(14),
        text(`Acquittée le ${till.other(addDays(till.sale.date, 3), 'DD/MM/YYYY')} par carte bancaire`, {
          bold: true,
        }),
        {
          type: 'pin',
          x: 300,
          y: 640,
          text: 'PAYÉ',
          angle: -18,
          style: { size: 40, bold: true, color: '#b03030' },
        },
      ],
    };
  },
};

/** Prices with tax inside on an invoice, "BTW" as a part of the total, paid through iDEAL. */
const factuur: SaleLayout = {
  name: 'nl_webshop_factuur',
  family: 'invoice',
  era: 'before',
  place: NL,
  traits: ['tax-included', 'decimal-comma', 'shipping', 'paid'],
  paid: true,
  wish: {
    merchants: ['De Spellenhoorn', 'Boekhandel Broese'],
    goods: [
      ['Bordspel Kolonie', 25, 55],
      ['Kaartspel Vossen', 8, 18],
      ['Roman (paperback)', 12, 25],
      ['Puzzel 500', 10, 20],
    ],
    tax: 210,
    included: true,
    shipping: true,
    items: [1, 4],
  },
  sheet: (till) => {
    const euro: MoneyStyle = { ...comma, prefix: '€ ' };
    return {
      size: A4,
      margin: margins(56, 60),
      style: { face: 'sans', size: 9 },
      blocks: [
        text(till.sale.merchant, { bold: true, size: 15 }),
        text([
          `Factuurnummer: ${till.sale.number}`,
          `Factuurdatum: ${till.date('D-M-YYYY')}`,
          `Klant: ${till.sale.customer}`,
        ]),
        gap(10),
        grid(till, euro, ['Omschrijving', 'Aantal', 'Prijs', 'Totaal']),
        sums([
          ['Subtotaal', till.sum(euro)],
          ['Verzendkosten', till.shipping(euro)],
          ['Totaal incl. btw', till.total(euro)],
          ['Waarvan 21% btw', till.tax(euro)],
        ]),
        gap(8),
        text(`Betaald via iDEAL op ${till.date('D-M-YYYY')}. U hoeft niets meer te doen.`),
      ],
    };
  },
};

export const invoicesEurope: readonly SaleLayout[] = [rechnung, facture, factuur];
