import { pack } from '../rpc/packed-error.js';
import { feedOfSent } from './feeds/feed-of-page.js';
import { readSentFeed } from './feeds/feed-text.js';
import { readOpml } from './feeds/opml.js';
import type { Outcome, Reader } from './reader.js';
import { readSentPage } from './web/page.js';

const READERS = {
  page: readSentPage,
  feed: readSentFeed,
  'feed of page': feedOfSent,
  opml: readOpml,
} as const;

/** What is sent to a reader. */
type Task = {
  [Each in Reader]: { readonly reader: Each; readonly sent: Parameters<(typeof READERS)[Each]>[0] };
}[Reader];

/** Reads what came from outside. Runs in a thread of its own, see read-apart.ts. */
export default function readSent(task: Task): Outcome<unknown> {
  try {
    return { read: task.reader === 'opml' ? readOpml(task.sent) : READERS[task.reader](task.sent) };
  } catch (error) {
    return { error: pack(error) };
  }
}
