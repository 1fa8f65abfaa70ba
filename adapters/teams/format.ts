import { type Attachment, CardFactory } from 'botbuilder';
import type { ActionButton, ReplyExtras } from '../../src/core/ports/chat-platform.js';
import { renderCommonMark } from '../shared/markdown/commonmark.js';
import { renderCardBody, renderPlainBody } from './cards.js';

/** More buttons than this do not fit a phone; Teams shows up to six in a card's action row. */
const BUTTON_LIMIT = 6;
/** Longer titles are cut by Teams itself, in the middle of a word. */
const LABEL_LIMIT = 60;
/** A line of a notification. */
const SUMMARY_LIMIT = 120;
/**
 * UTF-16 units that a card may take. Teams counts two bytes for each, and recommends 80 KB at most:
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages
 */
const CARD_LIMIT = 38_000;

/** The data that a pressed button sends back in the activity's `value`. */
export interface PressedButton {
  readonly matinee: { readonly id: string; readonly label: string };
}

/** Teams draws no headings in messages, and shows the backslash of a line break. */
function degrade(markdown: string): string {
  return markdown.replace(/^#{1,6} (.+)$/gm, '**$1**').replace(/(?<!\\)\\\n/g, '  \n');
}

/** The angle bracket of a link's destination is the only one that markdown needs and HTML does not read. */
function isDestination(text: string, offset: number): boolean {
  return text.slice(offset - 2, offset) === '](';
}

/**
 * Teams reads HTML in markdown, so an angle bracket is always written as what it stands for. An address in brackets
 * becomes a link of its own.
 */
function withoutHtml(markdown: string): string {
  return markdown
    .replace(/(?<!\]\(|\\)<(https?:\/\/[^<>\s()]+)>/gi, '[$1]($1)')
    .replace(/(\\*)</g, (found, slashes: string, offset: number, whole: string) => {
      if (slashes === '' && isDestination(whole, offset)) return found;
      return `${slashes.slice(0, slashes.length - (slashes.length % 2))}&lt;`;
    });
}

/** Applies a change to everything but what a pattern finds. */
function outside(pattern: RegExp, text: string, change: (part: string) => string): string {
  let rest = 0;
  let changed = '';
  for (const found of text.matchAll(pattern)) {
    changed += change(text.slice(rest, found.index)) + found[0];
    rest = found.index + found[0].length;
  }
  return changed + change(text.slice(rest));
}

const FENCED_CODE = /^( *)(`{3,}).*\n[\s\S]*?^\1\2 *$/gm;
const INLINE_CODE = /(?<![\\`])(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g;

/** A reply's text as Teams' markdown; code stays as it is. */
export function renderText(text: string): string {
  return outside(FENCED_CODE, renderCommonMark(text), (part) =>
    outside(INLINE_CODE, degrade(part), withoutHtml),
  );
}

/**
 * A button that Teams answers in place; older clients and emulators submit it as a message instead:
 * https://learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model#backward-compatibility
 */
function action({ id, label, style }: ActionButton, pressed: boolean) {
  const data = { matinee: { id, label } } satisfies PressedButton;
  const title = `${pressed ? '✓ ' : ''}${label.slice(0, LABEL_LIMIT)}`;
  return {
    type: 'Action.Execute',
    verb: 'matinee',
    title,
    style: style === 'danger' ? 'destructive' : style === 'primary' ? 'positive' : 'default',
    data,
    fallback: { type: 'Action.Submit', title, data },
  };
}

function picture(image: NonNullable<ReplyExtras['image']>) {
  return {
    type: 'Image',
    url: `data:image/png;base64,${Buffer.from(image.png).toString('base64')}`,
    altText: image.description.slice(0, 500),
    size: 'Stretch',
  };
}

/** A reply that is more than words. */
export interface CardContent {
  readonly text: string;
  readonly buttons: readonly ActionButton[];
  readonly image?: ReplyExtras['image'];
}

/** A reply as an Adaptive Card. `pressed` names the buttons that somebody pressed already. */
export function renderCard(
  { text, buttons, image }: CardContent,
  pressed: ReadonlySet<string> = new Set(),
): Record<string, unknown> {
  const rich = renderCardBody(text);
  const words = JSON.stringify(rich).length <= CARD_LIMIT ? rich : renderPlainBody(text);
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    msteams: { width: 'Full' },
    body: [...words, ...(image ? [picture(image)] : [])],
    actions: buttons.slice(0, BUTTON_LIMIT).map((button) => action(button, pressed.has(button.id))),
  };
}

/** The first words of a card, which notifications show in its place. */
export function renderSummary(text: string): string {
  const [first] = renderCardBody(text);
  const words = first?.inlines.map((run) => run.text).join('') ?? '';
  return words.length > SUMMARY_LIMIT ? `${words.slice(0, SUMMARY_LIMIT - 1).trimEnd()}…` : words;
}

/** The card as a message's only attachment. */
export function renderCardAttachment(content: CardContent, pressed?: ReadonlySet<string>): Attachment {
  return CardFactory.adaptiveCard(renderCard(content, pressed));
}
