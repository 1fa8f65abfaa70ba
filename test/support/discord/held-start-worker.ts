import { setTimeout as sleep } from 'node:timers/promises';
import { createDiscordAdapter } from '../../../adapters/discord/index.js';
import { quietLog } from '../conversation/quiet.js';
import { startDiscordServer } from './discord-server.js';

/*
 * A process whose Discord never opens a socket: its start gives up while the socket is still opening, and the socket's
 * own failure comes afterwards. Ends with code 0 when it outlived that.
 */
const server = await startDiscordServer();
server.gateway.connections = 'held';
const refuse = () => Promise.reject(new Error('Nothing should arrive.'));
const doors = {
  receiveMessage: refuse,
  receiveAction: refuse,
  editMessage: refuse,
  withdrawMessage: refuse,
  overview: refuse,
};
const config = { token: server.token, apiUrl: server.apiUrl };
const times = { readyMilliseconds: 100, handshakeMilliseconds: 300 };
const adapter = createDiscordAdapter(config, { doors, log: quietLog }, times);
const error = await adapter.start().catch((cause: unknown) => cause);
await sleep(500);
await server.close();
process.exit(error instanceof Error && server.gateway.sessions === 0 ? 0 : 2);
