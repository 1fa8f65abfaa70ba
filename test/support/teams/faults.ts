import { setTimeout as sleep } from 'node:timers/promises';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { RepeatedFault } from '../platform-fault.js';

/** The Connector's errors: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/conversation-messages#status-codes-from-bot-conversational-apis */
const ERRORS: Readonly<Record<number, readonly [code: string, message: string]>> = {
  400: ['Bad Argument', 'Invalid request payload.'],
  403: ['BotNotInConversationRoster', 'The bot is not part of the conversation roster.'],
  412: ['PreconditionFailed', 'Precondition failed, please try again.'],
  413: ['MessageSizeTooBig', 'Message size too large.'],
  429: ['Throttled', 'Too many requests.'],
  500: ['ServiceError', 'Internal server error.'],
  502: ['ServiceError', 'Service dependency issue.'],
};

/** Answers with an error as the Connector words it. */
export function refuse(response: Response, status: number, code?: string, message?: string): void {
  const [usualCode, usualMessage] = ERRORS[status] ?? ['ServiceError', 'The service is unavailable.'];
  response.status(status).json({ error: { code: code ?? usualCode, message: message ?? usualMessage } });
}

/** Faults in the order in which they were asked for. */
export interface Faults {
  readonly handler: RequestHandler;
  add(fault: RepeatedFault): void;
}

export function createFaults(): Faults {
  const queue: { readonly fault: RepeatedFault; left: number }[] = [];
  const take = (): RepeatedFault | null => {
    const [first] = queue;
    if (!first) return null;
    first.left -= 1;
    if (first.left === 0) queue.shift();
    return first.fault;
  };
  return {
    add: (fault) => queue.push({ fault, left: fault.times }),
    handler: async (_request: Request, response: Response, next: NextFunction) => {
      const fault = take();
      if (!fault) return next();
      if (fault.kind === 'slow') {
        await sleep(fault.milliseconds, undefined, { ref: false });
        if (!response.socket?.destroyed) next();
      } else if (fault.kind === 'status') {
        if (fault.retryAfterSeconds !== undefined) response.set('Retry-After', `${fault.retryAfterSeconds}`);
        refuse(response, fault.status);
      } else {
        // The write takes effect, and its answer is lost with the connection.
        response.json = () => response;
        if (fault.applied) next();
        response.socket?.destroy();
      }
    },
  };
}
