import type { Money } from '../../../domain/money.js';
import type { PromptWorld } from '../../ports/stores/conversations.js';
import type { Voice } from '../voice.js';

/** The budget as a prompt tells it. */
export interface PromptBudget {
  readonly monthly: Money | null;
  readonly spent: Money | null;
  readonly left: Money | null;
}

/** What is known of the user, as the prompt tells it. Null: a channel, where money is not spoken of; or nothing known. */
export interface UserContext {
  readonly budget: PromptBudget | null;
  readonly known: Omit<PromptWorld, 'messages'>;
}

/** The user's taste and financial context, what changes rarely first: it stands after what never changes. */
export function renderUserContext({ budget, known }: UserContext, voice: Voice): string {
  const lines: string[] = [];
  if (known.subscriptions.length > 0) lines.push(`Subscriptions: ${known.subscriptions.join(', ')}`);
  if (known.priceSensitivity) lines.push(`Price sensitivity: ${known.priceSensitivity}`);
  if (known.preferredGenres.length > 0) lines.push(`Likes: ${known.preferredGenres.join(', ')}`);
  if (known.dislikedGenres.length > 0) lines.push(`Dislikes: ${known.dislikedGenres.join(', ')}`);
  if (known.preferredActivities.length > 0) lines.push(`Enjoys: ${known.preferredActivities.join(', ')}`);
  if (known.likes.length > 0) lines.push(`Liked lately: ${known.likes.join(', ')}`);
  if (budget?.monthly) lines.push(`Monthly entertainment budget: ${voice.money(budget.monthly)}`);
  if (budget?.spent) lines.push(`Used this period: ${voice.money(budget.spent)}`);
  if (budget?.left) lines.push(`Left: ${voice.money(budget.left)}`);
  return lines.length > 0
    ? `About this user:\n${lines.join('\n')}`
    : 'About this user: nothing is known yet.';
}

/** Text that somebody else wrote, so marked that it cannot leave its place in the prompt. */
export function quoted(text: string, longest: number): string {
  const plain = text.replace(/[<>]/g, ' ').replace(/\s+/g, ' ').trim();
  return plain.length > longest ? `${plain.slice(0, longest)}…` : plain;
}

const MESSAGE_CHARACTERS = 500;
const OPENING_CHARACTERS = 240;

/** The turn itself, last and short: what was said, how the reply begins, and the first notes to put into words. */
export function renderPhraseTask(said: string, opening: string, notes: string): string {
  // "Four movies:" says nothing that the notes do not, and a small model would say it again.
  const begun =
    opening === '' || opening.endsWith(':')
      ? ''
      : `\nIt begins: “${plainly(opening).slice(0, OPENING_CHARACTERS)}”`;
  return `<message>${quoted(said, MESSAGE_CHARACTERS)}</message>${begun}\n${renderNotes(notes)}`;
}

/** Notes that follow once those before them are put into words. */
export function renderNotes(notes: string): string {
  return `Notes:\n${notes.replace(/[<>]/g, ' ')}`;
}

function plainly(text: string): string {
  return text.replace(/[<>]/g, ' ').replace(/\s+/g, ' ').trim();
}

/** The turn where nothing was understood: the model may ask for facts, or answer in a sentence or two. */
export function renderDecideTask(said: string): string {
  return `<message>${quoted(said, MESSAGE_CHARACTERS)}</message>

There are no notes for this message yet. If facts are needed, answer with the JSON object for them. Else reply in one or two friendly sentences without any title, price, number or date; if it is nothing you can help with, say so and say what you can do.`;
}
