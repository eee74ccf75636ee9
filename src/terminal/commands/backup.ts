import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { Command } from 'commander';
import { dateInWords } from '../../answer/quotes/citation.js';
import { writeWhole } from '../../archive/folders/write-whole.js';
import type { Backup } from '../../store/backup/backup.js';
import type { OpenedStore } from '../../store/store.js';
import { UserError } from '../../user-error.js';
import type { CommandContext } from '../command-context.js';
import { harmless } from '../rendering/harmless.js';

/** Passes the open store to `use`, and closes it afterwards, even if `use` fails. */
export type WithOpenedStore = <T>(use: (store: OpenedStore) => Promise<T>) => Promise<T>;

/** Asks somebody at the terminal. */
export type AskAtTerminal = (words: string) => Promise<string>;

interface BackupSettings {
  readonly articlesFolder: string;
  readonly retentionDays: number;
}

/** Only its owner may read a backup: it holds the key of the pseudonyms. */
const SECRET = 0o600;
/** The largest backup that is read, in bytes; those of thousands of servers have some ten million. */
const LARGEST = 2 ** 30;

export function addBackupCommands(
  program: Command,
  { input, output }: CommandContext,
  settings: () => BackupSettings,
  withStore: WithOpenedStore,
  ask: AskAtTerminal,
): void {
  program
    .command('backup')
    .description('write settings, feeds, schedules and all else of the database to one file; the bot may run')
    .argument('<file>', 'the file to write; an older backup there is replaced')
    .addHelpText(
      'after',
      '\nArticles are files of their own, and not in it. Keep it secret: it holds the key of the pseudonyms.',
    )
    .action(async (file: string) => {
      const { articlesFolder } = settings();
      await refuseOther(file);
      const { backupLines } = await import('../../store/backup/backup.js');
      const lines = await withStore((store) => backupLines(store, new Date().toISOString()));
      await writeWhole(file, [await promisify(gzip)(`${lines.join('\n')}\n`)], SECRET);
      output.write(
        `Written to ${harmless(file)}. Articles are not in it: copy ${harmless(articlesFolder)} too.\n`,
      );
    });

  program
    .command('restore')
    .description('put a backup in the place of all that the database holds; the bot must not run')
    .argument('<file>', 'a file that `npx clippings backup` wrote')
    .option('--yes', 'do not ask before something is replaced')
    .action(async (file: string, { yes = false }: { readonly yes?: boolean }) => {
      const backup = await readFrom(file);
      const { restoreBackup, storeContents } = await import('../../store/backup/backup.js');
      const { readLeases } = await import('../../store/leases.js');
      await withStore(async (store) => {
        if ((await readLeases(store)).length > 0) {
          throw new UserError(
            'store-in-use',
            'A bot is working with this database.',
            'Stop it; if it was killed, wait for 15 seconds.',
          );
        }
        const { servers, feeds } = await storeContents(store);
        if (servers + feeds > 0 && !yes) await confirm({ servers, feeds }, backup, input.isTTY === true, ask);
        await restoreBackup(store, backup, Date.now());
      });
      const { retentionDays } = settings();
      const contents = await withStore(async (store) => {
        const { forgetOld } = await import('../../store/forgetting.js');
        await forgetOld(store, Date.now(), retentionDays);
        return storeContents(store);
      });
      output.write(`Restored the backup of ${madeOn(backup)}: ${countsText(contents)}.\n`);
    });
}

/** @throws UserError `backup-file` if something else than a backup is there */
async function refuseOther(file: string): Promise<void> {
  if (!existsSync(file)) return;
  await readFrom(file).catch((error: unknown) => {
    if (!(error instanceof UserError) || error.code === 'backup-newer' || error.code === 'backup-damaged')
      return;
    throw new UserError(
      'backup-file',
      `${file} is there already, and is no backup.`,
      'Give the name of a new file, or of an older backup.',
    );
  });
}

/** @throws UserError `backup-unreadable`, or see `readBackup` */
async function readFrom(file: string): Promise<Backup> {
  let packed: Buffer;
  try {
    if ((await stat(file)).size > LARGEST) throw new Error('it is larger than any backup');
    packed = await readFile(file);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UserError('backup-unreadable', `${file} cannot be read: ${reason}.`, null, { cause: error });
  }
  const { readBackup } = await import('../../store/backup/backup.js');
  return readBackup(await unpacked(packed));
}

/** @throws UserError `backup-foreign`, `backup-damaged` */
async function unpacked(packed: Buffer): Promise<string[]> {
  if (packed[0] !== 0x1f || packed[1] !== 0x8b)
    throw new UserError('backup-foreign', 'This is no backup of Clippings.');
  try {
    const text = (await promisify(gunzip)(packed, { maxOutputLength: LARGEST })).toString('utf8');
    return text.trimEnd().split('\n');
  } catch (error) {
    throw new UserError(
      'backup-damaged',
      'This backup is damaged: it cannot be unpacked.',
      'Take another copy of it.',
      {
        cause: error,
      },
    );
  }
}

interface Contents {
  readonly servers: number;
  readonly feeds: number;
}

/** @throws UserError `usage-restore-over` unless somebody says yes */
async function confirm(
  contents: Contents,
  backup: Backup,
  isTerminal: boolean,
  ask: AskAtTerminal,
): Promise<void> {
  const words = `The database holds ${countsText(contents)}. All of it is replaced by the backup of ${madeOn(backup)}.`;
  if (isTerminal && /^y(?:es)?$/i.test(await ask(`${words} Go on? (yes or no) `))) return;
  throw new UserError('usage-restore-over', `${words} Nothing was changed.`, 'Add --yes to do so.');
}

function countsText({ servers, feeds }: Contents): string {
  return `${counted(servers, 'server')} and ${counted(feeds, 'feed')}`;
}

function counted(count: number, what: string): string {
  return `${count.toLocaleString('en-GB')} ${what}${count === 1 ? '' : 's'}`;
}

function madeOn({ made }: Backup): string {
  return `${dateInWords(made)}, ${made.slice(11, 16)} UTC`;
}
