import type { Command } from 'commander';
import { guildId } from './deploy-command.js';
import type { Questioner, SetupContext } from './setup.js';

interface Options {
  readonly yes?: true;
  readonly tokenFile?: string;
  readonly guild?: string;
  readonly feed?: readonly string[];
  readonly digestChannel?: string;
  readonly digestTime: string;
  readonly digestZone: string;
}

/**
 * @param context reads the settings; called when the command runs
 * @param withQuestioner passes somebody to ask, and lets go of the terminal afterwards
 */
export function addSetupCommand(
  program: Command,
  context: () => Omit<SetupContext, 'questioner'>,
  withQuestioner: (use: (questioner: Questioner) => Promise<void>) => Promise<void>,
): void {
  program
    .command('setup')
    .description('set up the bot: token, commands, invite link, feeds, a digest')
    .option('--yes', 'ask nothing; do what the other options say')
    .option('--token-file <path>', 'a file that holds the token; without it, the token is asked for')
    .option('--guild <id>', 'register the commands in one server only, where they appear at once', guildId)
    .option('--feed <address...>', 'feeds or sites to follow')
    .option('--digest-channel <id>', 'a channel for a digest every day')
    .option('--digest-time <time>', 'when it comes', '08:00')
    .option('--digest-zone <zone>', 'in whose time: a city, or a name such as Europe/Berlin', systemZone())
    .addHelpText('after', '\nThe token is written to .env in this folder. It may be run again at any time.')
    .action(async (options: Options) => {
      // Loaded here, so that other commands start without waiting for discord.js.
      const { setUp } = await import('./setup.js');
      const { tokenFile = null, guild = null, feed = [], digestChannel = null } = options;
      const digest = { time: options.digestTime, zone: options.digestZone };
      const wishes = { tokenFile, guild, feeds: feed, digestChannel, digest };
      if (options.yes) return setUp({ ...context(), questioner: null }, wishes);
      return withQuestioner((questioner) => setUp({ ...context(), questioner }, wishes));
    });
}

function systemZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
