import type {
  ChatPlatform,
  ConversationAddress,
  InboundActionPress,
  InboundMessage,
  PlatformUser,
} from '../../src/core/ports/chat-platform.js';
import type { Logger } from '../../src/core/ports/runtime.js';

/** The core's doors, as an adapter uses them. When a promise resolves, what it took is stored and may be acknowledged. */
export interface CoreDoors {
  receiveMessage(message: InboundMessage): Promise<unknown>;
  receiveAction(press: InboundActionPress): Promise<unknown>;
  editMessage(edited: {
    readonly conversation: ConversationAddress;
    readonly messageKey: string;
    readonly text: string;
  }): Promise<void>;
  withdrawMessage(withdrawn: {
    readonly conversation: ConversationAddress;
    readonly messageKey: string;
  }): Promise<void>;
  /** Budget and subscriptions of this person as markdown, for places that show them without a question. */
  overview(user: PlatformUser): Promise<string>;
}

export interface AdapterDependencies {
  readonly doors: CoreDoors;
  readonly log: Logger;
}

/** A chat platform that is connected: the way out is `platform`, the way in are the core's doors. */
export interface Adapter {
  readonly platform: ChatPlatform;
  /** Connects. @throws MatineeError that names the setting to look at when the platform refuses the credentials */
  start(): Promise<void>;
  /** Takes nothing more in and closes the connection. */
  stop(): Promise<void>;
}
