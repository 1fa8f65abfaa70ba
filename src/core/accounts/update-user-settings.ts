import { z } from 'zod';
import type { CoreContext } from '../ports/context.js';
import { MatineeError } from '../ports/errors.js';
import type { UserSettingsRecord } from '../ports/stores/accounts.js';
import { presentSettings, type UserSettings } from './get-user-settings.js';

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Give a time as HH:MM.');

const changeSchema = z
  .object({
    locale: z.string().max(35).refine(isLocale, 'This is no locale, like en-GB.').nullable(),
    timeZone: z.string().max(64).refine(isTimeZone, 'This is no time zone, like Europe/London.').nullable(),
    region: z
      .string()
      .regex(/^[A-Z]{2}$/, 'Give a country as two capital letters, like GB.')
      .nullable(),
    periodKind: z.enum(['month', 'pay_cycle']),
    rollOver: z.boolean(),
    alertsEnabled: z.boolean(),
    digestEnabled: z.boolean(),
    quietFrom: clockTime.nullable(),
    quietTo: clockTime.nullable(),
  })
  .partial();

/** What may be changed; null puts the product's default back. */
export type SettingsChange = {
  readonly [Key in keyof z.infer<typeof changeSchema>]: z.infer<typeof changeSchema>[Key];
};

/** @throws MatineeError invalid SETTINGS_INVALID with the fields that are wrong */
export async function updateUserSettings(
  context: Pick<CoreContext, 'database' | 'settings'>,
  input: { readonly userId: string; readonly change: SettingsChange },
): Promise<UserSettings> {
  const parsed = changeSchema.safeParse(input.change);
  if (!parsed.success) throw invalidSettings(parsed.error);
  const { homeConversationId: _, ...stored } = await context.database.transaction((store) =>
    store.accounts.updateSettings(input.userId, present(parsed.data)),
  );
  return presentSettings(stored, context.settings);
}

/** Leaves out what is not to be changed. */
function present(change: z.infer<typeof changeSchema>): Partial<UserSettingsRecord> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}

function invalidSettings(error: z.ZodError): MatineeError {
  return new MatineeError('invalid', 'SETTINGS_INVALID', 'Some settings cannot be used.', {
    fields: error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message })),
  });
}

function isLocale(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}

function isTimeZone(text: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone.length > 0;
  } catch {
    return false;
  }
}
