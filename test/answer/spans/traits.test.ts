import { describe, expect, it } from 'vitest';
import { describedSpans } from '../../../src/answer/spans/traits.js';
import { analysed, spanOf } from './spans.js';

describe('a described span', () => {
  it('has traits that a person can read', () => {
    const text = analysed('It was ordered by the prime minister of Iraq.');
    const { traits, telling } = spanOf(text, 'prime minister');
    expect(telling).toEqual(['is: noun phrase', 'after: by', 'words: 2']);
    expect(traits).toEqual([
      ...telling,
      'shape: noun phrase',
      'before: of',
      'begins: adjective',
      'ends: noun',
      'names: person',
    ]);
  });

  it('takes in the signs that belong to its figure', () => {
    const text = analysed('It cost $3.5 or 12% of it.');
    const words = describedSpans(text).map(({ start, end }) => text.text.slice(start, end));
    expect(words).toContain('$3.5');
    expect(words).toContain('12%');
  });

  it('is worked out once for a sentence', () => {
    const text = analysed('Troops left Iraq.');
    expect(describedSpans(text)).toBe(describedSpans(text));
  });
});
