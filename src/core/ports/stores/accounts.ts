/** A person, whichever way they came. */
export interface UserRecord {
  readonly id: string;
  /** The identity provider's subject, or `platform:tenant:user` for somebody who came by chat. */
  readonly subject: string;
  /** As stored: an address under `users.invalid` where none is known. */
  readonly email: string;
  readonly displayName: string | null;
  readonly createdAt: Date;
}

/** A chat platform's user who is this user. */
export interface IdentityRecord {
  readonly id: string;
  readonly userId: string;
  readonly platform: string;
  readonly tenant: string;
  readonly platformUserId: string;
  readonly displayName: string | null;
  readonly createdAt: Date;
}

/** How somebody wants to be served. Absent values fall back to the product's defaults. */
export interface UserSettingsRecord {
  readonly locale: string | null;
  readonly timeZone: string | null;
  /** ISO 3166 country code. */
  readonly region: string | null;
  readonly periodKind: 'month' | 'pay_cycle';
  readonly rollOver: boolean;
  readonly alertsEnabled: boolean;
  readonly digestEnabled: boolean;
  /** `HH:MM` in the user's time zone; both or neither. */
  readonly quietFrom: string | null;
  readonly quietTo: string | null;
  readonly homeConversationId: string | null;
}

/** Rows of one table as the database has them, for an export. */
export type ExportedTables = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

/** Users, their identities, settings and everything about joining, exporting and forgetting them. */
export interface AccountStore {
  findUser(userId: string): Promise<UserRecord | null>;
  findUserBySubject(subject: string): Promise<UserRecord | null>;
  /** The user behind a chat identity. */
  findUserByIdentity(identity: {
    platform: string;
    tenant: string;
    platformUserId: string;
  }): Promise<UserRecord | null>;
  /**
   * Creates the user unless the subject has one, and returns whoever it is then. An e-mail that another user has is
   * not taken: accounts are never joined by e-mail.
   */
  ensureUser(input: {
    id: string;
    subject: string;
    email: string | null;
    displayName: string | null;
  }): Promise<UserRecord>;
  updateUser(userId: string, change: { displayName?: string | null; email?: string }): Promise<UserRecord>;
  /** Attaches a chat identity to a user, taking it from whoever has it. */
  attachIdentity(input: {
    userId: string;
    platform: string;
    tenant: string;
    platformUserId: string;
    displayName: string | null;
  }): Promise<void>;
  listIdentities(userId: string): Promise<readonly IdentityRecord[]>;
  /** @returns false when the user has no such identity. */
  detachIdentity(userId: string, identityId: string): Promise<boolean>;

  settings(userId: string): Promise<UserSettingsRecord>;
  updateSettings(userId: string, change: Partial<UserSettingsRecord>): Promise<UserSettingsRecord>;

  /** Replaces the user's earlier unused codes. */
  saveLinkCode(input: { userId: string; codeHash: string; expiresAt: Date }): Promise<void>;
  /** Uses up a code. @returns who made it; null when it is unknown, used or expired. */
  takeLinkCode(codeHash: string, now: Date): Promise<{ readonly userId: string } | null>;
  /** Counts one guess. @returns how many there were in the running window, this one included. */
  countGuess(subject: string, now: Date, windowSeconds: number): Promise<number>;
  clearGuesses(subject: string): Promise<void>;

  /** Locks both users' rows until the transaction ends, so that two merges cannot cross. */
  lockUsers(userIds: readonly string[]): Promise<void>;
  /** Moves everything of `from` to `into` and deletes `from`, whose subject leads to `into` from then on. Documents of both keep one copy. @returns superfluous object keys. */
  mergeUsers(input: { from: string; into: string }): Promise<{ readonly objectKeys: readonly string[] }>;
  /** Every row that belongs to the user, by table; secrets left out. */
  exportTables(userId: string): Promise<ExportedTables>;
  /** Deletes the user and, by cascade, everything of theirs. @returns the number of documents that went. */
  deleteUser(userId: string): Promise<{ readonly documents: number }>;
  /** Where the user's files lie; after a merge not all of them under the user's own prefix. */
  objectKeys(userId: string): Promise<readonly string[]>;
  audit(entry: {
    subjectHash: string;
    action: string;
    details: Readonly<Record<string, unknown>>;
  }): Promise<void>;

  /** Refuses an access token (or, as `subject:ID`, all tokens of a deleted account) until it expires anyway. */
  revokeToken(tokenId: string, expiresAt: Date): Promise<void>;
  /** True when any of the ids is revoked. */
  isRevoked(tokenIds: readonly string[]): Promise<boolean>;

  /** Deletes what is expired: revoked tokens, link codes, guess counts. @returns how many rows. */
  deleteExpired(now: Date): Promise<number>;
  /** Deletes conversations and documents that nobody touched since, a bounded number at a time; figures stay. */
  deleteUntouched(before: Date): Promise<{
    readonly sessions: number;
    readonly documents: number;
    readonly objectKeys: readonly string[];
  }>;
}
