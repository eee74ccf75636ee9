import { describe, expect, it } from 'vitest';
import { pairShare, wordShare } from '../../../../src/answer/ranking/features/order.js';
import { scoredOf } from './scored.js';

const QUESTION = 'who is the president of Iraq';

describe('the words of the question in their order', () => {
  it('count in full where the sentence repeats them, function words and all', () => {
    const same = scoredOf(QUESTION, 'Smith is the president of Iraq.');
    expect(wordShare(same)).toBe(1);
    expect(pairShare(same)).toBe(1);
  });

  it('count in part where it has some of them', () => {
    const some = scoredOf(QUESTION, 'The president left.');
    expect(wordShare(some)).toBeCloseTo(2 / 5);
    expect(pairShare(some)).toBeCloseTo(1 / 4);
  });

  it('count though a name is spelled in another way', () => {
    const question = 'who killed Suleimani';
    const other = scoredOf(question, 'Smith killed Soleimani.');
    expect(wordShare(other)).toBe(wordShare(scoredOf(question, 'Smith killed Suleimani.')));
    expect(pairShare(other)).toBe(1);
  });

  it('do not count as pairs in another order', () => {
    expect(pairShare(scoredOf(QUESTION, 'Iraq has a president.'))).toBe(0);
  });

  it('are no pair where there is a single one', () => {
    expect(pairShare(scoredOf('troops?', 'The troops left.'))).toBe(0);
  });
});
