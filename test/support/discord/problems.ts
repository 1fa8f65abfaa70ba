import { RESTJSONErrorCodes } from 'discord.js';
import type { z } from 'zod';

/** What a request is answered with. */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A refusal as Discord words it: https://docs.discord.com/developers/topics/opcodes-and-status-codes#json */
export class Refusal extends Error {
  readonly answer: Answer;
  constructor(status: number, code: number, message: string, errors?: unknown) {
    super(message);
    this.answer = { status, body: { message, code, ...(errors !== undefined && { errors }) } };
  }
}

export const unauthorized = () => new Refusal(401, 0, '401: Unauthorized');
export const unknown = {
  channel: () => new Refusal(404, RESTJSONErrorCodes.UnknownChannel, 'Unknown Channel'),
  message: () => new Refusal(404, RESTJSONErrorCodes.UnknownMessage, 'Unknown Message'),
  user: () => new Refusal(404, RESTJSONErrorCodes.UnknownUser, 'Unknown User'),
  interaction: () => new Refusal(404, RESTJSONErrorCodes.UnknownInteraction, 'Unknown interaction'),
  webhook: () => new Refusal(404, RESTJSONErrorCodes.UnknownWebhook, 'Unknown Webhook'),
};
export const missingPermissions = () =>
  new Refusal(403, RESTJSONErrorCodes.MissingPermissions, 'Missing Permissions');
export const cannotMessageUser = () =>
  new Refusal(403, RESTJSONErrorCodes.CannotSendMessagesToThisUser, 'Cannot send messages to this user');
export const alreadyAcknowledged = () =>
  new Refusal(
    400,
    RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged,
    'Interaction has already been acknowledged.',
  );

const CODES: Readonly<Record<string, string>> = {
  too_big: 'BASE_TYPE_MAX_LENGTH',
  too_small: 'BASE_TYPE_MIN_LENGTH',
  invalid_type: 'BASE_TYPE_REQUIRED',
  invalid_value: 'BASE_TYPE_CHOICES',
};

/** https://docs.discord.com/developers/reference#error-messages: an object that mirrors the request, `_errors` at its leaves. */
export function invalidForm(error: z.ZodError): Refusal {
  const errors: Record<string, unknown> = {};
  for (const issue of error.issues) {
    let at = errors;
    for (const key of issue.path) {
      const next = at[String(key)];
      const deeper: Record<string, unknown> = typeof next === 'object' && next !== null ? { ...next } : {};
      at[String(key)] = deeper;
      at = deeper;
    }
    const code = (issue.code === 'custom' && issue.params?.code) || CODES[issue.code] || 'BASE_TYPE_BAD_TYPE';
    at._errors = [{ code, message: issue.message }];
  }
  return new Refusal(400, RESTJSONErrorCodes.InvalidFormBodyOrContentType, 'Invalid Form Body', errors);
}

/** A path's id that is no number: https://docs.discord.com/developers/reference#error-messages */
export function notSnowflake(name: string, value: string): Refusal {
  const message = `Value "${value}" is not snowflake.`;
  return new Refusal(400, RESTJSONErrorCodes.InvalidFormBodyOrContentType, 'Invalid Form Body', {
    [name]: { _errors: [{ code: 'NUMBER_TYPE_COERCE', message }] },
  });
}
