import { join } from 'node:path';
import type { FolderOptions, SyncedArchive } from '../folders/synced-archive.js';
import { readRecords } from './file-records.js';
import { indexVersionOf } from './index-version.js';
import { type ClusterSettings, openCluster } from './open-cluster.js';
import { SyncedCluster } from './synced-cluster.js';

/**
 * Opens the archive in a cluster, and brings it up to date with this machine's folders. Articles that are there already,
 * in the same edition, are not sent again.
 * @throws UserError when the cluster cannot be used, or the folder of articles cannot be read
 */
export async function openSyncedCluster(
  cluster: ClusterSettings,
  options: FolderOptions,
): Promise<SyncedArchive> {
  const { articlesFolder, moreFolders = [], indexFolder, rebuild = false, anyLanguage } = options;
  const { onProgress, onNotice = () => {} } = options;
  const archive = await openCluster(cluster, {
    onNotice,
    onArticle: (done, total) => onProgress?.({ work: 'Migrating the articles in the cluster', done, total }),
  });
  const path = join(indexFolder, `${cluster.name}.cluster.json`);
  const version = indexVersionOf(cluster.name).articles;
  const noted = rebuild ? [] : await readRecords(path, version);
  const known = noted.filter(({ article }) => archive.holds(article));
  const folders = [articlesFolder, ...moreFolders];
  const synced = new SyncedCluster(archive, folders, path, known, version, onNotice, anyLanguage);
  try {
    await synced.refresh((done, total) =>
      onProgress?.({ work: 'Bringing articles to the cluster', done, total }),
    );
    if (!synced.isSaved) await synced.save();
    return synced;
  } catch (error) {
    await synced.close();
    throw error;
  }
}
