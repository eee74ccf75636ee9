import { type Command, InvalidArgumentError } from 'commander';
import { UserError } from '../../user-error.js';
import type { CommandChanges } from './deploy.js';

/** What the command line needs to reach Discord. */
export interface DiscordAccess {
  readonly discordToken: string | null;
  readonly discordApiUrl: string;
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
    .action(async ({ guild }: { guild?: string }) => {
      const { discordToken, discordApiUrl } = access();
      // Loaded here, so that other commands start without waiting for discord.js.
      const { deployCommands } = await import('./deploy.js');
      await deployCommands({
        token: tokenOf(discordToken),
        apiUrl: discordApiUrl,
        guild: guild ?? null,
        onChanges: (changes) => output.write(`${changesText(changes)}\n`),
      });
    });
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

function changesText(changes: CommandChanges): string {
  const lines = (['created', 'updated', 'removed'] as const).flatMap((kind) =>
    changes[kind].length === 0 ? [] : [`${kind}: ${changes[kind].join(', ')}`],
  );
  if (lines.length === 0) return `Nothing to change: ${changes.unchanged.length} commands are registered.`;
  return lines.join('\n');
}

function guildId(text: string): string {
  if (/^\d{15,20}$/.test(text)) return text;
  throw new InvalidArgumentError('It must be the number of a server (Copy Server ID in its menu).');
}
