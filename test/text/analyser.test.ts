import { describe, expect, it } from 'vitest';
import { indexTerms } from '../../src/text/analyser.js';

describe('the terms of a text', () => {
  it('are its stemmed content words, in order and as often as they stand there', () => {
    expect(indexTerms('The troops left the U.S. base. More troops followed.')).toEqual([
      'troop',
      'leav',
      'u.s.',
      'base',
      'more',
      'troop',
      'follow',
    ]);
  });

  it('of a question are those of the sentence that answers it', () => {
    const sentence = indexTerms('A pullout of the estimated 5,200 U.S. troops could enable Iran.');
    expect(indexTerms('how about 5200 US troops')).toEqual(['5200', 'u.s.', 'troop']);
    expect(sentence).toEqual(expect.arrayContaining(['5200', 'u.s.', 'troop']));
  });

  it.each(['', ' ', '?!', 'who is it', '\u0000'])('of a text without content are none: %j', (text) => {
    expect(indexTerms(text)).toEqual([]);
  });
});
