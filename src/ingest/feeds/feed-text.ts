import { decode } from '../../articles/encoding/decode.js';
import { contentType } from '../web/content-type.js';
import { type ReadableResource, received, type SentResource } from '../web/sent-resource.js';
import { type FeedContent, readFeed } from './feed.js';

/**
 * Decodes a feed that was fetched, whatever it is written in.
 * @throws UserError when it is not a text
 */
export function feedText({ address, headers, body }: ReadableResource): string {
  const { charset } = contentType(headers);
  return decode(body, address.href, { header: charset, declaring: 'feed' }).text;
}

/**
 * Reads a feed that was sent to another thread.
 * @throws UserError when it is none
 */
export function readSentFeed(sent: SentResource): FeedContent {
  const resource = received(sent);
  return readFeed(feedText(resource), resource.address);
}
