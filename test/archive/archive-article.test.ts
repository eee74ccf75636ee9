import { describe, expect, it } from 'vitest';
import { archiveArticle } from '../../src/archive/archive-article.js';
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

describe('what is no running text', () => {
  const article = archiveArticle({
    ...anArticle({ paragraphs: [] }),
    paragraphs: [
      { text: 'They played. They won.', afterBreak: false },
      { text: 'The scores.', afterBreak: true, kind: 'heading' },
      { text: '| St. Mary. | 3. to 1. |', afterBreak: true, kind: 'row' },
      { text: 'We won! What a day! — Ann (@ann)', afterBreak: true, kind: 'post' },
      { text: 'Nobody was hurt.', afterBreak: true },
    ],
  });

  it('is one sentence a row and a post, and none a heading', () => {
    expect(article.sentences.map(({ text, paragraph }) => [text, paragraph])).toEqual([
      ['They played.', 0],
      ['They won.', 0],
      ['| St. Mary. | 3. to 1. |', 2],
      ['We won! What a day! — Ann (@ann)', 3],
      ['Nobody was hurt.', 4],
    ]);
  });

  it('shares no passage with other text, and is not among the sentences of the story', () => {
    expect(splitPassages(article).map(({ first, last }) => [first, last])).toEqual([
      [0, 1],
      [2, 2],
      [3, 3],
      [4, 4],
    ]);
    expect(storySentences(article).map(({ number }) => number)).toEqual([0, 1, 4]);
  });
});
