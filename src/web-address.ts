/**
 * Parses an http or https address. Returns null for anything else.
 * @param base the address that a relative one is resolved against
 */
export function webAddress(text: string | null, base?: URL): URL | null {
  if (text === null || !URL.canParse(text, base?.href)) return null;
  const address = new URL(text, base);
  return /^https?:$/.test(address.protocol) ? address : null;
}
