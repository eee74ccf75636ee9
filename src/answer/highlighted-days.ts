import type { ArchivedArticle } from '../archive/passage.js';
import { resolveDates } from '../text/dates/dates.js';
import type { Snippet } from './answer.js';

/**
 * The days that the highlighted words of a quote mean ("Sunday" in an article of 5 January 2020), first and last as
 * `2020-01-05/2020-01-05`; null where they are no date, or one that cannot be told.
 */
export function highlightedDays(
  { highlight, first, last }: Pick<Snippet, 'highlight' | 'first' | 'last'>,
  article: ArchivedArticle,
): string | null {
  if (highlight === null) return null;
  let offset = 0;
  for (const { text } of article.sentences.slice(first, last + 1)) {
    const dates = resolveDates(text, article.published);
    const date = dates.find(({ start, end }) => offset + start < highlight[1] && highlight[0] < offset + end);
    if (date) return `${date.from}/${date.to}`;
    offset += text.length + 1;
  }
  return null;
}
