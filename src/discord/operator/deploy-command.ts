import { type Command, InvalidArgumentError } from 'commander';
import { UserError } from '../../user-error.js';
import type { CommandChanges } from './deploy.js';

/** What the command line needs to reach Discord. */
export interface DiscordAccess {
  readonly discordToken: string | null;
  readonly discordApiUrl: string;
  readonly operatorServer: string | null;
}

/** @param access reads the settings; called when the command runs */
export function addDeployCommand(
  program: Command,
  output: NodeJS.WritableStream,
  access: () => DiscordAccess,
): void {
  program
    .command('deploy')
    .description('register the slash commands with Discord, after showing what changes')
    .option('--guild <id>', 'in one server only, where they appear at once', guildId)
    .option('--remove', 'remove the commands from the server named with --guild instead')
    .option('--twice', 'also where members will see commands twice: registered everywhere and in one server')
    .action(async ({ guild = null, remove = false, twice = false }: DeployWords, command: Command) => {
      if (remove && guild === null) command.error('error: --remove needs --guild');
      const { discordToken, discordApiUrl, operatorServer } = access();
      // Loaded here, so that other commands start without waiting for discord.js.
      const { deployCommands } = await import('./deploy.js');
      await deployCommands({
        token: tokenOf(discordToken),
        apiUrl: discordApiUrl,
        guild,
        operatorServer,
        mayBeTwice: twice,
        remove,
        onChanges: (changes, place) => output.write(`${changesText(changes, place)}\n`),
      });
    });
}

interface DeployWords {
  readonly guild?: string | null;
  readonly remove?: boolean;
  readonly twice?: boolean;
}

/** @throws UserError `discord-token-missing` */
function tokenOf(token: string | null): string {
  if (token !== null) return token;
  throw new UserError(
    'discord-token-missing',
    'There is no DISCORD_TOKEN.',
    'Put the token of your bot into .env; the README says where to find it.',
  );
}

export function changesText(changes: CommandChanges, guild: string | null): string {
  const where = guild === null ? '' : ` in server ${guild}`;
  const lines = (['created', 'updated', 'removed'] as const).flatMap((kind) =>
    changes[kind].length === 0 ? [] : [`${kind}${where}: ${changes[kind].join(', ')}`],
  );
  if (lines.length === 0)
    return `Nothing to change${where}: ${changes.unchanged.length} commands are registered.`;
  return lines.join('\n');
}

export function guildId(text: string): string {
  if (/^\d{15,20}$/.test(text)) return text;
  throw new InvalidArgumentError('It must be the number of a server (Copy Server ID in its menu).');
}
