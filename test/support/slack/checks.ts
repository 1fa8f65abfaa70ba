import type { types } from '@slack/bolt';
import { SlackRefusal } from './refusal.js';

/** Longer texts of a post are cut off: https://docs.slack.dev/changelog/2018-truncating-really-long-messages */
const CUT_AT = 40_000;
/**
 * An edit's text must not exceed 4,000: https://docs.slack.dev/reference/methods/chat.update#errors (msg_too_long).
 * Others measured that bytes of the escaped text count.
 */
const EDIT_LIMIT = 4_000;
/** https://docs.slack.dev/reference/block-kit/blocks */
const MAX_BLOCKS = 50;
/** https://docs.slack.dev/reference/block-kit/blocks/section-block */
const MAX_SECTION = 3_000;
/** Undocumented; measured in https://github.com/slackapi/bolt-js/issues/2509 */
const MAX_BLOCKS_TOTAL = 13_200;
/** https://docs.slack.dev/reference/block-kit/blocks/actions-block */
const MAX_ELEMENTS = 25;
/** https://docs.slack.dev/reference/block-kit/block-elements/button-element */
const MAX_LABEL = 75;
const MAX_ACTION_ID = 255;
const MAX_VALUE = 2_000;

/** The text as Slack stores it. @throws SlackRefusal */
export function checkText(text: string, kind: 'post' | 'update'): string {
  if (kind === 'update' && Buffer.byteLength(text) > EDIT_LIMIT) throw new SlackRefusal('msg_too_long');
  return text.slice(0, CUT_AT);
}

/** @throws SlackRefusal invalid_blocks or msg_blocks_too_long, as Slack would */
export function checkBlocks(blocks: readonly types.KnownBlock[], most = MAX_BLOCKS): void {
  const invalid = (why: string) =>
    new SlackRefusal('invalid_blocks', { response_metadata: { messages: [`[ERROR] ${why}`] } });
  if (blocks.length > most) throw invalid(`no more than ${most} items allowed`);
  let total = 0;
  for (const block of blocks) {
    if (block.type === 'section') {
      const length = block.text?.text.length ?? 0;
      if (length === 0 || length > MAX_SECTION) throw invalid('must be between 1 and 3000 characters');
      total += length;
    }
    if (block.type === 'actions') checkActions(block, invalid);
  }
  if (total > MAX_BLOCKS_TOTAL) throw new SlackRefusal('msg_blocks_too_long');
}

function checkActions(block: types.ActionsBlock, invalid: (why: string) => SlackRefusal): void {
  if (block.elements.length === 0 || block.elements.length > MAX_ELEMENTS) throw invalid('1 to 25 elements');
  const ids = new Set<string>();
  for (const element of block.elements) {
    if (element.type !== 'button') continue;
    const { action_id: id = '', text, value = '' } = element;
    if (text.text.length === 0 || text.text.length > MAX_LABEL)
      throw invalid('a label of 1 to 75 characters');
    if (id.length > MAX_ACTION_ID || value.length > MAX_VALUE) throw invalid('action_id or value too long');
    if (ids.has(id)) throw invalid('action_id must be unique in a block');
    ids.add(id);
  }
}
