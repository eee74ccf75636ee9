import normalizeUrl from 'normalize-url';

/** Parameters that say where a visitor came from, not what the page is. */
const TRACKING = [
  /^utm_\w+$/i,
  /^(?:fbclid|gclid|dclid|msclkid|twclid|yclid|igshid|mc_cid|mc_eid|_hsenc|_hsmi|mkt_tok|cmpid|ocid|smid|ns_\w+|at_\w+|ito|icid|ncid|partner|ref|referrer|sr_share|xtor|guccounter|guce_referrer\w*|__twitter_impression|amp|outputtype)$/i,
];

/**
 * Reduces an address to what all addresses of one article share, whatever was added to track visitors, and
 * whichever version of the page it is. For comparing only: the result may not be an address that can be
 * opened.
 * @example "https://m.example.org/a?utm_source=x" and "http://www.example.org/a" give "https://example.org/a"
 * @returns null for anything but http and https
 */
export function addressKey(address: string): string | null {
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return null;
  const normal = normalizeUrl(address, {
    forceHttps: true,
    stripHash: true,
    stripWWW: true,
    removeQueryParameters: TRACKING,
    removeDirectoryIndex: [/^index\.(?:html?|php|aspx?)$/i],
  });
  return normal.replace(/^https:\/\/(?:m|amp|mobile|edition)\./, 'https://').replace(/\/amp$/, '');
}

/**
 * Whether two addresses belong to one site, judging by their names, as `feeds.example.org` and
 * `www.example.org` do.
 */
export function isSameSite(one: string, other: string): boolean {
  if (!URL.canParse(one) || !URL.canParse(other)) return false;
  const [a, b] = [siteName(one), siteName(other)];
  return a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`);
}

function siteName(address: string): string {
  return new URL(address).hostname.replace(/^(?:www|feeds?|rss|m|amp|mobile|edition)\.(?=.*\.)/, '');
}
