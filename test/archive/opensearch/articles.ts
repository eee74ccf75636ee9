import type { ArchivedArticle } from '../../../src/archive/passage.js';
import { anArticle } from '../fixtures.js';

/** Different articles on oil, of a few passages each; the same ones every time. */
export function manyArticles(count: number, name = 'article'): ArchivedArticle[] {
  return Array.from({ length: count }, (_, number) =>
    anArticle({
      id: `${name}-${number}`,
      title: `Report ${number}`,
      published: '2020-01-05',
      paragraphs: Array.from(
        { length: 2 + (number % 3) },
        (_, paragraph) => `--Paragraph ${paragraph} says that oil number${number} cost ${number} dollars.`,
      ),
    }),
  );
}
