import type { InboundActionPress, InboundMessage, PlatformUser } from '../../src/core/ports/chat-platform.js';
import type { ConsoleBackend } from './index.js';
import { CONSOLE_PLATFORM, describeFile } from './outbound.js';

/** The core in this process, as the terminal uses it. */
export interface ConsoleCore {
  /** Takes a message in and resolves when its reply has been delivered. */
  converse(message: InboundMessage): Promise<void>;
  converseByButton(press: InboundActionPress): Promise<void>;
  stop(): Promise<boolean>;
  newKey(): string;
}

const conversation = { platform: CONSOLE_PLATFORM, tenant: '', address: 'terminal' };

/** Who sits at this terminal. */
export const consoleUser: PlatformUser = {
  platform: CONSOLE_PLATFORM,
  tenant: '',
  userId: 'terminal',
  displayName: null,
};

/** A core in this process as the terminal's other end. */
export function createEmbeddedBackend(core: ConsoleCore): ConsoleBackend {
  const base = { conversation, direct: true, sender: consoleUser, reference: {} };
  return {
    send: (text) => core.converse({ ...base, messageKey: core.newKey(), text, attachments: [] }),
    press: (actionId, label) => core.converseByButton({ ...base, actionKey: core.newKey(), actionId, label }),
    async sendFile(path) {
      const { name, size } = await describeFile(path);
      const key = core.newKey();
      const attachment = { id: key, fileName: name, contentType: 'application/pdf', size, source: { path } };
      await core.converse({ ...base, messageKey: key, text: '', attachments: [attachment] });
    },
    stop: () => core.stop(),
  };
}
