import { describe, expect, it } from 'vitest';
import { AnalysedText, analyseText } from '../../src/text/analysed-text.js';

describe('an analysed text', () => {
  const text = new AnalysedText('The U.S. sent 5,200 troops to Mashhad.');

  it('knows its words, and its terms without function words', () => {
    expect([...text.words]).toEqual(['the', 'u.s.', 'sent', '5200', 'troops', 'to', 'mashhad']);
    expect([...text.terms]).toEqual(['u.s.', 'send', '5200', 'troop', 'mashhad']);
  });

  it('knows its quantities, names and parts of speech', () => {
    expect(text.quantities.map(({ value }) => value)).toEqual([5200]);
    expect(text.names.map(({ kind }) => kind)).toEqual(['place', 'place']);
    expect(text.parts).toHaveLength(text.tokens.length);
  });

  it('is analysed once as long as it is asked for', () => {
    expect(analyseText('The troops left.')).toBe(analyseText('The troops left.'));
  });

  it('is forgotten after many others', () => {
    const first = analyseText('The first of very many.');
    for (let count = 0; count < 8_000; count++) analyseText(`Number ${count}`);
    expect(analyseText('The first of very many.')).not.toBe(first);
  });
});
