import { UserError } from '../../user-error.js';
import { webAddress } from '../../web-address.js';

/** A host with a dot, as people write the address of a site: `news.example`, `news.example:8080/feed`. */
const HOST = /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?::\d+)?(?:[/?#]|$)/u;

/**
 * Parses a web address that is to be fetched. One without a scheme is taken for https.
 * @param base the address that a relative one starts from
 * @throws UserError `web-address` for anything but http and https, or with a password in it
 */
export function fetchableAddress(text: string, base?: URL): URL {
  const address = webAddress(base === undefined && HOST.test(text) ? `https://${text}` : text, base);
  if (address === null) {
    const hint = text.includes(':')
      ? 'It should begin with https:// or http://.'
      : 'Give the site’s address, such as bbc.co.uk.';
    throw new UserError('web-address', `“${text}” is no address of a web page.`, hint);
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
