/**
 * An address of the settings as it may be shown: without a name and password before its host, and without what follows a
 * `?` or `#`, such as `authToken=…`. Of what is no address, its beginning up to `://`.
 */
export function shownAddress(address: string): string {
  // A path, of which nothing is taken for a host.
  if (address.startsWith('file:')) return address.replace(/[?#].*/s, '');
  if (!URL.canParse(address)) return address.replace(/(?<=:\/\/).*|^(?!.*:\/\/).*/s, '…');
  const { protocol, host, pathname } = new URL(address);
  return host === '' ? `${protocol}…` : `${protocol}//${host}${pathname}`;
}

/** A text in which every address is as it may be shown. */
export function withShownAddresses(text: string): string {
  return text.replace(/\b[a-z][a-z0-9+.-]*:\/\/[^\s"'“”]+/gi, shownAddress);
}
