import { UserError } from '../../user-error.js';

/**
 * Parses an address of the web.
 * @param base what a relative address starts from
 * @throws UserError `web-address` for anything but http and https, or with a password in it
 */
export function webAddress(text: string, base?: URL): URL {
  const address = URL.canParse(text, base?.href) ? new URL(text, base) : null;
  if (address === null || !/^https?:$/.test(address.protocol) || address.hostname === '') {
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
