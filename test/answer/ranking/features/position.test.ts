import { describe, expect, it } from 'vitest';
import * as features from '../../../../src/answer/ranking/features/position.js';
import { articleOf, rankedOf } from '../../fixtures.js';
import { scoredOf } from './scored.js';

/** The sentences of an article as they rank, in the order of the article. */
function inOrder(question: string, article: Parameters<typeof rankedOf>[1]) {
  return rankedOf(question, article).sort((a, b) => a.sentence.number - b.sentence.number);
}

describe('the BM25 score of a sentence', () => {
  it('is set against the best of all', () => {
    const article = articleOf({}, ['It rained.', 'Troops left Iraq.', 'Troops sang.']);
    const [none, both, one] = inOrder('troops Iraq', article).map(features.sentenceScore);
    expect([none, both]).toEqual([0, 1]);
    expect(one).toBeGreaterThan(0);
    expect(one).toBeLessThan(1);
  });

  it('is that of its passage, too', () => {
    const scored = scoredOf('troops', 'Troops left.');
    expect(features.passageScore({ ...scored, scores: { passage: 0.4, sentence: 1 } })).toBe(0.4);
  });
});

describe('the place of a sentence', () => {
  const sentences = inOrder(
    'troops',
    articleOf({}, ['Troops one.', 'Troops two.', 'Troops three.'], ['Troops four.']),
  );

  it('counts less the further down it is', () => {
    expect(sentences.map(features.early)).toEqual([1, 1 / 2, 1 / 3, 1 / 4]);
  });

  it('opens its paragraph', () => {
    expect(sentences.map(features.opensParagraph)).toEqual([1, 0, 0, 1]);
  });
});

describe('the form of a sentence', () => {
  it('is a fragment below six words', () => {
    expect(features.veryShort(scoredOf('troops', 'The troops left.'))).toBe(1);
    expect(features.veryShort(scoredOf('troops', 'The troops left Iraq on Sunday.'))).toBe(0);
  });

  it.each([
    ['Did the troops leave?', 1],
    ['“Did the troops leave?”', 1],
    ['The troops left.', 0],
    ['“Will troops leave?” he asked.', 0],
  ])('asks: %s', (text, expected) => {
    expect(features.asks(scoredOf('troops', text))).toBe(expected);
  });
});
