import type { AccountReading, StatementReading } from '../../../documents/reading.js';
import type { Currency } from '../../../domain/money.js';
import type { AccountInput } from '../../ports/stores/finance.js';

/** Stands for the currency in the key of an account whose documents name none: it was taken, not read. */
const noCurrency = 'XXX';

/** A stored account, and whether the statement in hand was joined to it before. */
export interface KnownAccount extends AccountInput {
  readonly joined: boolean;
}

/**
 * Which stored account each account of a statement is, by key; a new key where it is none of them. What makes two
 * statements speak of one account is issuer, kind, currency, and number ending or label. Some statements of a series leave
 * the number out: such a one belongs to the only account of its issuer, kind and label, and gets that account's number
 * with the first statement that prints it. Where two accounts could be meant, neither is: it stands by itself. Accounts
 * of one document that nothing tells apart are numbered.
 * @param currencies of the accounts, as taken where the document names none
 */
export function accountKeys(
  reading: StatementReading,
  currencies: readonly Currency[],
  stored: readonly KnownAccount[],
): string[] {
  const taken = new Set<string>();
  const ownKeys = new Map<string, number>();
  return reading.accounts.map((account, at) => {
    const own = keyOf(reading, account);
    const before = ownKeys.get(own) ?? 0;
    ownKeys.set(own, before + 1);
    const free = stored.filter(({ accountKey }) => !taken.has(accountKey));
    const known = before > 0 ? null : knownAccount(reading, account, currencies[at], free);
    const key = (known ?? (before === 0 ? own : `${own}|${before + 1}`)).slice(0, 255);
    taken.add(key);
    return key;
  });
}

const kindOf = (reading: StatementReading, account: AccountReading): 'card' | 'account' =>
  account.balanceMeaning === 'owed' || reading.kind === 'credit_card_statement' ? 'card' : 'account';

function keyOf(reading: StatementReading, account: AccountReading): string {
  return [
    plain(reading.issuer) || 'unknown',
    account.numberEnding ? `#${account.numberEnding}` : plain(account.label),
    kindOf(reading, account),
    account.currency || noCurrency,
  ].join('|');
}

function knownAccount(
  reading: StatementReading,
  account: AccountReading,
  currency: Currency | undefined,
  stored: readonly KnownAccount[],
): string | null {
  if (plain(reading.issuer) === '') return null;
  const kin = stored.filter(
    (one) =>
      plain(one.issuer) === plain(reading.issuer) &&
      one.accountKey.includes(`|${kindOf(reading, account)}|`) &&
      one.currency === currency &&
      one.accountKey.includes(`|${noCurrency}`) === ((account.currency || noCurrency) === noCurrency),
  );
  const ending = account.numberEnding;
  const same = ending ? kin.filter((one) => one.numberEnding === ending) : [];
  if (same[0]) return same[0].accountKey;
  const unnumbered = kin.filter((one) => !ending || !one.numberEnding);
  const likely = unnumbered.filter((one) => sameName(reading, account, one));
  const before = likely.filter(({ joined }) => joined);
  if (before.length === 1) return before[0]?.accountKey ?? null;
  return likely.length === 1 ? (likely[0]?.accountKey ?? null) : null;
}

/** Labels agree, or one of the two statements prints none. */
function sameName(reading: StatementReading, account: AccountReading, stored: KnownAccount): boolean {
  const name = plain((stored.label ?? '').replace(/ …\S+$/, ''));
  const unnamed = name === '' || name === plain(stored.issuer);
  return (
    unnamed ||
    !account.label ||
    name === plain(account.label) ||
    plain(account.label) === plain(reading.issuer)
  );
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
