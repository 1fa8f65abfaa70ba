import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CognitoIdentityProviderClient,
  CreateUserPoolClientCommand,
  CreateUserPoolCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { repositoryPath } from './repository-path.js';

/** A user pool with one client, served over the wire by cognito-local. */
export interface LocalCognito {
  readonly endpoint: string;
  readonly userPoolId: string;
  readonly clientId: string;
  readonly authority: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  /** Every confirmation code it sends. */
  readonly code: string;
  close(): Promise<void>;
}

const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
const code = '424242';

export async function startLocalCognito(): Promise<LocalCognito> {
  const folder = await mkdtemp(join(tmpdir(), 'matinee-cognito-'));
  // The tokens' issuer bears the port, so it has to be known before.
  const port = await freePort();
  const child = spawn(process.execPath, [repositoryPath('node_modules/cognito-local/lib/bin/start.js')], {
    cwd: folder,
    env: { PATH: process.env.PATH, PORT: String(port), HOST: '127.0.0.1', CODE: code, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const endpoint = `http://127.0.0.1:${port}`;
  await announced(child);
  const client = new CognitoIdentityProviderClient({ region: 'ap-southeast-2', endpoint, credentials });
  const pool = await client.send(
    new CreateUserPoolCommand({
      PoolName: 'matinee',
      UsernameAttributes: ['email'],
      AutoVerifiedAttributes: ['email'],
    }),
  );
  const userPoolId = pool.UserPool?.Id ?? '';
  const made = await client.send(
    new CreateUserPoolClientCommand({ UserPoolId: userPoolId, ClientName: 'matinee' }),
  );
  client.destroy();
  return {
    endpoint,
    userPoolId,
    clientId: made.UserPoolClient?.ClientId ?? '',
    authority: `${endpoint}/${userPoolId}`,
    credentials,
    code,
    close: async () => {
      const exited = once(child, 'exit');
      child.kill();
      await exited;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('There is no free port.');
  return address.port;
}

async function announced(child: ChildProcess): Promise<void> {
  let printed = '';
  await new Promise<void>((resolve, reject) => {
    child.once('exit', (status) => reject(new Error(`cognito-local ended (${status}): ${printed}`)));
    child.stdout?.on('data', (chunk: Buffer) => {
      printed += String(chunk);
      if (printed.includes('running on')) resolve();
    });
  });
}
