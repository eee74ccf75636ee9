import { describe, expect, it } from 'vitest';
import { wordClasses } from '../../../src/answer/spans/word-classes.js';
import { analysed } from './spans.js';

describe('the class of a word', () => {
  it('tells what it does in the sentence', () => {
    expect(wordClasses(analysed('The parliament of Iraq has quickly passed a bill and 2 laws.'))).toEqual([
      'determiner',
      'noun',
      'preposition',
      'name',
      'auxiliary',
      'adverb',
      'verb',
      'determiner',
      'noun',
      'conjunction',
      'number',
      'noun',
    ]);
  });

  it('is the same whatever a tagger makes of a preposition', () => {
    const classes = wordClasses(analysed('He left before noon and after lunch.'));
    expect(classes[2]).toBe('preposition');
    expect(classes[5]).toBe('preposition');
  });
});
