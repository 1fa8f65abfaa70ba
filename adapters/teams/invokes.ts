import type { Activity } from 'botbuilder';
import type { CoreDoors } from '../shared/adapter.js';
import type { BotConnector, Place } from './connector.js';
import { consentAnswer, type FileShelf, savedFile, uploadFile } from './files.js';
import { renderCard } from './format.js';
import { toActionPress } from './inbound.js';
import { isTeamsHost, messageOf } from './outbound.js';
import type { ShownCards } from './shown-cards.js';

/** What an invoke is answered with. */
export interface InvokeAnswer {
  readonly status: number;
  readonly body?: unknown;
}

/** What follows an answer, such as a message that is written after it. */
export type Aftermath = (signal: AbortSignal) => Promise<void>;

export interface InvokeDependencies {
  readonly doors: CoreDoors;
  readonly connector: BotConnector;
  readonly cards: ShownCards;
  readonly shelf: FileShelf;
  readonly production: boolean;
  /** Does something after the answer went out. */
  readonly later: (what: string, aftermath: Aftermath) => void;
}

function placeOf(activity: Activity): Place {
  return { serviceUrl: activity.serviceUrl, conversationId: activity.conversation.id };
}

/**
 * Takes a pressed button to the core and marks it on its card, where that is remembered. Everybody else in the
 * conversation sees the mark once the message is edited, which follows.
 * https://learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model#response-format
 */
export async function takePress(
  activity: Activity,
  { doors, connector, cards, later }: InvokeDependencies,
): Promise<InvokeAnswer | null> {
  const press = toActionPress(activity);
  if (press === null) return null;
  await doors.receiveAction(press);
  const place = placeOf(activity);
  const { replyToId } = activity;
  const marked = replyToId ? cards.press(place.conversationId, replyToId, press.actionId) : null;
  if (!marked || !replyToId) {
    return answer('application/vnd.microsoft.activity.message', 'Got it.');
  }
  later('a pressed button is not marked for all', (signal) =>
    connector.update(place, replyToId, messageOf(marked.content, marked.pressed), signal),
  );
  return answer('application/vnd.microsoft.card.adaptive', renderCard(marked.content, marked.pressed));
}

function answer(type: string, value: unknown): InvokeAnswer {
  return { status: 200, body: { statusCode: 200, type, value } };
}

/** Hands over a file that was consented to, or forgets one that was not. */
export function takeConsent(activity: Activity, dependencies: InvokeDependencies): InvokeAnswer {
  const { connector, shelf, production, later } = dependencies;
  const parsed = consentAnswer.safeParse(activity.value);
  if (!parsed.success) return { status: 400 };
  const { action, context, uploadInfo } = parsed.data;
  const place = placeOf(activity);
  const file = shelf.take(place.conversationId, context.file);
  // Repeated by Teams, or pressed twice.
  if (file === 'given') return { status: 200 };
  const say = (text: string) => (signal: AbortSignal) =>
    connector.send(place, messageOf({ text, buttons: [] }), signal);
  const trouble = 'a file is not handed over';
  const { replyToId } = activity;
  later(trouble, async (signal) => {
    if (replyToId) await connector.remove(place, replyToId, signal).catch(() => undefined);
    if (action === 'decline') {
      await say('Alright, I keep it to myself. Say “export” whenever you want it.')(signal);
      return;
    }
    const target = uploadInfo && URL.canParse(uploadInfo.uploadUrl) ? new URL(uploadInfo.uploadUrl) : null;
    if (file === null || !uploadInfo || !target || !isTeamsHost(target, production)) {
      await say('That file is no longer at hand. Say “export” and I make a new one.')(signal);
      return;
    }
    try {
      await uploadFile(uploadInfo, file, signal);
    } catch (error) {
      await say('The file could not be saved to your OneDrive. Say “export” to try again.')(signal);
      throw error;
    }
    await connector.send(place, savedFile(uploadInfo), signal);
  });
  return { status: 200 };
}
