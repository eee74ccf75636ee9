import normalizeUrl from 'normalize-url';

/** Parameters that say where a reader came from, not what they read. */
const TRACKING = [
  /^utm_\w+$/i,
  /^(?:fbclid|gclid|dclid|msclkid|twclid|yclid|igshid|mc_cid|mc_eid|_hsenc|_hsmi|mkt_tok|cmpid|ocid|smid|ns_\w+|at_\w+|ito|icid|ncid|partner|ref|referrer|sr_share|xtor|guccounter|guce_referrer\w*|__twitter_impression|amp|outputtype)$/i,
];

/**
 * What two addresses of one article have in common, whatever was added to follow readers, and whatever version of the
 * page it is. For comparing only: it may not be an address that can be opened.
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

/** Whether two addresses are of one site, as far as their names tell: `feeds.example.org` and `www.example.org` are. */
export function isSameSite(one: string, other: string): boolean {
  if (!URL.canParse(one) || !URL.canParse(other)) return false;
  const [a, b] = [siteName(one), siteName(other)];
  return a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`);
}

function siteName(address: string): string {
  return new URL(address).hostname.replace(/^(?:www|feeds?|rss|m|amp|mobile|edition)\.(?=.*\.)/, '');
}
