import { describe, expect, it } from 'vitest';
import { quoteContext } from '../../../src/answer/quotes/context.js';
import { archiveArticle } from '../../../src/archive/archive-article.js';
import { articleOf } from '../fixtures.js';

const vote = articleOf(
  { id: 'vote' },
  ['It began.'],
  ['They met.', 'They voted.', 'They left.'],
  ['It was over.'],
  [null, 'Elsewhere.'],
);

describe('the context of a quote', () => {
  it('is the rest of its paragraph and the paragraphs beside it', () => {
    expect(quoteContext(vote, { text: 'They voted.', first: 2, last: 2 })).toEqual({
      paragraphBefore: 'It began.',
      before: 'They met.',
      quote: 'They voted.',
      after: 'They left.',
      paragraphAfter: 'It was over.',
    });
  });

  it('spans the paragraphs that the quote spans', () => {
    const context = quoteContext(vote, { text: 'They left.\nIt was over.', first: 3, last: 4 });
    expect(context).toMatchObject({
      before: 'They met. They voted.',
      quote: 'They left. It was over.',
      after: '',
    });
  });

  it('does not reach over what was cleaned out', () => {
    expect(quoteContext(vote, { text: 'It was over.', first: 4, last: 4 })?.paragraphAfter).toBeNull();
    expect(quoteContext(vote, { text: 'Elsewhere.', first: 5, last: 5 })?.paragraphBefore).toBeNull();
  });

  it('is null when the article has changed since', () => {
    expect(quoteContext(vote, { text: 'They abstained.', first: 2, last: 2 })).toBeNull();
    expect(quoteContext(vote, { text: 'They voted.', first: 40, last: 40 })).toBeNull();
  });

  it('is nothing else for a caption, which stands under a photo', () => {
    const pictured = archiveArticle({ ...vote, captions: ['They queue.', 'They wait.'] });
    const number = pictured.sentences.length - 2;
    expect(quoteContext(pictured, { text: 'They queue.', first: number, last: number })).toEqual({
      paragraphBefore: null,
      before: '',
      quote: 'They queue.',
      after: '',
      paragraphAfter: null,
    });
  });
});
