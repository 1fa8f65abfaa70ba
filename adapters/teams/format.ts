import { type Attachment, CardFactory } from 'botbuilder';
import type { ActionButton, ReplyExtras } from '../../src/core/ports/chat-platform.js';
import { renderCommonMark } from '../shared/markdown/commonmark.js';

/** More buttons than this do not fit a phone; Teams shows up to six in a card's action row. */
const BUTTON_LIMIT = 6;

/** The data that a pressed button sends back in the activity's `value`. */
export interface PressedButton {
  readonly matinee: { readonly id: string; readonly label: string };
}

/** A reply's text as Teams' markdown. */
export function renderText(text: string): string {
  return renderCommonMark(text);
}

/** An Adaptive Card that holds nothing but buttons: https://adaptivecards.io/explorer/Action.Submit.html */
function buttonCard(buttons: readonly ActionButton[]): Attachment {
  return CardFactory.adaptiveCard({
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.4',
    body: [],
    actions: buttons.slice(0, BUTTON_LIMIT).map(({ id, label, style }) => ({
      type: 'Action.Submit',
      title: label,
      style: style === 'danger' ? 'destructive' : style === 'primary' ? 'positive' : 'default',
      data: { matinee: { id, label } } satisfies PressedButton,
    })),
  });
}

function inlineImage(image: NonNullable<ReplyExtras['image']>): Attachment {
  return {
    contentType: 'image/png',
    contentUrl: `data:image/png;base64,${Buffer.from(image.png).toString('base64')}`,
    name: image.description.slice(0, 200),
  };
}

/** What goes with a reply: its buttons and its picture. */
export function renderAttachments({ buttons = [], image }: ReplyExtras): Attachment[] {
  return [...(image ? [inlineImage(image)] : []), ...(buttons.length > 0 ? [buttonCard(buttons)] : [])];
}
