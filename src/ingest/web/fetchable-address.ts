import { UserError } from '../../user-error.js';
import { webAddress } from '../../web-address.js';

/**
 * Parses a web address that is to be fetched.
 * @param base the address that a relative one starts from
 * @throws UserError `web-address` for anything but http and https, or with a password in it
 */
export function fetchableAddress(text: string, base?: URL): URL {
  const address = webAddress(text, base);
  if (address === null) {
    throw new UserError(
      'web-address',
      `“${text}” is no address of a web page.`,
      'It should begin with https:// or http://.',
    );
  }
  if (address.username !== '' || address.password !== '') {
    throw new UserError(
      'web-address',
      `The address of ${address.host} holds a name or password.`,
      'Leave it out.',
    );
  }
  return address;
}

/**
 * Parses where a redirect leads. From https it may not lead to http: anybody on the way could then put words into the
 * mouth of the outlet.
 * @throws UserError as `fetchableAddress`, and `web-insecure`
 */
export function redirectTarget(location: string, from: URL): URL {
  const target = fetchableAddress(location, from);
  if (from.protocol === 'https:' && target.protocol === 'http:') {
    throw new UserError(
      'web-insecure',
      `${from.href} leads from https to ${target.href}, which anybody on the way can change.`,
      'Use an address that stays with https.',
    );
  }
  return target;
}
