import type { types } from '@slack/bolt';
import { splitText } from '../../src/core/conversation/split-text.js';
import type { ActionButton } from '../../src/core/ports/chat-platform.js';
import { renderMrkdwn } from '../shared/markdown/mrkdwn.js';

/** Limits of Block Kit: https://docs.slack.dev/reference/block-kit/blocks/section-block and actions-block */
const SECTION_LIMIT = 3_000;
const BUTTON_LABEL_LIMIT = 75;
const BUTTONS_PER_ROW = 25;

/** Renders into sections, cut as messages are: at paragraph ends where it can, never inside a link or an open mark. */
function toSections(text: string): types.KnownBlock[] {
  const parts = splitText(text, SECTION_LIMIT, (part) => renderMrkdwn(part).length);
  return parts
    .map(renderMrkdwn)
    .filter((part) => part !== '')
    .map(section);
}

/** A reply's text as Slack gets it, with its buttons as blocks; an edit without buttons clears earlier ones. */
export function renderMessage(
  text: string,
  buttons: readonly ActionButton[] = [],
): { text: string; blocks: types.KnownBlock[] } {
  const mrkdwn = renderMrkdwn(text);
  if (buttons.length === 0) return { text: mrkdwn, blocks: [] };
  return { text: mrkdwn, blocks: [...toSections(text), actions(buttons)] };
}

/** Text blocks for the App Home. */
export function renderHome(text: string): types.KnownBlock[] {
  return toSections(text);
}

function section(text: string): types.KnownBlock {
  return { type: 'section', text: { type: 'mrkdwn', text }, expand: true };
}

function actions(buttons: readonly ActionButton[]): types.KnownBlock {
  return {
    type: 'actions',
    elements: buttons.slice(0, BUTTONS_PER_ROW).map(({ id, label, style }) => ({
      type: 'button',
      action_id: id,
      value: id,
      text: { type: 'plain_text', text: label.slice(0, BUTTON_LABEL_LIMIT), emoji: true },
      ...(style !== undefined && { style }),
    })),
  };
}

/**
 * What somebody typed, without Slack's control sequences: links as their label, mentions as names, escapes undone.
 * https://docs.slack.dev/messaging/formatting-message-text#retrieving-messages
 */
export function plainInput(text: string, botUserId: string): string {
  return text
    .replaceAll(`<@${botUserId}>`, '')
    .replace(/<(?:@|#|!)([^>|]*)(?:\|([^>]*))?>/g, (_, id: string, label: string | undefined) => label ?? id)
    .replace(/<([^>|]+)\|([^>]+)>/g, '$2')
    .replace(/<([^>|]+)>/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .trim();
}
