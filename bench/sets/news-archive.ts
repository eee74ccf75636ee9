import type { Archive } from '../../src/archive/archive.js';
import { archiveArticle } from '../../src/archive/archive-article.js';
import { buildArchive } from '../../src/archive/build-archive.js';
import type { NewsArticle } from './news.js';

export async function newsArchive(articles: readonly NewsArticle[]): Promise<Archive> {
  return buildArchive(
    articles.map((article) =>
      archiveArticle({
        id: article.id,
        file: article.id,
        title: article.title,
        publisher: article.publisher,
        url: article.url,
        published: article.date,
        added: null,
        paragraphs: article.text
          .split(/\n+/)
          .filter((text) => text.trim() !== '')
          .map((text) => ({ text: text.trim(), afterBreak: false })),
        removed: [],
      }),
    ),
  );
}
