import { describe, expect, it } from 'vitest';
import { bestIn, canonicalIn, fitOf, valuesIn } from './spans.js';

describe('a count', () => {
  it.each([
    ['The vote removed more than 5,000 U.S. soldiers.', ['more than 5,000']],
    ['At least twenty-one men died.', ['At least twenty-one']],
    ['Two hundred and fifty people came.', ['Two hundred and fifty']],
    ['It has 2.5 million people.', ['2.5 million']],
    ['It has half a million people.', ['half a million']],
    ['Dozens of men left.', ['Dozens']],
    ['Hundreds of thousands marched.', ['Hundreds of thousands']],
    ['More than a dozen people died.', ['More than a dozen']],
    ['In 2003, 2000 troops left.', ['2000']],
    ['Between 50 and 60 men left.', ['50', '60']],
  ])('is a number with its bound and scale: %s', (sentence, words) => {
    expect(bestIn('count', sentence)).toEqual(words);
  });

  it.each([
    'No one was hurt.',
    'COVID-19 spread.',
    'An F-16 crashed.',
    'They invaded in 2003.',
    'It cost $3.5 million.',
    'It flew 5 km.',
    'It lasted four years.',
    'They met on January 4, 2020.',
    'They met.',
  ])('is no part of a name, no pronoun, and no figure of another type: %s', (sentence) => {
    expect(valuesIn('count', sentence)).toEqual([]);
  });

  it.each([
    ['The 45th president saw 12 men.', '45th'],
    ['They voted 170-0 for 12 men.', '170-0'],
    ['About 40 percent of 12 men left.', 'About 40 percent'],
  ])('is hardly a rank, a tally or a share: %s', (sentence, words) => {
    expect(fitOf('count', sentence, words)).toBeGreaterThan(0);
    expect(fitOf('count', sentence, words)).toBeLessThan(fitOf('count', sentence, '12'));
  });
});

describe('two counts', () => {
  it.each([
    ['5,000 troops', '5000 troops'],
    ['twenty men', '20 men'],
    ['twenty-one men', '21 men'],
    ['a dozen men', '12 men'],
    ['2.5 million people', '2,500,000 people'],
    ['2.5m people', '2.5 million people'],
    ['10k people', '10,000 people'],
    ['half a million people', '500,000 people'],
    ['3½ points', '3.5 points'],
    ['More than 50 men', 'over fifty men'],
    ['no fewer than 50 men', 'at least 50 men'],
    ['no more than 50 men', 'at most 50 men'],
    ['the estimated 50 men', 'an estimated 50 men'],
    ['about 50 men', '50 men'],
    ['Dozens of men', 'dozens of people'],
  ])('are one where they say the same: %s, %s', (left, right) => {
    expect(canonicalIn('count', left)).toBe(canonicalIn('count', right));
  });

  it.each([
    ['5,000 troops', 'more than 5,000 troops'],
    ['a dozen men', 'more than a dozen men'],
    ['over 50 men', 'under 50 men'],
    ['no fewer than 50 men', 'fewer than 50 men'],
    ['not more than 50 men', 'more than 50 men'],
    ['5 men', '5 million men'],
    ['dozens of men', 'hundreds of men'],
    ['a 5-4 vote', 'a 5-3 vote'],
  ])('are two where they do not: %s, %s', (left, right) => {
    expect(canonicalIn('count', left)).not.toBe(canonicalIn('count', right));
  });
});
