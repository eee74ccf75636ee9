import { foreignLanguage } from '../text/language.js';
import { UserError } from '../user-error.js';
import type { Article } from './article.js';

/**
 * Keeps articles out that are in another language than English, wherever they come from.
 * @param name the article's file, address or title, for the message
 * @throws UserError `article-language`, which names the language
 */
export async function refuseForeign({ paragraphs }: Article, name: string): Promise<void> {
  const language = await foreignLanguage(paragraphs.map(({ text }) => text).join('\n'));
  if (language === null) return;
  throw new UserError(
    'article-language',
    `${name} is kept out: it is in ${language}, and only English is read.`,
    'OTHER_LANGUAGES=on takes it in.',
  );
}
