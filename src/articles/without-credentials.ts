/**
 * Removes the user name and password from an address. What looks like the site of
 * `https://www.example.org@other.example/` is a user name, so a link could pose as another site. Returns
 * anything else unchanged.
 */
export function withoutCredentials(address: string): string {
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  if (url.username === '' && url.password === '') return address;
  url.username = '';
  url.password = '';
  return url.href;
}
