import { describe, expect, it } from 'vitest';
import { farFromAnswer, undatedVerb, unfit } from '../../../src/answer/facts/answer-at-hand.js';
import { isVerb } from '../../../src/answer/facts/fact.js';
import { factOf } from './ranked.js';

const WORDS = 'and there was much to be said by all who came from near and far to hear about it';

describe('an answer of the wanted kind', () => {
  it('fits well or badly', () => {
    const fits = (sentence: string): number => factOf(unfit('date'), 'when did parliament vote?', sentence);
    expect(fits('Parliament voted.')).toBe(1);
    expect(fits('Parliament voted on 5 January.')).toBe(0);
  });
});

describe('the words of the question', () => {
  it('stand near the answer or far from it', () => {
    const far = (sentence: string): number =>
      factOf(farFromAnswer(isVerb), 'When was Abe elected?', sentence);
    expect(far('Abe was elected on 5 January.')).toBe(0);
    expect(far(`Abe was elected, ${WORDS}, on 5 January.`)).toBe(1);
    expect(far('Abe spoke on 5 January.')).toBe(1);
  });

  it('are not asked about where no short answer is wanted', () => {
    expect(factOf(farFromAnswer(isVerb), 'Why was Abe elected?', 'Abe spoke.')).toBe(0);
  });
});

describe('the date of an event', () => {
  const undated = (sentence: string): number => factOf(undatedVerb, 'When was Abe elected?', sentence);

  it('is that of the very verb', () => {
    expect(undated('Abe was elected in 2012.')).toBe(0);
    expect(undated('Abe died in 2022.')).toBe(1);
    expect(undated('Abe was elected.')).toBe(1);
  });

  it('or of a noun derived from it', () => {
    expect(undated('The election of Abe was in 2012.')).toBe(0);
  });
});
