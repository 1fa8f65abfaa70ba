import type { CoreContext } from '../ports/context.js';
import type { UserSettingsRecord } from '../ports/stores/accounts.js';

/** The user's settings, with the product's defaults where the user has said nothing. */
export interface UserSettings extends Omit<UserSettingsRecord, 'locale' | 'timeZone' | 'homeConversationId'> {
  readonly locale: string;
  readonly timeZone: string;
}

export async function getUserSettings(
  context: Pick<CoreContext, 'database' | 'settings'>,
  input: { readonly userId: string },
): Promise<UserSettings> {
  const { homeConversationId: _, ...stored } = await context.database.store.accounts.settings(input.userId);
  return presentSettings(stored, context.settings);
}

/** Fills what was never set. */
export function presentSettings(
  stored: Omit<UserSettingsRecord, 'homeConversationId'>,
  defaults: CoreContext['settings'],
): UserSettings {
  return {
    ...stored,
    locale: stored.locale ?? defaults.defaultLocale,
    timeZone: stored.timeZone ?? defaults.defaultTimeZone,
  };
}
