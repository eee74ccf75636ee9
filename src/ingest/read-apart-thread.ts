import { setPriority } from 'node:os';
import { isMainThread } from 'node:worker_threads';
import { pack } from '../rpc/packed-error.js';
import { feedOfSent } from './feeds/feed-of-page.js';
import { readSentFeed } from './feeds/feed-text.js';
import { readOpml } from './feeds/opml.js';
import type { Outcome, Reader } from './reader.js';
import { readSentPage } from './web/read-page.js';

/** Who waits for an answer goes first where the processor has too few cores: a weight of a third. */
const NICE = 5;
// Elsewhere a priority is that of the whole process.
if (process.platform === 'linux' && !isMainThread) setPriority(NICE);

/** What is sent to a reader. */
type Task = { readonly reader: Reader } & (
  | { readonly reader: 'page'; readonly sent: Parameters<typeof readSentPage>[0] }
  | { readonly reader: 'feed'; readonly sent: Parameters<typeof readSentFeed>[0] }
  | { readonly reader: 'feed of page'; readonly sent: Parameters<typeof feedOfSent>[0] }
  | { readonly reader: 'opml'; readonly sent: Parameters<typeof readOpml>[0] }
);

/** Reads what came from outside. Runs in a thread of its own, see read-apart.ts. */
export default function readSent(task: Task): Outcome<unknown> {
  try {
    return { read: readBy(task) };
  } catch (error) {
    return { error: pack(error) };
  }
}

function readBy(task: Task): unknown {
  switch (task.reader) {
    case 'page':
      return readSentPage(task.sent);
    case 'feed':
      return readSentFeed(task.sent);
    case 'feed of page':
      return feedOfSent(task.sent);
    case 'opml':
      return readOpml(task.sent);
  }
}
