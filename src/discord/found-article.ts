import type { ArticleSummary } from '../archive/archive.js';
import type { ArchivedArticle } from '../archive/passage.js';
import { UserError } from '../user-error.js';
import { articleByKey } from './custom-id.js';
import type { Desk } from './desk.js';
import { texts } from './texts.js';

export interface FoundArticle {
  readonly summary: ArticleSummary;
  readonly article: ArchivedArticle;
}

/**
 * The article that a button or a menu stands for.
 * @param key see `articleKey`
 * @throws UserError `article-gone`
 */
export async function foundArticle({ archive }: Desk, key: string): Promise<FoundArticle> {
  const article = await articleByKey(archive, key);
  const summary = article && archive.articles().find(({ id }) => id === article.id);
  if (!article || !summary) throw new UserError('article-gone', texts.articleGone);
  return { article, summary };
}
