import { describe, expect, it } from 'vitest';
import * as features from '../../../src/answer/features/answer-kind.js';
import { candidateOf } from '../fixtures.js';

describe('an answer of the wanted kind', () => {
  it('counts for questions of that kind only', () => {
    const count = candidateOf('how many troops left', 'Some 5,200 troops left.');
    expect(features.fitFor('count')(count)).toBe(1);
    expect(features.fitFor('date')(count)).toBe(0);
    expect(features.fitFor('date', 'count')(count)).toBe(1);
  });

  it.each([
    ['how many troops left', 'The troops left.', 1],
    ['how many troops left', 'Some 5,200 troops left.', 0],
    ['did the troops leave', 'The troops left.', 0],
  ])('may be missing: %s, “%s”', (question, text, expected) => {
    expect(features.nothingWanted(candidateOf(question, text))).toBe(expected);
  });

  it('counts for more the closer it stands to the words of the question', () => {
    const question = 'how many troops left Iraq';
    const near = candidateOf(
      question,
      'About 5,200 troops left Iraq after long talks with both of the ministers.',
    );
    const far = candidateOf(
      question,
      'Troops left Iraq after long talks with both of the ministers and some 5,200 men.',
    );
    expect(features.nearSpan(near)).toBeGreaterThan(features.nearSpan(far));
    expect(features.nearSpan(far)).toBeGreaterThan(0);
  });
});
