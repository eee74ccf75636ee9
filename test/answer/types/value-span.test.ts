import { describe, expect, it } from 'vitest';
import { spanAt, wordsOf } from '../../../src/answer/types/value-span.js';
import { AnalysedText } from '../../../src/text/analysed-text.js';

const sentence = new AnalysedText('On Sunday 5,000 men left Smith’s camp.');

describe('a span of characters', () => {
  it('knows its tokens', () => {
    const span = spanAt(sentence, 3, 15, 0.6);
    expect(span).toEqual({ start: 3, end: 15, first: 1, last: 2, fit: 0.6 });
    expect(span && wordsOf(sentence, span)).toBe('Sunday 5,000');
  });

  it.each([
    ['begins within a token', 4, 9],
    ['ends within a token', 10, 11],
    ['holds no token', 2, 3],
    ['is past the last token', 37, 38],
    ['is past the end', 90, 95],
  ])('is none where it %s', (_, start, end) => {
    expect(spanAt(sentence, start, end, 1)).toBeNull();
  });

  it('may end before a possessive ending', () => {
    const start = sentence.text.indexOf('Smith');
    expect(spanAt(sentence, start, start + 'Smith'.length, 1)).toMatchObject({ first: 5, last: 5 });
  });
});
