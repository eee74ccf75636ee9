import { stringify } from 'yaml';
import type { Archive } from '../../src/archive/archive.js';
import { archiveArticle } from '../../src/archive/archive-article.js';
import { buildArchive } from '../../src/archive/memory/build-archive.js';
import { readArticle } from '../../src/articles/read-article.js';
import type { NewsArticle } from '../sets/news.js';

/** An article as an operator would bring it. */
export function markdownOf({ title, publisher, url, date, text }: NewsArticle): string {
  return `---\n${stringify({ title, publisher, url, published: date })}---\n\n${text}\n`;
}

/** An archive, in memory, of a few articles. */
export function dossierArchive(articles: readonly NewsArticle[]): Promise<Archive> {
  return buildArchive(
    articles.map((article) =>
      archiveArticle(readArticle(`${article.id}.md`, Buffer.from(markdownOf(article)))),
    ),
  );
}
