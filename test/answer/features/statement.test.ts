import { describe, expect, it } from 'vitest';
import { fitsStatement, speakerNamedBefore } from '../../../src/answer/features/statement.js';
import { candidateOf } from '../fixtures.js';

const QUESTION = 'What did Graham say about troops?';

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

describe('a speaker who is named before', () => {
  const shareOf = (text: string, previous?: string) =>
    speakerNamedBefore(candidateOf(QUESTION, text, previous === undefined ? {} : { previous }));

  it('counts where a pronoun or a quotation goes on with the words of the one asked for', () => {
    expect(shareOf('He said they should leave.', 'Graham spoke.')).toBeGreaterThan(0);
    expect(
      shareOf('They must leave.', '“The troops are tired,” Graham said. “They are few.'),
    ).toBeGreaterThan(0);
  });

  it('does not count where somebody else speaks, or the sentence names the speaker itself', () => {
    expect(shareOf('He said they should leave.', 'Trump spoke.')).toBe(0);
    expect(shareOf('Graham said they should leave.', 'Graham spoke.')).toBe(0);
    expect(shareOf('They left.', 'Graham spoke.')).toBe(0);
  });

  it('counts less where nothing is told of what they are asked to speak about', () => {
    expect(shareOf('He said they should leave.', 'Graham spoke.')).toBeLessThan(
      shareOf('He said troops should leave.', 'Graham spoke.'),
    );
  });

  it('does not count where they spoke before what they are asked to react to', () => {
    const react = 'How did Graham react to the vote?';
    const previous = '“The troops are tired,” Graham said ahead of the vote. “They are few.';
    expect(speakerNamedBefore(candidateOf(react, 'They must leave.', { previous }))).toBe(0);
    expect(fitsStatement(candidateOf(react, 'They must leave.', { previous }))).toBeLessThan(0);
  });

  it('does not count where nobody’s words are asked for', () => {
    expect(
      speakerNamedBefore(candidateOf('Who is Graham?', 'He said no.', { previous: 'Graham spoke.' })),
    ).toBe(0);
  });
});
