import type { LookupAddress } from 'node:dns';
import { isIP } from 'node:net';
import { Agent, buildConnector } from 'undici';
import { RefusedHost } from './refused-host.js';

export { fetch, getSetCookies } from 'undici';

const CONNECT_TIMEOUT = 10_000;

/**
 * Connects to the very addresses that were checked. This, and all of undici, is loaded when something is fetched: many bots
 * never do.
 * @param mayConnect whether an IP address may be connected to
 * @param resolve resolves a host name to addresses
 */
export function guardedAgent(
  mayConnect: (address: string) => boolean,
  resolve: (host: string) => Promise<readonly LookupAddress[]>,
): Agent {
  const checked = async (host: string): Promise<LookupAddress[]> => {
    const addresses = await resolve(host);
    // One bad address among good ones is a trick.
    if (!addresses.every(({ address }) => mayConnect(address))) throw new RefusedHost(host);
    return [...addresses];
  };
  const connect = buildConnector({
    timeout: CONNECT_TIMEOUT,
    lookup: (host, { all }, found) => {
      checked(host).then(
        (addresses) =>
          all ? found(null, addresses) : found(null, addresses[0]?.address ?? '', addresses[0]?.family),
        (error: Error) => found(error, []),
      );
    },
  });
  return new Agent({
    connect: (target, connected) => {
      // Numeric addresses never reach `lookup`.
      const host = target.hostname.replace(/^\[(.*)\]$/, '$1');
      if (isIP(host) !== 0 && !mayConnect(host)) connected(new RefusedHost(host), null);
      else connect(target, connected);
    },
  });
}
