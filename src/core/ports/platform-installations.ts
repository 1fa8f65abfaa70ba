/** An app in one tenant of a platform that gives a token for each, such as a workspace of Slack. */
export interface PlatformInstallation {
  readonly platform: string;
  readonly tenant: string;
  /** The platform's record of it, tokens included. What keeps it keeps it encrypted. */
  readonly record: string;
}

/** Where a chat platform's app is installed, shared by all processes. */
export interface PlatformInstallations {
  /**
   * Null where it is not installed.
   * @throws MatineeError unavailable INSTALLATION_SEALED when it was kept under a key that is no longer configured
   */
  find(platform: string, tenant: string): Promise<PlatformInstallation | null>;
  /** Keeps it, in the place of what was kept for the same tenant. */
  save(installation: PlatformInstallation): Promise<void>;
  /** @returns false when it was not installed */
  remove(platform: string, tenant: string): Promise<boolean>;
  count(platform: string): Promise<number>;
  /**
   * Uses a token that counts once.
   * @param until when it expires by itself; it is remembered until then
   * @returns false when it was used before
   */
  useOnce(tokenId: string, until: Date): Promise<boolean>;
}
