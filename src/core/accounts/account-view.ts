import type { UserRecord } from '../ports/stores/accounts.js';

/** A user as they see themselves. */
export interface AccountView {
  readonly id: string;
  /** Null where none is known. */
  readonly email: string | null;
  readonly displayName: string | null;
  readonly createdAt: Date;
}

/** Reserved by RFC 2606: no mail can ever reach it. */
const placeholderDomain = '@users.invalid';

export function viewAccount(record: UserRecord): AccountView {
  return {
    id: record.id,
    email: record.email.endsWith(placeholderDomain) ? null : record.email,
    displayName: record.displayName,
    createdAt: record.createdAt,
  };
}

/** True for somebody with a login of their own at the identity provider; people from chat have none. */
export function hasLogin(record: UserRecord): boolean {
  return !record.subject.includes(':');
}
