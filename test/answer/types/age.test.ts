import { describe, expect, it } from 'vitest';
import { bestIn, canonicalIn, fitOf, valuesIn } from './spans.js';

describe('an age', () => {
  it.each([
    ['In 2020 he was 62 years old.', '62 years old'],
    ['The 45-year-old left.', '45-year-old'],
    ['The four-year-old boy left.', 'four-year-old'],
    ['He was forty-five years old.', 'forty-five years old'],
    ['Those over 45 years of age left.', 'over 45 years of age'],
    ['The 9-month-old slept.', '9-month-old'],
    ['Smith, aged 45, left.', 'aged 45'],
    ['He died at the age of 45.', 'age of 45'],
    ['He turned 45 in May.', 'turned 45'],
    ['John Smith, 45, left.', '45'],
    ['It killed John Smith, 45.', '45'],
  ])('is told by words that say so, or after a name: %s', (sentence, words) => {
    expect(bestIn('age', sentence)).toEqual([words]);
  });

  it.each([
    'He was jailed for 45 years.',
    'On Jan. 5, 2020, he left.',
    'He turned 1,000 pages.',
    'Rates at their age 4.5 percent.',
    'In Paris, 300, said the mayor, left.',
    'He read page 45.',
    'They left with 12 men.',
  ])('is no other figure: %s', (sentence) => {
    expect(valuesIn('age', sentence)).toEqual([]);
  });

  it('is surer where words say so', () => {
    const sentence = 'John Smith, 45, met a 30-year-old.';
    expect(fitOf('age', sentence, '45')).toBeLessThan(fitOf('age', sentence, '30-year-old'));
  });

  it('is one with another of as many years', () => {
    const forms = [
      'He is 45 years old.',
      'The 45-year-old left.',
      'Smith, aged 45, left.',
      'Smith, 45, left.',
      'He is forty-five years old.',
    ];
    expect(forms.map((form) => canonicalIn('age', form))).toEqual(forms.map(() => '45'));
  });

  it('is another in months', () => {
    expect(canonicalIn('age', 'the 9-month-old')).not.toBe(canonicalIn('age', 'the 9-year-old'));
  });
});
