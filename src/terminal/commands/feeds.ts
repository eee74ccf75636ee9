import type { Command } from 'commander';
import type { IngestContext, PollReport } from '../../ingest/feeds/poll-feed.js';
import type { Feed } from '../../store/feeds.js';
import { UserError } from '../../user-error.js';
import type { CommandContext } from '../command-context.js';
import { ProgressLine } from '../progress-line.js';
import { feedText } from '../rendering/feed-text.js';
import { harmless, jsonLine } from '../rendering/harmless.js';
import { outcomeText, tallyText } from '../rendering/outcome-text.js';

/** Passes what polling needs to `use`, and closes it afterwards, even if `use` fails. */
export type WithIngestContext = <T>(use: (ingestContext: IngestContext) => Promise<T>) => Promise<T>;

/** How many articles of a feed are listed by name. The rest are only counted. */
const TOLD = 20;

export function addFeedsCommand(
  program: Command,
  context: CommandContext,
  withIngestContext: WithIngestContext,
  withStore: <T>(use: (store: IngestContext['store']) => Promise<T>) => Promise<T>,
): void {
  const feeds = program
    .command('feeds')
    .description('follow RSS, Atom, RDF and JSON feeds; the bot polls them');

  feeds
    .command('add')
    .description('add a feed by its address, or by that of its site, and read it for the first time')
    .argument('<address>')
    .action((address: string) =>
      withIngestContext((ingestContext) => addFeed(address, ingestContext, context)),
    );

  feeds
    .command('list')
    .description('list the feeds that all servers get, and how they are doing')
    .option('--json', 'print JSON, one line a feed')
    .action(({ json }: { json?: true }) =>
      withStore(async (store) => {
        const { listFeeds } = await import('../../store/feeds.js');
        const all = await listFeeds(store);
        const lines = all.map((feed) => (json ? jsonLine(feed) : harmless(feedText(feed, Date.now()))));
        if (lines.length > 0) context.output.write(`${lines.join('\n')}\n`);
        else if (!json)
          context.output.write('There are no feeds. Add one with: npx clippings feeds add https://…\n');
      }),
    );

  feeds
    .command('remove')
    .description('remove a feed; its articles stay')
    .argument('<address>')
    .action((address: string) =>
      withStore(async (store) => {
        const { removeFeed } = await import('../../store/feeds.js');
        if (!(await removeFeed(store, address))) throw noFeed(address);
        context.output.write('Removed. Its articles stay in the archive.\n');
      }),
    );

  feeds
    .command('import')
    .description('add the feeds of a list that a feed reader exported (OPML)')
    .argument('<file>')
    .action((file: string) =>
      withIngestContext(async (ingestContext) => {
        const { importFeeds } = await import('./feed-lists.js');
        await importFeeds(file, ingestContext, context);
      }),
    );

  feeds
    .command('export')
    .description('write the feeds as a list that feed readers import (OPML)')
    .argument('[file]', 'where to; without it, the list is printed')
    .action((file: string | undefined) =>
      withStore(async (store) => {
        const { exportFeeds } = await import('./feed-lists.js');
        await exportFeeds(file, store, context);
      }),
    );

  feeds
    .command('check')
    .description('poll feeds now: all of them, or those named')
    .argument('[address...]')
    .action((addresses: readonly string[]) =>
      withIngestContext((ingestContext) => check(addresses, ingestContext, context)),
    );
}

/**
 * Adds a feed, reads it for the first time, and says what came in.
 * @throws UserError if there is no feed, it is known, or it cannot be read
 */
export async function addFeed(
  address: string,
  ingestContext: IngestContext,
  context: CommandContext,
): Promise<void> {
  const { addFeedAt } = await import('../../ingest/feeds/add-feed.js');
  await poll(await addFeedAt(address, ingestContext), ingestContext, context);
}

async function check(
  addresses: readonly string[],
  ingestContext: IngestContext,
  context: CommandContext,
): Promise<void> {
  const [{ claimFeed, listFeeds }, { CLAIM }] = await Promise.all([
    import('../../store/feeds.js'),
    import('../../ingest/feeds/poll-feed.js'),
  ]);
  const all = addresses.length > 0 ? addresses : (await listFeeds(ingestContext.store)).map(({ url }) => url);
  const failures: UserError[] = [];
  for (const address of all) {
    const feed = await claimFeed(
      ingestContext.store,
      address,
      ingestContext.ingester.now().getTime() + CLAIM,
    );
    if (feed === null) throw noFeed(address);
    await poll(feed, ingestContext, context).catch((error: unknown) => {
      if (!(error instanceof UserError)) throw error;
      failures.push(error);
    });
  }
  const [first] = failures;
  if (first !== undefined) throw first;
}

/** @throws UserError if the feed cannot be read */
async function poll(feed: Feed, ingestContext: IngestContext, context: CommandContext): Promise<void> {
  const { pollFeed } = await import('../../ingest/feeds/poll-feed.js');
  const progress = new ProgressLine(context.errors);
  const report = await pollFeed(feed, ingestContext, (done, total) =>
    progress.show({ work: `Reading ${harmless(feed.title ?? feed.url)}`, done, total }),
  );
  progress.end();
  context.output.write(`${harmless(report.title ?? feed.url)}: ${summaryOf(report)}\n`);
  if (report.failure !== null) throw report.failure;
}

function summaryOf({ outcomes, failure }: PollReport): string {
  const lines = outcomes.slice(0, TOLD).map((outcome) => `  ${harmless(outcomeText(outcome))}`);
  const rest = outcomes.length - lines.length;
  const tally =
    outcomes.length > 0
      ? tallyText(outcomes.map(({ result }) => result))
      : failure === null
        ? 'nothing new'
        : 'failed';
  return [tally, ...lines, ...(rest > 0 ? [`  and ${rest} more`] : [])].join('\n');
}

function noFeed(address: string): UserError {
  return new UserError(
    'usage-no-such-feed',
    `There is no feed ${address}.`,
    'List them with: npx clippings feeds list',
  );
}
