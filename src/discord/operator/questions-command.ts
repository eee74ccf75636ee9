import type { Command } from 'commander';
import type { MissedQuestion } from '../../store/questions.js';
import type { StoreAddress } from '../../store/store.js';
import { visible } from '../rendering/escape.js';

const LISTED = 100;

/** @param settings reads the settings; called when the command runs */
export function addQuestionsCommand(
  program: Command,
  output: NodeJS.WritableStream,
  settings: () => { readonly store: StoreAddress; readonly retentionDays: number },
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
      const { store: address, retentionDays } = settings();
      const store = await openStore(address);
      try {
        // The bot deletes old questions too, but may not have run for a while.
        await forgetOld(store, Date.now(), retentionDays);
        const missed = await missedQuestions(store, null, LISTED);
        output.write(json ? missed.map((each) => `${JSON.stringify(each)}\n`).join('') : listText(missed));
      } finally {
        store.close();
      }
    });
}

function listText(missed: readonly MissedQuestion[]): string {
  if (missed.length === 0) return 'Every question so far found an answer that nobody objected to.\n';
  const rows = missed.map(
    ({ question, unanswered, notIt, guild }) =>
      `${String(unanswered).padStart(9)}  ${String(notIt).padStart(6)}  ${visible(question)}  (server ${guild})`,
  );
  return `${['no answer  not it  question', ...rows].join('\n')}\n`;
}
