import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openArchive, type SyncedArchive } from '../../src/archive/open-archive.js';
import type { Progress, StartProgress } from '../progress.js';
import type { NewsArticle } from '../sets/news.js';
import { markdownOf } from './dossier-archive.js';

/**
 * The set as an operator would bring it: a folder of Markdown files, opened as any archive. Folder and index stay in
 * `cache`, so that only the first run has to build them.
 */
export async function openNewsArchive(
  articles: readonly NewsArticle[],
  cache: string,
  startProgress: StartProgress,
): Promise<SyncedArchive> {
  const folder = newsFolder(articles, cache);
  const articlesFolder = path.join(folder, 'articles');
  writeArticles(articles, articlesFolder, path.join(folder, 'complete'));
  let progress: Progress | null = null;
  return openArchive({
    articlesFolder,
    indexFolder: path.join(folder, 'index'),
    onProgress: ({ work, total }) => {
      progress ??= startProgress(`news, ${work.toLowerCase()}`, total);
      progress.tick();
    },
    onNotice: (line) => process.stderr.write(`${line}\n`),
  }).finally(() => progress?.done());
}

/** Where the set is kept: `articles/` and `index/`. */
export function newsFolder(articles: readonly NewsArticle[], cache: string): string {
  return path.join(cache, `news-${fingerprint(articles)}`);
}

function writeArticles(articles: readonly NewsArticle[], folder: string, marker: string): void {
  if (existsSync(marker)) return;
  mkdirSync(folder, { recursive: true });
  for (const article of articles) writeFileSync(path.join(folder, `${article.id}.md`), markdownOf(article));
  writeFileSync(marker, '');
}

/** Another set gets another folder. */
function fingerprint(articles: readonly NewsArticle[]): string {
  const hash = createHash('sha256');
  for (const { id, text } of articles) hash.update(`${id} ${text.length}\n`);
  return hash.digest('hex').slice(0, 12);
}
