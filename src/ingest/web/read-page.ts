import { composeArticle } from '../../articles/compose.js';
import { decode } from '../../articles/encoding/decode.js';
import { readWebPage, type WebPage } from '../../articles/html.js';
import { refuseOtherContent } from '../../articles/other-formats.js';
import { UserError } from '../../user-error.js';
import { isSameSite } from '../address.js';
import type { Incoming } from '../incoming.js';
import { isTooLong, LONGEST_STORY } from '../story-length.js';
import { contentType } from './content-type.js';
import { judgePage } from './page-refusal.js';
import { type ReadableResource, received, type SentResource } from './sent-resource.js';

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
  if (isTooLong(blocks)) {
    throw new UserError(
      'page-refused',
      `${address.href} was not added: its text is longer than ${LONGEST_STORY} characters.`,
    );
  }
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
