import { describe, expect, it } from 'vitest';
import { ask } from '../../src/answer/ask.js';
import { highlightedDays } from '../../src/answer/highlighted-days.js';
import { buildArchive } from '../../src/archive/memory/build-archive.js';
import { anArticle } from '../archive/fixtures.js';

const article = anArticle({
  published: '2020-01-05',
  paragraphs: ['Parliament met on Friday. It voted on Sunday. It met in 2003, with 52 members.'],
});

/** The days of some words of a quote of the whole article. */
function days(words: string): string | null {
  const text = article.sentences.map((sentence) => sentence.text).join(' ');
  const start = text.indexOf(words);
  return highlightedDays({ highlight: [start, start + words.length], first: 0, last: 2 }, article);
}

describe('the days of a highlight', () => {
  it.each([
    ['Friday', '2020-01-03/2020-01-03'],
    ['Sunday', '2020-01-05/2020-01-05'],
    ['2003', '2003-01-01/2003-12-31'],
    ['52', null],
  ])('%s', (words, expected) => {
    expect(days(words)).toBe(expected);
  });

  it('are none without a highlight', () => {
    expect(highlightedDays({ highlight: null, first: 0, last: 2 }, article)).toBeNull();
  });

  it('tell one weekday from the same one of another week', async () => {
    const archive = await buildArchive([
      anArticle({ id: 'a', published: '2020-01-05', paragraphs: ['The parliament of Iraq met on Sunday.'] }),
      anArticle({
        id: 'b',
        published: '2020-03-09',
        paragraphs: ['The parliament of Iraq met on Sunday for hours in its crowded hall.'],
      }),
      anArticle({
        id: 'c',
        published: '2020-03-10',
        paragraphs: ['The parliament of Iraq met, on 8 March 2020.'],
      }),
    ]);
    const result = await ask(archive, 'When did the parliament of Iraq meet?');
    const figures = result.answered ? result.figures : [];
    expect(figures.map(({ snippets }) => snippets.length).sort()).toEqual([1, 2]);
  });
});
