import { STATUS_CODES } from 'node:http';
import { composeArticle } from '../../articles/compose.js';
import { decode } from '../../articles/encoding/decode.js';
import { readWebPage, type WebPage } from '../../articles/html.js';
import { refuseOtherContent } from '../../articles/other-formats.js';
import { UserError } from '../../user-error.js';
import { isSameSite } from '../address.js';
import type { Incoming } from '../incoming.js';
import { readApart } from '../read-apart.js';
import { contentType } from './content-type.js';
import { fetchableAddress } from './fetchable-address.js';
import { judgePage } from './page-refusal.js';
import type { Robots } from './robots.js';
import { type ReadableResource, received, type SentResource, toSend } from './sent-resource.js';
import type { Resource, Web } from './web.js';

const ACCEPT = 'text/html, application/xhtml+xml;q=0.9';
const MOST_BYTES = 8 * 1024 * 1024;

/**
 * Fetches the page of an article.
 * @throws UserError when the site does not allow it or does not answer, and for pages that hold no whole article
 */
export async function fetchPage(web: Web, robots: Robots, address: string): Promise<Incoming> {
  const wanted = fetchableAddress(address);
  if (!(await robots.allows(wanted))) {
    throw new UserError(
      'page-robots',
      `${wanted.host} does not let programs read ${wanted.href} (robots.txt).`,
      'Save the page in your browser and add the file.',
    );
  }
  const resource = await web.get(wanted.href, { accept: ACCEPT, mostBytes: MOST_BYTES });
  if (resource.status !== 200) throw badStatus(resource);
  return readApart('page', readSentPage, toSend(resource), resource.address.href);
}

/** Does what `readPage` does with what was sent to another thread. */
export function readSentPage(sent: SentResource): Incoming {
  return readPage(received(sent));
}

/** @throws UserError when it is not a web page, or has no whole article */
export function readPage({ address, headers, body }: ReadableResource): Incoming {
  const { essence, charset } = contentType(headers);
  if (essence !== 'text/html' && essence !== 'application/xhtml+xml') throw notAPage(address, essence);
  refuseOtherContent(address.href, body);
  const html = decode(body, address.href, { header: charset, declaring: 'page' }).text;
  const { draft, facts } = read(html, address);
  const { metadata, blocks } = draft;
  const { paragraphs } = composeArticle(draft, { id: '', file: '' });
  const { refusal, doubt } = judgePage(facts, paragraphs);
  if (refusal !== null) {
    throw new UserError(
      'page-refused',
      `${address.href} was not added: ${refusal}.`,
      'Where you can read the article, save it as a file and add that.',
    );
  }
  // A page may not speak for another site.
  const own = metadata.url !== null && isSameSite(metadata.url, address.href) ? metadata.url : address.href;
  return {
    metadata: {
      ...metadata,
      url: own,
      publisher: metadata.publisher ?? address.hostname.replace(/^www\./, ''),
    },
    blocks,
    ...(doubt === null ? {} : { notes: [`${address.href}: ${doubt}.`] }),
  };
}

function read(html: string, address: URL): WebPage {
  try {
    return readWebPage(html, address.href);
  } catch (cause) {
    // Limits of ours say what is too much; a parser that gives up says nothing that helps.
    const isLimit = cause instanceof RangeError && !cause.message.startsWith('Maximum call stack');
    const reason = isLimit ? cause.message : 'it is too large or too deep';
    throw new UserError('page-broken', `${address.href} cannot be read: ${reason}.`, null, { cause });
  }
}

function notAPage({ href }: URL, type: string): UserError {
  return /\b(?:rss|atom|xml|json)\b/.test(type)
    ? new UserError(
        'page-feed',
        `${href} looks like a feed, not a page.`,
        `Add it with: npx clippings feeds add ${href}`,
      )
    : new UserError('page-kind', `${href} is no web page (${type}).`, 'Add the address of an article.');
}

function badStatus({ address: { href }, status }: Resource): UserError {
  const reason = STATUS_CODES[status] ?? 'no article';
  const hint =
    status === 404 || status === 410
      ? 'Check the address.'
      : 'Try again later, or save the page and add the file.';
  const isPassing = status >= 500 || status === 429;
  return new UserError(
    isPassing ? 'page-status' : 'page-denied',
    `${href} cannot be read: the site answers ${status} (${reason}).`,
    hint,
  );
}
