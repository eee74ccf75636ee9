import { describe, expect, it } from 'vitest';
import { isName, isNoun, isNumber, isVerb } from '../../../src/answer/facts/fact.js';
import { allAround, lacksAnywhere, lacksAround, termsAround } from '../../../src/answer/facts/missing.js';
import { factOf } from './ranked.js';

describe('what is missing', () => {
  const question = 'How many troops left Syria in 2018?';

  it.each([
    ['a name', isName, 'Troops left in 2018.'],
    ['a number', isNumber, 'Troops left Syria.'],
    ['a noun', isNoun, 'They left Syria in 2018.'],
    ['a verb', isVerb, 'Troops in Syria in 2018.'],
  ])('%s', (_, sort, sentence) => {
    expect(factOf(lacksAround(sort), question, sentence)).toBeGreaterThan(0.1);
    expect(factOf(lacksAround(sort), question, 'The troops left Syria in 2018.')).toBeLessThan(0.05);
  });

  it('is missing anywhere only where no good candidate has it', () => {
    expect(factOf(lacksAnywhere(isName), question, 'Troops left in 2018.', 'Syria is at war.')).toBe(0);
    expect(factOf(lacksAnywhere(isName), question, 'Troops left in 2018.')).toBeGreaterThan(0.1);
  });
});

describe('what is there', () => {
  it('is told by the share of the terms', () => {
    expect(factOf(termsAround, 'troops Syria', 'The troops left.')).toBe(0.5);
    expect(factOf(allAround, 'troops Syria', 'The troops left.')).toBe(0);
    expect(factOf(allAround, 'troops Syria', 'The troops left.', 'Syria is at war.')).toBe(1);
  });
});
