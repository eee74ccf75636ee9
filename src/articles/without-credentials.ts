/**
 * An address without the name and password that may stand before its host. What looks like the site of
 * `https://www.example.org@other.example/` is a name: a link would pose as another site. Anything else is left as it is.
 */
export function withoutCredentials(address: string): string {
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  if (url.username === '' && url.password === '') return address;
  url.username = '';
  url.password = '';
  return url.href;
}
