import type { Command } from 'commander';
import type { MissedQuestion } from '../../store/questions.js';
import type { StoreAddress } from '../../store/store.js';
import { visible } from '../rendering/escape.js';
import type { DiscordAccess } from './deploy-command.js';

const LISTED = 100;

export interface QuestionsSettings extends Omit<DiscordAccess, 'operatorServer'> {
  readonly store: StoreAddress;
  readonly retentionDays: number;
}

/** @param settings reads the settings; called when the command runs */
export function addQuestionsCommand(
  program: Command,
  output: NodeJS.WritableStream,
  settings: () => QuestionsSettings,
): void {
  program
    .command('questions')
    .description('list the questions that found no answer, or a wrong one: which articles are missing')
    .option('--json', 'print one line of JSON for each question')
    .action(async ({ json = false }: { json?: boolean }) => {
      // Loaded here, so that other commands start without the database.
      const { openStore } = await import('../../store/store.js');
      const { missedQuestions } = await import('../../store/questions.js');
      const { forgetOld } = await import('../../store/forgetting.js');
      const { store: address, retentionDays, ...access } = settings();
      const store = await openStore(address);
      try {
        // The bot deletes old questions too, but may not have run for a while.
        await forgetOld(store, Date.now(), retentionDays);
        const missed = await missedQuestions(store, null, LISTED);
        const { serverNames } = await import('./server-names.js');
        const names = await serverNames(access, new Set(missed.map(({ guild }) => guild)));
        const named = missed.map((each) => ({ ...each, server: names.get(each.guild) ?? null }));
        output.write(json ? named.map((each) => `${JSON.stringify(each)}\n`).join('') : listText(named));
      } finally {
        store.close();
      }
    });
}

/** A question, with the name of its server if Discord tells it. */
type Named = MissedQuestion & { readonly server: string | null };

function listText(missed: readonly Named[]): string {
  if (missed.length === 0) return 'No question is waiting.\n';
  const rows = missed.map(
    ({ question, unanswered, notIt, lastAsked, guild, server }) =>
      `${String(unanswered).padStart(9)}  ${String(notIt).padStart(6)}  ${lastAsked}  ${visible(question)}  (${server === null ? `server ${guild}` : visible(server)})`,
  );
  return `${['no answer  not it  last asked  question', ...rows].join('\n')}\n`;
}
