import type { AccountReading, StatementReading } from '../../../documents/reading.js';

/** Stands for the currency in the key of an account whose documents name none: it was taken, not read. */
const noCurrency = 'XXX';

/**
 * What makes two statements speak of one account: issuer, number ending (or label) and currency. Accounts of one
 * document that nothing tells apart are numbered.
 */
export function accountKeys(reading: StatementReading): string[] {
  const used = new Map<string, number>();
  return reading.accounts.map((account) => {
    const key = [
      plain(reading.issuer) || 'unknown',
      account.numberEnding ? `#${account.numberEnding}` : plain(account.label),
      account.balanceMeaning === 'owed' || reading.kind === 'credit_card_statement' ? 'card' : 'account',
      account.currency || noCurrency,
    ].join('|');
    const before = used.get(key) ?? 0;
    used.set(key, before + 1);
    return (before === 0 ? key : `${key}|${before + 1}`).slice(0, 255);
  });
}

export function accountLabel(reading: StatementReading, account: AccountReading): string {
  const name = account.label ?? reading.issuer ?? (account.balanceMeaning === 'owed' ? 'Card' : 'Account');
  return account.numberEnding ? `${name} …${account.numberEnding}` : name;
}

const plain = (text: string | null): string =>
  (text ?? '')
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N} ]/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
