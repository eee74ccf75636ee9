import { parsePage } from '../../articles/html.js';

/** Finds the first feed that a web page names as its own; null if it names none. */
export function feedOfPage(html: string, address: URL): string | null {
  const links = parsePage(html).querySelectorAll('link[rel~="alternate"][href]');
  for (const link of links) {
    if (!/^application\/(?:rss\+xml|atom\+xml|feed\+json)/i.test(link.getAttribute('type') ?? '')) continue;
    const href = link.getAttribute('href') ?? '';
    if (URL.canParse(href, address.href)) return new URL(href, address).href;
  }
  return null;
}
