import type { Command } from 'commander';
import type { KnownServer } from '../../store/counts/servers.js';
import { visible } from '../rendering/escape.js';
import type { QuestionsSettings } from './questions-command.js';

const DAY = 24 * 60 * 60 * 1000;
/** Of how many days questions are counted, if they are kept so long. */
const DAYS = 30;

/** @param settings reads the settings; called when the command runs */
export function addServersCommand(
  program: Command,
  output: NodeJS.WritableStream,
  settings: () => QuestionsSettings,
): void {
  program
    .command('servers')
    .description('list the servers of the bot: sources, digests, watches, questions of the last 30 days')
    .option('--json', 'print one line of JSON for each server')
    .action(async ({ json = false }: { json?: boolean }) => {
      // Loaded here, so that other commands start without the database.
      const { openStore } = await import('../../store/store.js');
      const { knownServers } = await import('../../store/counts/servers.js');
      const { dayOf } = await import('../../store/questions.js');
      const { botServers } = await import('./server-names.js');
      const { store: address, retentionDays, ...access } = settings();
      const names = await botServers(access);
      const store = await openStore(address);
      try {
        const days = Math.min(DAYS, retentionDays);
        const since = dayOf(new Date(Date.now() - (days - 1) * DAY));
        const known = await knownServers(store, since, names?.keys());
        const named = known.map((each) => ({ ...each, server: names?.get(each.guild) ?? null }));
        output.write(json ? named.map((each) => `${JSON.stringify(each)}\n`).join('') : listText(named));
      } finally {
        store.close();
      }
    });
}

/** A server, with its name if Discord tells it. */
type Named = KnownServer & { readonly server: string | null };

const COLUMNS = [
  ['sources', (each: Named) => each.sources],
  ['digests', (each: Named) => each.digests],
  ['watches', (each: Named) => each.watches],
  ['questions', (each: Named) => each.questions],
  ['no answer', (each: Named) => each.unanswered],
  ['not it', (each: Named) => each.notIt],
] as const;

function listText(servers: readonly Named[]): string {
  if (servers.length === 0)
    return 'The bot is in no server yet: npx clippings deploy prints a link that invites it.\n';
  const rows = servers.map((each) =>
    [
      ...COLUMNS.map(([title, value]) => String(value(each)).padStart(title.length)),
      each.server === null ? `server ${each.guild}` : visible(each.server),
    ].join('  '),
  );
  return `${[[...COLUMNS.map(([title]) => title), 'server'].join('  '), ...rows].join('\n')}\n`;
}
