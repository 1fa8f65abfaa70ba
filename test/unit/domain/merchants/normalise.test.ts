import { describe, expect, test } from '@jest/globals';
import { findKnownMerchant, knownMerchantCount } from '../../../../src/domain/merchants/known-merchants.js';
import { normaliseMerchant } from '../../../../src/domain/merchants/normalise.js';
import { fc } from '../../../support/properties.js';

const keyOf = (description: string) => normaliseMerchant(description).key;

describe('a merchant is found under what banks print around it', () => {
  test.each([
    ['processors', 'SQ *LITTLE OWL COFFEE', 'little owl coffee'],
    ['processors', 'TST* LITTLE OWL COFFEE', 'little owl coffee'],
    ['processors', 'PAYPAL *LITTLE OWL COFFEE', 'little owl coffee'],
    ['payment words', 'POS DEBIT 123456 LITTLE OWL COFFEE', 'little owl coffee'],
    ['payment words', 'VISA PURCHASE LITTLE OWL COFFEE', 'little owl coffee'],
    ['payment words', 'DIRECT DEBIT LITTLE OWL COFFEE', 'little owl coffee'],
    ['payment words in German', 'KARTENZAHLUNG LITTLE OWL COFFEE', 'little owl coffee'],
    ['payment words in French', 'CARTE 12/03 LITTLE OWL COFFEE', 'little owl coffee'],
    ['dates', 'LITTLE OWL COFFEE 12/03/2026', 'little owl coffee'],
    ['references', 'LITTLE OWL COFFEE 0042 REF 99812', 'little owl coffee'],
    ['card numbers', 'LITTLE OWL COFFEE 4835******1234', 'little owl coffee'],
    ['phone numbers', 'LITTLE OWL COFFEE 800-555-0199', 'little owl coffee'],
    ['company forms', 'LITTLE OWL COFFEE LTD', 'little owl coffee'],
    ['cities and states', 'LITTLE OWL COFFEE SEATTLE WA', 'little owl coffee'],
    ['foreign amounts', 'LITTLE OWL COFFEE EUR 12.40', 'little owl coffee'],
    ['domains', 'LITTLEOWL.COM/BILL', 'littleowl'],
  ])('%s: %s', (_what, description, key) => {
    expect(keyOf(description)).toBe(key);
  });

  test('names that hold digits or signs stay themselves', () => {
    expect(keyOf('H&M 0321 BERLIN')).toBe('h&m');
    expect(keyOf('2DEGREES MOBILE')).toBe('2degrees mobile');
  });

  test('any text gives a key, the same each time, without growing', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (description) => {
        const { key } = normaliseMerchant(description);
        expect(key.length).toBeGreaterThan(0);
        expect(keyOf(description)).toBe(key);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the table of known merchants', () => {
  const known = (description: string) => findKnownMerchant(normaliseMerchant(description).words);

  test('is broad', () => {
    expect(knownMerchantCount).toBeGreaterThan(400);
  });

  test.each([
    ['NETFLIX.COM AMSTERDAM NLD', 'Netflix', 'streaming'],
    ['GOOGLE *YouTubePremium', 'YouTube Premium', 'streaming'],
    ['UBER   *TRIP HELP.UBER.COM', 'Uber', 'transport'],
    ['UBER   * EATS 8XK2', 'Uber Eats', 'dining'],
    ['AMZN DIGITAL*2K3LM', 'Kindle Store', 'books'],
    ['BET365', 'Bet365', 'betting'],
    ['REWE SAGT DANKE 12345', 'Rewe', 'groceries'],
    ['UPI-SWIGGY-9928@ybl', 'Swiggy', 'dining'],
  ])('%s is %s (%s)', (description, name, category) => {
    expect(known(description)).toMatchObject({ name, category });
  });

  test.each(['APPLE.COM/BILL', 'GOOGLE *SERVICES', 'PAYPAL INST XFER'])(
    '%s alone says nothing',
    (description) => {
      expect(known(description)?.category).toBe('uncategorised');
    },
  );

  test('a short name counts at the start only', () => {
    expect(known('THE OLD SHELL HOUSE')?.name).not.toBe('Shell');
    expect(known('AIRLINE BOOKING')?.name).not.toBe('Booking.com');
  });
});
