import { existsSync, readFileSync, rmSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { readBackup } from '../../../../src/store/backup/backup.js';
import { readGuildSettings, writeGuildSettings } from '../../../../src/store/guild-settings.js';
import { openStore } from '../../../../src/store/store.js';
import { DAY } from '../news.js';
import { backupFile, type Findings, type Orders, storeUrl, type Told, type Trial } from '../points.js';
import { FIRST_DUE, faultsOf, trialFolder } from './trial-folder.js';

/** Servers whose settings must outlive every backup and restore. */
const GUILDS = 300;

/** Whether the backup is whole and the last one acknowledged, and the database holds all that it did. */
export class BackupTrial implements Trial {
  /** The last state that was acknowledged to be backed up. */
  #kept = -1;

  private constructor(private readonly folder: string) {}

  static async start(): Promise<BackupTrial> {
    const folder = trialFolder();
    const store = await openStore({ url: storeUrl(folder) });
    for (let guild = 0; guild < GUILDS; guild++) {
      await writeGuildSettings(store, String(guild), {
        answerChannels: [String(guild)],
        openChannels: [],
        privateByDefault: false,
      });
    }
    store.close();
    return new BackupTrial(folder);
  }

  async begin(round: number): Promise<Orders> {
    return { folder: this.folder, round, now: FIRST_DUE + round * DAY, remove: [] };
  }

  told(told: Told): void {
    if ('kept' in told) this.#kept = Number(told.kept);
  }

  async look(): Promise<Findings> {
    const lost: string[] = [];
    const doubled: string[] = [];
    const store = await openStore({ url: storeUrl(this.folder) });
    lost.push(...(await faultsOf(store)));
    const { rows } = await store.execute('SELECT count(*) AS there FROM guild_settings');
    const there = Number(rows[0]?.there);
    // Beside them one for the state, and one that only some backups hold.
    if (there < GUILDS) lost.push(`${GUILDS - there} servers after a restore`);
    if (there > GUILDS + 2) doubled.push(`${there - GUILDS - 2} servers too many after a restore`);
    const now = Number((await readGuildSettings(store, 'state')).answerChannels[0] ?? -1);
    if (now < this.#kept) lost.push(`state ${this.#kept} of the database`);
    store.close();
    const state = stateIn(backupFile(this.folder));
    if (state < this.#kept) lost.push(`the backup of state ${this.#kept}`);
    return { lost, doubled };
  }

  async end(): Promise<void> {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Reads which state a backup holds; -1 if there is none. */
function stateIn(file: string): number {
  if (!existsSync(file)) return -1;
  const { tables } = readBackup(gunzipSync(readFileSync(file)).toString('utf8').trimEnd().split('\n'));
  const settings = tables.find(({ table }) => table === 'guild_settings');
  const row = settings?.rows.find(([guild]) => guild === 'state');
  return Number(JSON.parse(String(row?.[1]))[0]);
}
