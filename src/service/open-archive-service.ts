import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { type OpenArchiveOptions, openArchive } from '../archive/open-archive.js';
import { prepareLookUps } from '../archive/source-lookup.js';
import { addedBy, FeedPoller } from '../ingest/feeds/feed-poller.js';
import type { PollReport } from '../ingest/feeds/poll-feed.js';
import { type SourceRules, USUAL_RULES } from '../ingest/feeds/source-rules.js';
import { Ingester } from '../ingest/ingester.js';
import { Web } from '../ingest/web/web.js';
import { LeaseKeeper, type LeaseTimes } from '../store/lease-keeper.js';
import { openStore, type Store } from '../store/store.js';
import { AnsweringThreads } from './answering-threads.js';
import type { Listener } from './archive-service.js';
import { GuildSourceFilters } from './guild-source-filters.js';
import { LocalArchiveService } from './local-archive-service.js';
import { ArticleWatch } from './watching/article-watch.js';

/** Where the articles, the index and the feeds are. Plain data, so that it can be sent to another thread. */
export interface ArchiveServiceSettings
  extends Omit<OpenArchiveOptions, 'rebuild' | 'onProgress' | 'onNotice'> {
  readonly storeUrl: string;
  readonly storeAuthToken: string | null;
  /** The name that robots.txt files of websites know us by. */
  readonly agent: string;
  readonly version: string;
  /** What servers may follow; what is usual without. */
  readonly sourceRules?: SourceRules;
  /** How long leases last. For callers that cannot wait for the lease of a dead process to run out. */
  readonly leaseTimes?: LeaseTimes;
}

/** How articles are fetched. */
export type MakeWeb = (settings: ArchiveServiceSettings) => Web;

const usualWeb: MakeWeb = ({ agent, version }) => new Web({ userAgent: `${agent}/${version}` });

/**
 * Opens the archive and the feeds. The service then follows the folders and polls the feeds until it is
 * closed.
 * @throws UserError if the folder of articles or the database cannot be opened
 */
export async function openArchiveService(
  settings: ArchiveServiceSettings,
  listener: Listener,
  makeWeb: MakeWeb = usualWeb,
): Promise<LocalArchiveService> {
  const store = await openStore({
    url: settings.storeUrl,
    authToken: settings.storeAuthToken ?? undefined,
  });
  const archive = await openArchive({
    ...settings,
    onProgress: (step) => listener.progress(step),
    onNotice: (line) => listener.notice(line),
  }).catch((error) => {
    store.close();
    throw error;
  });
  const web = makeWeb(settings);
  const { articlesFolder: folder, agent, anyLanguage = false } = settings;
  const ingester = new Ingester({ archive, folder, web, agent, anyLanguage });
  const leave = new AbortController();
  const feeds = ingestContext(ingester, store, leave.signal, settings.sourceRules ?? USUAL_RULES);
  // Only one of the processes that share a database polls the feeds.
  const turn = new LeaseKeeper(store, { name: 'feeds', holder: randomUUID() }, settings.leaseTimes);
  const onPoll = (report: PollReport): void =>
    listener.polled({ isRead: report.failure === null, added: addedBy(report) });
  const polling = new FeedPoller(feeds, listener, { turn, onPoll }).run(leave.signal);
  const rules = settings.sourceRules ?? USUAL_RULES;
  const watching = new ArticleWatch({
    archive,
    store,
    filters: new GuildSourceFilters(store, rules.perGuild === 0),
    warn: (line) => listener.warn(line),
  }).run(leave.signal);
  void prepareLookUps(archive).catch((error: unknown) => listener.fault(error));
  // Watching thousands of files takes a while to set up; questions need not wait for it.
  void archive.watch();
  const answering = new AnsweringThreads(archive, (line, error) => listener.warn(line, error));
  const end = async (): Promise<void> => {
    leave.abort();
    // Whatever is being fetched is fetched again at the next start.
    await web.close();
    await Promise.all([polling, watching]);
    await answering.close();
    store.close();
    await archive.close();
  };
  return new LocalArchiveService(archive, feeds, end, answering);
}

function ingestContext(ingester: Ingester, store: Store, signal: AbortSignal, rules: SourceRules) {
  return {
    ingester,
    store,
    random: Math.random,
    rules,
    pause: (milliseconds: number): Promise<void> => setTimeout(milliseconds, undefined, { signal }),
  };
}
