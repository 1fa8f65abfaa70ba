import { z } from 'zod';
import { updateUserSettings } from '../accounts/update-user-settings.js';
import { answerAlert } from '../finance/answer-alert.js';
import { listAlerts } from '../finance/list-alerts.js';
import type { CoreContext } from '../ports/context.js';
import { listWishlist } from '../recommendations/list-wishlist.js';
import { defineTool, type ToolResult, type ToolTurn } from './tool.js';

const SNOOZE_MILLISECONDS = 24 * 60 * 60_000;

/** Puts an alert off until the same time tomorrow. */
export async function snoozeAlert(
  context: CoreContext,
  turn: ToolTurn,
  alertId: string,
): Promise<ToolResult> {
  const snoozeUntil = new Date(context.clock.now().getTime() + SNOOZE_MILLISECONDS);
  await answerAlert(context, { userId: turn.userId, alertId, answer: { snoozeUntil } });
  return { text: 'All right, not now. I’ll bring it up again tomorrow.', facts: [] };
}

/** "Not now": the alert that stands is put off; where none does, there is nothing to put off. */
export async function notNow(context: CoreContext, turn: ToolTurn): Promise<ToolResult> {
  const [latest] = await listAlerts(context, { userId: turn.userId });
  if (latest) return snoozeAlert(context, turn, latest.id);
  return {
    text: turn.voice.pick('All right, another time.', 'No problem. Just write when it suits you.'),
    facts: [],
  };
}

async function snoozeLatest(context: CoreContext, turn: ToolTurn): Promise<ToolResult> {
  const [latest] = await listAlerts(context, { userId: turn.userId });
  if (!latest) return { text: 'There is no alert that I could put off.', facts: [] };
  return snoozeAlert(context, turn, latest.id);
}

/** Budget alerts: the ones that stand, and whether new ones are wanted. */
export const alertsTool = defineTool({
  name: 'alerts',
  description: 'Shows budget alerts, or switches them on or off.',
  schema: z.object({ change: z.enum(['on', 'off', 'snooze']).optional() }),
  examples: [{}, { change: 'on' }],
  private: true,
  effect: 'writes',
  async call(context, turn, args) {
    if (args.change === 'snooze') return snoozeLatest(context, turn);
    if (args.change) {
      await updateUserSettings(context, {
        userId: turn.userId,
        change: { alertsEnabled: args.change === 'on' },
      });
      const wishes = args.change === 'on' ? await listWishlist(context, { userId: turn.userId }) : [];
      const empty =
        wishes.length === 0
          ? ' Your wishlist is empty so far: say “save the first one” under my ideas, or “tell me when Catan drops below 30”.'
          : '';
      const text =
        args.change === 'on'
          ? `Alerts are on: I’ll write when your spending runs ahead, a subscription gets dearer, or something on your wishlist gets cheaper. Never at night.${empty}`
          : 'Alerts are off. I’ll only speak when spoken to.';
      return { text, facts: [] };
    }
    const alerts = await listAlerts(context, { userId: turn.userId });
    if (alerts.length === 0)
      return {
        text: 'No alerts right now. Say “alerts on”, and I’ll write when your spending runs ahead of the budget.',
        facts: [],
      };
    const text = `${alerts.length === 1 ? 'One thing' : 'A few things'} to know:\n\n${alerts
      .slice(0, 6)
      .map((alert) => `- ${alert.message}`)
      .join('\n')}`;
    const buttons = alerts.slice(0, 2).flatMap((alert, index) => {
      const which = alerts.length === 1 ? '' : ` no. ${index + 1}`;
      return [
        { id: `dismiss:${alert.id}`, label: `Dismiss${which}` },
        { id: `snooze:${alert.id}`, label: `Not now${which ? `:${which}` : ''}` },
      ];
    });
    return { text, facts: [], buttons };
  },
});
