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

describe('who speaks', () => {
  const question = 'What did Graham say about troops?';

  it.each([
    ['Graham said troops should leave.', 1],
    ['“Troops should leave,” Graham said.', 1],
    ['Troops should leave, said Sen. Lindsey Graham.', 1],
    ['Graham, in a long and very angry letter about Iran, the troops and war, heard what Trump said.', 0],
    ['Graham saw troops leave.', 0],
    ['Trump said troops should leave.', 0],
  ])('is the one that the question names: %s', (text, expected) => {
    expect(features.speaker(candidateOf(question, text))).toBe(expected);
  });

  it('may be a pronoun, for one whom the sentence before names', () => {
    const following = (previous: string) =>
      features.speaker(candidateOf(question, '“Troops should leave,” he said.', { previous }));
    expect(following('Graham spoke on Fox News.')).toBeGreaterThan(0);
    expect(following('Trump spoke on Fox News.')).toBe(0);
  });

  it('does not matter in other questions', () => {
    expect(features.speaker(candidateOf('When did Graham speak?', 'Graham said no.'))).toBe(0);
  });
});

describe('who does what', () => {
  it.each([
    ['who expelled the troops', 'Parliament Speaker John Smith expelled the troops.', 1],
    ['who expelled the troops', 'The troops were expelled, to the joy of John Smith.', 0],
    ['when did John Smith expel them', 'John Smith expelled them.', 0],
  ])('is a name right before the verb: %s, “%s”', (question, text, expected) => {
    expect(features.subjectOfVerb(candidateOf(question, text))).toBe(expected);
  });
});
