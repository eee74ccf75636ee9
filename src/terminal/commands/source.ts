import type { Command } from 'commander';
import { keySentences } from '../../archive/key-sentences.js';
import { lookUpSource } from '../../archive/source-lookup.js';
import { type CommandContext, withArticles } from '../command-context.js';
import { harmless, jsonLine } from '../rendering/harmless.js';
import { screenOf } from '../rendering/screen.js';
import { sourceText } from '../rendering/source-text.js';

const MOST_ALTERNATIVES = 5;

export function addSourceCommand(program: Command, context: CommandContext): void {
  program
    .command('source')
    .description('look a source up by title, publisher, date or what it is about; the newest without words')
    .argument('[words...]', 'what you remember of it; spelling errors are forgiven')
    .option('--json', 'print one line of JSON')
    .addHelpText('after', '\nExample:\n  npx clippings source axios 5 january')
    .action((words: string[], options: { readonly json?: true }) =>
      showSource(context, words.join(' '), options.json === true),
    );
}

async function showSource(context: CommandContext, words: string, json: boolean): Promise<void> {
  await withArticles(context, json, async (archive) => {
    const { best, alternatives, mention } = await lookUpSource(archive, words, MOST_ALTERNATIVES + 1);
    const article = best === null ? undefined : await archive.article(best.id);
    if (json) {
      const found = best && { ...best, sentences: article === undefined ? [] : keySentences(article) };
      context.output.write(
        `${jsonLine({ words, best: found, alternatives, ...(mention ? { mention } : {}) })}\n`,
      );
      return;
    }
    const text =
      best === null || article === undefined
        ? notFoundText(words, archive.articleCount)
        : sourceText(best, article, alternatives, screenOf(context.output), mention);
    context.output.write(`${text}\n`);
  });
}

function notFoundText(words: string, articleCount: number): string {
  const said = words === '' ? 'No source was found.' : `No source is like “${harmless(words)}”.`;
  return `${said} The archive holds ${articleCount} articles: npx clippings articles`;
}
