import { parsePage } from '../../articles/page/parse-page.js';

const FEED_TYPE = /^(?:application\/(?:rss\+xml|atom\+xml|rdf\+xml|feed\+json)|text\/(?:rss|atom)\+?xml)/i;

/**
 * Finds the feed that a web page names as its own: the first, unless it is one of readers' comments. Null if it names
 * none.
 */
export function feedOfPage(html: string, address: URL): string | null {
  const links = [...parsePage(html).querySelectorAll('link[rel~="alternate" i][href]')].flatMap((link) => {
    const href = link.getAttribute('href') ?? '';
    if (!FEED_TYPE.test(link.getAttribute('type') ?? '') || !URL.canParse(href, address.href)) return [];
    return [{ url: new URL(href, address), title: link.getAttribute('title') ?? '' }];
  });
  const isOfComments = ({ url, title }: (typeof links)[number]) => COMMENTS.test(`${title} ${url.pathname}`);
  return (links.find((link) => !isOfComments(link)) ?? links[0])?.url.href ?? null;
}

const COMMENTS = /comment|kommentar|comentario|comentário|commenti\b|reacties/i;
