import { pack } from '../rpc/packed-error.js';
import { feedOfSent } from './feeds/feed-of-page.js';
import { readSentFeed } from './feeds/feed-text.js';
import type { Outcome, Reader } from './reader.js';
import { readSentPage } from './web/page.js';
import type { SentResource } from './web/sent-resource.js';

const READERS: Readonly<Record<Reader, (sent: SentResource) => unknown>> = {
  page: readSentPage,
  feed: readSentFeed,
  'feed of page': feedOfSent,
};

/** Reads what came from outside. Runs in a thread of its own, see read-apart.ts. */
export default function readSent(task: {
  readonly reader: Reader;
  readonly sent: SentResource;
}): Outcome<unknown> {
  try {
    return { read: READERS[task.reader](task.sent) };
  } catch (error) {
    return { error: pack(error) };
  }
}
