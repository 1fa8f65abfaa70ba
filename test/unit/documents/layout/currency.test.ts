import { describe, expect, it } from '@jest/globals';
import { findCurrency } from '../../../../src/documents/layout/currency.js';

describe('currency', () => {
  it.each([
    [['Opening balance £100.00'], 'GBP', 'printed'],
    [['1.234,56 €'], 'EUR', 'printed'],
    [['Währung : EUR'], 'EUR', 'printed'],
    [['Balance $5.00'], 'USD', 'printed'],
    [['Kauri Bank New Zealand', 'Balance $5.00'], 'NZD', 'printed'],
    [['BSB 084-760', '$7,945.64'], 'AUD', 'printed'],
    [['Toronto', 'INTERAC purchase', '$20.00'], 'CAD', 'printed'],
    [['Saldo CHF', "5'437.53"], 'CHF', 'printed'],
    [['¥1,200'], 'JPY', 'printed'],
    [['Valores em R$', '12,50'], 'BRL', 'printed'],
    [['VALORES EM R$', '12,50'], 'BRL', 'printed'],
    [['Balance $5.00', 'HST registration number: R105248165'], 'CAD', 'printed'],
    [['TRUST CANADA', '55 REGENT BLVD', 'TORONTO ON  M5A 0C3', '12.50'], 'CAD', 'hinted'],
    [['Every Day Chequing Account', '12.50'], 'CAD', 'hinted'],
    [['Sort code 20-30-40', '12.50'], 'GBP', 'hinted'],
    [['Member FDIC', '12.50'], 'USD', 'hinted'],
    [['IFSC DECC0000123', '12.50'], 'INR', 'hinted'],
    [['Banco de México', 'Saldo $5.00'], 'MXN', 'printed'],
    [['Cuenta Corriente CBU 0110599520', 'Saldo $ 5,00'], 'ARS', 'printed'],
    [['Balance Rs. 500.00'], 'INR', 'printed'],
    [['Meezan Bank, Karachi', 'Balance Rs. 500.00'], 'PKR', 'printed'],
    [['ACME Bank', 'Opening balance: 100.00'], 'XXX', 'none'],
    [['Paid IN FULL, call the ALL staff TOP line', '5.00'], 'XXX', 'none'],
    [['SSP 118.75', 'SSP -41.20', 'Net Pay £2,263.32'], 'GBP', 'printed'],
    [['Saldo S/ 4,980.40', 'S/ 12.00'], 'PEN', 'printed'],
    [['+ 84 210,55 ₸'], 'KZT', 'printed'],
    [['Cod IBAN: RO41BTRLRONCRT0041882093', '178.57'], 'RON', 'hinted'],
    [['Mynt: ISK', '412.880'], 'ISK', 'printed'],
    [['Debit Order', 'Opening Balance R2 310.55', 'R11 037.89'], 'ZAR', 'printed'],
  ])('%j', (texts, currency, basis) => {
    expect(findCurrency(texts)).toMatchObject({ currency, basis });
  });

  it('believes what a text says of itself before what stands around it', () => {
    const head = ['First Prairie Bank, N.A.', 'Balance $5.00'];
    expect(findCurrency(head, [...head, 'SHOP AUSTRALIA $3.00']).currency).toBe('USD');
  });
});
