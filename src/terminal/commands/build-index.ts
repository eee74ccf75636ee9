import type { Command } from 'commander';
import { UserError } from '../../user-error.js';
import type { CommandContext } from '../command-context.js';

export function addIndexCommand(program: Command, context: CommandContext): void {
  program
    .command('index')
    .description('bring the index up to date with the articles')
    .option('--rebuild', 'build it anew')
    .action(async (options: { readonly rebuild?: true }) => {
      const archive = await context.openArchive(options.rebuild);
      context.output.write(
        `The index holds ${archive.articleCount} articles in ${archive.passageCount} passages.\n`,
      );
      await archive.close();
      if (archive.isSaved === false) {
        throw new UserError(
          'index-unsaved',
          'The index is not saved: the next start reads the articles again.',
        );
      }
    });
}
