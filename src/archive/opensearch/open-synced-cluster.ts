import { join } from 'node:path';
import type { FolderOptions, FollowingArchive } from '../folders/synced-archive.js';
import { readRecords } from './file-records.js';
import { generationOf } from './index-version.js';
import { type ClusterSettings, openCluster } from './open-cluster.js';
import { FollowedCluster } from './synced-cluster.js';

/**
 * Opens the archive in a cluster, and brings it up to date with this machine's folders. Articles that are there already,
 * in the same edition, are not sent again.
 * @throws UserError when the cluster cannot be used, or the folder of articles cannot be read
 */
export async function openFollowedCluster(
  cluster: ClusterSettings,
  options: FolderOptions,
): Promise<FollowingArchive> {
  const { articlesFolder, moreFolders = [], indexFolder, rebuild = false } = options;
  const { onProgress, onNotice = () => {} } = options;
  const archive = await openCluster(cluster, {
    onNotice,
    onArticle: (done, total) =>
      onProgress?.({ work: 'Taking over the articles in the cluster', done, total }),
  });
  const path = join(indexFolder, `${cluster.name}.cluster.json`);
  const version = generationOf(cluster.name).articles;
  const noted = rebuild ? [] : await readRecords(path, version);
  const known = noted.filter(({ article }) => archive.holds(article));
  const folders = [articlesFolder, ...moreFolders];
  const followed = new FollowedCluster(archive, folders, path, known, version, onNotice);
  try {
    await followed.refresh((done, total) =>
      onProgress?.({ work: 'Bringing articles to the cluster', done, total }),
    );
    if (followed.isWorthSaving) await followed.save();
    return followed;
  } catch (error) {
    await followed.close();
    throw error;
  }
}
