import { expect, test } from 'vitest';
import { clusteringQuality } from '../../bench/metrics/clustering.js';
import { rougeF } from '../../bench/metrics/rouge.js';
import { plainText } from '../../bench/sets/timeline17.js';

// The example of Lin (2004), section 4: reference "police killed the gunman".
const REFERENCE = 'police killed the gunman';

test('ROUGE-1 counts the words in common', () => {
  expect(rougeF(1, 'police kill the gunman', REFERENCE)).toBe(1);
  expect(rougeF(1, 'the gunman kill police', REFERENCE)).toBe(1);
  expect(rougeF(1, 'police ended the siege', REFERENCE)).toBe(0.5);
});

test('ROUGE-2 counts the pairs of words in common', () => {
  expect(rougeF(2, 'police kill the gunman', REFERENCE)).toBe(1);
  expect(rougeF(2, 'the gunman kill police', REFERENCE)).toBeCloseTo(1 / 3);
});

test('a word that is repeated counts as often as the reference has it', () => {
  // 1 of 4 words found, 1 of 4 wanted.
  expect(rougeF(1, 'the the the the', REFERENCE)).toBe(0.25);
});

test('a longer text pays with precision', () => {
  // 4 of 8 found, 4 of 4 wanted: 2 · ½ · 1 / 1½.
  expect(rougeF(1, `${REFERENCE} after a long siege`, REFERENCE)).toBeCloseTo(2 / 3);
});

test('nothing agrees with nothing', () => {
  expect(rougeF(1, '', REFERENCE)).toBe(0);
  expect(rougeF(2, 'police', 'police')).toBe(0);
});

test('purity is the share of things that agree with most of their group', () => {
  expect(clusteringQuality([['a', 'a', 'b'], ['b']])).toEqual({
    purity: 0.75,
    precision: 1 / 3,
    recall: 1 / 2,
  });
  expect(clusteringQuality([['a', 'a'], ['b']])).toEqual({ purity: 1, precision: 1, recall: 1 });
});

test('treebank tokens become text again', () => {
  expect(plainText("`` It 's $ 5 ,200 , '' he did n't say -LRB- yet -RRB- .")).toBe(
    "“It's $5,200,” he didn't say (yet).",
  );
});
