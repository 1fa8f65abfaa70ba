import type { Upload } from './forms.js';
import type { Interaction } from './interactions.js';
import type { Answer } from './problems.js';
import type { Channel, StoredMessage, World } from './world.js';

/** A request that was read. */
export interface Request {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly authorization: string | undefined;
  readonly body: unknown;
  readonly files: readonly Upload[];
}

/** What the routes work with. */
export interface Desk {
  readonly world: World;
  readonly token: string;
  readonly gatewayUrl: () => string;
  readonly interactions: Map<string, Interaction>;
  /** Tells the gateway's sessions of a message of the bot. */
  readonly announce: (
    kind: 'created' | 'changed' | 'removed',
    channel: Channel,
    stored: StoredMessage,
  ) => void;
  readonly typed: (channel: Channel) => void;
}

/** A route of the API. */
export interface Route {
  readonly name: string;
  readonly method: string;
  readonly path: RegExp;
  /** Works without the bot's token: the address holds one of its own. */
  readonly open?: true;
  readonly handle: (desk: Desk, request: Request, parameters: readonly string[]) => Answer;
}

export const ok = (body: unknown): Answer => ({ status: 200, body });
export const noContent: Answer = { status: 204 };

export function removeMessage(desk: Desk, channel: Channel, stored: StoredMessage): Answer {
  desk.world.remove(channel, stored.payload.id);
  desk.announce('removed', channel, stored);
  return noContent;
}
