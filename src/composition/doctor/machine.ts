import { constants } from 'node:fs';
import { access, mkdir, statfs } from 'node:fs/promises';
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import type { Config } from '../../config/config.js';
import { examine, type Finding } from './finding.js';

const leastNode = [20, 19] as const;
const leastFreeBytes = 500 * 1024 * 1024;

/** Node, the data folder and the port. */
export async function examineMachine(config: Config, running: boolean): Promise<Finding[]> {
  return [examineNode(), await examineFolder(config), await examinePort(config, running)];
}

function examineNode(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const enough = major > leastNode[0] || (major === leastNode[0] && minor >= leastNode[1]);
  return enough
    ? { part: 'Node', state: 'ok', text: process.versions.node }
    : {
        part: 'Node',
        state: 'problem',
        text: `${process.versions.node} is too old.`,
        advice: `Install Node ${leastNode.join('.')} or newer.`,
      };
}

function examineFolder(config: Config): Promise<Finding> {
  const folder = resolve(config.DATA_DIR);
  return examine(
    'data folder',
    async () => {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await access(folder, constants.W_OK);
      const { bavail, bsize } = await statfs(folder);
      const free = bavail * bsize;
      const text = `${folder}, ${Math.round(free / 1024 / 1024 / 1024)} GB free`;
      return free < leastFreeBytes
        ? { state: 'warning', text, advice: 'Make room, or choose another disk with DATA_DIR.' }
        : { state: 'ok', text };
    },
    { state: 'problem', advice: 'Make it writable for this user, or choose another folder with DATA_DIR.' },
  );
}

function examinePort(config: Config, running: boolean): Promise<Finding> {
  const address = `${config.HOST}:${config.PORT}`;
  if (running)
    return Promise.resolve({ part: 'port', state: 'ok', text: `Matinee is running on ${address}` });
  return examine(
    'port',
    () =>
      new Promise((done, fail) => {
        const server = createServer();
        server.once('error', fail);
        server.listen(config.PORT, config.HOST, () => {
          server.close(() => done({ state: 'ok', text: `${address} is free` }));
        });
      }),
    { state: 'problem', advice: 'Stop what uses it, or choose another with PORT and HOST.' },
  );
}
