import type { Command } from 'commander';
import { UserError } from '../../user-error.js';
import { type CommandContext, withArticles } from '../command-context.js';
import { harmless, jsonLine } from '../rendering/harmless.js';
import { screenOf } from '../rendering/screen.js';
import { storyText } from '../rendering/story-text.js';

export function addStoryCommand(program: Command, context: CommandContext): void {
  program
    .command('story')
    .description('how a story went on: what was told of it from day to day, oldest first')
    .argument('[words...]', 'what it is about, as a headline would name it')
    .option('--json', 'print one line of JSON')
    .addHelpText('after', '\nExample:\n  npx clippings story iraq troops')
    .action((words: string[], options: { readonly json?: true }) =>
      printStory(context, words.join(' '), options.json === true),
    );
}

async function printStory(context: CommandContext, words: string, json: boolean): Promise<void> {
  if (words.trim() === '')
    throw new UserError(
      'usage-story-words',
      'There are no words.',
      'Say what the story is about, such as: npx clippings story iraq troops',
    );
  await withArticles(context, json, async (archive) => {
    // Tracing needs the language model, which takes memory and a moment to load.
    const { traceStory } = await import('../../digest/course/trace-story.js');
    const course = await traceStory(archive, words);
    if (json) context.output.write(`${jsonLine({ words, ...course })}\n`);
    else if (course.entries.length > 0)
      context.output.write(`${storyText(course, screenOf(context.output))}\n`);
    else context.output.write(`No articles here tell how “${harmless(words)}” went on.\n`);
  });
}
