import type { Archive } from '../archive.js';
import type { ArchivedArticle } from '../passage.js';
import { HeldTexts } from './article-texts.js';
import { IndexedArchive } from './indexed-archive.js';
import { MiniSearchIndex } from './minisearch-index.js';

/** Builds an archive that lives in memory only. The order of the articles does not matter. */
export async function buildArchive(articles: readonly ArchivedArticle[]): Promise<Archive> {
  const archive = new IndexedArchive(new MiniSearchIndex(), new HeldTexts());
  for (const article of articles) await archive.put(article);
  return archive;
}
