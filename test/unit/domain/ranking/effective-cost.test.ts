import { describe, expect, it } from '@jest/globals';
import {
  effectiveCost,
  fits,
  type Payer,
  serviceKey,
} from '../../../../src/domain/ranking/effective-cost.js';
import { readRankable } from '../../../../src/domain/ranking/read-item.js';
import { fc } from '../../../support/properties.js';

const nobody: Payer = { subscriptions: [], region: null, partySize: 1 };
const item = (raw: Record<string, unknown>) => readRankable({ id: 'x', ...raw });
const cost = (raw: Record<string, unknown>, payer: Partial<Payer> = {}) =>
  effectiveCost(item(raw), { ...nobody, ...payer });

describe('what an item costs somebody', () => {
  it('is nothing for what is free, whatever its price column says', () => {
    expect(cost({ price_type: 'free', price: null })).toMatchObject({ basis: 'free', total: { minor: 0 } });
    expect(cost({ price: 0 })).toMatchObject({ basis: 'free' });
  });

  it('is unknown where nobody knows it, and never 0', () => {
    expect(cost({ price: null, price_type: 'one_time' })).toEqual({ known: false });
    expect(cost({ price: 'soon' })).toEqual({ known: false });
    expect(cost({ price_type: 'subscription', platform: 'Netflix' })).toEqual({ known: false });
  });

  it('is nothing on a subscription they have, however it is written', () => {
    const film = { price: 3.99, price_type: 'one_time', metadata: { included_in: ['Disney+ US'] } };
    expect(cost(film, { subscriptions: ['disney plus'] })).toMatchObject({
      basis: 'included',
      service: 'disney plus',
    });
    expect(cost(film, { subscriptions: ['Netflix'] })).toMatchObject({
      basis: 'price',
      total: { minor: 399 },
    });
    const original = { price: 7.99, price_type: 'subscription', platform: 'Netflix' };
    expect(cost(original, { subscriptions: ['NETFLIX'] })).toMatchObject({ total: { minor: 0 } });
  });

  it('counts a subscription in the regions where it includes the item', () => {
    const film = { price: 3.99, metadata: { included_in: [{ service: 'Netflix', region: 'US' }] } };
    const owner = { subscriptions: ['Netflix'] };
    expect(cost(film, { ...owner, region: 'us' })).toMatchObject({ basis: 'included' });
    expect(cost(film, { ...owner, region: 'AU' })).toMatchObject({ basis: 'price' });
    expect(cost(film, owner)).toMatchObject({ basis: 'included' });
  });

  it('is the cheapest tier of a subscription they lack, and says that it recurs', () => {
    const show = {
      price: 17.99,
      price_type: 'subscription',
      platform: 'Netflix',
      metadata: {
        tiers: [
          { name: 'Standard', price: 17.99 },
          { name: 'With ads', price: 7.99 },
        ],
      },
    };
    expect(cost(show, { partySize: 4 })).toMatchObject({
      basis: 'tier',
      total: { minor: 799 },
      recurring: true,
      service: 'Netflix',
      tier: 'With ads',
    });
  });

  it('is the upper bound by the head, with the fees that are known', () => {
    const show = {
      type: 'event',
      price: 10,
      price_type: 'variable',
      metadata: { price_max: 25, price_per: 'person', fee: 2.5 },
    };
    expect(cost(show, { partySize: 3 })).toMatchObject({
      basis: 'upper-bound',
      total: { minor: 8_250 },
      fees: { minor: 750 },
    });
    expect(cost({ price: 45, type: 'board_game' }, { partySize: 3 })).toMatchObject({
      total: { minor: 4_500 },
    });
  });

  it('fits a limit only when it is known, in the same money, and not above it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 20_000 }),
        fc.integer({ min: 0, max: 20_000 }),
        (price, limit) => {
          const known = cost({ price: price / 100 });
          expect(fits(known, { minor: limit, currency: 'USD' })).toBe(price <= limit);
          expect(fits(known, { minor: limit, currency: 'EUR' })).toBe(price === 0);
        },
      ),
    );
    expect(fits({ known: false }, { minor: 1_000_000, currency: 'USD' })).toBe(false);
    expect(fits({ known: false }, null)).toBe(true);
  });

  it('knows one service by its many names', () => {
    expect(
      new Set(['Disney+', 'disney plus', ' DISNEY  PLUS ', 'Disney+ Premium'].map(serviceKey)).size,
    ).toBe(1);
    expect(serviceKey('Netflix')).not.toBe(serviceKey('Hulu'));
  });
});
