import { ClusterArchive } from './cluster-archive.js';
import { Cluster, type ClusterAddress } from './connection/cluster.js';
import { greet, hostsOf } from './connection/greet.js';
import { currentIndexVersion, type Layout, makeIndexVersion, switchTo } from './index-version.js';
import { migrateArticles } from './migration.js';

/** A cluster and the archive in it, as plain values. */
export interface ClusterSettings extends ClusterAddress, Layout {}

export interface OpenClusterOptions {
  /** Is given plain lines that the operator should read. */
  readonly onNotice?: (line: string) => void;
  /** Called after each article that is copied from another version's indices. */
  readonly onArticle?: (done: number, total: number) => void;
}

/** How long to wait for the cluster's first answer without a word, in milliseconds. */
const SILENT_WAIT = 1_000;

/**
 * Opens the archive in a cluster, and creates its indices if there are none. The indices of another version
 * of Clippings keep answering other processes until all of their articles have been copied.
 * @throws UserError in the operator's words when the cluster cannot be used
 */
export async function openCluster(
  settings: ClusterSettings,
  { onNotice = () => {}, onArticle = () => {} }: OpenClusterOptions = {},
): Promise<ClusterArchive> {
  const untold: string[] = [];
  // A missing node is worth a line only if another one answers; otherwise the error says so.
  let tell = (line: string): void => void untold.push(line);
  const cluster = new Cluster(settings, (line) => tell(line));
  try {
    const waiting = setTimeout(
      () => onNotice(`Waiting for the search cluster at ${hostsOf(settings)} to answer.`),
      SILENT_WAIT,
    );
    await greet(cluster, settings).finally(() => clearTimeout(waiting));
    tell = onNotice;
    for (const line of untold) tell(line);
    const indexVersion = await makeIndexVersion(cluster, settings);
    const before = await currentIndexVersion(cluster, settings.name);
    if (before?.articles !== indexVersion.articles) {
      if (before !== null) {
        const strange = await migrateArticles(cluster, before, indexVersion, onArticle);
        if (strange > 0) onNotice(`${strange} articles of another version could not be taken over.`);
      }
      await switchTo(cluster, settings.name, indexVersion, before);
    }
    return await ClusterArchive.open(cluster, indexVersion);
  } catch (error) {
    await cluster.close();
    throw error;
  }
}
