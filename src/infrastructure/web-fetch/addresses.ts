import { type LookupAddress, type LookupAllOptions, lookup as systemLookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { FetchError } from './fetch-error.js';

/**
 * True for an address of the public internet: no loopback, private, link-local, shared, mapped, tunnelled or reserved one,
 * in any way of writing it (decimal, hexadecimal, octal, short, v4-mapped).
 */
export function isPublicAddress(address: string): boolean {
  const bare = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '');
  return ipaddr.isValid(bare) && ipaddr.process(bare).range() === 'unicast';
}

/** True for a host that is an address and no name. */
export function isAddress(host: string): boolean {
  return ipaddr.isValid(host.replace(/^\[|\]$/g, ''));
}

/** How a name becomes addresses: all of them at once. */
export type ResolveName = (
  hostname: string,
  options: LookupAllOptions,
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/**
 * A look-up that answers with public addresses only. A name that has even one other address is refused: it is checked here,
 * on the very addresses that are connected to, so that an answer cannot change in between.
 * @param resolve the system's look-up, unless a test brings its own
 */
export function guardedLookup(
  allowed: (address: string) => boolean = isPublicAddress,
  resolve: ResolveName = systemLookup,
): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) {
        callback(error, '', 4);
        return;
      }
      const first = addresses[0];
      if (first === undefined || !addresses.every(({ address }) => allowed(address))) {
        callback(
          new FetchError('FORBIDDEN_ADDRESS', `${hostname} does not lead to the public internet.`),
          '',
          4,
        );
      } else if (options.all) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };
}
