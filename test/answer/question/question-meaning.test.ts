import { describe, expect, it } from 'vitest';
import { MEANING_SIZE, questionMeaning } from '../../../src/answer/question/question-meaning.js';
import { cosine, VECTOR_SIZE } from '../../../src/text/lexicon/word-vectors.js';
import { tokenise } from '../../../src/text/tokens.js';

/** By the words at two places, which stand for the noun asked for and the verb. */
function meaningOf(question: string, head?: number, verb?: number): Float32Array {
  const tokens = tokenise(question);
  return questionMeaning(
    tokens,
    head === undefined ? head : tokens[head],
    verb === undefined ? verb : tokens[verb],
  );
}

const slot = (meaning: Float32Array, at: number) => meaning.slice(at * VECTOR_SIZE, (at + 1) * VECTOR_SIZE);

describe('what a question means', () => {
  it('is near where it asks for what is near', () => {
    const [fee, price, dog] = ['fee', 'price', 'dog'].map((noun) =>
      slot(meaningOf(`what ${noun} was it`, 1), 0),
    );
    if (!fee || !price || !dog) throw new Error('a vector is missing');
    expect(cosine(fee, price)).toBeGreaterThan(cosine(fee, dog));
  });

  it('has the verb and the opening words apart from the noun asked for', () => {
    const meaning = meaningOf('which mayor left town', 1, 2);
    expect(slot(meaning, 1)).toEqual(slot(meaningOf('mayor'), 1));
    expect(cosine(slot(meaning, 3), slot(meaningOf('left', 0), 0))).toBeCloseTo(1);
  });

  it('is that of all content words together, whatever their number', () => {
    for (const question of ['mayor', 'the mayor of the town left early'])
      expect(Math.hypot(...slot(meaningOf(question), 4))).toBeCloseTo(2);
  });

  it('is nothing for words that nobody knows', () => {
    expect(meaningOf('zzxqy')).toEqual(new Float32Array(MEANING_SIZE));
    expect(meaningOf('')).toEqual(new Float32Array(MEANING_SIZE));
  });
});
