import type { z } from 'zod';
import { answerAlert } from '../../../core/finance/answer-alert.js';
import { listAlerts } from '../../../core/finance/list-alerts.js';
import type { AlertView } from '../../../core/finance/results.js';
import { defineRoute, type Route, reply } from '../../define-route.js';
import { idParams } from '../../schemas.js';
import type { ApiServices } from '../../services.js';
import { alert, alertAnswer, alertList } from './schemas.js';

function presentAlert(view: AlertView): z.input<typeof alert> {
  return {
    id: view.id,
    kind: view.kind,
    severity: view.severity,
    status: view.status,
    message: view.message,
    snoozedUntil: view.snoozedUntil,
    createdAt: view.createdAt,
  };
}

/** What Matinee noticed about the budget, and the user's answer to it. */
export function createAlertRoutes({ context }: ApiServices): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/api/alerts',
      operationId: 'listAlerts',
      tag: 'Alerts',
      summary: 'What Matinee noticed',
      responses: { 200: { description: 'The newest first, without dismissed ones.', schema: alertList } },
      handler: async ({ caller }) => {
        const alerts = await listAlerts(context, { userId: caller.userId });
        return reply(200, { alerts: alerts.map(presentAlert) });
      },
    }),
    defineRoute({
      method: 'post',
      path: '/api/alerts/{id}/answer',
      operationId: 'answerAlert',
      tag: 'Alerts',
      summary: 'Dismiss an alert for good, or put it off',
      params: idParams,
      body: alertAnswer,
      bodyExample: { answer: 'dismiss' },
      responses: { 200: { description: 'The alert.', schema: alert } },
      handler: async ({ caller, params, body }) => {
        const answered = await answerAlert(context, {
          userId: caller.userId,
          alertId: params.id,
          answer: body.answer === 'dismiss' ? 'dismiss' : { snoozeUntil: new Date(body.until) },
        });
        return reply(200, presentAlert(answered));
      },
    }),
  ];
}
