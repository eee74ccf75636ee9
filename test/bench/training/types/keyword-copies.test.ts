import { describe, expect, it } from 'vitest';
import { keywordsOf } from '../../../../bench/training/types/keyword-copies.js';

describe('a question in keywords', () => {
  it('has the noun that is asked for last, or where it was', () => {
    expect(keywordsOf('What is the population of Ohio ?', true)).toBe('ohio population');
    expect(keywordsOf('What is the population of Ohio ?', false)).toBe('population ohio');
    expect(keywordsOf('Which city hosts the games ?', true)).toBe('hosts games city');
  });

  it.each([
    'When did the war end ?',
    'What did the mayor say ?',
    'Did the mayor resign ?',
    'What is a nematode ?',
    'Which Russian liner sank in the cold Norwegian Sea on the seventh of April in 1989 ?',
  ])('is none where the noun alone does not tell, or it gets too short or too long: %s', (question) => {
    expect(keywordsOf(question, true)).toBeNull();
  });
});
