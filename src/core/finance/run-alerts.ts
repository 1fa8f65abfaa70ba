import { type AlertIdea, alertIdeas, digestIdea } from '../../domain/alerts/alerts.js';
import { isQuiet, timeOfDay } from '../../domain/alerts/quiet-hours.js';
import { budgetStatus } from '../../domain/budget/calculate.js';
import type { CoreContext } from '../ports/context.js';
import type { AlertRecipient, AlertRow } from '../ports/stores/finance.js';
import { type LoadedAnalysis, loadAnalysis } from './load-analysis.js';
import { wishIdeas } from './wish-ideas.js';

type Context = Pick<CoreContext, 'database' | 'clock' | 'ids' | 'settings' | 'platforms' | 'log'>;

const pageSize = 50;
/** The digest waits for the morning. */
const digestFrom = '08:00';
/** What could not be sent for so long is no news any more. */
const freshHours = 48;
/** At most so many messages at once; the rest waits in the list of alerts. */
const messagesAtOnce = 3;

/**
 * Looks at everybody who asked for alerts or the weekly digest, and sends what is due to where they last wrote.
 * The work of the `run-alerts` job.
 */
export async function runAlerts(
  context: Context,
  input: { readonly signal: AbortSignal },
): Promise<{ readonly created: number; readonly delivered: number }> {
  let created = 0;
  let delivered = 0;
  for (let after: string | null = null; ; ) {
    const page: readonly AlertRecipient[] = await context.database.store.finance.alertRecipients(
      after,
      pageSize,
    );
    for (const recipient of page) {
      input.signal.throwIfAborted();
      try {
        const outcome = await serve(context, recipient, input.signal);
        created += outcome.created;
        delivered += outcome.delivered;
      } catch (error) {
        // One user's trouble must not keep the others from their alerts; the next run tries again.
        context.log.warn({ userId: recipient.userId, error }, 'Alerts failed for a user');
      }
    }
    after = page.at(-1)?.userId ?? null;
    if (page.length < pageSize) return { created, delivered };
  }
}

async function serve(
  context: Context,
  recipient: AlertRecipient,
  signal: AbortSignal,
): Promise<{ created: number; delivered: number }> {
  const now = context.clock.now();
  const loaded = await loadAnalysis(context, recipient.userId);
  const zone = loaded.settings.timeZone ?? context.settings.defaultTimeZone;
  const time = timeOfDay(zone, now);
  let created = 0;
  const locale = loaded.settings.locale ?? context.settings.defaultLocale;
  const ideas = [
    ...ideasFor(loaded, time),
    ...(loaded.settings.alertsEnabled ? await wishIdeas(context, { userId: recipient.userId, locale }) : []),
  ];
  for (const alert of ideas.map((idea) => alertOf(context, idea, now))) {
    if (await context.database.store.finance.insertAlert(recipient.userId, alert)) created += 1;
  }
  if (isQuiet(time, loaded.settings.quietFrom, loaded.settings.quietTo)) return { created, delivered: 0 };
  return { created, delivered: await deliver(context, recipient, now, signal) };
}

function ideasFor({ analysis, settings }: LoadedAnalysis, time: string): AlertIdea[] {
  const budget = budgetStatus(analysis);
  const digest = settings.digestEnabled && time >= digestFrom ? digestIdea(analysis, budget) : null;
  return [...(settings.alertsEnabled ? alertIdeas(analysis, budget) : []), ...(digest ? [digest] : [])];
}

function alertOf(context: Context, idea: AlertIdea, now: Date): AlertRow {
  return {
    ...idea,
    id: context.ids.uuid(),
    status: 'active',
    snoozedUntil: null,
    deliveredAt: null,
    createdAt: now,
  };
}

async function deliver(
  context: Context,
  { userId, home }: AlertRecipient,
  now: Date,
  signal: AbortSignal,
): Promise<number> {
  const platform = home && context.platforms.get(home.platform);
  if (!home || !platform) return 0;
  const { finance } = context.database.store;
  const waiting = (await finance.listAlerts(userId))
    .filter((alert) => isDue(alert, now))
    .slice(0, messagesAtOnce);
  for (const alert of waiting) {
    // Marked first: after a crash an alert is rather lost than sent twice.
    await finance.updateAlert(userId, alert.id, { status: 'active', snoozedUntil: null, deliveredAt: now });
    await platform.post(
      home,
      alert.message,
      { buttons: [{ id: `dismiss:${alert.id}`, label: 'Dismiss' }] },
      signal,
    );
  }
  return waiting.length;
}

function isDue({ status, snoozedUntil, deliveredAt, createdAt }: AlertRow, now: Date): boolean {
  if (deliveredAt !== null || status === 'dismissed') return false;
  if (status === 'snoozed') return snoozedUntil !== null && snoozedUntil <= now;
  return now.getTime() - createdAt.getTime() <= freshHours * 3_600_000;
}
