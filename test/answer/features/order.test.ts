import { describe, expect, it } from 'vitest';
import * as features from '../../../src/answer/features/order.js';
import { candidateOf } from '../fixtures.js';

const QUESTION = 'who is the president of Iraq';

describe('the words of the question in their order', () => {
  it('count in full where the sentence repeats them, function words and all', () => {
    const same = candidateOf(QUESTION, 'Smith is the president of Iraq.');
    for (const feature of [
      features.wordShare,
      features.pairShare,
      features.tripleShare,
      features.commonSubsequence,
      features.nearPairs,
    ]) {
      expect(feature(same)).toBe(1);
    }
  });

  it('count in part where it has some of them', () => {
    const some = candidateOf(QUESTION, 'The president left.');
    expect(features.wordShare(some)).toBeCloseTo(2 / 5);
    expect(features.pairShare(some)).toBeCloseTo(1 / 4);
    expect(features.tripleShare(some)).toBe(0);
    expect(features.commonSubsequence(some)).toBeCloseTo(2 / 5);
  });

  it('count though a name is spelled in another way', () => {
    const question = 'who killed Suleimani';
    const other = candidateOf(question, 'Smith killed Soleimani.');
    expect(features.wordShare(other)).toBe(
      features.wordShare(candidateOf(question, 'Smith killed Suleimani.')),
    );
    expect(features.pairShare(other)).toBe(1);
  });

  it('do not count as pairs in another order', () => {
    const turned = candidateOf(QUESTION, 'Iraq has a president.');
    expect(features.pairShare(turned)).toBe(0);
    expect(features.nearPairs(turned)).toBe(0);
  });

  it('are near with up to two words between, and not with more', () => {
    expect(features.nearPairs(candidateOf(QUESTION, 'The president of free Iraq left.'))).toBe(1);
    expect(features.nearPairs(candidateOf(QUESTION, 'The president left cold but sunny Iraq.'))).toBe(0);
  });

  it('are apart where they stand far from one another', () => {
    expect(features.pairsApart(candidateOf(QUESTION, 'The president of Iraq left.'))).toBe(0);
    expect(
      features.pairsApart(
        candidateOf(QUESTION, 'In Iraq there was no word from him until the US president spoke.'),
      ),
    ).toBe(1);
    expect(features.pairsApart(candidateOf(QUESTION, 'The president left.'))).toBe(0);
  });

  it('are no pair where there is a single one', () => {
    const single = candidateOf('troops?', 'The troops left.');
    expect(features.nearPairs(single)).toBe(0);
    expect(features.pairsApart(single)).toBe(0);
    expect(features.tripleShare(single)).toBe(0);
  });
});

describe('a denial', () => {
  it.each([
    ['which lawmakers voted', 'Lawmakers voted.', 0],
    ['which lawmakers voted', 'Lawmakers did not vote.', 1],
    ['which lawmakers didn’t vote', 'Lawmakers did not vote.', 0],
    ["which lawmakers didn't vote", 'Lawmakers voted.', 1],
    ['who never voted', 'No lawmakers voted.', 0],
  ])(
    'sets question and sentence apart where only one of them has it: %s, “%s”',
    (question, text, expected) => {
      expect(features.negation(candidateOf(question, text))).toBe(expected);
    },
  );
});
