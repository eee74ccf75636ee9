import { describe, expect, it } from 'vitest';
import { crossValidateRanking, folds, learnRanking } from '../../../bench/training/learn-ranking.js';
import type { TrainingList } from '../../../bench/training/listwise.js';
import { FEATURE_NAMES, type FeatureName } from '../../../src/answer/ranking/features/index.js';

/** Two candidates; the one that is right has this feature, the other has none. */
function listWith(name: FeatureName, group: string, right: 0 | 1): TrainingList {
  const width = FEATURE_NAMES.length;
  const features = new Float32Array(2 * width);
  features[right * width + FEATURE_NAMES.indexOf(name)] = 1;
  return { features, width, right: [right], group };
}

const lists = Array.from({ length: 80 }, (_, at) =>
  listWith('windowCoverage', `article ${at % 8}`, at % 2 ? 1 : 0),
);

describe('the learned ranking', () => {
  it('has a weight for each feature, for those that tell what is right', () => {
    const weights = learnRanking([{ name: 'news', weight: 1, lists }]);
    expect(weights).toHaveLength(FEATURE_NAMES.length);
    expect(weights[FEATURE_NAMES.indexOf('windowCoverage')]).toBeGreaterThan(0.1);
    expect(weights[FEATURE_NAMES.indexOf('pairShare')]).toBe(0);
  });

  it('goes by the sets that count for more', () => {
    const others = lists.map((list) => ({ ...list, right: list.right.map((row) => 1 - row) }));
    const weightOf = (weight: number) =>
      learnRanking([
        { name: 'news', weight, lists },
        { name: 'squad', weight: 1, lists: others },
      ])[FEATURE_NAMES.indexOf('windowCoverage')];
    expect(weightOf(6)).toBeGreaterThan(0);
    expect(weightOf(1 / 6)).toBeLessThan(0);
  });

  it('is judged on articles that it was not learned from', () => {
    expect(crossValidateRanking([{ name: 'news', weight: 1, lists }])).toBe(
      'news     80 questions  R@1 1.000  R@3 1.000  R@5 1.000  MRR 1.000\n',
    );
  });

  it('is judged as wrong where other articles go another way', () => {
    const contrary = [
      ...['a', 'b', 'c'].flatMap((group) => lists.slice(0, 20).map((list) => ({ ...list, group }))),
      ...lists.slice(0, 20).map((list) => ({ ...list, group: 'd', right: list.right.map((row) => 1 - row) })),
    ];
    expect(crossValidateRanking([{ name: 'news', weight: 1, lists: contrary }])).toContain('R@1 0.750');
  });
});

describe('folds', () => {
  it('put all of a group together, whatever the order', () => {
    const groups = ['b', 'a', 'c', 'a', 'd', 'e'];
    const of = folds(groups);
    expect([...of.keys()].sort()).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(new Map([...of].sort())).toEqual(new Map([...folds(groups.toReversed())].sort()));
  });

  it('are four', () => {
    const of = folds(Array.from({ length: 40 }, (_, at) => `group ${at}`));
    expect(new Set(of.values())).toEqual(new Set([0, 1, 2, 3]));
  });
});
