import type { FoundArticle } from '../../service/archive-service.js';
import { UserError } from '../../user-error.js';
import type { BotContext } from '../bot-context.js';
import { texts } from '../rendering/texts.js';

/**
 * Returns the article that a button or menu refers to.
 * @param key see `articleKey`
 * @throws UserError `article-gone`
 */
export async function foundArticle({ service }: BotContext, key: string): Promise<FoundArticle> {
  const found = await service.article(key);
  if (found === null) throw new UserError('article-gone', texts.articleGone);
  return found;
}
