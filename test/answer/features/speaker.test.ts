import { describe, expect, it } from 'vitest';
import { fitsStatement, speaker } from '../../../src/answer/features/speaker.js';
import { candidateOf } from '../fixtures.js';

const QUESTION = 'What did Graham say about troops?';

describe('who speaks', () => {
  it.each([
    ['Graham said troops should leave.', 1],
    ['“Troops should leave,” Graham said.', 1],
    ['Troops should leave, said Sen. Lindsey Graham.', 1],
    ['Graham, in a long and very angry letter about Iran, the troops and war, heard what Trump said.', 0],
    ['Graham saw troops leave.', 0],
    ['Trump said troops should leave.', 0],
  ])('is the one that the question names: %s', (text, expected) => {
    expect(speaker(candidateOf(QUESTION, text))).toBe(expected);
  });

  it('may be a pronoun, for one whom the sentence before names', () => {
    const following = (previous: string) =>
      speaker(candidateOf(QUESTION, '“Troops should leave,” he said.', { previous }));
    expect(following('Graham spoke on Fox News.')).toBeGreaterThan(0);
    expect(following('Trump spoke on Fox News.')).toBe(0);
  });

  it('does not matter where nobody’s words are asked for', () => {
    expect(speaker(candidateOf('When did Graham leave?', 'Graham said no.'))).toBe(0);
  });
});

describe('an answer to what somebody said', () => {
  const fitOf = (text: string, previous?: string) =>
    fitsStatement(candidateOf(QUESTION, text, previous === undefined ? {} : { previous }));

  it('is worth more from the one asked for than from somebody else', () => {
    expect(fitOf('Graham said troops should leave.')).toBeGreaterThan(
      fitOf('Trump said troops should leave.'),
    );
  });

  it('is worth more by a pronoun that stands for the one asked for', () => {
    const text = 'He said that the troops should leave.';
    expect(fitOf(text, 'Graham spoke.')).toBeGreaterThan(fitOf(text, 'Trump spoke.'));
  });

  it('goes on in the next sentence of a quotation', () => {
    expect(fitOf('They must leave.', '“The troops are tired,” Graham said. “They are few.')).toBeGreaterThan(
      0,
    );
    expect(fitOf('They must leave.', 'Graham said the troops are tired.')).toBe(0);
  });

  it('is not what announces it, nor in other questions', () => {
    expect(fitOf('Graham said in a statement about troops:')).toBe(0);
    expect(fitsStatement(candidateOf('Who is Graham?', 'Graham said no.'))).toBe(0);
  });
});
