import { parsePage } from '../../articles/page/parse-page.js';
import { UserError } from '../../user-error.js';
import type { SentFeed } from './feed-body.js';
import { looksLikeFeed } from './feed-kind.js';

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

/**
 * Finds the feed that what was fetched names; null if it is a feed itself, whatever its server calls it.
 * @throws UserError when it is a page that names none
 */
export function feedOfSent({ address, contentType, text }: SentFeed): string | null {
  const isPage = /html/i.test(contentType ?? '') || /^\s*<(?:!doctype html|html)\b/i.test(text);
  if (!isPage || looksLikeFeed(text)) return null;
  const named = feedOfPage(text, new URL(address));
  if (named !== null) return named;
  throw new UserError(
    'feed-none',
    `${address} is a page that names no feed.`,
    'Look for “RSS” on the site, and give the address it links to.',
  );
}
