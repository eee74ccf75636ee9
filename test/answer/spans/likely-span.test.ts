import { describe, expect, it } from 'vitest';
import { likelySpan, shareOfBest } from '../../../src/answer/spans/likely-span.js';
import { candidateOf } from '../fixtures.js';

function likely(question: string, sentence: string): string | null {
  const found = likelySpan(candidateOf(question, sentence));
  return found && sentence.slice(found.span.start, found.span.end);
}

describe('the likeliest answer in a sentence', () => {
  it.each([
    ['who expelled the ambassador', 'On Friday Mahdi expelled the ambassador to Iran.', 'Mahdi'],
    [
      'when did Mahdi expel the ambassador',
      'Mahdi expelled the ambassador on 3 January 2020.',
      '3 January 2020',
    ],
    ['where did they meet', 'They met for talks in Baghdad on Friday.', 'Baghdad'],
    ['what did the storm destroy', 'On Friday the storm destroyed two bridges.', 'two bridges'],
  ])('fits the question: %s', (question, sentence, words) => {
    expect(likely(question, sentence)).toBe(words);
  });

  it('is likelier where more of the question stands near it', () => {
    const question = 'who expelled the ambassador';
    const near = likelySpan(candidateOf(question, 'Mahdi expelled the ambassador.'));
    const far = likelySpan(candidateOf(question, 'Mahdi spoke to the press.'));
    expect(near?.chance).toBeGreaterThan(far?.chance ?? 1);
  });

  it('is none where a question asks whether something is so', () => {
    expect(likely('is Baghdad in Iraq', 'Baghdad is in Iraq.')).toBeNull();
  });

  it('shares its chance with the spans that overlap with it', () => {
    const spans = [
      { first: 0, last: 1, score: 0 },
      { first: 1, last: 2, score: 0 },
      { first: 3, last: 3, score: 0 },
      { first: 4, last: 4, score: 0 },
    ];
    expect(shareOfBest(spans)).toBeCloseTo(0.5);
    expect(shareOfBest([])).toBe(0);
  });
});
