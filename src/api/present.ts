import type { z } from 'zod';
import { MatineeError } from '../core/ports/errors.js';
import type { DataState, Figure, FigureSource, Question } from '../domain/figures.js';
import { type Currency, fromMajor, InvalidAmountError, type Money, toMajor } from '../domain/money.js';
import type { dataState, figure, money, question } from './schemas.js';

const SHOWN_TRANSACTIONS = 50;

/** An amount as JSON: major units and currency. */
export function presentMoney(amount: Money): z.input<typeof money> {
  return { amount: toMajor(amount), currency: amount.currency };
}

function presentSource(source: FigureSource): z.input<typeof figure>['sources'][number] {
  if (source.kind !== 'transactions') return { ...source };
  const { transactionIds } = source;
  return {
    kind: 'transactions',
    count: transactionIds.length,
    transactionIds: transactionIds.slice(0, SHOWN_TRANSACTIONS),
  };
}

/** A figure as JSON, with its sum and its sources. */
export function presentFigure(value: Figure): z.input<typeof figure> {
  return {
    ...presentMoney(value.amount),
    approximate: value.approximate,
    arithmetic: value.arithmetic,
    sources: value.sources.map(presentSource),
  };
}

export function presentOptionalFigure(value: Figure | null): z.input<typeof figure> | null {
  return value === null ? null : presentFigure(value);
}

export function presentQuestion(value: Question): z.input<typeof question> {
  return { code: value.code, message: value.message };
}

export function presentData(value: DataState): z.input<typeof dataState> {
  const { firstDate, lastDate, basedOn, stale, missingMonths, statements } = value;
  return { firstDate, lastDate, basedOn, stale, missingMonths: [...missingMonths], statements };
}

/** An amount that somebody gave, exact in its currency. @throws MatineeError invalid that names the field */
export function takeAmount(path: string, value: number, currency: Currency): Money {
  try {
    return fromMajor(value, currency);
  } catch (cause) {
    if (!(cause instanceof InvalidAmountError)) throw cause;
    throw new MatineeError('invalid', 'INVALID_AMOUNT', 'That is no exact amount of its currency.', {
      cause,
      fields: [{ path, message: `Give an amount that ${currency} can express.` }],
    });
  }
}
