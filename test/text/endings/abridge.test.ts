import { describe, expect, it } from 'vitest';
import { abridge } from '../../../src/text/endings/abridge.js';

describe('a text', () => {
  it.each([
    'The talks went on for three days in the old town, officials said.',
    'The U.S. sent 3.5 million doses to Acme Inc., which said “no.”',
    'It asked: why would any company do that?',
  ])('is not looked at where no sentence can end inside it: %s', (text) => {
    expect(abridge(text)).toBeNull();
  });

  it('is cut down to the words around the places where a sentence may end', () => {
    const text =
      'One two three four five six seven eight ends. Then it goes on for ten more words and more. And so on it goes, without an end';
    expect(abridge(text)?.short).toBe('six seven eight ends. Then it goes more words and more. And so on ');
  });

  it('keeps what it does not know', () => {
    expect(abridge('多くの人々が集まった。')?.short).toBe('多くの人々が集まった。');
  });
});

describe('a position in the short text', () => {
  it('is mapped to the same character of the whole text', () => {
    const text =
      'Many words come before the first of them ends. The second one is somewhat longer. Here is a third.';
    const { short = '', placeOf = () => -1 } = abridge(text) ?? {};
    for (const word of ['ends', 'The', 'longer', 'Here'])
      expect(placeOf(short.indexOf(word))).toBe(text.indexOf(word));
  });
});
