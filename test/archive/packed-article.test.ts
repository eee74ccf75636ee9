import { isAscii } from 'node:buffer';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { packArticle, unpackArticle } from '../../src/archive/packed-article.js';
import { anArticle, someArticles } from './fixtures.js';

it('gives back the article that was packed, from nothing but ASCII', () => {
  const title = '“Łódź” 😀\u2028\\u00e9';
  const packed = packArticle(anArticle({ title }));
  expect(isAscii(packed)).toBe(true);
  expect(unpackArticle(packed)).toEqual(anArticle({ title }));
  fc.assert(
    fc.property(someArticles, (articles) => {
      expect(articles.map((article) => unpackArticle(packArticle(article)))).toEqual(articles);
    }),
    { numRuns: 20 },
  );
});

it('reads what was packed in UTF-8', () => {
  const article = anArticle({ title: '“Łódź”' });
  const inUtf8 = Buffer.from(JSON.stringify(JSON.parse(packArticle(article).toString())));
  expect(isAscii(inUtf8)).toBe(false);
  expect(unpackArticle(inUtf8)).toEqual(article);
});
