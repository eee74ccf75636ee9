import { dirname } from 'node:path';
import type { ClusterSettings } from '../../archive/opensearch/open-cluster.js';
import type { Check, Finding } from '../../finding.js';
import type { DigestSchedule } from '../../store/digest-schedules.js';
import type { StoreAddress } from '../../store/store.js';
import { UserError } from '../../user-error.js';
import { checkFolder, checkSecret } from './folders.js';
import { checkNode, checkSpace } from './machine.js';

/** What the settings say of an installation. */
export interface Installation {
  /** Where files of settings are looked for, first the one that is written. */
  readonly settingsFiles: readonly [string, ...string[]];
  readonly articlesFolder: string;
  /** Whether the folder of articles was chosen, so that nothing makes it. */
  readonly isFolderChosen: boolean;
  readonly indexFolder: string;
  readonly store: StoreAddress;
  /** The cluster that holds the archive; null if it is in the folder of the index. */
  readonly cluster: ClusterSettings | null;
  /** @param schedules null if the database cannot be read */
  readonly checkDiscord: (schedules: readonly DigestSchedule[] | null) => Promise<readonly Finding[]>;
}

/**
 * Returns what `clippings doctor` looks at, in this order. Without good settings, there is nothing else to look at.
 * @param read reads the settings; its error for people becomes a finding
 */
export function doctorChecks(read: () => Installation): readonly Check[] {
  const node: Check = async () => [checkNode(process.versions.node)];
  try {
    return [node, ...checksOf(read())];
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const { message: words, hint } = error;
    return [node, async () => [{ part: 'settings', state: 'wrong', words, hint }]];
  }
}

function checksOf(installation: Installation): readonly Check[] {
  const {
    settingsFiles,
    articlesFolder,
    isFolderChosen,
    indexFolder,
    store: address,
    cluster,
    checkDiscord,
  } = installation;
  let schedules: readonly DigestSchedule[] | null = null;
  return [
    async () => (await Promise.all(settingsFiles.map((file) => checkSecret('settings', file)))).flat(),
    async () => [
      await checkFolder('articles', articlesFolder, !isFolderChosen),
      await checkFolder('index', indexFolder),
    ],
    async () => checkSpace([articlesFolder, indexFolder, dirname(settingsFiles[0])]),
    async () => {
      const { checkCluster, checkIndex } = await import('./archive.js');
      return [cluster === null ? await checkIndex(indexFolder) : await checkCluster(cluster)];
    },
    async () => {
      const { checkDatabase } = await import('./database.js');
      const { readDigestSchedules } = await import('../../store/digest-schedules.js');
      return checkDatabase(address, async (store) => {
        schedules = await readDigestSchedules(store);
        return [];
      });
    },
    async () => checkDiscord(schedules),
  ];
}
