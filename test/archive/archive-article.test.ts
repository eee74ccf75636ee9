import { describe, expect, it } from 'vitest';
import { isCaption, storySentences } from '../../src/archive/passage.js';
import { splitPassages } from '../../src/archive/passages.js';
import { anArticle } from './fixtures.js';

describe('the captions of an article', () => {
  const article = anArticle({
    paragraphs: ['They met. They voted.'],
    captions: ['Mourners march. They sing.', 'A flag burns.'],
  });

  it('come after its text, each a paragraph of its own', () => {
    expect(article.sentences.map(({ text, paragraph }) => [text, paragraph])).toEqual([
      ['They met.', 0],
      ['They voted.', 0],
      ['Mourners march.', 1],
      ['They sing.', 1],
      ['A flag burns.', 2],
    ]);
  });

  it('are told from its text', () => {
    expect(storySentences(article).map(({ text }) => text)).toEqual(['They met.', 'They voted.']);
    expect(article.sentences.map((sentence) => isCaption(article, sentence))).toEqual([
      false,
      false,
      true,
      true,
      true,
    ]);
  });

  it('are passages of their own', () => {
    expect(splitPassages(article).map(({ first, last }) => [first, last])).toEqual([
      [0, 1],
      [2, 3],
      [4, 4],
    ]);
  });
});
