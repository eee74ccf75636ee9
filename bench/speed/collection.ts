import { once } from 'node:events';
import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { finished } from 'node:stream/promises';
import type { ArchivedArticle } from '../../src/archive/passage.js';
import { passageText, splitPassages } from '../../src/archive/passages.js';
import { fileOf } from './articles.js';
import type { Collection } from './engines/engine.js';
import { passageLine } from './engines/passage-lines.js';
import { growArchive } from './grow.js';

/** A collection and its actual size. */
export interface WrittenCollection extends Collection {
  readonly articles: number;
  readonly passages: number;
}

/**
 * Writes a collection of at least the given number of passages: the articles as files for Clippings, and
 * their passages as lines for the other engines.
 */
export async function writeCollection(
  articles: readonly ArchivedArticle[],
  size: number,
  folder: string,
): Promise<WrittenCollection> {
  const collection = {
    passagesFile: path.join(folder, 'passages.tsv'),
    articlesFolder: path.join(folder, 'articles'),
  };
  mkdirSync(collection.articlesFolder, { recursive: true });
  const lines = createWriteStream(collection.passagesFile);
  const counts = { articles: 0, passages: 0 };
  for (const article of growArchive(articles, size)) {
    writeFileSync(path.join(collection.articlesFolder, `${article.id}.md`), fileOf(article));
    const passages = splitPassages(article);
    const text = passages.map((passage) =>
      passageLine({ id: passage.id, title: article.title ?? '', text: passageText(article, passage) }),
    );
    counts.articles += 1;
    counts.passages += passages.length;
    if (!lines.write(text.join(''))) await once(lines, 'drain');
  }
  lines.end();
  await finished(lines);
  return { ...collection, ...counts };
}
