import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rankCandidates } from '../../src/answer/rank.js';
import { makeSnippet, verbatim } from '../../src/answer/snippet.js';
import { archiveArticle } from '../../src/archive/archive-article.js';
import type { ArchivedArticle } from '../../src/archive/passage.js';
import { anyArticle, articleOf, candidatesOf, rankedSentence } from './fixtures.js';

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

  it('leaves its highlight inside the sentence that was found', () => {
    fc.assert(
      fc.property(anyArticle, (given) => {
        for (const ranked of rankCandidates(candidatesOf('what did Smith say', given))) {
          const { text, highlight } = makeSnippet(ranked, [ranked.sentence.number, ranked.sentence.number]);
          if (highlight === null) continue;
          expect(ranked.sentence.text).toContain(text.slice(...highlight));
          expect(highlight[0]).toBeLessThan(highlight[1]);
        }
      }),
      { numRuns: 60 },
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
});
