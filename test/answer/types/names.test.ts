import { describe, expect, it } from 'vitest';
import { bestIn, canonicalIn, fitOf, valuesIn } from './spans.js';

describe('a name', () => {
  it.each([
    ['person', 'President Joe Biden met the Justice Department in Baghdad.', 'President Joe Biden'],
    ['organisation', 'Lindsey Graham met the Justice Department in Baghdad.', 'Justice Department'],
    ['place', 'Lindsey Graham met the Justice Department in Baghdad.', 'Baghdad'],
  ] as const)('fits best as what it is: %s', (type, sentence, words) => {
    expect(bestIn(type, sentence)).toEqual([words]);
  });

  it('is worth something as what it is not, where the two are easily taken for one another', () => {
    const sentence = 'The Justice Department did it in Baghdad.';
    expect(fitOf('person', sentence, 'Justice Department')).toBeGreaterThan(0);
    expect(fitOf('place', sentence, 'Justice Department')).toBeGreaterThan(0);
    expect(fitOf('person', sentence, 'Baghdad')).toBe(0);
  });

  it.each(['person', 'organisation', 'place'] as const)('is the only thing that is a %s', (type) => {
    expect(valuesIn(type, 'On Sunday the red car hit 12 men in 2003.')).toEqual([]);
  });
});

describe('two names', () => {
  it.each([
    ['person', 'President Joe Biden left.', 'They met Joe Biden.'],
    ['person', 'They met Prime Minister Boris Johnson.', 'They met Boris Johnson.'],
    ['person', 'They met former President Barack Obama.', 'They met Barack Obama.'],
    ['person', 'They met Gen. Smith.', 'They met Mr. Smith.'],
    ['place', 'They met in Łódź.', 'They met in Lodz.'],
    ['organisation', 'They met the United Nations.', 'They met with United Nations.'],
  ] as const)('of one %s are one: %s, %s', (type, left, right) => {
    expect(canonicalIn(type, left)).toBe(canonicalIn(type, right));
  });

  it.each([
    ['They met the Justice Department.', 'justice department'],
    ['They met the State Department.', 'state department'],
    ['They bought General Motors.', 'general motors'],
  ])('keep words that are a title only before a person: %s', (sentence, canonical) => {
    expect(valuesIn('organisation', sentence).map((value) => value.canonical)).toContain(canonical);
  });

  it('are two where the words differ', () => {
    expect(canonicalIn('person', 'They met Joe Biden.')).not.toBe(
      canonicalIn('person', 'They met Hunter Biden.'),
    );
  });

  it('are never empty, though there is nothing but a title', () => {
    for (const { canonical } of valuesIn('person', 'They met Mr. and the President.'))
      expect(canonical).not.toBe('');
  });
});
