import { z } from 'zod';

const action = z.object({
  type: z.string(),
  title: z.string(),
  data: z.unknown(),
  isEnabled: z.boolean().optional(),
});

/** https://adaptivecards.io/explorer/AdaptiveCard.html, as far as a reader of this test server would see it. */
const card = z.object({
  type: z.literal('AdaptiveCard'),
  version: z.string(),
  body: z.array(
    z.looseObject({
      type: z.string(),
      text: z.string().optional(),
      inlines: z.array(z.looseObject({ type: z.literal('TextRun'), text: z.string() })).optional(),
    }),
  ),
  actions: z.array(action).optional(),
});

/** https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference#activity-object */
export const sentActivity = z.looseObject({
  type: z.string(),
  text: z.string().optional(),
  textFormat: z.enum(['plain', 'markdown', 'xml']).optional(),
  attachments: z
    .array(
      z.looseObject({
        contentType: z.string(),
        contentUrl: z.string().optional(),
        name: z.string().optional(),
        content: z.unknown(),
      }),
    )
    .optional(),
  entities: z.array(z.looseObject({ type: z.string() })).optional(),
});

export type SentActivity = z.infer<typeof sentActivity>;

export interface ShownButton {
  readonly type: string;
  readonly title: string;
  readonly data: unknown;
}

/** A conversation as the service keeps it, and its messages in their order. */
export interface Conversation {
  readonly id: string;
  readonly messages: Map<string, SentActivity>;
  typings: number;
}

export function cardsOf({ attachments = [] }: SentActivity) {
  return attachments.flatMap(({ contentType, content }) =>
    contentType === 'application/vnd.microsoft.card.adaptive' ? [card.parse(content)] : [],
  );
}

export function buttonsOf(message: SentActivity): ShownButton[] {
  return cardsOf(message)
    .flatMap(({ actions = [] }) => actions)
    .filter(({ isEnabled = true }) => isEnabled);
}

/** A message as people read it, markdown included: its text, and the words on its cards. */
export function sourceOf(message: SentActivity): string {
  const cards = cardsOf(message).map(({ body }) =>
    body
      .map(({ text, inlines = [] }) => text ?? inlines.map((run) => run.text).join(''))
      .filter((line) => line !== '')
      .join('\n'),
  );
  return [message.text ?? '', ...cards].filter((text) => text !== '').join('\n\n');
}
