import { describe, expect, it } from 'vitest';
import { learnSpans } from '../../../bench/training/learn-spans.js';
import { FeatureNames, type SpanList } from '../../../bench/training/span-lists.js';

const names = new FeatureNames();
const near = names.numberOf('relations|near');
const shape = names.numberOf('traits|shape: clause');

/** Two spans of one sentence: the first stands near and answers, the second is a clause and does not. */
function listOf(article: number): SpanList {
  return {
    columns: Uint16Array.from([near, shape]),
    values: Float32Array.from([1, 1]),
    ends: Int32Array.from([1, 2]),
    targets: Float32Array.from([1, 0]),
    group: `article ${article}`,
    exact: [1, 0],
    overlap: [1, 0.2],
    inRight: [true, true],
    rank: [0, 0],
    tokens: [
      { first: 0, last: 0 },
      { first: 2, last: 4 },
    ],
  };
}

const learned = learnSpans(
  [{ name: 'squad', weight: 1, lists: Array.from({ length: 480 }, (_, at) => listOf(at % 8)) }],
  names.names,
);

describe('the names of features', () => {
  it('keep their numbers', () => {
    expect(names.numberOf('relations|near')).toBe(near);
    expect(names.names).toEqual(['relations|near', 'traits|shape: clause']);
  });
});

describe('learning which words answer', () => {
  it('finds what those that answer have', () => {
    expect(learned.weights.get('relations|near')).toBeGreaterThan(0.5);
    expect(learned.weights.get('traits|shape: clause')).toBeLessThan(-0.5);
  });

  it('reports how the chosen words agree with the answers, judged by weights that never saw them', () => {
    expect(learned.report).toBe(
      'squad    480 questions  first sentence EM 1.000 F1 1.000  any sentence EM 1.000 F1 1.000  right sentences EM 1.000 F1 1.000\n',
    );
  });
});
