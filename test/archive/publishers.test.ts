import { describe, expect, it } from 'vitest';
import { namesIn, publisherNames } from '../../src/archive/publishers.js';

function named(publisher: string | null, ...others: (string | null)[]): string | null {
  return publisherNames({ publisher, copies: others.map((name) => ({ publisher: name, url: null })) });
}

describe('the publishers of an article', () => {
  it('are its outlet and those that print the same text, each once', () => {
    expect(named('Reuters', 'The Gazette', null, 'Reuters')).toBe('Reuters, The Gazette');
  });

  it('are counted when they are many', () => {
    expect(named('A', 'B', 'C', 'D', 'E')).toBe('A, B, C and 2 more');
  });

  it('are told apart again', () => {
    expect(namesIn('Reuters, The Gazette')).toEqual(['Reuters', 'The Gazette']);
    expect(namesIn('A, B, C and 2 more')).toEqual(['A', 'B', 'C']);
    expect(namesIn('Dispatch and Star')).toEqual(['Dispatch and Star']);
  });

  it('are null when none is known', () => {
    expect([named(null), named(null, null), publisherNames({ publisher: null })]).toEqual([null, null, null]);
  });
});
