import { z } from 'zod';
import { UserError } from '../../user-error.js';
import { Cluster, type ClusterAddress } from './cluster.js';
import { ClusterArchive } from './cluster-archive.js';
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

const Info = z.object({ version: z.object({ distribution: z.literal('opensearch') }) });

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
    await greet(cluster, settings);
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

/**
 * Sees that an OpenSearch cluster answers.
 * @throws UserError `search-unknown`, `search-unreachable`, or what the cluster refuses
 */
export async function greet(cluster: Cluster, { nodes }: ClusterAddress): Promise<void> {
  const where = nodes.map((node) => (URL.canParse(node) ? new URL(node).host : node)).join(', ');
  try {
    await cluster.ask(Info, (client, patience) => client.info({}, patience));
  } catch (error) {
    if (error instanceof z.ZodError) {
      throw new UserError(
        'search-unknown',
        `What answers at ${where} is not OpenSearch.`,
        'Correct SEARCH_URL.',
        { cause: error },
      );
    }
    if (!(error instanceof UserError) || error.code !== 'archive-unreachable') throw error;
    const reason = error.cause instanceof Error ? error.cause.message : 'no reason given';
    throw new UserError(
      'search-unreachable',
      `The search cluster at ${where} cannot be reached (${reason}).`,
      'See that it runs, and correct SEARCH_URL. For a certificate of your own, set SEARCH_CA_FILE.',
      { cause: error },
    );
  }
}
