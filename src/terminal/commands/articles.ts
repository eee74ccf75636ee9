import type { Command } from 'commander';
import type { Archive } from '../../archive/archive.js';
import { type ArchivedArticle, storySentences } from '../../archive/passage.js';
import { lookUpSource } from '../../archive/source-lookup.js';
import { UserError } from '../../user-error.js';
import { type CommandContext, type OpenedArchive, withArchive } from '../command-context.js';
import { articleText, removedText } from '../rendering/article-text.js';
import { harmless, jsonLine } from '../rendering/harmless.js';
import { type Screen, screenOf } from '../rendering/screen.js';
import { articleListText } from '../rendering/source-text.js';

interface Options {
  readonly show?: string;
  readonly removed?: true;
  readonly broken?: true;
  readonly json?: true;
}

export function addArticlesCommand(program: Command, context: CommandContext): void {
  program
    .command('articles')
    .description('list the articles of the archive, newest first, or show one')
    .option('--show <id>', 'show an article as it was cleaned, with its paragraph numbers')
    .option('--removed', 'with --show: show what cleaning removed, and why')
    .option('--broken', 'list all files that could not be read, with the reasons')
    .option('--json', 'print JSON, one line an article')
    .action((options: Options) =>
      withArchive(context, async (archive) => {
        const text = await articlesShown(archive, options, screenOf(context.output));
        if (text !== '') context.output.write(`${text}\n`);
      }),
    );
}

async function articlesShown(archive: OpenedArchive, options: Options, screen: Screen): Promise<string> {
  if (options.broken) return brokenShown(archive, options);
  if (options.show !== undefined) {
    return articleShown(await namedArticle(archive, options.show), options, screen);
  }
  if (options.removed) {
    throw new UserError(
      'usage-no-article',
      'Which article?',
      'Name it: npx clippings articles --show ID --removed',
    );
  }
  const summaries = archive.articles();
  return options.json ? summaries.map(jsonLine).join('\n') : articleListText(summaries, screen);
}

function brokenShown({ problems = [] }: OpenedArchive, { json }: Options): string {
  const lines = problems.map(({ file, error: { code, message, hint } }) => {
    const reason = [message, hint].filter(Boolean).join(' ');
    if (json) return jsonLine({ file, code, reason });
    return harmless(reason.includes(file) ? reason : `${file}: ${reason}`);
  });
  return lines.join('\n');
}

function articleShown(article: ArchivedArticle, { removed, json }: Options, screen: Screen): string {
  if (json) return jsonLine(removed ? article.removed : { ...article, sentences: storySentences(article) });
  return removed ? removedText(article, screen) : articleText(article, screen);
}

async function namedArticle(archive: Archive, id: string): Promise<ArchivedArticle> {
  const article = await archive.article(id);
  if (article !== undefined) return article;
  const { best } = id.trim() === '' ? { best: null } : await lookUpSource(archive, id);
  throw new UserError(
    'usage-no-such-article',
    `There is no article “${id}”.`,
    best === null ? 'List them with: npx clippings articles' : `Did you mean ${best.id}?`,
  );
}
