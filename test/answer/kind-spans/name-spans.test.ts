import { describe, expect, it } from 'vitest';
import { bestFit } from './spans.js';

describe('a place', () => {
  const question = 'where did they meet';

  it.each(['They met in Baghdad.', 'They met at the Baghdad airport.', 'They met near Beirut.'])(
    'is best where something is said to be there: %s',
    (sentence) => {
      expect(bestFit(question, sentence)).toBe(1);
    },
  );

  it('counts less where it qualifies something else', () => {
    expect(bestFit(question, 'They met the president of Iraq.')).toBeLessThan(1);
    expect(bestFit(question, 'They met the president of Iraq.')).toBeGreaterThan(0);
  });
});
