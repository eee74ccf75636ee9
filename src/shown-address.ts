/**
 * Returns an address from the settings in a form that is safe to show: without a user name and password
 * before the host, and without anything after `?` or `#`, such as `authToken=…`. If the text is not an
 * address, returns its beginning up to `://`.
 * @example shownAddress('libsql://me:secret@db.example?authToken=x') // 'libsql://db.example'
 */
export function shownAddress(address: string): string {
  // A path has no host to remove a password from.
  if (address.startsWith('file:')) return address.replace(/[?#].*/s, '');
  if (!URL.canParse(address)) return address.replace(/(?<=:\/\/).*|^(?!.*:\/\/).*/s, '…');
  const { protocol, host, pathname } = new URL(address);
  return host === '' ? `${protocol}…` : `${protocol}//${host}${pathname}`;
}

/** Returns the text with every address in it made safe to show, see `shownAddress`. */
export function withShownAddresses(text: string): string {
  return text.replace(/\b[a-z][a-z0-9+.-]*:\/\/[^\s"'“”]+/gi, shownAddress);
}
