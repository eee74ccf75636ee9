import { join } from 'node:path';
import { FolderArchive } from './folders/folder-archive.js';
import { fromNothing, readSaved } from './folders/saved-archive.js';
import type { FolderOptions, SyncedArchive } from './folders/synced-archive.js';
import { removeLeftovers } from './folders/write-whole.js';
import type { ClusterSettings } from './opensearch/open-cluster.js';

export type { Progress, SyncedArchive } from './folders/synced-archive.js';

export interface OpenArchiveOptions extends FolderOptions {
  /** The cluster that holds the archive; without one, this machine does. */
  readonly cluster?: ClusterSettings | null;
}

/**
 * Opens the archive of a folder of articles. It loads the saved index if that is good, brings it up to date
 * with the changed files, and saves it again, however few they were: otherwise every start would read them
 * again. The saved index only saves time. If it is missing, damaged, of another version, unreadable or
 * unwritable, the archive answers all the same.
 * @throws UserError when the folder of articles cannot be read, or the cluster cannot be used
 */
export async function openArchive({
  cluster = null,
  ...options
}: OpenArchiveOptions): Promise<SyncedArchive> {
  if (cluster !== null) {
    // Imported here, so that archives without a cluster do not wait for the client to load.
    const { openSyncedCluster } = await import('./opensearch/open-synced-cluster.js');
    return openSyncedCluster(cluster, options);
  }
  return openFolders(options);
}

async function openFolders(options: FolderOptions): Promise<FolderArchive> {
  const {
    articlesFolder,
    moreFolders = [],
    indexFolder,
    rebuild = false,
    onProgress,
    onNotice,
    anyLanguage,
  } = options;
  const path = join(indexFolder, 'archive.snapshot');
  await Promise.all([removeLeftovers(indexFolder), removeLeftovers(articlesFolder)]);
  const start = rebuild ? fromNothing() : await readSaved(path);
  const archive = new FolderArchive([articlesFolder, ...moreFolders], path, start, onNotice, anyLanguage);
  const work = start.files.length > 0 ? 'Updating the index' : 'Building the index';
  await archive.refresh((done, total) => onProgress?.({ work, done, total }));
  if (rebuild || start.fault !== null || !archive.isSaved) await archive.save();
  return archive;
}
