import { ActionRowBuilder, ButtonBuilder, ButtonStyle } from 'discord.js';
import type { ActionButton } from '../../src/core/ports/chat-platform.js';
import { renderCommonMark } from '../shared/markdown/commonmark.js';

/** https://docs.discord.com/developers/components/reference#action-row */
const BUTTONS_PER_ROW = 5;
const ROWS = 5;
const LABEL_LIMIT = 80;

const STYLES = {
  primary: ButtonStyle.Primary,
  danger: ButtonStyle.Danger,
  default: ButtonStyle.Secondary,
} as const;

/** A reply's text in Discord's markdown. A zero-width space stands for nothing, which Discord refuses. */
export function renderText(text: string): string {
  return renderCommonMark(text) || '\u200b';
}

/** Buttons in rows of five; what does not fit into five rows is left out. */
export function renderButtons(buttons: readonly ActionButton[]): ActionRowBuilder<ButtonBuilder>[] {
  const rows: ActionRowBuilder<ButtonBuilder>[] = [];
  for (let start = 0; start < Math.min(buttons.length, BUTTONS_PER_ROW * ROWS); start += BUTTONS_PER_ROW) {
    const row = new ActionRowBuilder<ButtonBuilder>();
    for (const { id, label, style } of buttons.slice(start, start + BUTTONS_PER_ROW)) {
      row.addComponents(
        new ButtonBuilder()
          .setCustomId(id)
          .setLabel(label.slice(0, LABEL_LIMIT))
          .setStyle(STYLES[style ?? 'default']),
      );
    }
    rows.push(row);
  }
  return rows;
}
