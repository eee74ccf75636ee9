import { describe, expect, it } from 'vitest';
import { rankCandidates } from '../../../src/answer/rank.js';
import { bestSpans, softmax } from '../../../src/answer/spans/best-spans.js';
import { articleOf, candidatesOf } from '../fixtures.js';

function ranked(question: string, ...sentences: string[]) {
  return rankCandidates(candidatesOf(question, articleOf({}, sentences)));
}

describe('the spans of the best sentences', () => {
  const sentences = ranked(
    'how many troops are in Iraq',
    'Some 5,200 troops are in Iraq.',
    'The 5,200 troops in Iraq train its army.',
    'Kuwait is near.',
  );

  it('come best first, and their chances are shares of one whole', () => {
    const spans = bestSpans(sentences);
    const scores = spans.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(spans.reduce((sum, { chance }) => sum + chance, 0)).toBeCloseTo(1);
    expect(spans[0]?.key).toContain('5200');
  });

  it('know where their words come again', () => {
    const again = new Map(bestSpans(sentences).map(({ key, standing }) => [key, standing.again]));
    expect(again.get('5200')).toBeCloseTo(Math.log(2));
    expect(again.get('kuwait')).toBe(0);
  });

  it('know how their sentence ranks', () => {
    for (const { rank, standing } of bestSpans(sentences)) {
      expect(standing.first).toBe(rank === 0 ? 1 : 0);
      expect(standing.behind).toBeLessThanOrEqual(0);
    }
  });

  it('are none where there is no sentence', () => {
    expect(bestSpans([])).toEqual([]);
  });
});

describe('shares', () => {
  it('follow the scores', () => {
    expect(softmax([0, Math.log(3)])).toEqual([expect.closeTo(0.25), expect.closeTo(0.75)]);
    expect(softmax([1000, 1000])).toEqual([0.5, 0.5]);
    expect(softmax([])).toEqual([]);
  });
});
