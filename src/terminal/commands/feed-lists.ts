import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Subscription, SubscriptionList } from '../../ingest/feeds/opml.js';
import type { IngestContext } from '../../ingest/feeds/poll-feed.js';
import type { Store } from '../../store/store.js';
import { UserError } from '../../user-error.js';
import type { CommandContext } from '../command-context.js';
import { ProgressLine } from '../progress-line.js';

/** How many feeds are looked at together. */
const TOGETHER = 4;

/**
 * Adds the feeds of a list, saying of each how it went. They are read when they are polled next.
 * @throws UserError when the file is no list, or no feed could be added or was there
 */
export async function importFeeds(
  file: string,
  ingestContext: IngestContext,
  context: CommandContext,
): Promise<void> {
  const { subscriptions, duplicates, unusable } = await readList(file);
  const progress = new ProgressLine(context.errors);
  const outcomes: Outcome[] = [];
  const queue = subscriptions.values();
  const work = async (): Promise<void> => {
    for (const subscription of queue) {
      const outcome = await added(subscription, ingestContext);
      outcomes.push(outcome);
      const { name, error } = outcome;
      if (error === null) progress.note(`${name}: added`, context.output);
      else progress.note(`${name}: ${error.message}`, context.errors);
      progress.show({ work: 'Looking at feeds', done: outcomes.length, total: subscriptions.length });
    }
  };
  await Promise.all(Array.from({ length: TOGETHER }, work)).finally(() => progress.end());
  const counts = {
    added: outcomes.filter(({ error }) => error === null).length,
    'there already': outcomes.filter(({ error }) => error?.code === 'feed-known').length,
    'not added': outcomes.filter(({ error }) => error !== null && error.code !== 'feed-known').length,
    'twice in the list': duplicates,
    'without a web address': unusable,
  };
  const tally = Object.entries(counts).filter(([, count]) => count > 0);
  context.output.write(`${tally.map(([what, count]) => `${count} ${what}`).join(', ')}\n`);
  if (counts['not added'] === outcomes.length) throw new UserError('feeds-none-added', 'No feed was added.');
}

/** Writes the operator's feeds as a list: to a file, or to the terminal. */
export async function exportFeeds(
  file: string | undefined,
  store: Store,
  context: CommandContext,
): Promise<void> {
  const [{ listFeeds }, { writeOpml }, { writeWhole }] = await Promise.all([
    import('../../store/feeds.js'),
    import('../../ingest/feeds/opml.js'),
    import('../../archive/folders/write-whole.js'),
  ]);
  const feeds = await listFeeds(store);
  const list = writeOpml(feeds, 'Feeds of Clippings', new Date());
  if (file === undefined) context.output.write(`${list.trimEnd()}\n`);
  else {
    await writeWhole(file, [list]).catch((cause: unknown) => {
      throw new UserError('feeds-not-written', `${file} cannot be written (${String(cause)}).`, null, {
        cause,
      });
    });
    context.output.write(`${feeds.length} ${feeds.length === 1 ? 'feed' : 'feeds'} written to ${file}.\n`);
  }
}

interface Outcome {
  readonly name: string;
  /** Why it was not added; null if it was. */
  readonly error: UserError | null;
}

async function added({ url, title }: Subscription, { ingester, store }: IngestContext): Promise<Outcome> {
  const [{ findFeed, feedKnown }, { addFeed }] = await Promise.all([
    import('../../ingest/feeds/add-feed.js'),
    import('../../store/feeds.js'),
  ]);
  try {
    const found = await findFeed(url, ingester);
    const isNew = await addFeed(store, found.url, found.title ?? title, ingester.now().getTime());
    return { name: found.title ?? title ?? url, error: isNew ? null : feedKnown(found.url) };
  } catch (error) {
    if (error instanceof UserError) return { name: title ?? url, error };
    throw error;
  }
}

async function readList(file: string): Promise<SubscriptionList> {
  const [{ LARGEST_LIST, readOpml }, { readApart }] = await Promise.all([
    import('../../ingest/feeds/opml.js'),
    import('../../ingest/read-apart.js'),
  ]);
  const found = await stat(file).catch(() => null);
  if (!found?.isFile()) throw new UserError('usage-no-list', `There is no file ${file}.`);
  const name = basename(file);
  if (found.size > LARGEST_LIST) {
    throw new UserError('opml-large', `${name} is too large: ${LARGEST_LIST / 1024 / 1024} MB at most.`);
  }
  return readApart('opml', async () => readOpml, { body: await readFile(file), name }, name);
}
