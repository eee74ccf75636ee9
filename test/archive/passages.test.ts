import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PASSAGE_CHARACTERS, passageText, splitPassages } from '../../src/archive/passages.js';
import { anArticle, someArticles } from './fixtures.js';

/** A sentence of exactly so many characters. */
function sentenceOf(length: number): string {
  return `A${'b'.repeat(length - 2)}.`;
}

function sizes(paragraphs: readonly string[]): number[][] {
  const article = anArticle({ paragraphs });
  return splitPassages(article).map(({ first, last }) => [first, last]);
}

describe('passages of an article', () => {
  it('joins short sentences, across paragraphs', () => {
    expect(sizes(['One came. Two went.', 'Three stayed.'])).toEqual([[0, 2]]);
  });

  it('never spans a place where something was cleaned out', () => {
    expect(sizes(['One came.', '--Two went. Three stayed.', 'Four left.'])).toEqual([
      [0, 0],
      [1, 3],
    ]);
  });

  it('leaves an over-long sentence alone', () => {
    expect(sizes(['One came.', sentenceOf(PASSAGE_CHARACTERS + 1), 'Three stayed.'])).toEqual([
      [0, 0],
      [1, 1],
      [2, 2],
    ]);
  });

  it('shares sentences out evenly instead of leaving a stub at the end', () => {
    expect(sizes([sentenceOf(190), sentenceOf(190), sentenceOf(190), sentenceOf(190)])).toEqual([
      [0, 1],
      [2, 3],
    ]);
  });

  it('numbers them within the article', () => {
    const article = anArticle({ id: 'vote', paragraphs: ['One came.', '--Two went.'] });
    expect(splitPassages(article)).toEqual([
      { id: 'vote#0', article: 'vote', first: 0, last: 0 },
      { id: 'vote#1', article: 'vote', first: 1, last: 1 },
    ]);
  });

  it('reads as the article does', () => {
    const article = anArticle({ paragraphs: ['One came. Two went.', 'Three stayed.'] });
    expect(splitPassages(article).map((passage) => passageText(article, passage))).toEqual([
      'One came. Two went. Three stayed.',
    ]);
  });

  it('holds every sentence exactly once, in order', () => {
    fc.assert(
      fc.property(someArticles, (articles) => {
        for (const article of articles) {
          const numbers = splitPassages(article).flatMap(({ first, last }) =>
            Array.from({ length: last - first + 1 }, (_, position) => first + position),
          );
          expect(numbers).toEqual(article.sentences.map((sentence) => sentence.number));
        }
      }),
    );
  });

  it('keeps every passage short and unbroken', () => {
    fc.assert(
      fc.property(someArticles, (articles) => {
        for (const article of articles) {
          for (const passage of splitPassages(article)) {
            const inner = article.sentences.slice(passage.first + 1, passage.last + 1);
            expect(inner.some((sentence) => sentence.afterBreak)).toBe(false);
            if (inner.length > 0) {
              expect(passageText(article, passage).length).toBeLessThanOrEqual(PASSAGE_CHARACTERS);
            }
          }
        }
      }),
    );
  });
});
