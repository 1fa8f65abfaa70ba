import { expect, test } from '@jest/globals';
import { analyse } from '../../../../src/domain/analysis/analyse.js';
import { budgetStatus } from '../../../../src/domain/budget/calculate.js';
import { buildRecords, buildTransaction } from '../../../support/money/records.js';

const june = { start: '2026-06-01', end: '2026-06-30' };
const may = { start: '2026-05-01', end: '2026-05-31' };
const bank = [
  buildTransaction('pay', '2026-06-03', 'SALARY DEPOSIT', 320_000),
  buildTransaction('rent', '2026-06-05', 'RENT OAK STREET APARTMENTS', -110_000),
];
const onCard = buildTransaction('food', '2026-05-11', 'WHOLE FOODS MARKET', -8_000, { accountId: 'card' });

test('a month of which only a card is known is no month without pay and rent', () => {
  const alone = budgetStatus(analyse(buildRecords(bank, june), '2026-07-02'));
  const beside = budgetStatus(
    analyse(
      buildRecords([...bank, onCard], june, {
        accounts: [
          { id: 'current', kind: 'current', currency: 'USD' },
          { id: 'card', kind: 'card', currency: 'USD' },
        ],
        coverages: [
          { accountId: 'current', documentId: 'bank', span: june },
          { accountId: 'card', documentId: 'card', span: may },
        ],
      }),
      '2026-07-02',
    ),
  );
  expect(beside.income?.amount).toEqual({ minor: 320_000, currency: 'USD' });
  expect(beside.income?.amount).toEqual(alone.income?.amount);
  expect(beside.fixedNeeds.amount).toEqual(alone.fixedNeeds.amount);
});

test('where no current account is known, a card’s months are all there is', () => {
  const records = buildRecords([onCard], may, {
    accounts: [{ id: 'card', kind: 'card', currency: 'USD' }],
    coverages: [{ accountId: 'card', documentId: 'card', span: may }],
  });
  expect(budgetStatus(analyse(records, '2026-06-02')).fixedNeeds.amount).toEqual({
    minor: 8_000,
    currency: 'USD',
  });
});
