import type { RequestListener } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { ResolveName } from '../../../src/infrastructure/web-fetch/addresses.js';
import { loopbackCertificate, loopbackKey } from './loopback-certificate.js';

/** An https server on loopback, for clients that refuse everything else. */
export interface LoopbackServer {
  readonly port: number;
  /** The paths that were asked for, in order. */
  readonly asked: string[];
  close(): Promise<void>;
}

export async function startLoopbackServer(handler: RequestListener): Promise<LoopbackServer> {
  const asked: string[] = [];
  const server = createServer({ key: loopbackKey, cert: loopbackCertificate }, (request, response) => {
    asked.push(request.url ?? '');
    handler(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** A resolver for which every `.test` name is this machine, like a name whose owner points it inside. */
export const testNames: ResolveName = (_hostname, _options, callback) => {
  callback(null, [{ address: '127.0.0.1', family: 4 }]);
};
