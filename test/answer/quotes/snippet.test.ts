import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeSnippet, verbatim } from '../../../src/answer/quotes/snippet.js';
import { archiveArticle } from '../../../src/archive/archive-article.js';
import type { ArchivedArticle } from '../../../src/archive/passage.js';
import { anyArticle, articleOf, rankedSentence } from '../fixtures.js';

/** The snippet of one sentence alone. */
function snippet(question: string, article: ArchivedArticle, number: number) {
  return makeSnippet(rankedSentence(question, article, number), [number, number]);
}

describe('a snippet', () => {
  it('tells the paragraph it begins in, as people count', () => {
    const article = articleOf({}, ['It was cold.'], [null, 'Parliament voted.']);
    expect(snippet('parliament voted', article, 1).paragraph).toBe(2);
  });

  it('tells its source, and opening words for want of a title', () => {
    const article = articleOf({ id: 'vote', publisher: 'The Paper' }, ['Parliament voted.']);
    expect(snippet('parliament voted', article, 0).source).toEqual({
      article: 'vote',
      title: null,
      label: expect.stringContaining('Parliament voted'),
      publisher: 'The Paper',
      published: null,
      url: null,
    });
  });

  it('tells that it is a caption', () => {
    const article = archiveArticle({
      ...articleOf({}, ['It was cold.']),
      captions: ['Lawmakers vote in parliament.'],
    });
    expect(snippet('parliament vote', article, 1)).toMatchObject({
      text: 'Lawmakers vote in parliament.',
      paragraph: 2,
      caption: true,
    });
    expect(snippet('cold', article, 0)).not.toHaveProperty('caption');
  });

  it('has no words in bold until its values are known', () => {
    expect(snippet('parliament voted', articleOf({}, ['Parliament voted.']), 0).highlight).toBeNull();
  });

  it('tells when its article was corrected, where it was', () => {
    const article = { ...articleOf({}, ['Parliament voted.']), updated: '2020-01-06T08:00:00Z' };
    expect(snippet('parliament voted', article, 0).source.updated).toBe('2020-01-06T08:00:00Z');
    expect(snippet('parliament voted', articleOf({}, ['Parliament voted.']), 0).source).not.toHaveProperty(
      'updated',
    );
  });
});

describe('the words of sentences', () => {
  const article = articleOf({}, ['They met.', 'They voted.'], ['They left.']);

  it('are those of the article, with the place of one of the sentences', () => {
    expect(verbatim(article, 0, 2, 1)).toEqual({ text: 'They met. They voted. They left.', offset: 10 });
  });

  it('are refused when the article has others, and the reader is told what to do', () => {
    const [first, ...others] = article.sentences;
    if (first === undefined) throw new Error('no sentence');
    const damaged = { ...article, sentences: [{ ...first, text: 'They never met.' }, ...others] };
    expect(() => verbatim(damaged, 0, 1)).toThrow(
      expect.objectContaining({
        code: 'quote-not-verbatim',
        hint: expect.stringContaining('index --rebuild'),
      }),
    );
    expect(() => verbatim(article, 7, 7)).toThrow(expect.objectContaining({ code: 'quote-not-verbatim' }));
  });

  it('place each of the sentences where its words begin, however they are cut', () => {
    fc.assert(
      fc.property(anyArticle, fc.nat(), fc.nat(), (given, from, more) => {
        const { sentences } = given;
        const first = from % sentences.length;
        const last = Math.min(sentences.length - 1, first + (more % 3));
        for (const { number, text: words } of sentences.slice(first, last + 1)) {
          const { text, offset } = verbatim(given, first, last, number);
          expect(text.slice(offset, offset + words.length)).toBe(words);
        }
      }),
      { numRuns: 60 },
    );
  });
});
