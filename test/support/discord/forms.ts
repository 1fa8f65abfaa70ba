import { ButtonStyle, ComponentType, MessageFlags, RESTJSONErrorCodes } from 'discord.js';
import { z } from 'zod';
import { invalidForm, Refusal } from './problems.js';

/** https://docs.discord.com/developers/resources/message#create-message-jsonform-params */
const CONTENT_LIMIT = 2_000;
/** https://docs.discord.com/developers/reference#uploading-files: 10 MiB a file without boosts, ten files a message. */
const UPLOAD_LIMIT = 10 * 1_048_576;
const FILES_LIMIT = 10;
/** Flags that a bot may set on its messages: https://docs.discord.com/developers/resources/message#message-object-message-flags */
const SETTABLE = MessageFlags.SuppressEmbeds | MessageFlags.SuppressNotifications | MessageFlags.Ephemeral;

const snowflakeText = z.string().regex(/^\d{17,20}$/, 'Value is not snowflake.');

/** https://docs.discord.com/developers/components/reference#button */
const button = z
  .object({
    type: z.literal(ComponentType.Button),
    style: z.enum(ButtonStyle),
    label: z.string().max(80, 'Must be 80 or fewer in length.').optional(),
    custom_id: z.string().min(1).max(100, 'Must be between 1 and 100 in length.').optional(),
    url: z.string().max(512).optional(),
    disabled: z.boolean().optional(),
  })
  .strict();

/** https://docs.discord.com/developers/components/reference#action-row */
const row = z.object({
  type: z.literal(ComponentType.ActionRow),
  components: z.array(button).min(1).max(5, 'Must be between 1 and 5 in length.'),
});

const rows = z
  .array(row)
  .max(5, 'Must be 5 or fewer in length.')
  .superRefine((list, context) => {
    const seen = new Set<string>();
    for (const [index, { components }] of list.entries()) {
      for (const [position, { custom_id: id }] of components.entries()) {
        if (id !== undefined && seen.has(id)) {
          context.addIssue({
            code: 'custom',
            path: [index, 'components', position, 'custom_id'],
            message: 'Component custom id cannot be duplicated',
            params: { code: 'COMPONENT_CUSTOM_ID_DUPLICATED' },
          });
        }
        if (id !== undefined) seen.add(id);
      }
    }
  });

/** https://docs.discord.com/developers/resources/message#allowed-mentions-object */
const allowedMentions = z
  .object({
    parse: z.array(z.enum(['roles', 'users', 'everyone'])).optional(),
    roles: z.array(snowflakeText).max(100).optional(),
    users: z.array(snowflakeText).max(100).optional(),
    replied_user: z.boolean().optional(),
  })
  .strict();

const attachment = z.object({
  id: z.union([z.string(), z.number().int()]),
  filename: z.string().optional(),
  description: z.string().max(1_024, 'Must be 1024 or fewer in length.').optional(),
});

/** Create and edit share their fields: https://docs.discord.com/developers/resources/message#edit-message */
const messageForm = z.object({
  content: z
    .string()
    // Characters, not UTF-16 units.
    .refine((text) => [...text].length <= CONTENT_LIMIT, {
      message: 'Must be 2000 or fewer in length.',
      params: { code: 'BASE_TYPE_MAX_LENGTH' },
    })
    .nullish(),
  nonce: z.union([z.string().max(25, 'Must be 25 or fewer in length.'), z.number().int()]).optional(),
  enforce_nonce: z.boolean().optional(),
  tts: z.boolean().optional(),
  embeds: z.array(z.unknown()).max(10).nullish(),
  allowed_mentions: allowedMentions.nullish(),
  message_reference: z
    .object({
      type: z.number().int().optional(),
      message_id: snowflakeText,
      channel_id: snowflakeText.optional(),
      guild_id: snowflakeText.optional(),
      fail_if_not_exists: z.boolean().optional(),
    })
    .optional(),
  components: rows.nullish(),
  attachments: z.array(attachment).max(FILES_LIMIT, 'Must be 10 or fewer in length.').nullish(),
  flags: z
    .number()
    .int()
    .refine((flags) => (flags & ~SETTABLE) === 0, 'Invalid flags.')
    .nullish(),
});

export type MessageForm = z.output<typeof messageForm>;

/** https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object */
const callbackForm = z.object({ type: z.number().int(), data: messageForm.optional() });

/** https://docs.discord.com/developers/interactions/application-commands#create-global-application-command */
const commandForm = z.object({
  name: z.string().regex(/^[-_\p{L}\p{N}]{1,32}$/u, 'Command name is invalid'),
  description: z.string().min(1).max(100, 'Must be between 1 and 100 in length.'),
  type: z.number().int().optional(),
  options: z
    .array(
      z.object({
        type: z.number().int(),
        name: z.string().regex(/^[-_\p{L}\p{N}]{1,32}$/u),
        description: z.string().min(1).max(100),
        required: z.boolean().optional(),
        max_length: z.number().int().min(1).max(6_000).optional(),
      }),
    )
    .max(25)
    .optional(),
  contexts: z.array(z.number().int().min(0).max(2)).nullish(),
  integration_types: z.array(z.number().int().min(0).max(1)).optional(),
});

const recipientForm = z.object({ recipient_id: snowflakeText });

function read<T>(schema: z.ZodType<T>, body: unknown): T {
  const result = schema.safeParse(body);
  if (!result.success) throw invalidForm(result.error);
  return result.data;
}

export const readCallback = (body: unknown) => read(callbackForm, body);
export const readCommands = (body: unknown) => read(z.array(commandForm).max(100), body);
export const readRecipient = (body: unknown) => read(recipientForm, body);

/** A file that came with a request. */
export interface Upload {
  readonly key: string;
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Buffer;
}

/** The message in a request, refused for what Discord refuses. */
export function readMessage(body: unknown, files: readonly Upload[]): MessageForm {
  const form = read(messageForm, body);
  if (files.length > FILES_LIMIT || files.some(({ bytes }) => bytes.length > UPLOAD_LIMIT)) {
    throw new Refusal(413, RESTJSONErrorCodes.RequestEntityTooLarge, 'Request entity too large');
  }
  return form;
}

/** https://docs.discord.com/developers/resources/message#create-message-limitations: something has to be in it. */
export function refuseEmpty(form: MessageForm, files: readonly Upload[]): void {
  if ((form.content ?? '').trim() === '' && files.length === 0 && (form.embeds ?? []).length === 0) {
    throw new Refusal(400, RESTJSONErrorCodes.CannotSendAnEmptyMessage, 'Cannot send an empty message');
  }
}
