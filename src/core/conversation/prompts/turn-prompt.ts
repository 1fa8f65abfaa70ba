import type { Money } from '../../../domain/money.js';
import type { KnownUser } from '../../ports/stores/conversations.js';
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
  readonly known: KnownUser;
}

/** The user's taste and financial context, what changes rarely first: it stands after what never changes. */
export function renderUserContext({ budget, known }: UserContext, voice: Voice): string {
  const lines: string[] = [];
  const figures = [
    ...(budget?.monthly ? [`${voice.money(budget.monthly)} a month`] : []),
    ...(budget?.spent ? [`${voice.money(budget.spent)} used`] : []),
    ...(budget?.left ? [`${voice.money(budget.left)} left`] : []),
  ];
  if (known.subscriptions.length > 0) lines.push(`Subscriptions: ${known.subscriptions.join(', ')}`);
  if (known.priceSensitivity) lines.push(`Price sensitivity: ${known.priceSensitivity}`);
  if (known.preferredGenres.length > 0) lines.push(`Likes: ${known.preferredGenres.join(', ')}`);
  if (known.dislikedGenres.length > 0) lines.push(`Dislikes: ${known.dislikedGenres.join(', ')}`);
  if (known.preferredActivities.length > 0) lines.push(`Enjoys: ${known.preferredActivities.join(', ')}`);
  if (known.likes.length > 0) lines.push(`Liked lately: ${known.likes.join(', ')}`);
  if (figures.length > 0) lines.push(`Entertainment budget: ${figures.join(', ')}`);
  return lines.length > 0
    ? `About this user:\n${lines.join('\n')}`
    : 'About this user: nothing is known yet.';
}

/** Text that somebody else wrote, so marked that it cannot leave its place in the prompt. */
export function quoted(text: string, longest: number): string {
  const plain = text.replace(/[<>]/g, ' ').replace(/\s+/g, ' ').trim();
  return plain.length > longest ? `${plain.slice(0, longest)}…` : plain;
}

/** Of the message, what is read where nothing was understood. */
const MESSAGE_CHARACTERS = 500;

/**
 * A note to put into words, alone: several in one prompt are mixed up by a small model, and of the message that they
 * answer it makes facts ("sing me a song about money": "It's a song about money").
 * @param kind what the note is about, "movie"; may be empty. Its title is left out: a small model knows things about titles.
 */
export function renderNote(kind: string, note: string): string {
  return `Note${kind === '' ? '' : ` (${plainly(kind)})`}: ${plainly(note)}`;
}

function plainly(text: string): string {
  return text.replace(/[<>]/g, ' ').replace(/\s+/g, ' ').trim();
}

/** The turn where nothing was understood: the model may ask for facts, or answer in a sentence or two. */
export function renderDecideTask(said: string): string {
  return `<message>${quoted(said, MESSAGE_CHARACTERS)}</message>

There are no notes for this message yet. If facts are needed, answer with the JSON object for them. Else reply in one or two friendly sentences without any title, price, number or date; if it is nothing you can help with, say so and say what you can do.`;
}
