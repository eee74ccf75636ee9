import { once } from 'node:events';
import { createWriteStream, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { finished } from 'node:stream/promises';
import { z } from 'zod';
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

const counted = z.object({ articles: z.number(), passages: z.number() });

/**
 * Writes a collection of at least the given number of passages: the articles as files for Clippings, and
 * their passages as lines for the other engines. One that was written there before is taken as it is.
 * @param read is called only when it has to be written
 */
export async function writeCollection(
  read: () => readonly ArchivedArticle[],
  size: number,
  folder: string,
): Promise<WrittenCollection> {
  const collection = {
    passagesFile: path.join(folder, 'passages.tsv'),
    articlesFolder: path.join(folder, 'articles'),
  };
  const countsFile = path.join(folder, 'counts.json');
  if (existsSync(countsFile)) {
    return { ...collection, ...counted.parse(JSON.parse(readFileSync(countsFile, 'utf8'))) };
  }
  mkdirSync(collection.articlesFolder, { recursive: true });
  const lines = createWriteStream(collection.passagesFile);
  const counts = { articles: 0, passages: 0 };
  for (const article of growArchive(read(), size)) {
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
  writeFileSync(countsFile, JSON.stringify(counts));
  return { ...collection, ...counts };
}
