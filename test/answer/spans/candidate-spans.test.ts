import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { candidateSpans } from '../../../src/answer/spans/candidate-spans.js';
import { analysed, wordsOf } from './spans.js';

function spans(sentence: string): string[] {
  const text = analysed(sentence);
  return wordsOf(text, candidateSpans(text));
}

describe('the spans that may answer', () => {
  it.each([
    ['a figure with its qualifier', 'It removed more than 5,000 soldiers.', 'more than 5,000'],
    ['what a figure counts', 'It removed more than 5,000 soldiers.', 'more than 5,000 soldiers'],
    ['a name', 'Then Adel Abdul-Mahdi resigned.', 'Adel Abdul-Mahdi'],
    ['a day', 'He left on Friday night.', 'Friday night'],
    ['a year', 'It began in 1973.', '1973'],
    ['a noun phrase with its complement', 'It is the capital of Iraq.', 'capital of Iraq'],
    ['a list', 'They left Iran, Iraq and Syria.', 'Iran, Iraq and Syria'],
    ['part of a phrase', 'They hit large military bases.', 'military bases'],
    ['what is done', 'They voted to expel foreign troops.', 'to expel foreign troops'],
    ['an adjective', 'The market was closed and quiet.', 'closed'],
    ['a clause with its cue', 'They left because the talks failed, he said.', 'because the talks failed'],
    ['a clause without its cue', 'They left because the talks failed, he said.', 'talks failed'],
    ['what is quoted', 'He called it “a grave breach of law” again.', 'grave breach of law'],
  ])('hold %s', (_, sentence, words) => {
    expect(spans(sentence)).toContain(words);
  });

  it('have no article before them', () => {
    expect(spans('The parliament passed a bill.').filter((words) => /^(?:the|a) /i.test(words))).toEqual([]);
  });

  it('are at most sixty, each once, and within the sentence', () => {
    const word = fc.constantFrom(
      'the',
      'Iraq',
      'troops',
      'left',
      'of',
      'and',
      '5,000',
      ',',
      'in',
      'U.S.',
      'large',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 80 }), (words) => {
        const text = analysed(words.join(' '));
        const found = candidateSpans(text);
        expect(found.length).toBeLessThanOrEqual(60);
        expect(new Set(found.map(({ first, last }) => `${first} ${last}`)).size).toBe(found.length);
        for (const { first, last } of found) {
          expect(first).toBeGreaterThanOrEqual(0);
          expect(first).toBeLessThanOrEqual(last);
          expect(last).toBeLessThan(text.tokens.length);
        }
      }),
    );
  });
});
