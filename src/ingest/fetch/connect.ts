/** Connections that reach only what they may: the address is checked where the connection is made, after the name is resolved. */

import type { LookupAddress, lookup as systemLookup } from 'node:dns';
import { lookup as resolveName } from 'node:dns/promises';
import { Agent } from 'undici';
import { BriefwireError } from '../../core/errors.ts';
import { isPublicAddress, literalAddress } from './addresses.ts';

/** Gives the addresses of a host name. */
export type Resolve = (host: string) => Promise<readonly LookupAddress[]>;

const resolveBySystem: Resolve = (host) => resolveName(host, { all: true });

/** What may be connected to. `allowed` names hosts that may be private. */
export interface AddressRules {
  /** Throws `not-allowed` for another scheme, for credentials in the address, and for a forbidden IP address. */
  check(url: URL): void;
  readonly agent: Agent;
}

export function createAddressRules(
  allowed: readonly string[],
  milliseconds: number,
  resolve: Resolve = resolveBySystem,
): AddressRules {
  const hosts = new Set(allowed.map((host) => host.trim().toLowerCase()));
  const isAllowed = (host: string): boolean => hosts.has(host.toLowerCase());

  /** The addresses of a name that may be connected to: others may stand beside them. */
  const findOpen = async (host: string): Promise<readonly LookupAddress[]> => {
    const found = await resolve(host);
    return isAllowed(host) ? found : found.filter(({ address }) => isPublicAddress(address));
  };

  const lookup: typeof systemLookup = ((
    host: string,
    options: { all?: boolean },
    callback: (error: Error | null, address?: unknown, family?: number) => void,
  ) => {
    findOpen(host).then((open) => {
      const [first] = open;
      if (first === undefined) callback(forbidden(host));
      else if (options.all === true) callback(null, open);
      else callback(null, first.address, first.family);
    }, callback);
  }) as typeof systemLookup;

  return {
    check(url) {
      if (url.protocol !== 'https:' && url.protocol !== 'http:') {
        throw new BriefwireError('not-allowed', `${url.protocol} is not fetched: only http and https are`);
      }
      if (url.username !== '' || url.password !== '') {
        throw new BriefwireError('not-allowed', 'an address with a name and password in it is not fetched');
      }
      const literal = literalAddress(url);
      // No name is resolved for these, so that they would never be looked up.
      if (literal !== null && !isPublicAddress(literal) && !isAllowed(url.hostname))
        throw forbidden(url.hostname);
    },
    agent: new Agent({
      connect: { lookup, timeout: milliseconds },
      connections: 4,
      headersTimeout: milliseconds,
      bodyTimeout: milliseconds,
      keepAliveTimeout: 4000,
    }),
  };
}

function forbidden(host: string): BriefwireError {
  const message = `${host} is an address of a private network: if that is meant, name it in allowedPrivateHosts (config/bot.yaml)`;
  return new BriefwireError('not-allowed', message);
}
