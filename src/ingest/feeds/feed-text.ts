import { type FeedContent, readFeed } from './feed.js';
import type { SentFeed } from './feed-body.js';

/**
 * Reads a feed that was sent to another thread.
 * @throws UserError when it is none
 */
export function readSentFeed({ text, address }: SentFeed): FeedContent {
  return readFeed(text, new URL(address));
}
