import { z } from 'zod';
import { updateUserSettings } from '../accounts/update-user-settings.js';
import { listAlerts } from '../finance/list-alerts.js';
import { defineTool } from './tool.js';

/** Budget alerts: the ones that stand, and whether new ones are wanted. */
export const alertsTool = defineTool({
  name: 'alerts',
  description: 'Shows budget alerts, or switches them on or off.',
  schema: z.object({ change: z.enum(['on', 'off']).optional() }),
  examples: [{}, { change: 'on' }],
  private: true,
  effect: 'writes',
  async call(context, turn, args) {
    if (args.change) {
      await updateUserSettings(context, {
        userId: turn.userId,
        change: { alertsEnabled: args.change === 'on' },
      });
      const text =
        args.change === 'on'
          ? 'Alerts are on: I’ll write when your spending runs ahead, a price rises, or something unusual shows up. Never at night.'
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
    const buttons = alerts.slice(0, 2).map((alert, index) => ({
      id: `dismiss:${alert.id}`,
      label: alerts.length === 1 ? 'Dismiss' : `Dismiss no. ${index + 1}`,
    }));
    return { text, facts: [], buttons };
  },
});
