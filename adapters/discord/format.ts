import { ActionRowBuilder, ButtonBuilder, ButtonStyle, type RawFile } from 'discord.js';
import type { ActionButton, ReplyExtras } from '../../src/core/ports/chat-platform.js';
import { renderCommonMark } from '../shared/markdown/commonmark.js';

/** https://docs.discord.com/developers/components/reference#action-row */
const BUTTONS_PER_ROW = 5;
const ROWS = 5;
const LABEL_LIMIT = 80;
/** https://docs.discord.com/developers/components/reference#button */
const ID_LIMIT = 100;
/** https://docs.discord.com/developers/resources/message#attachment-object */
const DESCRIPTION_LIMIT = 1_024;

const STYLES = {
  primary: ButtonStyle.Primary,
  danger: ButtonStyle.Danger,
  default: ButtonStyle.Secondary,
} as const;

/**
 * A reply's text in Discord's markdown, which knows no backslash for a line break and three sizes of headings:
 * https://docs.discord.com/developers/reference#message-formatting. A zero-width space stands for nothing, which Discord
 * refuses.
 */
export function renderText(text: string): string {
  let fenced = false;
  const lines = renderCommonMark(text)
    .split('\n')
    .map((line, index, all) => {
      const fence = /^\s*(?:[-*>]\s+|\d+\.\s+)*```/.test(line);
      if (fence) fenced = !fenced;
      if (fence || fenced) return line;
      const heading = line.replace(/^#{4,6} (.+)$/, '**$1**');
      // An even number of backslashes is text, and so is one that ends a paragraph.
      const broken = (all[index + 1] ?? '').trim() !== '';
      return broken ? heading.replace(/(?<!\\)((?:\\\\)*)\\$/, '$1') : heading;
    });
  return lines.join('\n') || '\u200b';
}

/** Buttons in rows of five; what does not fit into five rows, or stands there twice, is left out. */
export function renderButtons(buttons: readonly ActionButton[]): ActionRowBuilder<ButtonBuilder>[] {
  const byId = new Map(
    buttons.filter(({ id }) => id.length <= ID_LIMIT).map((button) => [button.id, button]),
  );
  const distinct = [...byId.values()].slice(0, BUTTONS_PER_ROW * ROWS);
  const rows: ActionRowBuilder<ButtonBuilder>[] = [];
  for (let start = 0; start < distinct.length; start += BUTTONS_PER_ROW) {
    const row = new ActionRowBuilder<ButtonBuilder>();
    for (const { id, label, style } of distinct.slice(start, start + BUTTONS_PER_ROW)) {
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

/** What a reply brings along as files, and how each is described to those who cannot see it. */
export function renderFiles({ image, file }: ReplyExtras): {
  readonly files: RawFile[];
  readonly attachments: { readonly id: number; readonly filename: string; readonly description?: string }[];
} {
  const files: (RawFile & { readonly description?: string })[] = [];
  if (image) {
    const description = image.description.slice(0, DESCRIPTION_LIMIT);
    files.push({ name: 'matinee.png', data: Buffer.from(image.png), contentType: 'image/png', description });
  }
  if (file) files.push({ name: file.name, data: Buffer.from(file.bytes), contentType: file.contentType });
  return {
    files: files.map(({ description: _described, ...raw }) => raw),
    attachments: files.map(({ name, description }, id) => ({
      id,
      filename: name,
      ...(description !== undefined && description !== '' && { description }),
    })),
  };
}
