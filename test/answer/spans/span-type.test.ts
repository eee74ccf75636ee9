import { describe, expect, it } from 'vitest';
import { spanType } from '../../../src/answer/spans/span-type.js';
import { analysed, spanOf } from './spans.js';

describe('what a span is', () => {
  it.each([
    ['It removed more than 5,000 soldiers.', '5,000', 'count'],
    ['It removed more than 5,000 soldiers.', 'more than 5,000', 'count'],
    ['It removed more than 5,000 soldiers.', '5,000 soldiers', 'count of'],
    ['It began in 1973.', '1973', 'year'],
    ['He left on Friday.', 'Friday', 'date'],
    ['Then President Donald Trump spoke.', 'Trump', 'part of name'],
    ['They met in Baghdad again.', 'Baghdad', 'place name'],
    ['They hit the large bases.', 'large bases', 'noun phrase'],
    ['They hit the large bases.', 'bases', 'end of phrase'],
    ['The talks were secret.', 'secret', 'adjective'],
    ['They voted to expel troops.', 'to expel troops', 'infinitive'],
    ['He is the leader of parties.', 'leader of parties', 'with complement'],
  ])('%s “%s”: %s', (sentence, words, type) => {
    const text = analysed(sentence);
    expect(spanType(text, spanOf(text, words))).toBe(type);
  });
});
