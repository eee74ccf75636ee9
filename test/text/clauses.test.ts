import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AnalysedText } from '../../src/text/analysed-text.js';
import { clauseNumbers } from '../../src/text/clauses.js';
import { anyText } from './any-text.js';

const numbersOf = (text: string): readonly number[] => clauseNumbers(new AnalysedText(text));

describe('the clauses of a sentence', () => {
  it.each([
    ['They met, he left.', [0, 0, 1, 1]],
    ['They met; he left.', [0, 0, 1, 1]],
    ['They met – he left.', [0, 0, 1, 1]],
    ['They met—he left.', [0, 0, 1, 1]],
    ['They met (he left) again.', [0, 0, 1, 1, 2]],
    ['He said “we leave” again.', [0, 0, 1, 1, 2]],
    ['They met while he left.', [0, 0, 1, 1, 1]],
    ['Troops which left returned.', [0, 1, 1, 1]],
    ['They met, and he left while she stayed.', [0, 0, 1, 1, 1, 2, 2, 2]],
  ])('begin after a comma and its like, and at joining words: %s', (text, numbers) => {
    expect(numbersOf(text)).toEqual(numbers);
  });

  it.each(['The well-known cleric left.', 'He left at 5.30 with $5,000.', 'And he left.', 'left'])(
    'are one where nothing parts them: %s',
    (text) => {
      expect(new Set(numbersOf(text))).toEqual(new Set([0]));
    },
  );

  it('are none in a text without words', () => {
    expect(numbersOf('?!')).toEqual([]);
  });

  it('are numbered in order, a number for each word', () => {
    const text = fc.oneof(
      anyText(80),
      fc.array(fc.constantFrom('and', 'he', ',', '“', '-', 'while', '5')).map((pieces) => pieces.join(' ')),
    );
    fc.assert(
      fc.property(text, (words) => {
        const analysed = new AnalysedText(words);
        const numbers = clauseNumbers(analysed);
        expect(numbers).toHaveLength(analysed.tokens.length);
        for (const [at, number] of numbers.entries()) {
          const step = number - (numbers[at - 1] ?? 0);
          expect(at === 0 ? number === 0 : step === 0 || step === 1).toBe(true);
        }
        expect(clauseNumbers(analysed)).toBe(numbers);
      }),
    );
  });
});
