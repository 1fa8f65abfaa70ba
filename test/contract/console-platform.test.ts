import { renderLines } from '../../adapters/console/format.js';
import { createConsolePlatform } from '../../adapters/console/outbound.js';
import type { Screen } from '../../adapters/console/screen.js';
import { describeChatPlatform } from './chat-platform.js';

describeChatPlatform('the console', async () => {
  const shown = new Map<string, string>();
  const screen: Screen = {
    show: (id, markdown) => {
      shown.set(id, renderLines(markdown).join('\n'));
    },
    remove: (id) => {
      shown.delete(id);
    },
    settle: () => undefined,
    notice: () => undefined,
  };
  return {
    platform: createConsolePlatform({ screen, board: { current: [] }, folder: '.' }),
    target: { platform: 'console', tenant: '', address: 'terminal', reference: {} },
    visible: () => [...shown.values()],
    close: async () => undefined,
  };
});
