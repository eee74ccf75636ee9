import { describe, expect, it } from 'vitest';
import { canonicalIn, fitOf, valuesIn } from './spans.js';

const wordsIn = (sentence: string): string[] => valuesIn('thing', sentence).map(({ words }) => words);

describe('a thing', () => {
  it.each([
    ['The film "Top Gun: Maverick" earned most.', 'Top Gun: Maverick'],
    ['She sang “Break My Soul.”', 'Break My Soul'],
    ['They played ‘Come as You Are’ loudly.', 'Come as You Are'],
    ['Microsoft bought Activision for $69 billion.', 'Activision'],
    ['He drove a red sports car.', 'red sports car'],
  ])('is a title, a name or a noun phrase: %s', (sentence, words) => {
    expect(wordsIn(sentence)).toContain(words);
  });

  it('is surest as a title in quotation marks, and least as any noun phrase', () => {
    const sentence = 'In a red sports car Lindsey Graham sang “Break My Soul” again.';
    expect(fitOf('thing', sentence, 'Break My Soul')).toBeGreaterThan(
      fitOf('thing', sentence, 'Lindsey Graham'),
    );
    expect(fitOf('thing', sentence, 'Break My Soul')).toBeGreaterThan(
      fitOf('thing', sentence, 'red sports car'),
    );
  });

  it('is no title where somebody is only quoted', () => {
    expect(wordsIn('She called it “the best thing,” he said.')).not.toContain('the best thing');
    expect(
      wordsIn('“We know that nobody here will ever want to leave,” he said.').every(
        (words) => words.length < 30,
      ),
    ).toBe(true);
  });

  it('is never within another', () => {
    const sentence = 'The film "Top Gun: Maverick" by Joseph Kosinski beat the Justice Department film.';
    const places = wordsIn(sentence).map((words) => [sentence.indexOf(words), words.length] as const);
    const sorted = places.toSorted(([a], [b]) => a - b);
    for (const [index, [start, length]] of sorted.entries())
      expect(start + length).toBeLessThanOrEqual(sorted[index + 1]?.[0] ?? Number.POSITIVE_INFINITY);
  });

  it('is one with another of the same words, whatever the case and the article', () => {
    expect(canonicalIn('thing', 'They sang “The Red Car” again.')).toBe(
      canonicalIn('thing', 'They sang “Red Car” again.'),
    );
  });
});
