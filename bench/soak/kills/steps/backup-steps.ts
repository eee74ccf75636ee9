import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { gunzipSync, gzip } from 'node:zlib';
import { writeWhole } from '../../../../src/archive/folders/write-whole.js';
import { backupLines, readBackup, restoreBackup } from '../../../../src/store/backup/backup.js';
import { writeGuildSettings } from '../../../../src/store/guild-settings.js';
import { openStore } from '../../../../src/store/store.js';
import { backupFile, type Steps, storeUrl } from '../points.js';

const BACKUPS = 3;

/** Backs a database up over and over while it changes, and then puts the last backup in its place. */
export const backupSteps: Steps = async ({ folder, round, now }, tell) => {
  const store = await openStore({ url: storeUrl(folder) });
  const file = backupFile(folder);
  await tell.begin('backup');
  for (let at = 0; at < BACKUPS; at++) {
    const state = round * BACKUPS + at;
    await writeGuildSettings(store, 'state', {
      answerChannels: [String(state)],
      openChannels: [],
      privateByDefault: false,
    });
    const lines = await backupLines(store, new Date(now).toISOString());
    await writeWhole(file, [await promisify(gzip)(`${lines.join('\n')}\n`)], 0o600);
    await tell.kept(String(state));
  }
  await tell.done('backup');
  await tell.begin('restore');
  // Something that the backup does not hold, and that a restore takes away.
  await writeGuildSettings(store, 'later', { answerChannels: [], openChannels: [], privateByDefault: true });
  const backup = readBackup(gunzipSync(readFileSync(file)).toString('utf8').trimEnd().split('\n'));
  await restoreBackup(store, backup, now);
  await tell.done('restore');
};
