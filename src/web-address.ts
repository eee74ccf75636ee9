/**
 * An address of the web, parsed; null for what is none, and for any protocol but http and https.
 * @param base what a relative address starts from
 */
export function webAddress(text: string | null, base?: URL): URL | null {
  if (text === null || !URL.canParse(text, base?.href)) return null;
  const address = new URL(text, base);
  return /^https?:$/.test(address.protocol) ? address : null;
}
